"""Lines, bars and strips: where each mark must stand, worked out from the data of the chart."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from math import ceil, floor, isclose, isfinite

from zicht.audit.page.axes import step
from zicht.audit.page.marks import Mark, Point
from zicht.audit.page.scale import Scale, from_nought, near, span
from zicht.audit.page.wanted import Row

BASELINE = 4.0
"""A text of 12 px stands so far below the middle that it was given."""
HALF = 0.5
"""An axis stands half a pixel off, so that its lines are sharp."""
FINE = 1e-9
_MILLION = 1_000_000


def spark_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of a small line that do not follow from its rows; None for a lack of marks."""
    x, y = scales(rows, unit, values(rows))
    paths = [mark for mark in marks if mark.path]
    circles = [mark for mark in marks if mark.tag == "circle"]
    yield from (mark for mark in marks if mark.tag not in {"path", "circle"})
    yield from line(paths, rows, x=x, y=y)
    yield from dots(circles, rows, x=x, y=y)


def values(rows: Sequence[Row]) -> list[float]:
    """Return the values of rows that have one."""
    return [v for r in rows if isinstance(v := r.get("value"), int | float)]


def scales(
    rows: Sequence[Row], unit: Mapping[str, object], values: Sequence[float]
) -> tuple[Scale, Scale]:
    """Return the scale of the years, and that from nought of these values."""
    years = [v for r in rows if isinstance(v := r.get("year"), int | float)] or [0.0]
    left, right = span(unit, "x")
    bottom, top = span(unit, "y")
    return Scale(min(years), max(years), left, right), from_nought(values, start=bottom, end=top)


def _points(rows: Sequence[Row], *, x: Scale, y: Scale) -> list[Point]:
    return [
        (x.at(year), y.at(value))
        for r in rows
        if isinstance(value := r.get("value"), int | float)
        and isinstance(year := r.get("year"), int | float)
    ]


def line(
    paths: Sequence[Mark], rows: Sequence[Row], *, x: Scale, y: Scale
) -> Iterator[Mark | None]:
    """Yield the path when its vertices are not the figures, or it breaks elsewhere than they do."""
    wanted = _points(rows, x=x, y=y)
    if len(paths) != bool(wanted):
        yield paths[0] if paths else None
    for path in paths[:1]:
        if not _same(path.vertices, wanted) or path.pieces != _runs(rows):
            yield path


def _runs(rows: Sequence[Row]) -> int:
    """Return in how many pieces the figures lie: a null ends a piece."""
    known = [row.get("value") is not None for row in rows]
    return sum(now and not before for before, now in zip([False, *known], known, strict=False))


def _same(one: Sequence[Point], other: Sequence[Point]) -> bool:
    pairs = list(zip_longest(one, other))
    return all(
        a is not None and b is not None and near(a[0], b[0]) and near(a[1], b[1]) for a, b in pairs
    )


def dots(
    circles: Sequence[Mark], rows: Sequence[Row], *, x: Scale, y: Scale
) -> Iterator[Mark | None]:
    """Yield dots that stand at none of the figures that have one; None for a lack."""
    wanted = _points([row for row in rows if row.get("dot") is not None], x=x, y=y)
    yield from _left(circles, wanted)


def _left(marks: Sequence[Mark], wanted: Sequence[Point]) -> Iterator[Mark | None]:
    """Yield marks that stand at none of the places, each place serving once; None for a lack."""
    free = list(wanted)
    for mark in marks:
        here = next((p for p in free if near(p[0], mark.x) and near(p[1], mark.y)), None)
        if here is None:
            yield mark
        else:
            free.remove(here)
    if free:
        yield None


def rules(lines: Sequence[Mark], places: Sequence[float]) -> Iterator[Mark | None]:
    """Yield upright lines that do not stand at these places, in order."""
    for mark, place in zip_longest(lines, places):
        if mark is None or place is None or mark.dx or not near(mark.x, place):
            yield mark


def number(value: object) -> float:
    """Return a value as a number; NaN, which lies near nothing, for what is none."""
    known = isinstance(value, int | float) and isfinite(value)
    return float(value) if known and isinstance(value, int | float) else float("nan")


def ticks(
    texts: Sequence[Mark], scale: Scale, *, along: str, shift: float
) -> Iterator[Mark | None]:
    """Yield labels of an axis that are not its round numbers, each at its place."""
    wanted = []
    if scale.high > scale.low:
        size = step(scale.low, scale.high)
        first, last = ceil(scale.low / size - FINE), floor(scale.high / size + FINE)
        wanted = [size * at for at in range(first, last + 1)]
    for mark, value in zip_longest(texts, wanted):
        if mark is None or value is None:
            yield mark
            continue
        place = mark.x if along == "x" else mark.y
        close = near(place, scale.at(value) + shift)
        if not close or not isclose(_told(mark.text), value, rel_tol=1e-6, abs_tol=1e-9):
            yield mark


def _told(text: str) -> float:
    """Return the number of a label: "1.500", "0,5" or "1,5 mln"."""
    plain = text.removesuffix(" mln").replace(".", "").replace(",", ".").replace("\u2212", "-")
    try:
        return float(plain) * (_MILLION if text.endswith(" mln") else 1)
    except ValueError:
        return float("nan")
