"""Charts of categories: where each mark must stand, worked out from the data of the chart."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeAlias

from zicht.audit.page.bars import is_tall, pitch_of
from zicht.audit.page.marks import Mark
from zicht.audit.page.plots import BASELINE, number
from zicht.audit.page.scale import Scale, classes, from_nought, near, span
from zicht.audit.page.wanted import Row

Text: TypeAlias = tuple[str, float, float]
Box: TypeAlias = tuple[float, float, float, float]

_WHITE = 2.0
_DOT, _NAME, _BESIDE, _INSIDE = 9.0, -9.0, 9.0, 4.0
_GAP = 4.0
"""Between bars under each other."""


def profile_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of a profile that do not follow from its rows; None for a lack of marks."""
    left, right = span(unit, "x")
    everyone, group = _part(rows, "everyone"), _part(rows, "group")
    values = [number(row.get("value")) for row in (*everyone, *group)]
    x, pitch = from_nought(values, start=left, end=right), pitch_of(unit)
    yield from _size(marks, pitch * len(_part(rows, "pair")) + _WHITE)

    def at(row: Row) -> tuple[float, float]:
        return x.at(number(row.get("value"))), pitch * (number(row.get("row")) + 0.5) + _DOT

    yield from _texts(marks, [*_named(rows, unit, pitch), *_sides(everyone, group, x, pitch)])
    circles = [mark for mark in marks if mark.tag == "circle"]
    for mark, place in zip_longest(circles, [at(row) for row in (*everyone, *group)]):
        if mark is None or place is None or not _same((mark.x, mark.y), place):
            yield mark
    lines = [mark for mark in marks if mark.tag == "line"]
    for mark, row in zip_longest(lines, everyone):
        if mark is None or row is None or mark.dy or not _same((mark.x, mark.y), at(row)):
            yield mark
            continue
        # Where it starts and how far it reaches are cut off each: their sum may be off by twice.
        if not near(mark.dx, x.at(number(row.get("to"))) - x.at(number(row.get("value")))):
            yield mark
    yield from (mark for mark in marks if mark.tag == "path")


def _named(rows: Sequence[Row], unit: Mapping[str, object], pitch: float) -> Iterator[Text]:
    """Yield the names at the left, then at the right how many times."""
    width = number(unit.get("width"))
    for field, place in (("label", 0.0), ("text", width)):
        for row in _part(rows, "pair"):
            middle = pitch * (number(row.get("row")) + 0.5) + _NAME + BASELINE
            yield str(row.get(field)), place, middle


def _sides(everyone: Sequence[Row], group: Sequence[Row], x: Scale, pitch: float) -> Iterator[Text]:
    for rows in (everyone, group):
        for side, beside in (("left", -_BESIDE), ("right", _BESIDE)):
            for row in rows:
                if row.get("side") == side:
                    middle = pitch * (number(row.get("row")) + 0.5) + _DOT + BASELINE
                    place = x.at(number(row.get("value"))) + beside
                    yield str(row.get("text")), place, middle


def composition_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of bars in parts that do not follow from the rows; None for a lack of marks."""
    x, pitch = Scale(0.0, 100.0, *span(unit, "x")), pitch_of(unit)
    years, parts, rests = (_part(rows, name) for name in ("year", "share", "rest"))
    yield from _size(marks, pitch * len(years) + _WHITE)

    def middle(row: Row) -> float:
        return pitch * (number(row.get("row")) + 0.5)

    texts = [(str(row.get("label")), 0.0, middle(row) + BASELINE) for row in years]
    for row in (*(row for row in parts if row.get("text")), *rests):
        place = x.at(number(row.get("to"))) - _INSIDE
        texts.append((str(row.get("text")), place, middle(row) + BASELINE))
    for row in _part(rows, "none"):
        place = x.at(number(row.get("from"))) + _INSIDE
        texts.append((str(row.get("text")), place, middle(row) + BASELINE))
    yield from _texts(marks, texts)
    boxes: list[Box] = []
    for row in (*parts, *rests):
        start, end = (x.at(number(row.get(name))) for name in ("from", "to"))
        boxes.append((start, middle(row) - pitch / 2 + _GAP / 2, end - start, pitch - _GAP))
    fills = classes(unit)
    colours = [*(fills.get(row.get("tint")) for row in parts), *(None for _ in rests)]  # type: ignore[call-overload]
    yield from _boxes(marks, boxes, colours)
    yield from (mark for mark in marks if mark.tag not in {"path", "text"})


def ages_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of a table of colours that do not follow from its rows; None for a lack."""
    left, right = span(unit, "x")
    years, names, cells = (_part(rows, name) for name in ("year", "name", "cell"))
    pitch, wide = pitch_of(unit), (right - left) / max(1, len(years))
    order = {row.get("year"): place for place, row in enumerate(years)}
    yield from _size(marks, pitch * (len(names) + 1) + _WHITE)

    def corner(row: Row) -> tuple[float, float]:
        return left + wide * order.get(row.get("year"), -1), pitch * number(row.get("row"))

    texts = [_centred(row, "label", corner(row), wide=wide, pitch=pitch) for row in years]
    texts += [(str(row.get("label")), 0.0, corner(row)[1] + pitch / 2 + BASELINE) for row in names]
    told = [row for row in cells if row.get("text")]
    texts += [_centred(row, "text", corner(row), wide=wide, pitch=pitch) for row in told]
    yield from _texts(marks, texts)
    boxes = [(*corner(row), wide, pitch) for row in cells]
    fills = classes(unit)
    yield from _boxes(marks, boxes, [fills.get(str(row.get("class"))) for row in cells])
    yield from (mark for mark in marks if mark.tag not in {"path", "text"})


def _centred(
    row: Row, field: str, corner: tuple[float, float], *, wide: float, pitch: float
) -> Text:
    return str(row.get(field)), corner[0] + wide / 2, corner[1] + pitch / 2 + BASELINE


def _part(rows: Sequence[Row], part: str) -> list[Row]:
    return [row for row in rows if row.get("part") == part]


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return near(one[0], other[0]) and near(one[1], other[1])


def _size(marks: Sequence[Mark], height: float) -> Iterator[Mark | None]:
    if marks and not is_tall(marks[0], height):
        yield None


def _texts(marks: Sequence[Mark], wanted: Sequence[Text]) -> Iterator[Mark | None]:
    """Yield texts that are not these, each at its place and in this order."""
    texts = [mark for mark in marks if mark.tag == "text"]
    for mark, told in zip_longest(texts, wanted):
        if (
            mark is None
            or told is None
            or mark.text != told[0]
            or not _same((mark.x, mark.y), told[1:])
        ):
            yield mark


def _boxes(
    marks: Sequence[Mark], wanted: Sequence[Box], fills: Sequence[str | None]
) -> Iterator[Mark | None]:
    """Yield rectangles that are not these in this order, or of another fill."""
    paths = [mark for mark in marks if mark.tag == "path"]
    for mark, box, fill in zip_longest(paths, wanted, fills):
        found = None if mark is None else mark.rectangle
        if (
            mark is None
            or box is None
            or found is None
            or not all(near(one, other) for one, other in zip(found, box, strict=True))
            or (fill is not None and mark.look.get("fill", "transparent") != fill)
        ):
            yield mark
