"""Charts of lines over the years: where each mark must stand, from the data of the chart."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from zicht.audit.page.axes import step
from zicht.audit.page.marks import Mark
from zicht.audit.page.plots import BASELINE, HALF, dots, line, number, rules, scales, ticks, values
from zicht.audit.page.scale import Scale, near, span
from zicht.audit.page.wanted import Row

_BESIDE = 8.0
_PITCH = 14.0
_GRID = 1.2
"""Lines of the grid are drawn on whole pixels, half a pixel off."""
_ROLES = ("country", "similar", "here")


def line_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of lines over the years that do not follow from the rows; None for a lack."""
    years = [row for row in rows if row.get("part") == "year"]
    low, high = (number(years[0].get(name)) if years else 0.0 for name in ("low", "value"))
    points = [row for row in rows if row.get("part") == "point"]
    x, _ = scales(points, unit, [])
    bottom, top = span(unit, "y")
    y = Scale(low, high, bottom, top)
    paths = [mark for mark in marks if mark.path]
    for role in _ROLES:
        own = [row for row in points if row.get("role") == role]
        take = 1 if values(own) else 0
        yield from line(paths[:take], own, x=x, y=y)
        paths = paths[take:]
    yield from paths
    yield from dots([m for m in marks if m.tag == "circle"], points, x=x, y=y)
    breaks = [x.at(number(r.get("year"))) for r in rows if r.get("part") == "break"]
    lines = [mark for mark in marks if mark.tag == "line"]
    yield from rules([mark for mark in lines if mark.dy], breaks)
    yield from _texts([m for m in marks if m.tag == "text"], rows, x=x, y=y)
    yield from _grid([mark for mark in lines if not mark.dy], x=x, y=y)


def _grid(lines: Sequence[Mark], *, x: Scale, y: Scale) -> Iterator[Mark | None]:
    """Yield lines that are neither a tick's nor the axis itself."""
    if not y.high > y.low:
        yield None
        return
    size = step(y.low, y.high)
    places = [y.at(y.low + size * at) for at in range(round((y.high - y.low) / size) + 1)]
    for mark in lines:
        close = any(abs(mark.y - place) <= _GRID for place in places)
        if not close or not near(mark.dx, x.end - x.start) or abs(mark.x - x.start) > 1:
            yield mark


def _texts(
    texts: Sequence[Mark], rows: Sequence[Row], *, x: Scale, y: Scale
) -> Iterator[Mark | None]:
    """Yield texts that are no tick, year, name, symbol or unit at its place."""
    names = [mark for mark in texts if near(mark.x, x.end + _BESIDE)]
    beside = [mark for mark in texts if mark.x < x.start and mark.y > 0 - _BESIDE]
    below = [mark for mark in texts if mark not in beside and mark.y > y.start + _BESIDE]
    units = [mark for mark in texts if mark not in beside and mark.y < -_BESIDE]
    symbols = [m for m in texts if m not in [*names, *beside, *below, *units]]
    yield from ticks(beside, y, along="y", shift=BASELINE + HALF)
    for mark in below:
        year = float(mark.text) if mark.text.isdigit() else float("nan")
        if not near(mark.x, x.at(year) + HALF) or not x.low <= year <= x.high:
            yield mark
    yield from _worded(units, _part(rows, "unit"))
    for mark, row in zip_longest(symbols, _part(rows, "state")):
        known = mark is not None and row is not None and mark.text == row.get("label")
        if not known or mark is None or not near(mark.x, x.at(number(row and row.get("year")))):
            yield mark
    yield from _worded(names, _part(rows, "end"))
    yield from _ends(names, rows, y=y)


def _part(rows: Sequence[Row], part: str) -> list[Row]:
    return [row for row in rows if row.get("part") == part]


def _worded(texts: Sequence[Mark], rows: Sequence[Row]) -> Iterator[Mark | None]:
    """Yield texts that are not the labels of these rows."""
    for mark, row in zip_longest(texts, rows):
        label = "" if row is None else str(row.get("label")).replace("\n", "")
        if mark is None or mark.text != label:
            yield mark


def _ends(names: Sequence[Mark], rows: Sequence[Row], *, y: Scale) -> Iterator[Mark | None]:
    """Yield names that stand neither at the last figure of their line nor against another name."""
    labels = _part(rows, "end")
    for mark, row in zip(names, labels, strict=False):
        at, high = number(row.get("at")), _PITCH * str(row.get("label")).count("\n")
        last = values([r for r in _part(rows, "point") if r.get("role") == row.get("role")])
        place = y.at(last[-1]) if last else float("nan")
        middle = max(min(place, y.start - high / 2), y.end + high / 2) - high / 2
        pushed = any(_touch(row, other) for other in labels if other is not row)
        if not near(mark.y, at + BASELINE) or not (near(at, middle) or pushed):
            yield mark


def _touch(one: Row, other: Row) -> bool:
    """Tell whether two names stand directly under each other."""
    upper, lower = sorted((one, other), key=lambda row: number(row.get("at")))
    lines = 1 + str(upper.get("label")).count("\n")
    return near(number(upper.get("at")) + _PITCH * lines, number(lower.get("at")))
