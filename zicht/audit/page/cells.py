"""One cell of a table, held against the published figure that should stand there."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from zicht.audit.page.about import About
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import Found, numeric, unstarred
from zicht.model.dutch import SPOKEN, SYMBOLS, number
from zicht.model.figure import Cell, State

FIFTHS = (
    "",
    "laagste vijfde",
    "onder het midden",
    "rond het midden",
    "boven het midden",
    "hoogste vijfde",
)
EQUAL = "veel gelijke cijfers"
NOTHING = ("", "\u2013geen plaats")
_CLASSES = frozenset({"n", "n smal", "n hier", "n niet", "pos", "tr", "smal", ""})
_OTHER = "a cell of a table differs from the figure that the data files publish"
_MORE = "a cell without a number holds more than its symbol"
_PLACED = "a position is told that does not follow from the figures shown"


def place_of(element: HtmlElement) -> str:
    """Return where an element stands: its line and its path."""
    return f"line {element.sourceline}, {element.getroottree().getpath(element)}"


def figure_cell(
    element: HtmlElement, cell: Cell, *, decimals: int, named: str, lenient: bool = False
) -> Iterator[Found]:
    """Yield what a table's cell tells beyond the published one.

    With `lenient` a page may hold back what we think could be shown (a median, a share).
    """
    shown = unstarred(element.text_content())
    if cell.value is None or (lenient and not numeric(shown)):
        yield from _silent(element, shown, cell=cell, named=named, lenient=lenient)
        return
    told = element.get("data-v", f"{cell.value:.10g}")
    suffix = shown.removeprefix(number(cell.value, decimals=decimals))
    if suffix not in {"", "%", " %"} or suffix == shown or told != f"{cell.value:.10g}":
        yield Found(f"another number for {named}", place_of(element), _OTHER)
    yield from _attributes(element, named=named, known=("data-v", "data-l", "class"))


def _silent(
    element: HtmlElement, shown: str, *, cell: Cell, named: str, lenient: bool
) -> Iterator[Found]:
    states = [cell.state]
    if lenient:
        states = [state for state in State if state is not State.SHOWN]
    said = {f"{SYMBOLS[state]}{SPOKEN[state]}" for state in states}
    if shown not in said and not (lenient and shown == "niet te vergelijken"):
        yield Found(f"what is said of {named}", place_of(element), _MORE)
    yield from _attributes(element, named=named, known=("data-l", "class"))


def _attributes(element: HtmlElement, *, named: str, known: tuple[str, ...]) -> Iterator[Found]:
    """Yield a finding for each attribute in a cell that is no part of what a cell is made of."""
    for inner in element.iter():
        for name, value in inner.attrib.items():
            if inner is element:
                good = name in known and (name != "class" or value in _CLASSES)
            else:
                good = (name, value) in _INSIDE
            if not good:
                yield Found(f"attribute {name} at {named}", place_of(inner), _MORE)


_INSIDE = frozenset(
    {("class", "leeg"), ("class", "sr"), ("aria-hidden", "true")}
    | {("title", words) for words in SPOKEN.values()}
)


def position_cell(element: HtmlElement, facts: Facts, *, key: str, code: str) -> Iterator[Found]:
    """Yield a finding when a position is not that of the region among the figures shown."""
    shown = " ".join(element.text_content().split())
    place = facts.place(key, code)
    allowed = set(NOTHING)
    if place is not None:
        allowed = {"", EQUAL} if place.fifth is None else {FIFTHS[place.fifth]}
    bars = [inner.get("class", "") for inner in element.iter("span")]
    fifth = f"vijf v{place.fifth if place else ''}"
    odd = [c for c in bars if c.startswith("vijf") and c != fifth]
    if shown not in allowed or odd or element.get("class", "") not in _CLASSES:
        yield Found(f"position of {code} ({key})", place_of(element), _PLACED)


def unknown_cell(element: HtmlElement, about: About) -> Iterator[Found]:
    """Yield a finding for a number in a cell of which no header tells what it is."""
    values = (value for inner in element.iter() for value in inner.attrib.values())
    if numeric(element.text_content()) or any(numeric(value) for value in values):
        what = f"a number on the page of {about.code}"
        yield Found(what, place_of(element), "a number stands in a table under an unknown header")
