"""Round ends of an axis: what the figures need, so that an axis cannot know of a larger one."""

import math
from typing import Final

TICKS: Final = 4
_FACTORS: Final = ((math.sqrt(50), 10), (math.sqrt(10), 5), (math.sqrt(2), 2))
_FINE: Final = 9


def step(low: float, high: float) -> float:
    """Return the step between ticks: 1, 2 or 5 times a power of ten, about four in all.

    Source: d3-array, ticks.
    """
    raw = (high - low) / TICKS
    power = math.floor(math.log10(raw))
    error = raw / 10.0**power
    factor = next((factor for least, factor in _FACTORS if error >= least), 1)
    return float(f"{factor}e{power}")


def ends(low: float, high: float) -> tuple[float, float]:
    """Return the nearest ends of whole steps that hold both numbers; equal ones stay."""
    for _ in range(3):
        if high <= low:
            break
        size = step(low, high)
        outer = (
            math.floor(round(low / size, _FINE)) * size,
            math.ceil(round(high / size, _FINE)) * size,
        )
        if outer == (low, high):
            break
        low, high = outer
    return low, high
