"""Bars: where each mark must stand, worked out from the data of the chart."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from zicht.audit.page.marks import Mark
from zicht.audit.page.plots import BASELINE, rules, values
from zicht.audit.page.scale import Scale, from_nought, near, span
from zicht.audit.page.wanted import Row

_WHITE = 4.0
"""Above and under the bars together."""


def bar_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of bars that do not follow from the rows; None for a lack of marks."""
    left, right = span(unit, "x")
    x, pitch = from_nought(values(rows), start=left, end=right), pitch_of(unit)
    if marks and not is_tall(marks[0], pitch * len(rows) + _WHITE):
        yield None
    texts = [mark for mark in marks if mark.tag == "text"]
    said = [*(str(row.get("label")) for row in rows), *(str(row.get("text")) for row in rows)]
    heights = [pitch * (at + 0.5) + BASELINE for at in range(len(rows))] * 2
    for mark, text, height in zip_longest(texts, said, heights):
        if mark is None or mark.text != text or not near(mark.y, height):
            yield mark
    bars = [mark for mark in marks if mark.tag == "path"]
    shown = [(at, row) for at, row in enumerate(rows) if row.get("part") == "item"]
    shown = [(at, row) for at, row in shown if row.get("value") is not None]
    for mark, pair in zip_longest(bars, shown):
        if mark is None or pair is None or not _bar(mark, *pair, x=x, pitch=pitch):
            yield mark
    given = [row for row in rows if row.get("part") == "reference"]
    lines = [mark for mark in marks if mark.tag == "line"]
    yield from rules(lines, [x.at(value) for value in values(given)])
    yield from (mark for mark in marks if mark.tag not in {"text", "path", "line"})


def is_tall(mark: Mark, height: float) -> bool:
    """Tell whether the drawing around a mark is so high: as its rows need, and no more."""
    svg = next(mark.element.iterancestors("svg"))
    box = str(svg.get("viewBox", svg.get("viewbox", ""))).split(" ")
    return box[:2] == ["0", "0"] and box[3:] == [f"{height:g}"] and box[2].isdigit()


def pitch_of(unit: Mapping[str, object]) -> float:
    """Return how high a row is; NaN where the specification does not say."""
    height = unit.get("height")
    found = height.get("step") if isinstance(height, Mapping) else None
    return float(found) if isinstance(found, int | float) else float("nan")


def _bar(mark: Mark, at: int, row: Row, *, x: Scale, pitch: float) -> bool:
    box, value = mark.rectangle, row.get("value")
    if box is None or not isinstance(value, int | float):
        return False
    middle = box[1] + box[3] / 2
    start, end = sorted((x.at(0.0), x.at(value)))
    if x.high == x.low:
        start = end = box[0]
    return near(box[0], start) and near(box[2], end - start) and near(middle, pitch * (at + 0.5))
