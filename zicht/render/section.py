"""One indicator of one region in full: message, charts, their tables, words."""

from collections.abc import Sequence
from dataclasses import dataclass

from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Ask, Bars, Item, Map, Role, Strip, Trend
from zicht.model.figure import Cell, Figures
from zicht.render import view, words
from zicht.render.asks import bars_of, map_of, strip_of, trend_of
from zicht.render.branches import Bough, boughs_of
from zicht.render.breakdowns import Told, divided
from zicht.render.related import Beside, context_of
from zicht.render.rows import Row, row_of


@dataclass(frozen=True, slots=True)
class Year:
    """A line of the table under a trend: the cells beside each other in the order of the lines."""

    year: int
    cells: tuple[Cell, ...]
    count: Cell | None


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the table under bars and map: a region below, its figure and its count."""

    area: Area
    href: str | None
    here: Cell
    count: Cell | None


@dataclass(frozen=True, slots=True)
class Section:
    """One indicator in full. A chart that would show nothing is None."""

    row: Row
    headline: str
    trend: Trend
    years: tuple[Year, ...]
    strip: Strip | None
    bars: Bars | None
    map: Map | None
    parts: tuple[Part, ...]
    part_year: int | None
    breakdowns: tuple[Told, ...]
    context: tuple[Beside, ...]
    boughs: tuple[Bough, ...]

    @property
    def charts(self) -> tuple[Ask, ...]:
        """Return the charts that this section asks for."""
        parts = (chart for told in self.breakdowns for chart in told.asked)
        asked = (self.trend, self.strip, self.bars, self.map, *parts)
        drawn = tuple(chart for chart in asked if chart is not None)
        return (*drawn, *(bough.chart for bough in self.boughs))


def section_of(atlas: Atlas, figures: Figures, code: str, *, base: str) -> Section | None:
    """Return everything about one indicator of a gemeente; None without figures at its level."""
    row = row_of(atlas, figures, code)
    if row is None:
        return None
    key, wijken = figures.indicator.key, atlas.division.children(code)
    trend = trend_of(atlas, figures, code, key=key)
    year = figures.latest(Level.WIJK)
    bars: Bars | None = None
    chart_map: Map | None = None
    parts: tuple[Part, ...] = ()
    if year is not None and wijken:
        items = view.items_of(atlas, figures, wijken, year=year, base=base)
        name = atlas.division[code].name
        reference = (name, view.cell_of(atlas, figures, code, year))
        bars = bars_of(figures, items, key=key, level="wijken", reference=reference)
        chart_map = map_of(figures, items, key=key, shapes=atlas.shapes, level=Level.WIJK)
        parts = _parts(atlas, figures, wijken, items, year)
    return Section(
        row,
        words.headline(figures.indicator, row.here, year=row.year, than=row.around),
        trend,
        _years(atlas, figures, code, trend),
        _strip(atlas, figures, code, row),
        bars,
        chart_map,
        parts,
        year,
        divided(atlas, figures, code),
        tuple(context_of(atlas, figures, code)),
        boughs_of(atlas, figures, code, base=base),
    )


def _years(atlas: Atlas, figures: Figures, code: str, trend: Trend) -> tuple[Year, ...]:
    """Return every year that was delivered, also those of which only the count is known."""
    row, counts = atlas.division.row[code], figures.counts
    of = {
        Role.HERE: (figures.values, row),
        Role.SIMILAR: (figures.similar, row),
        Role.COUNTRY: (figures.values, atlas.division.row[NEDERLAND]),
    }
    columns = [of[line.role] for line in trend.lines]
    return tuple(
        Year(
            year,
            tuple(grid.cell(line, year) for grid, line in columns),
            None if counts is None else counts.cell(row, year),
        )
        for year in figures.values.years
    )


def _parts(
    atlas: Atlas, figures: Figures, areas: Sequence[Area], items: Sequence[Item], year: int
) -> tuple[Part, ...]:
    rows, counts = atlas.division.row, figures.counts
    return tuple(
        Part(
            area,
            item.href,
            item.cell,
            None if counts is None else counts.cell(rows[area.code], year),
        )
        for area, item in zip(areas, items, strict=True)
    )


def _strip(atlas: Atlas, figures: Figures, code: str, row: Row) -> Strip | None:
    if not figures.indicator.placed:
        return None
    items = [
        Item(one.code, one.name, view.cell_of(atlas, figures, one.code, row.year), one.code == code)
        for one in atlas.division.of(Level.GEMEENTE)
    ]
    title = words.place(row.position, level="gemeenten")
    return strip_of(figures, items, key=figures.indicator.key, title=title)
