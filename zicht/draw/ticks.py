"""Round ends for an axis, the same as d3 chooses, so that rows can be placed before drawing."""

import math
from collections.abc import Sequence
from typing import Final

TICKS: Final = 4
"""Wished for on every axis: few lines, each with its label."""

_FINEST: Final = 1e-12
"""Numbers that differ by less are equal: no figure has so many decimals."""


def _inverse_step(span: float, count: int) -> float:
    """Return how many steps go in 1: 2.0 for a step of 0.5, 0.1 for a step of 10.

    Source: d3-array, tickIncrement.
    """
    raw = span / count
    power = math.floor(math.log10(raw))
    error = raw / 10.0**power
    factor = 10 if error >= math.sqrt(50) else 5 if error >= math.sqrt(10) else 2
    if error < math.sqrt(2):
        factor = 1
    return 1 / (factor * 10.0**power) if power >= 0 else 10.0**-power / factor


def nice(low: float, high: float, *, count: int = TICKS) -> tuple[float, float]:
    """Return ends that hold both numbers and are whole steps: nice(0, 4.1) is (0, 5).

    Two equal numbers are returned as they are.
    """
    for _ in range(3):
        if high - low < _FINEST:
            break
        inverse = _inverse_step(high - low, count)
        first, last = math.floor(round(low * inverse, 9)), math.ceil(round(high * inverse, 9))
        ends = first / inverse, last / inverse
        if inverse < 1:
            # 5 / 1e-5 is just below 500,000, and the tick there would not be drawn.
            step = round(1 / inverse)
            ends = float(first * step), float(last * step)
        if ends == (low, high):
            break
        low, high = ends
    return low, high


def apart(wanted: Sequence[float], *, pitch: float, low: float, high: float) -> list[float]:
    """Return positions at least `pitch` from each other, as near the wanted ones as may be.

    Neighbours that would touch form a group around the middle of what they wanted.

    Units: pixels, ascending in and out; kept within `low` and `high` while there is room.
    """
    groups: list[tuple[float, int]] = []

    def inside(middle: float, size: int) -> float:
        half = pitch * (size - 1) / 2
        return max(low + half, min(high - half, middle))

    for position in wanted:
        middle, size = inside(position, 1), 1
        while groups and middle - groups[-1][0] < pitch * (size + groups[-1][1]) / 2:
            before, members = groups.pop()
            middle = (before * members + middle * size) / (members + size)
            size += members
            middle = inside(middle, size)
        groups.append((middle, size))
    return [
        middle + pitch * (place - (size - 1) / 2)
        for middle, size in groups
        for place in range(size)
    ]
