"""Rows of the kind "flow": regions, and the lines between them."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

from zicht.draw.map import shapes_dataset
from zicht.draw.words import Row, plain, rows_text, told
from zicht.model.chart import Chart, Item, Route, Routes
from zicht.model.dutch import cell_text

_Ring: TypeAlias = list[list[float]]
_STEPS: Final = (0.1, 0.25, 0.5, 0.75)
"""From these parts of the largest count on a line is a step thicker."""
_DECIMALS: Final = 4
"""About ten metres: a centre need not be finer."""


def flow(key: str, *, title: str, description: str, ask: Routes) -> Chart:
    """Return the lines on a map of the regions, the thickest first so that none is hidden.

    A line runs from the middle of one region to that of another; a region without an outline is
    not drawn, nor is a line to it. A dot stands where a line leads to.
    """
    centres = {code: _centre(shape) for code, shape in ask.shapes.items()}
    kept = [one for one in ask.routes if {one.origin, one.destination} <= centres.keys()]
    ends = {code for one in kept for code in (one.origin, one.destination)}
    rows: list[Row] = [_area(item, ends) for item in sorted(ask.areas, key=lambda one: one.here)]
    rows.extend(_lines(kept, centres, ask))
    datasets = {"rows": rows_text(rows), "shapes": shapes_dataset(ask.shapes)}
    return Chart(key, "flow", title, description, datasets)


def _area(item: Item, ends: set[str]) -> Row:
    return {
        "part": "area",
        "code": item.code,
        "name": plain(item.name),
        "tip": plain(item.name),
        "kind": "here" if item.here else "end" if item.code in ends else "other",
        "here": item.here or None,
        "href": item.href,
    }


def _lines(
    routes: list[Route], centres: Mapping[str, tuple[float, float]], ask: Routes
) -> Iterator[Row]:
    ordered = sorted(routes, key=lambda one: (-(one.other.cell.value or 0), one.other.code))
    largest = max((one.other.cell.value or 0 for one in ordered), default=0)
    for one in ordered:
        start, end = centres[one.origin], centres[one.destination]
        cell, name = one.other.cell, plain(one.other.name)
        yield {
            "part": "line",
            "code": one.other.code,
            "name": name,
            "x": start[0],
            "y": start[1],
            "x2": end[0],
            "y2": end[1],
            "width": _width(cell.value or 0, largest),
            "text": cell_text(cell, decimals=ask.decimals),
            "tip": f"{name}: {told(cell, unit=ask.unit, decimals=ask.decimals)}",
            "href": one.other.href,
            "out": ask.outward or None,
        }


def _width(value: float, largest: float) -> str:
    """Return how thick a line is, "0" to "4", by its part of the largest."""
    return str(sum(value >= step * largest for step in _STEPS))


@lru_cache(maxsize=1024)
def _centre(geometry: str) -> tuple[float, float]:
    """Return the middle of the largest part of a region, in degrees."""
    shape = json.loads(geometry)
    many = shape["type"] == "MultiPolygon"
    polygons: list[list[_Ring]] = shape["coordinates"] if many else [shape["coordinates"]]
    area, x, y = max((_moments(rings[0]) for rings in polygons), key=lambda one: abs(one[0]))
    return round(x / (6 * area), _DECIMALS), round(y / (6 * area), _DECIMALS)


def _moments(ring: _Ring) -> tuple[float, float, float]:
    """Return the area of a ring and its first moments, six times over."""
    crossed = [
        (one[0] * other[1] - other[0] * one[1], one[0] + other[0], one[1] + other[1])
        for one, other in pairwise(ring)
    ]
    area = sum(cross for cross, _, _ in crossed) / 2
    return (
        area,
        sum(cross * x for cross, x, _ in crossed),
        sum(cross * y for cross, _, y in crossed),
    )
