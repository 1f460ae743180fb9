"""Outlines that cross themselves: mended when hardly anything changes, refused otherwise."""

from collections.abc import Sequence

import numpy as np
import shapely

from zicht.model.area import Shapes
from zicht.model.errors import Problem
from zicht.read.findings import MOST, Finding, cut_short

TOLERANCE_PCT = 0.1
"""The change of area up to which an outline is mended. The 17 faults in a real file of wijken
changed by 0,0005 percent at most; a bow tie changes by half or more."""

_POLYGONS = {shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON}


def mend(shapes: Shapes, codes: Sequence[str], *, origin: str) -> Finding[Shapes]:
    """Return the outlines, each a valid polygon or multipolygon.

    Shape:  same outlines, same order.
    Units:  percent of the area, by the rule of shoelaces on the outline as delivered.
    Errors: a Problem for a row without outline or with lines or points, and for one that mending
            changes by more than TOLERANCE_PCT; a doubt for one that it changes less.
    """
    kinds = shapely.get_type_id(shapes)
    hollow = np.flatnonzero(~np.isin(kinds, list(_POLYGONS)) | shapely.is_empty(shapes)).tolist()
    told = [_no_area(codes[row], origin) for row in hollow[:MOST]]
    yield from cut_short(told, len(hollow))
    mended = shapes.copy()
    invalid = ~shapely.is_valid(shapes) & np.isin(kinds, list(_POLYGONS))
    for row in np.flatnonzero(invalid).tolist():
        whole = shapely.make_valid(shapes[row], method="structure", keep_collapsed=False)
        yield _told(shapes[row], whole, codes[row], origin)
        mended[row] = whole
    return mended


def _told(before: shapely.Geometry, after: shapely.Geometry, code: str, origin: str) -> Problem:
    area = float(shapely.area(before))
    change = abs(float(shapely.area(after)) - area)
    changed_pct = 100 * change / area if area else 100.0
    blocks = changed_pct > TOLERANCE_PCT
    done = "mending changes" if blocks else "it was mended, which changed"
    return Problem(
        what=f"The outline of {code} is invalid, {shapely.is_valid_reason(before)}: "
        f"{done} its area by {changed_pct:.5f}%.",
        where=f"{origin}, {code}",
        todo=f"Mend it at the source{'' if blocks else ' when you can'}.",
        blocks=blocks,
    )


def _no_area(code: str, origin: str) -> Problem:
    return Problem(
        what=f"{code} has no area as its outline.",
        where=f"{origin}, {code}",
        todo="Give it a Polygon or MultiPolygon.",
    )
