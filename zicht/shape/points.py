"""A point inside each region: where a mark stands that is about the whole of it."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from zicht.shape.geojson import DECIMALS

FEWEST_DECIMALS = 3
"""About a hundred metres: a mark on a map of a whole gemeente needs no more."""


def inner_points(
    geometries: Mapping[str, str], codes: Sequence[str]
) -> Mapping[str, tuple[float, float]]:
    """Return a point inside the outline of each region that has one, by code.

    Shape:  in the order of the codes; three decimals, more where the point would lie outside.
    Unit:   degrees WGS84, longitude first.
    Errors: none; the geometries are those of `geojson_geometries`.
    """
    known = [code for code in codes if code in geometries]
    shapes = shapely.from_geojson([geometries[code] for code in known])
    exact = shapely.get_coordinates(shapely.point_on_surface(shapes))
    points = exact.copy()
    outside = np.ones(len(known), dtype=np.bool_)
    for decimals in range(FEWEST_DECIMALS, DECIMALS + 1):
        points[outside] = np.round(exact[outside], decimals)
        outside = ~shapely.contains_xy(shapes, points)
    return {code: (x, y) for code, (x, y) in zip(known, points.tolist(), strict=True)}
