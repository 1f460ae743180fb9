"""One level of outlines, from as delivered to as drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from zicht.model.area import Level, Outlines
from zicht.shape.coverage import clean_coverage
from zicht.shape.geojson import geojson_geometries
from zicht.shape.neighbours import neighbours
from zicht.shape.outlines import simplify_coverage

TOLERANCE_M = {
    Level.PROVINCIE: 400.0,
    Level.GEMEENTE: 400.0,
    Level.WIJK: 30.0,
    Level.BUURT: 10.0,
}
"""How much an outline may be simplified: at most about a pixel of the map it is drawn on, which is
800 m for the Netherlands, 30 m for a gemeente of 10 km and 10 m for a wijk of 3 km wide."""

OVERVIEW_M = 800.0
OVERVIEW_DECIMALS = 3
"""How much they may be simplified for a small map of the whole country, and its degrees: what a
page fetches before it shows anything must be light. Three decimals are about 100 m."""


@dataclass(frozen=True, slots=True)
class ShapedLevel:
    """The geometries (GeoJSON text) and the neighbours of the regions of one level, by code.

    `overview` are the same geometries for a small map of the country, only of gemeenten.
    """

    level: Level
    geometries: Mapping[str, str]
    neighbours: Mapping[str, tuple[str, ...]]
    overview: Mapping[str, str]


def shape_level(outlines: Outlines) -> ShapedLevel:
    """Return outlines cleaned, simplified and written as GeoJSON, with who borders on whom.

    Shape:  the regions of the level; neighbours and an overview only for gemeenten.
    Errors: BuildError when the outlines are no coverage and cannot be made one.
    Source: decisions/0003-outlines.md
    """
    clean, _ = clean_coverage(outlines)
    beside = neighbours(clean) if outlines.level is Level.GEMEENTE else {}
    simple = simplify_coverage(clean, tolerance_m=TOLERANCE_M[outlines.level])
    geometries = geojson_geometries(simple)
    overview = _overview(simple) if outlines.level is Level.GEMEENTE else {}
    return ShapedLevel(outlines.level, geometries, beside, overview)


def _overview(simple: Outlines) -> Mapping[str, str]:
    light = simplify_coverage(simple, tolerance_m=OVERVIEW_M)
    return geojson_geometries(light, decimals=OVERVIEW_DECIMALS)
