"""Rows of the kind "strip": one region among all, and the others by the column they fall in."""

import math
from collections.abc import Sequence
from typing import Final

from zicht.draw.layout import STRIP, STRIP_BASE, STRIP_COLUMN
from zicht.draw.pin import pin
from zicht.draw.ticks import nice
from zicht.draw.words import Row, plain, rows_text, with_unit
from zicht.model.chart import Chart, Item
from zicht.model.dutch import number

_NAMED: Final = 2
"""Regions that share a mark: so many are named, the rest are counted."""
_TALLEST: Final = 17.0


def strip(
    key: str, *, title: str, description: str, items: Sequence[Item], unit: str, decimals: int
) -> Chart:
    """Return the own region among all: a mark for those that share a column, the own one a pin.

    Regions without a figure have no place on the axis and no mark; the own one then has a label
    that says so, at the left, where nothing can be read from it.
    """
    shown = [(item.cell.value, item) for item in items if item.cell.value is not None]
    values = [value for value, _ in shown]
    low, high = nice(min(values), max(values)) if values else (0.0, 1.0)
    if high <= low:
        low, high = min(0.0, low), max(low, 0.0) or 1.0
    rows: list[Row] = [{"part": "axis", "value": low, "to": high}]
    columns = _columns(shown, low=low, high=high)
    rows.extend(_column(members, unit=unit, decimals=decimals) for members in columns)
    for item in items:
        if item.here:
            rows.extend(pin(item, frame=STRIP, ends=(low, high), unit=unit, decimals=decimals))
    return Chart(key, "strip", title, description, {"rows": rows_text(rows)})


def _columns(
    shown: Sequence[tuple[float, Item]], *, low: float, high: float
) -> list[list[tuple[float, Item]]]:
    """Return the regions in columns of a few pixels, from low to high, by name within."""
    columns: dict[int, list[tuple[float, Item]]] = {}
    for value, item in sorted(shown, key=lambda pair: (pair[0], pair[1].name, pair[1].code)):
        place = STRIP.width * (value - low) / (high - low)
        columns.setdefault(int(place / STRIP_COLUMN), []).append((value, item))
    return list(columns.values())


def _column(members: Sequence[tuple[float, Item]], *, unit: str, decimals: int) -> Row:
    """Return one mark, at the middle of its regions, as tall as they are many (by the root)."""
    low, high = members[0][0], members[-1][0]
    names = [plain(item.name) for _, item in members]
    label = (
        " en ".join(names)
        if len(names) <= _NAMED
        else f"{', '.join(names[:_NAMED])} en {len(names) - _NAMED} andere"
    )
    texts = [number(value, decimals=decimals) for value in sorted({low, high})]
    height = min(_TALLEST, 5 * math.sqrt(len(members)))
    return {
        "part": "item",
        "value": members[(len(members) - 1) // 2][0],
        "n": len(members),
        "top": round(STRIP_BASE - height, 1),
        "tip": f"{label}: {with_unit(' tot '.join(dict.fromkeys(texts)), unit=unit)}",
        "href": members[0][1].href if len(members) == 1 else None,
    }
