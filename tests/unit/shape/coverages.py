"""Small coverages for the tests of outlines, and the real ones."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from pyproj import Transformer

from zicht.model.area import Level, Outlines

SHARED = Path(__file__).parents[4] / "shared" / "data"


def outlines(shapes: Mapping[str, shapely.Geometry | None]) -> Outlines:
    """Return outlines of a few regions, moved to the middle of the country."""
    codes = tuple(sorted(shapes))
    found = np.array([shapes[code] for code in codes], dtype=object)
    moved = shapely.transform(found, lambda points: points + np.array([155_000, 463_000]))
    return Outlines(Level.of(codes[0]), codes, moved, "areas/test.geojson")


def grid(columns: int, rows: int, *, side_m: float = 1000.0) -> dict[str, shapely.Polygon]:
    """Return squares of a checkerboard: region WK00CCRR stands in column C, row R."""
    return {
        f"WK{column:04}{row:02}": shapely.box(
            column * side_m, row * side_m, (column + 1) * side_m, (row + 1) * side_m
        )
        for column in range(columns)
        for row in range(rows)
    }


def wobbly_grid(columns: int, rows: int, *, seed: int) -> dict[str, shapely.Polygon]:
    """Return a checkerboard whose borders are jagged, the same on both sides."""
    chance = np.random.default_rng(seed)
    steps, side = 20, 1000.0
    wobble_x, wobble_y = chance.uniform(-20, 20, (2, columns * steps + 1, rows * steps + 1))

    def point(i: int, j: int) -> tuple[float, float]:
        return (
            i * side / steps + float(wobble_x[i, j]),
            j * side / steps + float(wobble_y[i, j]),
        )

    def square(column: int, row: int) -> shapely.Polygon:
        left, low = column * steps, row * steps
        walk: Sequence[tuple[int, int]] = [
            *((left + k, low) for k in range(steps)),
            *((left + steps, low + k) for k in range(steps)),
            *((left + steps - k, low + steps) for k in range(steps)),
            *((left, low + steps - k) for k in range(steps)),
        ]
        return shapely.Polygon([point(i, j) for i, j in walk])

    return {
        f"WK{column:04}{row:02}": square(column, row)
        for column in range(columns)
        for row in range(rows)
    }


def real(path: str, *, column: str) -> Outlines:
    """Return the outlines of a file in the shared data, water and abroad left out."""
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"the shared data are not here: {file}")
    meta, _, shapes, fields = pyogrio.raw.read(file)
    table = dict(zip(meta["fields"], fields, strict=True))
    land = [name not in {"Groot water", "Buitenland"} for name in table[_name(column)]]
    codes = table[column][land].astype(str)
    order = np.argsort(codes)
    to_rd = Transformer.from_crs(4326, 28992, always_xy=True)
    in_rd = shapely.transform(
        shapely.from_wkb(shapes[land][order]),
        lambda points: np.column_stack(to_rd.transform(points[:, 0], points[:, 1])),
    )
    return Outlines(Level.of(codes[0]), tuple(codes[order].tolist()), in_rd, path)


def _name(column: str) -> str:
    return column.replace("code", "naam")
