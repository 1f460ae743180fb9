"""The page of an indicator: map, trend, every gemeente in a table, definition, downloads."""

from collections.abc import Iterator
from dataclasses import dataclass

from zicht.model.address import indicator_folder
from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.figure import Cell, Figures
from zicht.model.page import Page
from zicht.model.theme import Theme
from zicht.render import view, words
from zicht.render.asks import trend_of
from zicht.render.branches import boughs_of
from zicht.render.breakdowns import divided
from zicht.render.country import map_of_country, sort_name
from zicht.render.particulars import particulars_of
from zicht.render.related import related_of


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a table: a region or a year, the compared figure, the count behind it.

    `provincie` and `fifth` are words, empty where there is nothing to say.
    """

    here: Cell
    count: Cell | None
    area: Area | None = None
    year: int | None = None
    href: str | None = None
    provincie: str = ""
    fifth: str = ""


def indicator_page(atlas: Atlas, figures: Figures, theme: Theme) -> Page:
    """Return the page of one indicator, the whole country."""
    indicator = figures.indicator
    folder = indicator_folder(theme.key, indicator.key)
    trend = trend_of(atlas, figures, NEDERLAND, key=indicator.key)
    drawn = map_of_country(atlas, figures, base=folder)
    boughs = boughs_of(atlas, figures, NEDERLAND, base=folder)
    breakdowns = divided(atlas, figures, NEDERLAND)
    told = {
        "theme": theme,
        "indicator": indicator,
        "year": figures.latest(Level.GEMEENTE),
        "trend": trend,
        "map": drawn,
        "years": tuple(_years(atlas, figures)),
        "particulars": particulars_of(atlas, figures),
        "related": tuple(related_of(atlas, indicator)),
        "breakdowns": breakdowns,
        "boughs": boughs,
        "provincies": tuple(_regions(atlas, figures, Level.PROVINCIE, base=folder)),
        "gemeenten": tuple(_regions(atlas, figures, Level.GEMEENTE, base=folder)),
    }
    parts = (chart for each in breakdowns for chart in each.asked)
    asked = (drawn, trend, *parts, *(bough.chart for bough in boughs))
    charts = tuple(chart for chart in asked if chart is not None)
    return Page(folder, "indicator.html", indicator.title, told, charts, framed=True)


def _years(atlas: Atlas, figures: Figures) -> Iterator[Told]:
    row = atlas.division.row[NEDERLAND]
    for year in figures.values.years:
        yield Told(figures.values.cell(row, year), _count(figures, row, year), year=year)


def _regions(atlas: Atlas, figures: Figures, level: Level, *, base: str) -> Iterator[Told]:
    """Yield the regions of a level by name, in the newest year of the gemeenten."""
    year = figures.latest(Level.GEMEENTE)
    for area in sorted(atlas.division.of(level), key=sort_name) if year else ():
        row = atlas.division.row[area.code]
        position = figures.position(row, level)
        fifth = None if position is None else position.fifth
        around = atlas.division.parents(area.code)[-1]
        yield Told(
            figures.values.cell(row, year or 0),
            _count(figures, row, year or 0),
            area=area,
            href=view.link(area, base=base),
            provincie=around.name if around.level is Level.PROVINCIE else "",
            fifth="" if fifth is None else words.FIFTH_WORDS[fifth],
        )


def _count(figures: Figures, row: int, year: int) -> Cell | None:
    return None if figures.counts is None else figures.counts.cell(row, year)
