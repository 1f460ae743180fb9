"""Maps of flows: outlines, lines and dots where the outlines of their regions put them."""

import json
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import shapely
from shapely.errors import GEOSException

from zicht.audit.page.maps import Points, elsewhere, outline, projected, projection
from zicht.audit.page.marks import Mark
from zicht.audit.page.scale import NEAR, classes
from zicht.audit.page.wanted import Row

_DEGREES = 2e-4
"""A middle told in four decimals, of outlines in five."""


def stream_marks(
    marks: Sequence[Mark],
    rows: Sequence[Row],
    unit: Mapping[str, object],
    *,
    shapes: Mapping[str, object],
) -> Iterator[Mark | None]:
    """Yield marks that do not follow from the rows; None for marks too many or too few.

    Regions come first, then the own one once more, then all lines, then all dots.
    """
    areas = [row for row in rows if row.get("part") == "area"]
    lines = [row for row in rows if row.get("part") == "line"]
    regions = [*areas, *(row for row in areas if row.get("here"))]
    sizes = (len(regions), len(lines), len(lines))
    if len(marks) != sum(sizes):
        yield None
        return
    paths, ruled = marks[: sizes[0]], marks[sizes[0] : sizes[0] + sizes[1]]
    fills = classes(unit)
    for mark, row in zip(paths, areas, strict=False):
        if mark.look.get("fill") != fills.get(str(row.get("kind"))):
            yield mark
    outlines = [outline(shapes.get(str(row.get("code")))) for row in regions]
    yield from elsewhere(paths, outlines)
    found = projection(paths, outlines)
    widths = classes(unit, "strokeWidth")
    middles = np.array([m for shape in shapes.values() if (m := _middle(shape))]).reshape(-1, 2)
    for mark, dot, row in zip(ruled, marks[-len(lines) or len(marks) :], lines, strict=True):
        if found is None or not _follows(mark, dot, row, found, middles):
            yield mark
        thick = mark.look.get("stroke-width", "1")
        if thick != f"{widths.get(str(row.get('width')))}":
            yield mark


def _follows(
    mark: Mark,
    dot: Mark,
    row: Row,
    found: tuple[float, Points],
    middles: Points,
) -> bool:
    """Tell whether a line and its dot stand where the row says, in the middle of regions."""
    told = [row.get(name) for name in ("x", "y", "x2", "y2")]
    if not all(isinstance(one, int | float) for one in told):
        return False
    ends = np.array(told, dtype=np.float64).reshape(2, 2)
    if any(np.abs(middles - end).max(axis=1).min(initial=1.0) > _DEGREES for end in ends):
        return False
    scale, moved = found
    places = projected(ends) * scale + moved
    drawn = np.array([(mark.x, mark.y), (mark.x + mark.dx, mark.y + mark.dy)])
    near = np.abs(places - drawn).max() <= 2 * NEAR
    at_dot = np.abs(places[1] - np.array((dot.x, dot.y))).max() <= 2 * NEAR
    return bool(near and at_dot and mark.tag == "line" and dot.tag == "circle")


def _middle(shape: object) -> tuple[float, float] | None:
    """Return the middle of the largest part of a region."""
    try:
        parts = shapely.get_parts(shapely.from_geojson(json.dumps(shape)))
        areas = [shapely.Polygon(part.exterior) for part in parts]
        centre = max(areas, key=lambda part: part.area).centroid
    except (AttributeError, GEOSException, KeyError, TypeError, ValueError):
        return None
    return float(centre.x), float(centre.y)
