"""Where a gemeente lies, for a small picture: outlines in a square, without a scale."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain, groupby
from math import cos, radians

Ring = list[tuple[float, float]]
SQUARE = 1000
"""Of which a step is some 300 m of the Netherlands: less than a pixel of a picture."""


def silhouettes(shapes: Mapping[str, str]) -> Mapping[str, str]:
    """Return the outlines of regions as paths of SVG that fit together in one square.

    Shape:  by code; GeoJSON geometries (WGS84) in, whole numbers from 0 to `SQUARE` out, north
            above. Islands smaller than a step are left out.
    """
    rings = {code: list(_rings(shape)) for code, shape in shapes.items()}
    flat = [point for each in rings.values() for point in chain.from_iterable(each)]
    if not flat:
        return {}
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    south, north = min(y for _, y in flat), max(y for _, y in flat)
    narrow = cos(radians((south + north) / 2))
    wide, high = (east - west) * narrow, north - south
    scale = SQUARE / max(wide, high)
    left, above = (SQUARE - wide * scale) / 2, (SQUARE - high * scale) / 2

    def place(point: tuple[float, float]) -> tuple[int, int]:
        x, y = point
        return round(left + (x - west) * narrow * scale), round(above + (north - y) * scale)

    return {
        code: "".join(_path([place(p) for p in ring]) for ring in rings[code]) for code in rings
    }


def _rings(shape: str) -> Iterator[Ring]:
    told = json.loads(shape)
    polygons = told["coordinates"] if told["type"] == "MultiPolygon" else [told["coordinates"]]
    for polygon in polygons:
        yield from ([(point[0], point[1]) for point in ring] for ring in polygon)


def _path(points: list[tuple[int, int]]) -> str:
    """Return a ring as a path; nothing where it has no area."""
    corners = [point for point, _ in groupby(points)][:-1]
    if len(set(corners)) < 3:  # noqa: PLR2004  a line has no area
        return ""
    return f"M{'L'.join(f'{x} {y}' for x, y in corners)}Z"
