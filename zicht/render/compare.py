"""The page on which a reader sets gemeenten or wijken beside each other."""

from collections.abc import Sequence

from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.page import Page
from zicht.model.theme import Indicator
from zicht.render.country import by_provincie
from zicht.render.headlines import headlines
from zicht.render.regions import Listed, Regions
from zicht.render.view import cell_of

FOLDER = "vergelijk/"


def compare_page(atlas: Atlas) -> Page:
    """Return the page to compare regions: what it offers, and what is compared without scripts."""
    told = {
        "provincies": _provincies(atlas),
        "gemeenten": [
            (provincie, [(area, _section(atlas, area)) for area in areas])
            for provincie, areas in by_provincie(atlas)
        ],
        "modules": ("compare.js",),
    }
    return Page(FOLDER, "vergelijk.html", "Vergelijken", told)


def _provincies(atlas: Atlas) -> Regions | None:
    """Return Nederland and the provincies, with the first indicator of each theme."""
    figures = headlines(atlas, Level.PROVINCIE)
    columns = tuple(
        (each.indicator, year)
        for each in figures
        if (year := each.latest(Level.PROVINCIE)) is not None
    )
    areas = (atlas.division[NEDERLAND], *atlas.division.of(Level.PROVINCIE))
    if not columns or len(areas) == 1:
        return None
    return Regions(columns, tuple(_listed(atlas, area, columns) for area in areas))


def _listed(atlas: Atlas, area: Area, columns: Sequence[tuple[Indicator, int]]) -> Listed:
    cells = tuple(
        cell_of(atlas, atlas.figures[indicator.key], area.code, year) for indicator, year in columns
    )
    return Listed(area, None, cells, "")


def _section(atlas: Atlas, area: Area) -> str:
    """Return the part of the page of a gemeente in which it is compared; "" where there is none."""
    peers = atlas.peers.get(area.code)
    if peers is not None and peers.codes:
        return "#vergelijkbaar"
    return "#buren" if atlas.neighbours.get(area.code) else ""
