"""Rows of the kind "dots": a few regions on one axis, the own one a pin, a rule to hold against."""

from collections.abc import Iterator, Sequence

from zicht.draw.layout import DOTS, DOTS_BASE, DOTS_PITCH, DOTS_ROWS
from zicht.draw.pin import label, pin
from zicht.draw.ticks import nice
from zicht.draw.words import Row, plain, rows_text, told
from zicht.model.chart import Chart, Item
from zicht.model.dutch import cell_text
from zicht.model.figure import Cell


def dots(
    key: str,
    *,
    title: str,
    description: str,
    items: Sequence[Item],
    unit: str,
    decimals: int,
    reference: tuple[str, Cell],
) -> Chart:
    """Return regions on an axis from nought: the own one a pin, the others dots by their figures.

    Dots that would touch stand above each other. A region without a figure has no place on the
    axis and no mark; the own one then has a label that says so, at the left. The reference is a
    rule with its name and figure beneath; without a figure it is left out.
    """
    shown = [(item.cell.value, item) for item in items if item.cell.value is not None]
    known = [value for value, _ in shown]
    known += [] if reference[1].value is None else [reference[1].value]
    low, high = nice(min([0.0, *known]), max([0.0, *known]))
    low, high = (low, high) if high > low else (0.0, 1.0)
    others = sorted(
        ((value, item) for value, item in shown if not item.here),
        key=lambda pair: (pair[0], pair[1].name, pair[1].code),
    )
    rows: list[Row] = [{"part": "axis", "value": low, "to": high}]
    rows.extend(_reference(*reference, ends=(low, high), decimals=decimals))
    tops = _tops([DOTS.width * (value - low) / (high - low) for value, _ in others])
    for (_, item), top in zip(others, tops, strict=True):
        rows.append(_dot(item, top=top, unit=unit, decimals=decimals))
    for item in items:
        if item.here:
            rows.extend(pin(item, frame=DOTS, ends=(low, high), unit=unit, decimals=decimals))
    return Chart(key, "dots", title, description, {"rows": rows_text(rows)})


def _tops(places: Sequence[float]) -> Iterator[int]:
    """Yield how high each dot stands, from left to right: in the lowest row that has room.

    Where none has, in the row whose last dot is farthest.
    """
    last = [-float(DOTS_PITCH)] * DOTS_ROWS
    for place in places:
        free = (row for row in range(DOTS_ROWS) if place - last[row] >= DOTS_PITCH)
        row = next(free, last.index(min(last)))
        last[row] = place
        yield DOTS_BASE - row * DOTS_PITCH


def _dot(item: Item, *, top: int, unit: str, decimals: int) -> Row:
    return {
        "part": "item",
        "code": item.code,
        "value": item.cell.value,
        "top": top,
        "dot": "hollow" if item.cell.provisional else "full",
        "tip": f"{plain(item.name)}: {told(item.cell, unit=unit, decimals=decimals)}",
        "href": item.href,
    }


def _reference(name: str, cell: Cell, *, ends: tuple[float, float], decimals: int) -> Iterator[Row]:
    if cell.value is not None:
        at = DOTS.width * (cell.value - ends[0]) / (ends[1] - ends[0])
        text = f"{plain(name)} {cell_text(cell, decimals=decimals)}"
        yield {"part": "reference", "value": cell.value}
        yield {"part": "beneath", **label(text, at=at, width=DOTS.width)}
