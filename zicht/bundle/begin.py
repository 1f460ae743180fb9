"""Where a reader of a bundle begins: a page in its root, and a text beside it."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from zicht.bundle.parts import Parts
from zicht.model.dutch import date_words

_FORMS = {
    ".csv": "CSV",
    ".plain.csv": "CSV met decimale punt",
    ".xlsx": "Excel",
    ".json": "JSON",
    ".pdf": "Notitie om af te drukken (PDF)",
    ".geojson": "Grenzen van de wijken (GeoJSON)",
}


def begin_page(parts: Parts, titles: Mapping[str, str], *, base_url: str, templates: Path) -> str:
    """Return index.html of a bundle: what it is, what is in it and what is not.

    `titles` has the title of each page about a theme, by folder.
    """
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    assets = {path.split(".")[0]: path for path in parts.paths if path.startswith("assets/")}
    styles = sorted(path for path in parts.paths if path.startswith("assets/site."))
    return environment.get_template("bundel.html").render(
        parts=parts,
        base_url=base_url,
        style=next(path for path in styles if path.endswith(".css")),
        icon=assets["assets/icon"],
        release=date_words(parts.release),
        titles=titles,
        wijken=sorted(parts.wijken.items()),
        files=[(_form(path), path) for path in parts.files],
    )


def readme(parts: Parts, base_url: str) -> str:
    """Return what a reader should know before opening the pages: LEESMIJ.txt."""
    lines = [
        f"Zicht op Ondermijning: {parts.name}",
        f"Uitgave van {date_words(parts.release)}",
        *([] if parts.notice is None else [parts.notice]),
        "",
        "Pak dit bestand uit in een map en open daarin index.html.",
        "Er is geen internet en geen server voor nodig.",
        "",
        "In deze map",
        f"{parts.folder}index.html: {parts.name}, en per thema een pagina",
        f"wijk/: {len(parts.wijken)} wijken, elk met een pagina",
        "embed/: dezelfde pagina's zonder kop, voor een ander intranet of een andere site",
        "uitleg/: hoe de cijfers zijn gemaakt en hoe u ze leest",
        *(f"{path}: {_form(path)}" for path in parts.files),
        "",
        "Een patroon is geen bewijs. Een hoog cijfer zegt niets over een persoon,",
        "een bedrijf of een adres.",
        "",
        f"De hele site: {base_url}",
        f"Bron: {parts.source}",
        f"Licentie: {parts.licence}",
    ]
    return "\r\n".join([*lines, ""])


def _form(path: str) -> str:
    """Return what a file is called, after what follows the code in its name."""
    name = PurePosixPath(path).name
    return _FORMS.get(name[name.index(".") :], name)
