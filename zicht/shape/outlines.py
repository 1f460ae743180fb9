"""Outlines made lighter without coming apart."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import shapely

from zicht.model.area import Outlines
from zicht.model.errors import BuildError, Problem


def simplify_coverage(outlines: Outlines, *, tolerance_m: float) -> Outlines:
    """Return the outlines with fewer points; a border that two regions share stays shared.

    Shape:  same regions, same order; a region never disappears.
    Unit:   metres: a corner goes when its triangle is smaller than tolerance_m squared.
    Errors: BuildError when a region is lost or the result is no longer a coverage.
    Source: decisions/0003-outlines.md
    """
    if not outlines.codes:
        return outlines
    light = shapely.coverage_simplify(outlines.shapes, tolerance_m)
    # A new version of GEOS may start its rings elsewhere; normalised they are the same bytes.
    result = replace(outlines, shapes=np.asarray(shapely.normalize(light), dtype=np.object_))
    if problems := list(_lost(result, tolerance_m)):
        raise BuildError(*problems)
    return result


def _lost(result: Outlines, tolerance_m: float) -> Iterator[Problem]:
    """Yield what went wrong in simplifying."""
    todo = "Choose a smaller tolerance, or ask for the unsimplified source."
    empty = shapely.is_empty(result.shapes) | ~shapely.is_valid(result.shapes)
    if empty.any():
        yield Problem(
            what=f"Simplifying to {tolerance_m:g} m loses the outline of {_names(result, empty)}.",
            where=result.origin,
            todo=todo,
        )
    elif not shapely.coverage_is_valid(result.shapes):
        yield Problem(
            what=f"Simplified to {tolerance_m:g} m the outlines no longer share their borders.",
            where=result.origin,
            todo=todo,
        )


def _names(result: Outlines, chosen: npt.NDArray[np.bool_]) -> str:
    """Return the chosen codes as text."""
    return ", ".join(result.codes[row] for row in np.flatnonzero(chosen))
