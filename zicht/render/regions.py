"""A table of regions, with a column for each indicator."""

from collections.abc import Sequence
from dataclasses import dataclass

from zicht.model.area import Area
from zicht.model.atlas import Atlas
from zicht.model.figure import Cell, Figures
from zicht.model.theme import Indicator
from zicht.render.view import cell_of, link


@dataclass(frozen=True, slots=True)
class Listed:
    """A region in a table: `cells` in the order of the table's indicators.

    `elsewhere` names its provincie where that is another one than that of the first region.
    """

    area: Area
    href: str | None
    cells: tuple[Cell, ...]
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Regions:
    """A table of regions: a column an indicator, with the year of each."""

    columns: tuple[tuple[Indicator, int], ...]
    rows: tuple[Listed, ...]


def regions_table(
    atlas: Atlas, areas: Sequence[Area], figures: Sequence[Figures], *, base: str
) -> Regions | None:
    """Return a table of regions of one level with a column for each of the figures.

    Figures that the level does not have are left out; None without regions or columns.
    """
    columns = tuple(
        (each.indicator, year)
        for each in figures
        if areas and (year := each.latest(areas[0].level)) is not None
    )
    if not columns:
        return None
    rows = (
        Listed(
            area,
            link(area, base=base),
            tuple(
                cell_of(atlas, atlas.figures[indicator.key], area.code, year)
                for indicator, year in columns
            ),
            _elsewhere(atlas, area, areas[0]),
        )
        for area in areas
    )
    return Regions(columns, tuple(rows))


def _elsewhere(atlas: Atlas, area: Area, first: Area) -> str:
    if area.parent == first.parent or area.parent is None:
        return ""
    return atlas.division[area.parent].name
