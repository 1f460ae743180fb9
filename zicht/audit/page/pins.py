"""Strips: where each mark and the pin must stand, worked out from the data of the chart."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from zicht.audit.page.marks import Mark
from zicht.audit.page.plots import HALF, number, rules, ticks, values
from zicht.audit.page.scale import Scale, near, span
from zicht.audit.page.wanted import Row


def strip_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of a strip that do not follow from its rows; None for a lack of marks."""
    axis = next((row for row in rows if row.get("part") == "axis"), {})
    left, right = span(unit, "x")
    x = Scale(number(axis.get("value")), number(axis.get("to")), left, right)
    items = [row for row in rows if row.get("part") == "item"]
    for mark, row in zip_longest([m for m in marks if m.tag == "path"], items):
        if mark is None or row is None or not _column(mark, row, x=x):
            yield mark
    pins = values([row for row in rows if row.get("part") == "here"])
    lines = [mark for mark in marks if mark.tag == "line"]
    flat = [mark for mark in lines if not mark.dy]
    if len(flat) != 1 or not near(flat[0].x, left) or not near(flat[0].dx, right - left):
        yield None
    yield from rules([mark for mark in lines if mark.dy], [x.at(value) for value in pins])
    circles = [mark for mark in marks if mark.tag == "circle"]
    for mark, value in zip_longest(circles, pins):
        if mark is None or value is None or not near(mark.x, x.at(value)):
            yield mark
    texts = [mark for mark in marks if mark.tag == "text"]
    labels = [row for row in rows if row.get("part") == "label"]
    yield from ticks(texts[: len(texts) - len(labels)], x, along="x", shift=HALF)
    for mark, row in zip_longest(texts[len(texts) - len(labels) :], labels):
        yield from label_mark(mark, row, x=x, pins=pins)


def _column(mark: Mark, row: Row, *, x: Scale) -> bool:
    box = mark.rectangle
    if box is None:
        return False
    middle, top = x.at(number(row.get("value"))), number(row.get("top"))
    return near(box[0] + box[2] / 2, middle) and near(box[1], top)


def label_mark(
    mark: Mark | None, row: Row | None, *, x: Scale, pins: Sequence[float]
) -> Iterator[Mark | None]:
    """Yield the label when it says or stands otherwise than its row, or not above its pin."""
    at = number(row.get("at")) if row else float("nan")
    places = [x.start, x.end, *(x.at(value) for value in pins)]
    if mark is None or row is None or mark.text != row.get("label") or not near(mark.x, at):
        yield mark
        return
    if not any(near(at, place) for place in places):
        yield mark
