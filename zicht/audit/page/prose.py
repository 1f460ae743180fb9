"""Prose: a text may hold numbers, but no region may be given one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from zicht.audit.page.cells import place_of
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import Found
from zicht.model.area import Level

_CODE = re.compile(
    r"\b(?:GM\d{4}|WK\w{6}|BU\w{8}|PV\d\d)\b[^.;\d]{0,40}?(?<![\w-])\d", re.IGNORECASE
)
_NUMBER = r"(?<![\w-])(-?\d[\d.,]*)(?![\d.]*-)"
_AT_ONCE = re.compile(rf"[ :=(]{{1,3}}{_NUMBER}")
_LATER = re.compile(rf"(?:[^.;!?\d]|[.](?=\d)){{0,60}}?{_NUMBER}")
_BEFORE = re.compile(rf"{_NUMBER}[^.;!?\d]{{0,40}} (?:in|van|te|bij|uit|voor) (?:de |gemeente )*$")
_VERB = re.compile(r" (?:heeft|had|telt|telde|kent|kende|is|was|zijn|waren|staat|komt|ligt)\b")
_START = re.compile(r"(?:^|[.!?:]\s*)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BLOCKS = ("p", "li", "td", "th", "dd", "dt", "pre", "h1", "h2", "h3", "caption", "title", "desc")
_HOW = "a region is given a number in a text that is about no figures"


def prose_findings(page: HtmlElement, facts: Facts) -> Iterator[Found]:
    """Yield a finding where a code or a name of a region goes with a number, in a sentence or row.

    The name is that of a gemeente or provincie; Nederland is no region here. A name at the start
    of a sentence may be a word by chance ("Huizen die ..."): there a number must follow at once,
    or a verb. A year is no figure.
    """
    levels = (Level.PROVINCIE, Level.GEMEENTE)
    names = frozenset(area.name for level in levels for area in facts.division.of(level))
    for element, text in _texts(page):
        if _gives(text, names):
            yield Found("a number of a region", place_of(element), _HOW)


def _texts(page: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield every text by its element: blocks, rows of a table, a term with what it means."""
    for block in page.iter(*_BLOCKS):
        yield block, _plain(block)
    for row in page.iter("tr"):
        cells = [_plain(cell) for cell in row.iter("td", "th")]
        yield from ((row, f"{cells[0]}: {cell}") for cell in cells[1:])
    for term in page.iter("dt"):
        told = term.getnext()
        if told is not None and told.tag == "dd":
            yield term, f"{_plain(term)}: {_plain(told)}"
    for element in page.iter():
        for name, value in element.attrib.items():
            if name not in {"href", "src", "id", "class"}:
                yield element, value


def _plain(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _gives(text: str, names: frozenset[str]) -> bool:
    if _CODE.search(text):
        return True
    return any(
        _after(text[: found.start()], text[found.end() :]) or _given(_BEFORE, text[: found.start()])
        for found in _pattern(names).finditer(text)
    )


def _after(before: str, after: str) -> bool:
    """Tell whether a number that is no year follows a name."""
    if _given(_AT_ONCE, after, at_start=True):
        return True
    may_be_a_word = _START.search(before) and not _VERB.match(after)
    return not may_be_a_word and _given(_LATER, after, at_start=True)


def _given(pattern: re.Pattern[str], text: str, *, at_start: bool = False) -> bool:
    found = pattern.match(text) if at_start else pattern.search(text)
    return found is not None and not _YEAR.fullmatch(found[1].rstrip(".,"))


@lru_cache(maxsize=4)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Return what finds a name as a whole word, the longest first."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
