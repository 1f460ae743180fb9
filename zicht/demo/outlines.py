"""Schematic outlines: Voronoi cells inside discs of land, exact at every level."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from zicht.demo.chance import Stream, stream
from zicht.demo.country import Country
from zicht.demo.gemeenten import Gemeente
from zicht.demo.numbers import Ints
from zicht.demo.seeds import Points, scatter, spread

GRID_M = 0.01
GROWTH, MARGIN_M = 1.25, 1_200  # discs of the true land area leave gaps; these close them
CLOSING_M = 2_500
SIMPLER_M = 150
BEYOND_M = 50_000
SAMPLES = 10

Shapes = npt.NDArray[np.object_]


@dataclass(frozen=True)
class Shaped:
    """The outlines of three levels in RD metres, rows as in the country.

    Every level is a valid coverage, and a region is exactly the union of those inside it.
    """

    gemeenten: Shapes
    wijken: Shapes
    buurten: Shapes


def outline(country: Country) -> Shaped:
    """Return the outlines of a country: the buurten first, the rest dissolved from them."""
    cells = _gemeente_cells(country.gemeenten)
    loose = _buurt_cells(country, cells)
    buurten = _exact(loose)
    wijken = _dissolve(buurten, country.buurt_wijk, len(country.wijk_codes))
    gemeenten = _dissolve(wijken, country.wijk_gemeente, len(country.gemeenten))
    return Shaped(gemeenten=gemeenten, wijken=wijken, buurten=buurten)


def _gemeente_cells(gemeenten: tuple[Gemeente, ...]) -> Shapes:
    """Return the part of the land that is nearest to each centre."""
    centres = np.array([(gemeente.x_m, gemeente.y_m) for gemeente in gemeenten], dtype=np.float64)
    areas_m2 = 1e6 * np.array([gemeente.land_km2 for gemeente in gemeenten])
    radii = GROWTH * np.sqrt(areas_m2 / np.pi) + MARGIN_M
    land = shapely.union_all(shapely.buffer(shapely.points(centres), radii, quad_segs=8))
    land = shapely.buffer(shapely.buffer(land, CLOSING_M), -CLOSING_M)
    return _cells(centres, shapely.simplify(land, SIMPLER_M))


def _cells(seeds: Points, around: shapely.Geometry) -> Shapes:
    """Return the part of `around` nearest to each seed, in the order of the seeds."""
    if len(seeds) == 1:
        return np.array([around], dtype=np.object_)
    wide = shapely.buffer(shapely.envelope(around), BEYOND_M)
    found = shapely.voronoi_polygons(shapely.multipoints(seeds), extend_to=wide, ordered=True)
    cells: Shapes = shapely.intersection(shapely.get_parts(found), around)
    return cells


def _buurt_cells(country: Country, cells: Shapes) -> Shapes:
    """Return the buurten, divided within each gemeente on its own: borders do not meet exactly."""
    sizes = np.bincount(country.buurt_wijk)
    firsts = np.searchsorted(country.wijk_gemeente, np.arange(len(cells) + 1))
    found = []
    for row, gemeente in enumerate(country.gemeenten):
        centre = (gemeente.x_m, gemeente.y_m)
        of_wijken = sizes[firsts[row] : firsts[row + 1]]
        chance = stream(Stream.SEEDS, part=row)
        samples = scatter(cells[row], centre, chance, fewest=SAMPLES * int(of_wijken.sum()))
        found.append(_cells(spread(samples, centre, sizes=of_wijken), cells[row]))
    return np.concatenate(found)


def _exact(loose: Shapes) -> Shapes:
    """Return the same cells with borders that meet vertex for vertex, on a grid of `GRID_M`.

    All borders are noded together and the plane is cut anew along them, so that a corner that
    touches a neighbour halfway its border becomes a vertex of that neighbour too.
    """
    borders = shapely.union_all(shapely.boundary(loose), grid_size=GRID_M)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(borders)))
    inside, owner = shapely.STRtree(loose).query(
        shapely.point_on_surface(faces), predicate="intersects"
    )
    _, once = np.unique(inside, return_index=True)
    return _dissolve(faces[inside[once]], owner[once], len(loose))


def _dissolve(shapes: Shapes, parent: Ints, size: int) -> Shapes:
    """Return one shape for each parent. Errors: IndexError for a parent without shapes."""
    order = np.argsort(parent, kind="stable")
    bounds = np.searchsorted(parent[order], np.arange(size + 1))
    groups = np.split(shapes[order], bounds[1:-1])
    return np.array([_one(group) for group in groups], dtype=np.object_)


def _one(group: Shapes) -> shapely.Geometry:
    if len(group) == 1:
        only: shapely.Geometry = group[0]
        return only
    return shapely.normalize(shapely.coverage_union_all(group))
