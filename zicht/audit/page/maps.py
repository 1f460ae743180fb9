"""Maps: every region in the fill of its class, drawn as its outline and not otherwise."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from zicht.audit.page.marks import Mark
from zicht.audit.page.scale import NEAR, classes
from zicht.audit.page.wanted import Row

Points: TypeAlias = npt.NDArray[np.float64]

_CLEAR = "transparent"
"""A mark without a fill."""
_FINE = 1e-9
_DECIMALS = 5
"""About a metre: an outline that says more could say something else."""


def map_marks(
    marks: Sequence[Mark],
    rows: Sequence[Row],
    unit: Mapping[str, object],
    *,
    shapes: Mapping[str, object],
) -> Iterator[Mark | None]:
    """Yield regions of another fill than that of their class, or of another outline.

    None stands for marks too many or too few; the own outlines come after all regions.
    Shape:  `shapes` holds a GeoJSON geometry by code.
    """
    fills = classes(unit)
    own = [row for row in rows if row.get("here")]
    if any(not mark.path for mark in marks) or len(marks) != len(rows) + len(own):
        yield None
    for mark, row in zip(marks, rows, strict=False):
        if mark.look.get("fill", _CLEAR) != fills.get(str(row.get("class"))):
            yield mark
    outlines = [outline(shapes.get(str(row.get("code")))) for row in (*rows, *own)]
    yield from elsewhere(marks, outlines)


def outline(geometry: object) -> Points:
    """Return the corners of a geometry in the order in which they are drawn; none if it is none."""
    told = geometry.get("coordinates") if isinstance(geometry, Mapping) else None
    if not isinstance(geometry, Mapping) or not isinstance(told, list):
        return np.empty((0, 2))
    try:
        polygons = [told] if geometry.get("type") == "Polygon" else told
        corners = [corner for rings in polygons for ring in rings for corner in ring[:-1]]
        points = np.array(corners, dtype=np.float64).reshape(-1, 2)
    except (TypeError, ValueError):
        return np.empty((0, 2))
    exact = np.abs(points - np.round(points, _DECIMALS)).max(initial=0.0) < _FINE
    return points if exact else np.empty((0, 2))


def elsewhere(marks: Sequence[Mark], outlines: Sequence[Points]) -> Iterator[Mark]:
    """Yield marks whose corners are not those of their outline in one projection of them all.

    Source: Mercator, as d3-geo does it: one scale for both axes.
    """
    pairs = _pairs(marks, outlines)
    yield from (mark for mark, one, other in pairs if len(one) != len(other) or not len(one))
    found = projection(marks, outlines)
    if found is None:
        return
    scale, moved = found
    for mark, one, other in pairs:
        if len(one) == len(other) and (np.abs(other * scale + moved - one) > NEAR).any():
            yield mark


def _pairs(marks: Sequence[Mark], outlines: Sequence[Points]) -> list[tuple[Mark, Points, Points]]:
    drawn = [np.array(mark.vertices, dtype=np.float64).reshape(-1, 2) for mark in marks]
    return list(zip(marks, drawn, map(projected, outlines), strict=False))


def projection(marks: Sequence[Mark], outlines: Sequence[Points]) -> tuple[float, Points] | None:
    """Return how a flat map became the drawing: its scale, and how far it moved."""
    pairs = _pairs(marks, outlines)
    known = [(one, other) for _, one, other in pairs if len(one) == len(other) and len(one)]
    if not known:
        return None
    places, flat = (np.concatenate(side) for side in zip(*known, strict=True))
    axis = int(np.argmax(np.ptp(flat, axis=0)))
    scale = float(np.ptp(places[:, axis]) / np.ptp(flat[:, axis]))
    return scale, np.median(places - flat * scale, axis=0)


def projected(points: Points) -> Points:
    """Return degrees on a flat map, downwards as a drawing runs."""
    north = np.log(np.tan(math.pi / 4 + np.radians(points[:, 1]) / 2))
    return np.column_stack([points[:, 0], -np.degrees(north)])
