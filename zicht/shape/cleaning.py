"""What cleaning outlines changed, and how much of that is bearable."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from zicht.model.area import Shapes

MOST_OVERLAP = 0.001
"""The largest share of the area that may be claimed twice; the faulty file has 0.0014."""

MOST_CHANGE = 0.01
"""The largest share of its area that cleaning may change of a region; gemeenten need 0.0082."""

LEAST_CHANGE_M2 = 1000.0
"""A smaller change is not held against a region: simplifying to 50 m moves more than that."""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What cleaning found and changed.

    invalid          polygons that cross themselves, or have no area
    overlap_km2      area claimed by two regions, before cleaning
    overlap_share    the same as a share of the area of all regions
    changed          codes of regions whose area changed by more than 1 % and 1,000 m2, worst first
    largest_change   the largest change of one region, as a share of its own area
    lost_km2         covered area before (what was claimed twice counted once) less that after
    rounds           settings tried: 0 when the outlines were a coverage already
    """

    invalid: int = 0
    overlap_km2: float = 0.0
    overlap_share: float = 0.0
    changed: tuple[str, ...] = ()
    largest_change: float = 0.0
    lost_km2: float = 0.0
    rounds: int = 0

    def faults(self) -> Iterator[str]:
        """Yield in words every measure that is beyond its limit."""
        if self.overlap_share > MOST_OVERLAP:
            yield (
                f"{self.overlap_km2:.2f} km2 ({self.overlap_share:.3%} of the area) belongs to two"
                f" regions, at most {MOST_OVERLAP:.1%} is allowed"
            )
        if self.changed:
            yield (
                f"cleaning changes the area of {len(self.changed)} regions by more than"
                f" {MOST_CHANGE:.0%}, up to {self.largest_change:.1%}"
                f" ({', '.join(self.changed[:5])})"
            )


def measure(
    codes: tuple[str, ...], before: Shapes, after: Shapes, *, invalid: int, rounds: int
) -> Cleaning:
    """Return how the outlines differ before and after cleaning."""
    old, new = shapely.area(before), shapely.area(after)
    change = np.abs(new - old) / old
    too_much = (change > MOST_CHANGE) & (np.abs(new - old) > LEAST_CHANGE_M2)
    worst_first = np.argsort(-change, kind="stable")
    overlap = _overlap_m2(before)
    return Cleaning(
        invalid=invalid,
        overlap_km2=overlap / 1e6,
        overlap_share=overlap / float(old.sum()),
        changed=tuple(codes[row] for row in worst_first if too_much[row]),
        largest_change=float(change.max()),
        lost_km2=(float(old.sum()) - overlap - float(new.sum())) / 1e6,
        rounds=rounds,
    )


def _overlap_m2(shapes: Shapes) -> float:
    """Return the area that pairs of regions both claim.

    Only a region with a faulty edge can overlap another: the rest need not be intersected.
    """
    faulty = np.flatnonzero(~shapely.is_empty(shapely.coverage_invalid_edges(shapes)))
    if not len(faulty):
        return 0.0
    one, other = shapely.STRtree(shapes).query(shapes[faulty], predicate="intersects")
    pairs: npt.NDArray[np.int64] = np.stack([faulty[one], other], axis=1)
    pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    common = shapely.intersection(shapes[pairs[:, 0]], shapes[pairs[:, 1]])
    return float(shapely.area(common).sum())
