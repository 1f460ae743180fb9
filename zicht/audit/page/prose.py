"""Prose: a text may hold numbers, but no region may be given one."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from zicht.audit.page.cells import place_of
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import Found
from zicht.model.area import Level

_CODE = re.compile(
    r"\b(?:GM\d{4}|WK\w{6}|BU\w{8}|PV\d\d)\b[^.;\d]{0,40}?(?<![\w-])\d", re.IGNORECASE
)
_NAMED = re.compile(r"((?:[A-Z'][\w'()-]* ?){1,5})[ :=(]{1,3}(-?\d[\d.,]*)(?![\d.]*-)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BLOCKS = ("p", "li", "td", "th", "dd", "dt", "pre", "h1", "h2", "h3", "caption", "title")
_HOW = "a region is given a number in a text that is about no figures"


def prose_findings(page: HtmlElement, facts: Facts) -> Iterator[Found]:
    """Yield a finding where a code or a name of a region is followed by a number.

    Nederland and words at the start of a sentence that are names by chance are no regions here:
    the name must be that of a gemeente or provincie.
    """
    levels = (Level.PROVINCIE, Level.GEMEENTE)
    names = {area.name for level in levels for area in facts.division.of(level)}
    for block in page.iter(*_BLOCKS):
        yield from _given(" ".join(block.text_content().split()), block, names)
    for element in page.iter():
        for name, value in element.attrib.items():
            if name not in {"href", "src", "id", "class"}:
                yield from _given(value, element, names)


def _given(text: str, element: HtmlElement, names: set[str]) -> Iterator[Found]:
    named = any(
        not _YEAR.fullmatch(found[2].rstrip(".,")) and _ends_in(found[1].strip(), names)
        for found in _NAMED.finditer(text)
    )
    if named or _CODE.search(text):
        yield Found("a number of a region", place_of(element), _HOW)


def _ends_in(words: str, names: set[str]) -> bool:
    """Tell whether the last words are a name: "In Den Haag" ends in that of a gemeente."""
    parts = words.split(" ")
    return any(" ".join(parts[at:]) in names for at in range(len(parts)))
