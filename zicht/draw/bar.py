"""Rows of the kind "bar": regions under each other, in the order given."""

from collections.abc import Iterator, Sequence
from typing import Final

from zicht.draw.layout import BAR_NAME
from zicht.draw.words import Row, fitted, plain, rows_text, told
from zicht.model.chart import Chart, Item
from zicht.model.dutch import cell_text
from zicht.model.figure import Cell

_REFERENCE: Final = "reference"
"""Stands where other rows have the code of a region; no code looks like it."""


def bar(
    key: str,
    *,
    title: str,
    description: str,
    items: Sequence[Item],
    unit: str,
    decimals: int,
    reference: tuple[str, Cell] | None,
) -> Chart:
    """Return the regions as bars with, above them, what they are measured by.

    A region without a figure keeps its row, with a symbol and no bar; the reference is a row too,
    and a rule down from it; without a figure it is left out. Rows are numbered, because a kept
    view remembers the order in which it first met a name.
    """
    rows: list[Row] = []
    if reference is not None and reference[1].value is not None:
        rows.append(_reference(*reference, unit=unit, decimals=decimals))
    rows.extend(_items(items, unit=unit, decimals=decimals))
    numbered = [{"row": place, **row} for place, row in enumerate(rows)]
    return Chart(key, "bar", title, description, {"rows": rows_text(numbered)})


def _items(items: Sequence[Item], *, unit: str, decimals: int) -> Iterator[Row]:
    for item in items:
        name = plain(item.name)
        yield {
            "part": "item",
            "code": item.code,
            "name": name,
            "label": fitted(name, room_px=BAR_NAME, bold=item.here),
            "value": item.cell.value,
            "text": cell_text(item.cell, decimals=decimals),
            "tip": f"{name}: {told(item.cell, unit=unit, decimals=decimals)}",
            "here": item.here or None,
            "href": item.href,
        }


def _reference(name: str, cell: Cell, *, unit: str, decimals: int) -> Row:
    return {
        "part": _REFERENCE,
        "code": _REFERENCE,
        "name": plain(name),
        "label": fitted(plain(name), room_px=BAR_NAME),
        "value": cell.value,
        "text": cell_text(cell, decimals=decimals),
        "tip": f"{plain(name)}: {told(cell, unit=unit, decimals=decimals)}",
    }
