"""Which gemeenten stand on a map of a few: those few, and what lies between them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from zicht.model.area import Level
from zicht.model.atlas import Atlas

MOST = 120
"""More outlines than this make a page heavy; then only neighbours are drawn beside the few."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Around:
    """The outlines of an atlas, looked up by where they lie."""

    atlas: Atlas

    def shapes(self, own: str, others: Sequence[str]) -> tuple[str, ...]:
        """Return the gemeenten to draw, by code: these, those between them, and the own neighbours.

        A gemeente without an outline is left out.
        """
        beside = [code for code in self.atlas.neighbours.get(own, ()) if code in self.atlas.shapes]
        known = [code for code in (own, *others) if code in self.atlas.shapes]
        if not known:
            return ()
        boxes = [_box(self.atlas.shapes[code]) for code in known]
        west, south = (min(box[side] for box in boxes) for side in (0, 1))
        east, north = (max(box[side] for box in boxes) for side in (2, 3))
        between = {
            area.code
            for area in self.atlas.division.of(Level.GEMEENTE)
            if area.code in self.atlas.shapes
            and _inside(_box(self.atlas.shapes[area.code]), (west, south, east, north))
        }
        if len(between) > MOST:
            between &= {one for code in known for one in self.atlas.neighbours.get(code, ())}
        return tuple(sorted({*known, *between, *beside}))


def _inside(box: Box, other: Box) -> bool:
    """Tell whether the middle of a box lies in the other one."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


@lru_cache(maxsize=1024)
def _box(geometry: str) -> Box:
    """Return west, south, east and north of an outline."""
    shape = json.loads(geometry)
    many = shape["type"] == "MultiPolygon"
    polygons = shape["coordinates"] if many else [shape["coordinates"]]
    points = [point for rings in polygons for point in rings[0]]
    across, along = zip(*points, strict=True)
    return min(across), min(along), max(across), max(along)
