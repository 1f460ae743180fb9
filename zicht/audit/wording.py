"""What pages say in words, for files that may say no more than they do."""

from collections.abc import Iterable
from pathlib import Path

from lxml import html

COLOPHON = "uitleg/colofon/"


def wording_of(dist: Path, folders: Iterable[str]) -> str:
    """Return the text of pages on one line, in small letters; a page that is not there has none.

    Errors: none.
    """
    pages = [dist / folder / "index.html" for folder in sorted(set(folders))]
    trees = [html.document_fromstring(page.read_text("utf-8")) for page in pages if page.is_file()]
    return " ".join(" ".join(tree.text_content().split()) for tree in trees).lower()


def is_there(dist: Path, path: str) -> bool:
    """Tell whether a site has a file, or a page in a folder ("" or ending in a slash)."""
    place = dist / path
    return (place / "index.html").is_file() if path[-1:] in {"", "/"} else place.is_file()


def keys_of(dist: Path) -> frozenset[str]:
    """Return the keys of themes and combinations: the folders of their pages."""
    return frozenset(
        place.name
        for family in ("thema", "zoekgebied")
        if (dist / family).is_dir()
        for place in (dist / family).iterdir()
        if place.is_dir()
    )
