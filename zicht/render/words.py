"""Sentences: what a figure says, in plain Dutch. Every number in them stands on the page."""

from collections.abc import Sequence

from zicht.model.dutch import cell_text, number
from zicht.model.figure import Cell, Position, State
from zicht.model.theme import Indicator

FIFTH_WORDS = {
    1: "laagste vijfde",
    2: "onder het midden",
    3: "rond het midden",
    4: "boven het midden",
    5: "hoogste vijfde",
}
_NO_FIGURE = {
    State.WITHHELD: "Het cijfer over {year} is geheim of te onbetrouwbaar om te tonen",
    State.IMPOSSIBLE: "Dit cijfer kan hier niet voorkomen",
    State.MISSING: "Voor {year} is geen cijfer geleverd",
    State.PENDING: "Het cijfer over {year} is nog niet gepubliceerd",
}


def headline(
    indicator: Indicator, here: Cell, *, year: int, than: Sequence[tuple[str, Cell]]
) -> str:
    """Return the message of a figure: the number, and more, less or as much as the first of `than`.

    `than` holds pairs of words ("in vergelijkbare gemeenten") and a cell; those without a number
    are passed over.
    """
    if here.value is None:
        return _NO_FIGURE[here.state].format(year=year)
    text = f"{number(here.value, decimals=indicator.decimals)} {indicator.unit} in {year}"
    for words, cell in than:
        if cell.value is not None:
            other = number(cell.value, decimals=indicator.decimals)
            if here.value == cell.value:
                return f"{text}, evenveel als {words}"
            more = "meer" if here.value > cell.value else "minder"
            return f"{text}, {more} dan {words} ({other})"
    return text


def course(years: Sequence[int], cells: Sequence[Cell], *, decimals: int) -> str:
    """Return how a series went: "Van 3,2 in 2019 naar 4,1 in 2024"."""
    known = [told for told in zip(years, cells, strict=True) if told[1].value is not None]
    if not known:
        return "Over geen enkel jaar is er een cijfer om te tonen"
    (first, start), (last, end) = known[0], known[-1]
    if first == last:
        return f"Alleen over {first} is er een cijfer: {cell_text(start, decimals=decimals)}"
    begin, close = (number(c.value or 0, decimals=decimals) for c in (start, end))
    if begin == close:
        return f"In {last} hetzelfde als in {first}: {close}"
    return f"Van {begin} in {first} naar {close} in {last}"


def place(position: Position | None, *, level: str) -> str:
    """Return where a region stands among all of its level: "Hoogste vijfde: plaats 21 van 330"."""
    if position is None:
        return f"Zonder cijfer is er geen plaats tussen de {level}"
    shared = f", gedeeld met {position.ties - 1} andere" if position.ties > 1 else ""
    rank = f"plaats {position.rank} van {number(position.among, decimals=0)}"
    if position.fifth is None:
        return f"Veel {level} hebben hetzelfde cijfer"
    fifth = FIFTH_WORDS[position.fifth].capitalize()
    return f"{fifth} van de {level}: {rank} van hoog naar laag{shared}"


def highest(named: Sequence[tuple[str, Cell]], *, decimals: int, level: str) -> str:
    """Return which region has the highest figure, or how many have one."""
    known = [(name, cell.value) for name, cell in named if cell.value is not None]
    if not known:
        return f"Voor geen van de {level} is er een cijfer om te tonen"
    top = max(value for _, value in known)
    names = [name for name, value in known if value == top]
    if len(names) == 1 and len(known) > 1:
        return f"Het hoogst in {names[0]}: {number(top, decimals=decimals)}"
    return f"{len(known)} van de {len(named)} {level} hebben een cijfer"


def shown_of(cells: Sequence[Cell], *, level: str) -> str:
    """Return how many cells have a number and how many are withheld."""
    shown = sum(cell.state is State.SHOWN for cell in cells)
    withheld = sum(cell.state is State.WITHHELD for cell in cells)
    text = f"{shown} van de {len(cells)} {level} met een cijfer"
    return f"{text}; {withheld} niet getoond (x)" if withheld else text


def joined(names: Sequence[str]) -> str:
    """Return names as a Dutch list: "a, b en c"."""
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
