"""Outlines made into a coverage: no overlap, and every shared border the same on both sides.

Measured on 2026-11-22 with shapely 2.2.0 and GEOS 3.14.1, water left out:

                      overlap             invalid   regions over 1 %   largest   verdict
gemeenten.geojson     0.107 km2 0.0003 %        0                  0    0.82 %   mended
wijken.geojson        0 km2                     0                  0    0 %      was a coverage
overlapping.geojson   48.97 km2 0.14 %         11                381    14.2 %   refused

The first two lie in `real-2024/areas`, the last in `quirks`. See decisions/0003-outlines.md.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import shapely

from zicht.model.area import Outlines, Shapes
from zicht.model.errors import BuildError, Problem
from zicht.shape.cleaning import Cleaning, measure

SETTINGS = ({"snapping_distance": 0.01}, {"snapping_distance": 5.0, "gap_width": 50.0})
"""In metres. The first only joins points that are one point; the second also closes slivers, and
cuts narrow parts (libgeos/geos#1476), which the limits above then measure."""


def clean_coverage(outlines: Outlines) -> tuple[Outlines, Cleaning]:
    """Return the outlines as a coverage, and what had to change to make them one.

    Shape:  same regions, same order, rings normalised. Gaps between regions (water, abroad) stay.
    Errors: BuildError with the measures when too much would change, when a region is lost, and
            when no setting gives a coverage.
    Source: decisions/0003-outlines.md
    """
    if _is_coverage(outlines.shapes):
        return replace(outlines, shapes=_normal(outlines.shapes)), Cleaning()
    invalid = int((~shapely.is_valid(outlines.shapes)).sum())
    before = _areal(outlines.shapes)
    if problems := list(_without_area(outlines, before)):
        raise BuildError(*problems)
    after, rounds = _clean(before)
    cleaning = measure(outlines.codes, before, after, invalid=invalid, rounds=rounds)
    if problems := list(_refusals(outlines, after, cleaning)):
        raise BuildError(*problems)
    return replace(outlines, shapes=_normal(after)), cleaning


def _is_coverage(shapes: Shapes) -> bool:
    """Tell whether every shape is a sound polygon and all together are a coverage."""
    if not len(shapes):
        return True
    sound = np.isin(shapely.get_type_id(shapes), _POLYGONAL) & ~shapely.is_empty(shapes)
    return bool((sound & shapely.is_valid(shapes)).all()) and bool(
        shapely.coverage_is_valid(shapes)
    )


_POLYGONAL = (int(shapely.GeometryType.POLYGON), int(shapely.GeometryType.MULTIPOLYGON))


def _normal(shapes: Shapes) -> Shapes:
    """Return the shapes with rings that start at a fixed point.

    GEOS may start them elsewhere in a next version, which would change every page.
    """
    return np.asarray(shapely.normalize(shapes), dtype=np.object_)


def _areal(shapes: Shapes) -> Shapes:
    """Return the shapes as sound polygons; lines and points that mending leaves are dropped."""
    sound = np.isin(shapely.get_type_id(shapes), _POLYGONAL) & shapely.is_valid(shapes)
    result = shapes.copy()
    for row in np.flatnonzero(~sound):
        mended = shapely.make_valid(shapes[row], method="structure", keep_collapsed=False)
        parts = shapely.get_parts(mended)
        result[row] = shapely.union_all(parts[shapely.get_type_id(parts) == _POLYGONAL[0]])
    return result


def _clean(shapes: Shapes) -> tuple[Shapes, int]:
    """Return the outcome of the mildest setting that gives a coverage, else of the strongest."""
    rounds = 0
    cleaned = shapes
    while rounds < len(SETTINGS) and not (rounds and _is_coverage(cleaned)):
        cleaned = _cleaned(shapes, **SETTINGS[rounds])
        rounds += 1
    return cleaned, rounds


def _cleaned(shapes: Shapes, *, snapping_distance: float, gap_width: float = 0.0) -> Shapes:
    """Return the shapes cleaned by GEOS."""
    cleaned = shapely.coverage_clean(  # type: ignore[attr-defined]  # types-shapely knows 2.1
        shapes, snapping_distance=snapping_distance, gap_width=gap_width
    )
    return np.asarray(cleaned, dtype=np.object_)


def _without_area(outlines: Outlines, shapes: Shapes) -> Iterator[Problem]:
    """Yield a problem for every region that has no polygon with an area."""
    for row in np.flatnonzero(~(shapely.area(shapes) > 0)):
        yield Problem(
            what=f"The outline of {outlines.codes[row]} has no area.",
            where=outlines.origin,
            todo="Give it a polygon, or leave the region out at the source.",
        )


def _refusals(outlines: Outlines, after: Shapes, cleaning: Cleaning) -> Iterator[Problem]:
    """Yield why the cleaned outlines cannot be used, with the measures; nothing when they can."""
    faults = list(cleaning.faults())
    if lost := [outlines.codes[row] for row in np.flatnonzero(shapely.is_empty(after))]:
        faults.append(f"cleaning leaves nothing of {', '.join(lost)}")
    elif not _is_coverage(after):
        faults.append("cleaning does not make their borders meet")
    if faults:
        yield Problem(
            what=f"These outlines are no coverage: {'; '.join(faults)}."
            f" Polygons that are invalid: {cleaning.invalid}.",
            where=outlines.origin,
            todo="Ask for the unsimplified source: simplified one by one, regions no longer meet.",
        )
