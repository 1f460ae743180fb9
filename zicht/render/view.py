"""Looking up in the atlas: a figure of a region, its link, its gemeente."""

from collections.abc import Sequence

from zicht.model.address import area_folder, relative
from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Item
from zicht.model.figure import Cell, Figures, State
from zicht.model.theme import Indicator, Theme

LEVEL_WORDS = {Level.GEMEENTE: "gemeenten", Level.WIJK: "wijken", Level.BUURT: "buurten"}


def gemeente_of(atlas: Atlas, code: str) -> str:
    """Return the code of the gemeente that a region is or lies in."""
    line = (*atlas.division.parents(code), atlas.division[code])
    return next((area.code for area in line if area.level is Level.GEMEENTE), code)


def cell_of(atlas: Atlas, figures: Figures, code: str, year: int) -> Cell:
    """Return the compared figure of a region in a year."""
    return figures.values.cell(atlas.division.row[code], year)


def link(area: Area, *, base: str) -> str | None:
    """Return the link to a region's page; None for a level without pages."""
    if area.level not in {Level.GEMEENTE, Level.WIJK}:
        return None
    return relative(area_folder(area), base=base)


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


def fullest(atlas: Atlas, areas: Sequence[Area], level: Level) -> Figures | None:
    """Return the indicator of which a map shows most: the most figures above zero, then in all."""
    best, most = None, (0, 0)
    for figures in atlas.figures.values():
        year = figures.latest(level)
        if year is not None and figures.indicator.placed:
            cells = [cell_of(atlas, figures, area.code, year) for area in areas]
            known = [cell.value for cell in cells if cell.value is not None]
            told = (sum(value > 0 for value in known), len(known))
            if told > most:
                best, most = figures, told
    return best


def has_pages(atlas: Atlas, theme: Theme) -> bool:
    """Tell whether each gemeente has a page of this theme: anything to show of any gemeente."""
    known = (atlas.figures[one.key].latest(Level.GEMEENTE) for one in theme.indicators)
    return bool(theme.flows) or any(year is not None for year in known)


def only_national(atlas: Atlas, theme: Theme) -> tuple[Indicator, ...]:
    """Return the indicators of a theme that have a figure of Nederland and of no gemeente."""
    every = [atlas.figures[one.key] for one in theme.indicators]
    row = atlas.division.row[NEDERLAND]
    return tuple(
        each.indicator
        for each in every
        if each.latest(Level.GEMEENTE) is None and (each.values.states[row] == State.SHOWN).any()
    )
