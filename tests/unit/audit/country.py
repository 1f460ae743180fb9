"""A small country built whole, and copies of it in which one number leaks a page."""

import os
import shutil

import pytest

import zicht.demo.delivery
from zicht.audit.page.pages import page_disclosures
from zicht.audit.page.site import read_pages
from zicht.audit.site import read_site
from zicht.demo import write_delivery
from zicht.demo.gemeenten import read_gemeenten

KEPT = {"GM0654", "GM0664", "GM0716", "GM0717", "GM0718", "GM1676", "GM1714"}
"""In Zeeland: four of one stedelijkheid and size, so that there are similar gemeenten."""
HIDDEN = (
    '<span class="leeg" title="niet getoond: geheim of te onbetrouwbaar"'
    ' aria-hidden="true">x</span>'
    '<span class="sr">niet getoond: geheim of te onbetrouwbaar</span>'
)
_MADE = {}


@pytest.fixture(scope="session")
def country(build, tmp_path_factory):
    """Return a whole site of seven gemeenten, and what its data files tell."""
    if not _MADE:
        folder = tmp_path_factory.mktemp("country")
        with pytest.MonkeyPatch.context() as patch:
            few = tuple(each for each in read_gemeenten() if each.code in KEPT)
            patch.setattr(zicht.demo.delivery, "read_gemeenten", lambda: few)
            write_delivery(folder / "delivery", scale=0.02)
        build("build", "--data", folder / "delivery", "--out", folder / "dist", "--jobs", 1)
        _MADE["made"] = folder / "dist", read_site(folder / "dist")
    return _MADE["made"]


def pages_of(dist):
    return sorted(path.relative_to(dist).as_posix() for path in dist.rglob("index.html"))


def spoil(country, channels, folder):
    """Return by channel the file that was spoiled, and what is found in it.

    Every channel spoils a file of its own, the first that it can change and that none has taken:
    of a copy of the site, and of another one when all such files are taken.
    """
    dist, published = country
    results, left = {}, dict(channels)
    for number in range(len(channels)):
        copy = folder / f"dist-{number}"
        shutil.copytree(dist, copy, copy_function=os.link)
        spoiled = {}
        for name, (pattern, change) in left.items():
            path = _spoiled(copy, pattern, change, taken=set(spoiled.values()))
            if path is not None:
                spoiled[name] = path
        assert spoiled, f"nothing to spoil for {list(left)}"
        pages = {path.replace("grafieken.json", "index.html") for path in spoiled.values()}
        found = list(page_disclosures(copy, read_pages(copy, published), paths=sorted(pages)))
        results |= {n: (path, [f for f in found if f.path == path]) for n, path in spoiled.items()}
        left = {name: each for name, each in left.items() if name not in spoiled}
        if not left:
            break
    return results


def _spoiled(dist, pattern, change, *, taken):
    """Spoil the first free file that can be, and return its path; None where none can."""
    for file in sorted(dist.glob(pattern)):
        path = file.relative_to(dist).as_posix()
        text = file.read_text("utf-8")
        changed = None if path in taken else change(text)
        if changed is not None and changed != text:
            file.unlink()
            file.write_text(changed, "utf-8")
            return path
    return None
