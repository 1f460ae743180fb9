"""One page of every template, for tests that look at them all."""

from pathlib import Path

CHOSEN = {
    "start": "",
    "gemeenten": "gemeente/",
    "gemeente": "gemeente/gm0664-goes/",
    "gemeente en thema": "gemeente/gm0664-goes/vastgoed/",
    "gemeente met stromen": "gemeente/gm0664-goes/drugs/",
    "thema": "thema/drugs/",
    "indicator": "thema/drugs/drugsverdachten/",
    "stroom": "thema/drugs/woon-en-pleeggemeente/",
    "branches": "branche/",
    "zoekgebieden": "zoekgebied/",
    "vergelijk": "vergelijk/",
    "vergelijking": "vergelijk/?gebied=GM0664&gebied=GM0687&onderwerp=drugsverdachten",
    "combineer twee": "combineer/?x=drugsverdachten&y=doorsluiswoningen",
    "combineer drie": (
        "combineer/?signaal=hennepkwekerijen:1&signaal=drugsverdachten:4"
        "&signaal=panden-van-een-veroordeelde-eigenaar:20&minstens=2"
    ),
    "uitleg": "uitleg/",
    "uitleg met tabel": "uitleg/api/",
    "verklaring": "uitleg/toegankelijkheid/",
    "methode": "uitleg/methode/drugs/",
    "beslissing": "uitleg/decisions/0005-drawing/",
    "404": "404.html",
}
"""Pages with a name of their own: a template, or what a script makes of it."""

FIRST = {"branche": "branche/*/", "wijk": "wijk/wk0664*/", "zoekgebied": "zoekgebied/*/"}
"""Of these the first that there is."""


def sample(site: Path) -> dict[str, str]:
    """Return the address of a page of each template, each kind of page to frame among them."""
    first = {name: _folder(site, min(site.glob(glob))) for name, glob in FIRST.items()}
    return CHOSEN | first | _embeds(site)


def _embeds(site: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for page in sorted((site / "embed").rglob("index.html")):
        folder = _folder(site, page.parent)
        kind, deep = folder.split("/")[1], folder.count("/") - 2
        found.setdefault(f"{'embed ' * deep}{kind}", folder)
    return found


def _folder(site: Path, folder: Path) -> str:
    return f"{folder.relative_to(site)}/"
