"""What a page says of one region: its figures beside others, its charts, its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zicht.model.address import area_folder, relative
from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Bars, Item, Line, Map, Role, Spark, Strip, Trend
from zicht.model.figure import Cell, Figures, Position, State
from zicht.model.theme import Indicator
from zicht.render import words

LEVEL_WORDS = {Level.GEMEENTE: "gemeenten", Level.WIJK: "wijken", Level.BUURT: "buurten"}
MOST_BARS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator for one region: the figure and what it is set against."""

    indicator: Indicator
    year: int
    here: Cell
    count: Cell | None
    around: tuple[tuple[str, Cell], ...]
    position: Position | None
    spark: Spark

    @property
    def fifth_words(self) -> str:
        """Return the position in words, empty without one."""
        if self.position is None or self.position.fifth is None:
            return ""
        return words.FIFTH_WORDS[self.position.fifth]


@dataclass(frozen=True, slots=True)
class Listed:
    """A region in a table: `cells` in the order of the table's indicators."""

    area: Area
    href: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Regions:
    """A table of regions: a column an indicator, with the year of each."""

    columns: tuple[tuple[Indicator, int], ...]
    rows: tuple[Listed, ...]


def gemeente_of(atlas: Atlas, code: str) -> str:
    """Return the code of the gemeente that a region is or lies in."""
    line = (*atlas.division.parents(code), atlas.division[code])
    return next((area.code for area in line if area.level is Level.GEMEENTE), code)


def cell_of(atlas: Atlas, figures: Figures, code: str, year: int) -> Cell:
    """Return the compared figure of a region in a year."""
    return figures.values.cell(atlas.division.row[code], year)


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


def row_of(atlas: Atlas, figures: Figures, code: str) -> Row | None:
    """Return what a row of a table says; None where the level has no figures at all."""
    area, row, indicator = atlas.division[code], atlas.division.row[code], figures.indicator
    year = figures.latest(area.level)
    if year is None:
        return None
    line = line_of(atlas, figures, code, role=Role.HERE)
    spark = Spark(
        key=f"t-{indicator.key}",
        title=f"{indicator.title}, {line.years[0]} tot en met {line.years[-1]}",
        description=words.course(line.years, line.cells, decimals=indicator.decimals) + ".",
        unit=indicator.unit,
        decimals=indicator.decimals,
        line=line,
    )
    return Row(
        indicator,
        year,
        figures.values.cell(row, year),
        None if figures.counts is None else figures.counts.cell(row, year),
        _around(atlas, figures, area, year),
        figures.position(row, area.level) if indicator.comparable else None,
        spark,
    )


def _around(atlas: Atlas, figures: Figures, area: Area, year: int) -> tuple[tuple[str, Cell], ...]:
    """Return what the figure is set against: similar gemeenten or the gemeente, and Nederland."""
    if not figures.indicator.comparable:
        return ()
    country = ("in heel Nederland", cell_of(atlas, figures, NEDERLAND, year))
    if area.level is Level.GEMEENTE:
        similar = figures.similar.cell(atlas.division.row[area.code], year)
        return (("in vergelijkbare gemeenten", similar), country)
    gemeente = atlas.division[gemeente_of(atlas, area.code)]
    return ((f"in {gemeente.name}", cell_of(atlas, figures, gemeente.code, year)), country)


def rows_by_theme(atlas: Atlas, code: str) -> tuple[tuple[object, tuple[Row, ...]], ...]:
    """Return the rows of a region, theme by theme; themes without any row are left out."""
    found = []
    for theme in atlas.themes:
        figures = [atlas.figures[indicator.key] for indicator in theme.indicators]
        rows = tuple(row for each in figures if (row := row_of(atlas, each, code)) is not None)
        if rows:
            found.append((theme, rows))
    return tuple(found)


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


def items_of(
    atlas: Atlas, figures: Figures, areas: Sequence[Area], *, year: int, base: str, here: str = ""
) -> tuple[Item, ...]:
    """Return regions for a chart, each with its link from the page in folder `base`."""
    return tuple(
        Item(
            area.code,
            area.name,
            cell_of(atlas, figures, area.code, year),
            here=area.code == here,
            href=link(area, base=base),
        )
        for area in areas
    )


def link(area: Area, *, base: str) -> str | None:
    """Return the link to a region's page; None for a level without pages."""
    if area.level not in {Level.GEMEENTE, Level.WIJK}:
        return None
    return relative(area_folder(area), base=base)


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


def regions_table(
    atlas: Atlas, areas: Sequence[Area], level: Level, *, base: str
) -> Regions | None:
    """Return a table of regions with a column for each indicator; None without regions."""
    columns = tuple(
        (each.indicator, year)
        for each in atlas.figures.values()
        if (year := each.latest(level)) is not None
    )
    if not areas or not columns:
        return None
    rows = (
        Listed(
            area,
            link(area, base=base),
            tuple(
                cell_of(atlas, atlas.figures[indicator.key], area.code, year)
                for indicator, year in columns
            ),
        )
        for area in areas
    )
    return Regions(columns, tuple(rows))


def fullest(atlas: Atlas, areas: Sequence[Area], level: Level) -> Figures | None:
    """Return the indicator of which a map shows most: the most figures above zero, then in all."""
    best, most = None, (0, 0)
    for figures in atlas.figures.values():
        year = figures.latest(level)
        if year is not None and figures.indicator.comparable:
            cells = [cell_of(atlas, figures, area.code, year) for area in areas]
            known = [cell.value for cell in cells if cell.value is not None]
            told = (sum(value > 0 for value in known), len(known))
            if told > most:
                best, most = figures, told
    return best
