"""What pages ask to have drawn."""

from collections.abc import Mapping, Sequence

from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Bars, Item, Line, Map, Role, Strip, Trend
from zicht.model.figure import Cell, Figures, State
from zicht.model.theme import Indicator
from zicht.render import words
from zicht.render.view import LEVEL_WORDS, fullest, gemeente_of, items_of

MOST_BARS = 20


def line_of(atlas: Atlas, figures: Figures, code: str, *, role: Role) -> Line:
    """Return the years of one region as a line, with the breaks of its gemeente.

    The line of a gemeente may be that of similar ones. It begins in the first year for which
    anything is known of any region, so that all charts of an indicator have one axis.
    """
    first, row = figures.values.years.index(figures.since), atlas.division.row[code]
    years = figures.values.years[first:]
    if role is Role.SIMILAR:
        return Line("Vergelijkbaar", role, years, figures.similar.cells(row)[first:])
    broken = {**atlas.breaks.get(gemeente_of(atlas, code), {}), **figures.indicator.breaks}
    cells = figures.values.cells(row)[first:]
    return Line(atlas.division[code].name, role, years, cells, tuple(sorted(broken)))


def trend_of(atlas: Atlas, figures: Figures, code: str, *, key: str) -> Trend:
    """Return the question for a line chart of a region beside similar ones and Nederland."""
    indicator, own = figures.indicator, line_of(atlas, figures, code, role=Role.HERE)
    lines = [own]
    if indicator.comparable and code != NEDERLAND:
        similar = line_of(atlas, figures, code, role=Role.SIMILAR)
        if any(cell.state is State.SHOWN for cell in similar.cells):
            lines.append(similar)
        lines.append(line_of(atlas, figures, NEDERLAND, role=Role.COUNTRY))
    said = (
        f"{line.name}: {words.course(line.years, line.cells, decimals=indicator.decimals)}."
        for line in lines
    )
    return Trend(
        key=f"lijn-{key}",
        title=words.course(own.years, own.cells, decimals=indicator.decimals),
        description=" ".join(said),
        unit=indicator.unit,
        decimals=indicator.decimals,
        lines=tuple(lines),
    )


def bars_of(
    figures: Figures, items: Sequence[Item], *, key: str, level: str, reference: tuple[str, Cell]
) -> Bars:
    """Return the question for bars, the highest first; regions without a number come last."""
    indicator = figures.indicator
    ordered = sorted(items, key=lambda item: (-(item.cell.value or 0), item.cell.state, item.name))
    first = sorted(ordered, key=lambda item: item.cell.state is not State.SHOWN)[:MOST_BARS]
    named = [(item.name, item.cell) for item in items]
    return Bars(
        key=f"staaf-{key}",
        title=words.highest(named, decimals=indicator.decimals, level=level),
        description=words.shown_of([item.cell for item in items], level=level),
        unit=indicator.unit,
        decimals=indicator.decimals,
        items=tuple(first),
        reference=reference if indicator.comparable else None,
    )


def strip_of(figures: Figures, items: Sequence[Item], *, key: str, title: str) -> Strip:
    """Return the question for a strip: all regions on one axis."""
    indicator = figures.indicator
    return Strip(
        key=f"strook-{key}",
        title=title,
        description=words.shown_of([item.cell for item in items], level="gemeenten"),
        unit=indicator.unit,
        decimals=indicator.decimals,
        items=tuple(items),
    )


def map_of(
    figures: Figures, items: Sequence[Item], *, key: str, shapes: Mapping[str, str], level: Level
) -> Map | None:
    """Return the question for a map; None where no outline was delivered or nothing is known."""
    drawn = tuple(item for item in items if item.code in shapes)
    ranking = figures.rankings.get(level)
    if not drawn or ranking is None:
        return None
    indicator, plural = figures.indicator, LEVEL_WORDS[level]
    return Map(
        key=f"kaart-{key}",
        title=words.shown_of([item.cell for item in drawn], level=plural),
        description=words.highest(
            [(item.name, item.cell) for item in drawn], decimals=indicator.decimals, level=plural
        ),
        unit=indicator.unit,
        decimals=indicator.decimals,
        items=drawn,
        shapes={item.code: shapes[item.code] for item in drawn},
        bounds=ranking.bounds,
    )


def map_below(
    atlas: Atlas, areas: Sequence[Area], level: Level, *, base: str
) -> tuple[Map, Indicator, int] | None:
    """Return a map of the regions inside a region, of the indicator that shows most, and its year.

    None where there is nothing to show.
    """
    figures = fullest(atlas, areas, level)
    year = None if figures is None else figures.latest(level)
    if figures is None or year is None:
        return None
    items = items_of(atlas, figures, areas, year=year, base=base)
    drawn = map_of(figures, items, key=LEVEL_WORDS[level], shapes=atlas.shapes, level=level)
    return None if drawn is None else (drawn, figures.indicator, year)
