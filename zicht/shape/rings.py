"""Outlines taken apart into arrays of points, so that work on all of them is one operation."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from zicht.model.area import Shapes

Points = npt.NDArray[np.float64]
Offsets = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rings:
    """Regions as one array of points, cut up by three arrays of offsets.

    Region r has the polygons `regions[r]:regions[r+1]`; polygon p has the rings
    `polygons[p]:polygons[p+1]`, its outer ring first; ring q has the points
    `rings[q]:rings[q+1]`, of which the last repeats the first.
    """

    points: Points
    rings: Offsets
    polygons: Offsets
    regions: Offsets

    def region_of_ring(self) -> Offsets:
        """Return, for every ring, the number of the region that it belongs to."""
        first_ring = self.polygons[self.regions]
        return np.repeat(np.arange(len(self.regions) - 1), np.diff(first_ring))

    def shapes(self) -> Shapes:
        """Return the regions as multipolygons."""
        offsets = (self.rings, self.polygons, self.regions)
        made: Shapes = shapely.from_ragged_array(
            shapely.GeometryType.MULTIPOLYGON, self.points, offsets
        )
        return made


def rings_of(shapes: Shapes) -> Rings:
    """Return the rings of polygons and multipolygons.

    Shape:  one region per shape, same order; an empty shape is a region without polygons.
    Errors: ValueError for a shape that is no polygon or multipolygon.
    """
    kind, points, offsets = shapely.to_ragged_array(shapes, include_z=False)
    rings, polygons = (np.asarray(offset, dtype=np.int64) for offset in offsets[:2])
    if kind is shapely.GeometryType.POLYGON:
        regions = np.arange(len(shapes) + 1, dtype=np.int64)
    elif kind is shapely.GeometryType.MULTIPOLYGON:
        regions = np.asarray(offsets[2], dtype=np.int64)
    else:
        msg = f"outlines are polygons, not {kind.name}"
        raise ValueError(msg)
    return Rings(points, rings, polygons, regions)
