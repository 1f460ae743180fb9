"""What a site has about one gemeente: its pages and files, and the names of what is in them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zicht.bundle.built import Built
from zicht.model.errors import BuildError, Problem

_CODE = re.compile(r"GM[0-9]{4}")
_SHARED = (
    "assets/",
    "apple-touch-icon.png",
    "uitgaven.xml",
    "uitleg/",
    "data/woordenboek.",
    "data/gemeente/csv-metadata.json",
    "data/gemeente/kolommen.",
)
"""What the pages and files of every gemeente stand on."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A gemeente: its name, the folder of its page, all its paths, and what its files tell.

    `themes` has the folder of the page about each theme, by key; `wijken` the folder of each
    wijk, by name and code.
    """

    code: str
    name: str
    folder: str
    paths: tuple[str, ...]
    themes: Mapping[str, str]
    wijken: Mapping[tuple[str, str], str]
    files: tuple[str, ...]
    release: date
    source: str
    licence: str
    notice: str | None


def parts_of(built: Built, code: str) -> Parts:
    """Return what a site has about a gemeente.

    Errors: BuildError for a code that is no gemeente of the site, and when a page is absent.
    """
    code = code.strip().upper()
    own = f"data/gemeente/{code.lower()}."
    if not _CODE.fullmatch(code) or f"{own}json" not in built.checksums:
        what = f"{code} is no gemeente of this site."
        todo = "Give the code of a gemeente that has a page in it, such as GM0363."
        raise BuildError(Problem(what, str(built.dist), todo))
    told = json.loads(built.contents([f"{own}json"])[f"{own}json"])
    folder = _folder(built, f"gemeente/{code.lower()}")
    regions = {key: one for key, one in told["regions"].items() if one["parent"] == code}
    wijken = {
        (one["name"], key): _folder(built, f"wijk/{key.lower()}") for key, one in regions.items()
    }
    files = [*built.under(own), *built.under(f"data/gebieden/{code.lower()}.")]
    pages = built.under(folder, *wijken.values())
    files += [path for path in pages if path.endswith(".pdf")]
    bare = built.under(*(f"embed/{one}" for one in (folder, *wijken.values())))
    pictures = built.under(f"beeld/gemeente/{code.lower()}.", "beeld/zicht.")
    themes = [path.removeprefix(folder).removesuffix("index.html") for path in pages]
    return Parts(
        code,
        told["regions"][code]["name"],
        folder,
        tuple(sorted({*files, *pages, *bare, *pictures, *built.under(*_SHARED)})),
        {key[:-1]: f"{folder}{key}" for key in themes if re.fullmatch(r"[a-z0-9-]+/", key)},
        wijken,
        tuple(files),
        date.fromisoformat(told["release"]),
        told["source"],
        told["licence"],
        told["notice"],
    )


def _folder(built: Built, start: str) -> str:
    """Return the folder of the page of a region, whose address begins with its code.

    Errors: BuildError when the site has no such page.
    """
    found = [
        path.removesuffix("index.html")
        for path in built.under(f"{start}-", f"{start}/")
        if path.count("/") == start.count("/") + 1 and path.endswith("/index.html")
    ]
    if len(found) != 1:
        what = f"The site has no page {start}."
        todo = "Build it again; with --only, name this gemeente."
        raise BuildError(Problem(what, str(built.dist), todo))
    return found[0]
