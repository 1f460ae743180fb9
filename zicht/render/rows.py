"""The row of an indicator: its figure and what that is set against."""

from dataclasses import dataclass

from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Role, Spark
from zicht.model.figure import Cell, Figures, Position
from zicht.model.theme import Indicator, Theme
from zicht.render import words
from zicht.render.asks import line_of
from zicht.render.view import cell_of, gemeente_of


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
        figures.position(row, area.level) if indicator.placed else None,
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


def rows_by_theme(atlas: Atlas, code: str) -> tuple[tuple[Theme, tuple[Row, ...]], ...]:
    """Return the rows of a region, theme by theme; themes without any row are left out."""
    found = []
    for theme in atlas.themes:
        figures = [atlas.figures[indicator.key] for indicator in theme.indicators]
        rows = tuple(row for each in figures if (row := row_of(atlas, each, code)) is not None)
        if rows:
            found.append((theme, rows))
    return tuple(found)
