"""Outlines from degrees to RD metres."""

import numpy as np
import numpy.typing as npt
import pyproj
import pyproj.exceptions
import shapely

from zicht.model.area import Shapes
from zicht.model.errors import Problem
from zicht.read.findings import Finding

RD = 28992
WGS84 = 4326
_DEGREES = 180.0
_BOUNDS_M = (-10_000.0, 290_000.0, 310_000.0, 640_000.0)
"""West, south, east, north of all gemeenten with their part of the North Sea, with room."""


def to_rd(shapes: Shapes, crs: str, *, origin: str) -> Finding[Shapes]:
    """Return outlines in RD metres.

    A file that claims degrees but holds numbers above 180 was written in RD without saying so.
    Shape:  same outlines, same order.
    Errors: a Problem for another system, and for outlines outside the Netherlands.
    """
    known = _epsg(crs)
    if known not in {RD, WGS84}:
        yield Problem(
            what=f'The coordinates are in "{crs[:60] or "an unnamed system"}".',
            where=origin,
            todo="Deliver the outlines in EPSG:28992 or EPSG:4326.",
        )
        return shapes
    bounds = shapely.total_bounds(shapes)
    if known == WGS84 and not np.nanmax(np.abs(bounds)) > _DEGREES:
        shapes = shapely.transform(shapes, _metres)
        bounds = shapely.total_bounds(shapes)
    if len(shapes) and not _inside(bounds):
        yield Problem(
            what="The outlines lie outside the Netherlands: "
            f"{', '.join(f'{bound:.0f}' for bound in bounds)} (RD metres).",
            where=origin,
            todo="Check the coordinate system, and that longitude comes before latitude.",
        )
    return shapes


def _epsg(crs: str) -> int | None:
    try:
        system = pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError:
        return None
    return WGS84 if "CRS84" in system.name else system.to_epsg()


def _metres(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    transformer = pyproj.Transformer.from_crs(WGS84, RD, always_xy=True)
    return np.column_stack(transformer.transform(degrees[:, 0], degrees[:, 1]))


def _inside(bounds: npt.NDArray[np.float64]) -> bool:
    west, south, east, north = _BOUNDS_M
    low = bool(bounds[0] >= west and bounds[1] >= south)
    return low and bool(bounds[2] <= east and bounds[3] <= north)
