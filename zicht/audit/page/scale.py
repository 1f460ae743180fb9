"""Scales of a drawing: from a figure to a place, as the specification of the chart says."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

NEAR: Final = 0.16
"""Coordinates are cut to one decimal, and so are those of the group around them."""

_WORDS = re.compile(r'"([^"]*)"|\[([\d.,]+)\]')
_NUMBERS = re.compile(r"(?<![\d.,#\w])\d+(?:\.\d+)?(?![\d.\w])")
_SIZE = re.compile(r'"size":(\d+)')


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from figures to pixels; without a span every figure is in the middle."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a figure."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def from_nought(values: Iterable[float], *, start: float, end: float) -> Scale:
    """Return the scale that holds nought and all values, and no more."""
    values = list(values)
    return Scale(min(0.0, *values, 0.0), max(0.0, *values, 0.0), start, end)


def near(one: float, other: float) -> bool:
    """Tell whether two places are the same to what a drawing shows."""
    return abs(one - other) <= NEAR


def span(unit: Mapping[str, object], axis: str) -> tuple[float, float]:
    """Return the pixels between which an axis runs: its range, or the size of the plot."""
    found = _range(unit, axis)
    if found is not None:
        return found
    size = unit.get("width" if axis == "x" else "height")
    whole = float(size) if isinstance(size, int | float) else math.nan
    return (0.0, whole) if axis == "x" else (whole, 0.0)


def _range(unit: object, axis: str) -> tuple[float, float] | None:
    """Return the first range that a specification gives an axis."""
    if isinstance(unit, Mapping):
        channel = unit.get("encoding", {})
        own = channel.get(axis) if isinstance(channel, Mapping) else None
        scale = own.get("scale") if isinstance(own, Mapping) else None
        told = scale.get("range") if isinstance(scale, Mapping) else None
        if isinstance(told, Sequence) and len(told) == len("xy"):
            return float(told[0]), float(told[1])
        return next((f for v in unit.values() if (f := _range(v, axis)) is not None), None)
    if isinstance(unit, list):
        return next((f for v in unit if (f := _range(v, axis)) is not None), None)
    return None


@lru_cache(maxsize=64)
def looks(specification: str) -> frozenset[str]:
    """Return all that a specification can make a mark look like: colours, widths, dashes."""
    found = {word for each in _WORDS.findall(specification) for word in each if word}
    sizes = (int(size) for size in _SIZE.findall(specification))
    radii = (math.floor(math.sqrt(size) * 5) / 10 for size in sizes)
    numbers = set(_NUMBERS.findall(specification))
    return frozenset(found | numbers | {f"{radius:g}" for radius in radii})


def classes(unit: object, channel: str = "fill") -> Mapping[str, str]:
    """Return the fill of each class of a map, or another channel, as its specification says."""
    if isinstance(unit, Mapping):
        encoding = unit.get("encoding")
        fill = encoding.get(channel) if isinstance(encoding, Mapping) else None
        scale = fill.get("scale") if isinstance(fill, Mapping) else None
        if isinstance(scale, Mapping) and "domain" in scale:
            return dict(zip(scale["domain"], scale["range"], strict=False))
        return next((found for value in unit.values() if (found := classes(value, channel))), {})
    if isinstance(unit, list):
        return next((found for value in unit if (found := classes(value, channel))), {})
    return {}
