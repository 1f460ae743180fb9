"""Which regions lie beside each other."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from zicht.model.area import Outlines
from zicht.shape.rings import Rings, rings_of


def neighbours(outlines: Outlines) -> Mapping[str, tuple[str, ...]]:
    """Return for every region the codes of those that share a piece of border with it, sorted.

    Shape:  one entry per region, also for a region without neighbours; meeting in a point is
            not enough.
    Errors: none. The outlines must be a coverage (see `clean_coverage`): there a shared border
            has the same points on both sides, so that a border is a repeated segment.
    """
    if not outlines.codes:
        return {}
    beside: dict[str, set[str]] = {code: set() for code in outlines.codes}
    for one, other in _pairs(rings_of(outlines.shapes)):
        beside[outlines.codes[one]].add(outlines.codes[other])
        beside[outlines.codes[other]].add(outlines.codes[one])
    return {code: tuple(sorted(codes)) for code, codes in beside.items()}


def _pairs(rings: Rings) -> list[list[int]]:
    """Return the pairs of region numbers that own the same segment, each pair once."""
    segment, owner = _segments(rings)
    order = np.argsort(segment, kind="stable")
    segment, owner = segment[order], owner[order]
    shared = (segment[1:] == segment[:-1]) & (owner[1:] != owner[:-1])
    pairs = np.stack([owner[:-1][shared], owner[1:][shared]], axis=1)
    found: list[list[int]] = np.unique(np.sort(pairs, axis=1), axis=0).tolist()
    return found


def _segments(rings: Rings) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return one whole number per segment, equal in both directions, and the region that owns it.

    Points are numbered first: x and y as one complex number sort exactly and twice as fast as
    two columns.
    """
    flat = rings.points[:, 0] + 1j * rings.points[:, 1]
    _, point = np.unique(flat, return_inverse=True)
    ring = np.repeat(np.arange(len(rings.rings) - 1), np.diff(rings.rings))
    inside = ring[1:] == ring[:-1]
    start, end = point[:-1][inside], point[1:][inside]
    real = start != end
    start, end, ring = start[real], end[real], ring[:-1][inside][real]
    number = np.minimum(start, end) * len(flat) + np.maximum(start, end)
    return number, rings.region_of_ring()[ring]
