"""A gemeente among those around it, also in another provincie: a chart and a sentence each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zicht.model.area import NEDERLAND, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Dots
from zicht.model.dutch import number
from zicht.model.figure import Cell, Figures, State
from zicht.model.theme import Indicator
from zicht.render.headlines import headlines
from zicht.render.view import cell_of, items_of


@dataclass(frozen=True, slots=True)
class Surrounded:
    """One indicator of a gemeente beside those around it; no chart where none has a figure."""

    indicator: Indicator
    year: int
    sentence: str
    chart: Dots | None


def surroundings(atlas: Atlas, code: str, *, base: str) -> tuple[Surrounded, ...]:
    """Return a gemeente among its neighbours, for the first indicator of each theme.

    Shape:  in the order of the themes; nothing for a gemeente without neighbours.
    """
    if not atlas.neighbours.get(code):
        return ()
    found = (
        (figures, figures.latest(Level.GEMEENTE)) for figures in headlines(atlas, Level.GEMEENTE)
    )
    return tuple(
        _surrounded(atlas, figures, code, year=year, base=base)
        for figures, year in found
        if year is not None
    )


def _surrounded(atlas: Atlas, figures: Figures, code: str, *, year: int, base: str) -> Surrounded:
    indicator = figures.indicator
    areas = [atlas.division[each] for each in (code, *atlas.neighbours[code])]
    own, *others = items_of(atlas, figures, areas, year=year, base=base, here=code)
    items = (replace(own, href=None), *others)
    named = [(item.name, item.cell) for item in items]
    told = compared(named[0], named[1:])
    chart = None
    if any(cell.value is not None for _, cell in named[1:]):
        chart = Dots(
            key=f"buren-{indicator.key}",
            title=told,
            description=top(named, decimals=indicator.decimals),
            unit=indicator.unit,
            decimals=indicator.decimals,
            items=items,
            reference=("Nederland", cell_of(atlas, figures, NEDERLAND, year)),
        )
    return Surrounded(indicator, year, told, chart)


def compared(own: tuple[str, Cell], others: Sequence[tuple[str, Cell]]) -> str:
    """Return how many neighbours have a higher figure; only those that are shown are counted."""
    shown = [(name, cell.value) for name, cell in others if cell.value is not None]
    hidden = sum(cell.state is State.WITHHELD for _, cell in others)
    if not shown:
        told = "Van de omliggende gemeenten is er geen cijfer om te tonen"
    elif own[1].value is None:
        told = f"Van {own[0]} is er geen cijfer om te tonen; {_with_figure(shown, len(others))}"
    else:
        told = _higher(own[1].value, shown, len(others))
    if not shown or not hidden:
        return f"{told}."
    noun = "gemeente" if hidden == 1 else "gemeenten"
    return f"{told}; van {hidden} {noun} is het cijfer niet getoond (x)."


def _with_figure(shown: Sequence[tuple[str, float]], among: int) -> str:
    if len(shown) == 1:
        return f"van {shown[0][0]} wel"
    some = f"alle {among}" if len(shown) == among else f"{len(shown)} van de {among}"
    return f"van {some} omliggende gemeenten wel"


def _higher(own: float, shown: Sequence[tuple[str, float]], among: int) -> str:
    """Return how many are higher, or how the only one is."""
    if len(shown) == 1:
        name, value = shown[0]
        how = "hetzelfde" if value == own else "een hoger" if value > own else "een lager"
        only = "" if among == 1 else ", de enige omliggende gemeente met een cijfer,"
        return f"{name}{only} heeft {how} cijfer"
    higher = sum(value > own for _, value in shown)
    group = f"{len(shown)} omliggende gemeenten{'' if len(shown) == among else ' met een cijfer'}"
    if higher == len(shown):
        return f"Alle {group} hebben een hoger cijfer"
    many = "Geen" if higher == 0 else number(higher, decimals=0)
    return f"{many} van de {group} {'hebben' if higher > 1 else 'heeft'} een hoger cijfer"


def top(named: Sequence[tuple[str, Cell]], *, decimals: int) -> str:
    """Return where the figure is highest, the own gemeente among them; which, if they are more."""
    known = [(cell.value, name) for name, cell in named if cell.value is not None]
    most = max(value for value, _ in known)
    names = [name for value, name in known if value == most]
    if len(known) == 1:
        return f"Het enige cijfer is {number(most, decimals=decimals)}."
    if len(names) > 1:
        return f"Het hoogste cijfer is {number(most, decimals=decimals)}."
    return f"Het hoogst in {names[0]}: {number(most, decimals=decimals)}."
