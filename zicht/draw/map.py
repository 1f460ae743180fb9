"""Rows of the kind "map": the class of each region, and the outlines that charts share."""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from zicht.draw.words import Row, plain, rows_text, told
from zicht.model.chart import Chart, Item
from zicht.model.dutch import cell_text

_Ring: TypeAlias = list[list[float]]


def choropleth(
    key: str,
    *,
    title: str,
    description: str,
    items: Sequence[Item],
    shapes: Mapping[str, str],
    bounds: tuple[float, ...],
    unit: str,
    decimals: int,
) -> Chart:
    """Return the regions on a map, in classes that include their lower bound.

    `shapes` holds GeoJSON geometries (WGS84) by code; a region without one is not drawn.
    The own regions come last, so that nothing lies over their outline.
    """
    ordered = sorted(items, key=lambda item: item.here)
    rows: list[Row] = [
        {
            "code": item.code,
            "name": plain(item.name),
            "class": _class(item, bounds=bounds),
            "text": cell_text(item.cell, decimals=decimals),
            "tip": f"{plain(item.name)}: {_said(item, unit=unit, decimals=decimals)}",
            "href": item.href,
            "here": item.here or None,
        }
        for item in ordered
    ]
    datasets = {"rows": rows_text(rows), "shapes": shapes_dataset(shapes)}
    return Chart(key, "map", title, description, datasets)


def _said(item: Item, *, unit: str, decimals: int) -> str:
    return item.said or told(item.cell, unit=unit, decimals=decimals)


def _class(item: Item, *, bounds: tuple[float, ...]) -> str:
    """Return "0" for the lowest class, up to "4"; the state where there is no figure."""
    if item.cell.value is None:
        return item.cell.state.key
    return str(bisect_right(bounds, item.cell.value))


def shapes_dataset(shapes: Mapping[str, str]) -> str:
    """Return outlines as the dataset that maps share, in the order of their codes."""
    rows = (
        f'{{"geometry":{wound(text)},"id":{json.dumps(code)},"type":"Feature"}}'
        for code, text in sorted(shapes.items())
    )
    return f"[{','.join(rows)}]"


@lru_cache(maxsize=2048)
def wound(geometry: str) -> str:
    """Return a polygon or multipolygon with its outer rings clockwise, as d3 reads a globe.

    GeoJSON asks for the reverse, and d3 would then paint all the world but the region.
    """
    shape = json.loads(geometry)
    many = shape["type"] == "MultiPolygon"
    polygons: list[list[_Ring]] = shape["coordinates"] if many else [shape["coordinates"]]
    turned = [
        [
            ring if (_area(ring) < 0) == (place == 0) else ring[::-1]
            for place, ring in enumerate(rings)
        ]
        for rings in polygons
    ]
    shape["coordinates"] = turned if many else turned[0]
    return json.dumps(shape, separators=(",", ":"), sort_keys=True)


def _area(ring: _Ring) -> float:
    """Return the signed area of a ring: below nought when it runs clockwise."""
    return (
        sum((after[0] - before[0]) * (after[1] + before[1]) for before, after in pairwise(ring))
        / -2
    )
