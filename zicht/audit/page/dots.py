"""Dots (a gemeente among its neighbours): their data and marks, made anew from the figures."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from zicht.audit.page.around import neighbours_of
from zicht.audit.page.axes import ends
from zicht.audit.page.charts import Drawn
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import unstarred
from zicht.audit.page.marks import Mark
from zicht.audit.page.pins import label_mark
from zicht.audit.page.plots import HALF, number, rules, ticks, values
from zicht.audit.page.scale import Scale, near, span
from zicht.audit.page.strips import own_rows
from zicht.audit.page.wanted import Row, Wanted, linked
from zicht.audit.page.wanted import number as any_number
from zicht.model.area import NEDERLAND
from zicht.model.figure import Cell

_WIDTH, _BASE, _PITCH, _ROWS = 344, 56, 9, 3
"""A dot stands in the lowest of three rows in which the last is so far to the left."""
_ALIGNED = ("left", "right", "center")


def dot_rows(chart: Drawn, _rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the rows of a chart: the axis, Nederland, each neighbour that is shown, the own one."""
    key, own, year = chart.key, chart.about.code, facts.latest(chart.key, chart.level())
    country = facts.cell(key, NEDERLAND, year or 0)
    near_by = neighbours_of(chart.svg.getroottree().getroot(), own, facts.division)
    told = [(facts.division[code], facts.cell(key, code, year or 0)) for code in near_by]
    shown = [(cell.value, area) for area, cell in told if cell.value is not None]
    shown.sort(key=lambda pair: (pair[0], pair[1].name, pair[1].code))
    mine = facts.cell(key, own, year or 0)
    low, high = _ends([value for value, _ in shown], country, mine)
    yield {"part": "axis", "value": low, "to": high}
    if country.value is not None:
        yield {"part": "reference", "value": country.value}
        yield _beneath(f"Nederland {facts.say(key, country)}")
    tops = _tops([_WIDTH * (value - low) / (high - low) for value, _ in shown])
    cells = {area.code: cell for area, cell in told}
    for (value, area), top in zip(shown, tops, strict=True):
        yield {
            "part": "item",
            "code": area.code,
            "value": value,
            "top": top,
            "dot": lambda value: value in {"full", "hollow"},
            "tip": f"{area.name}: {facts.told(key, cells[area.code])}",
            "href": linked(area),
        }
    yield from own_rows(facts.division[own], mine, chart, facts)


def _beneath(text: str) -> Wanted:
    return {
        "part": "beneath",
        "label": lambda value: isinstance(value, str) and unstarred(value) == text,
        "at": any_number,
        "align": lambda value: value in _ALIGNED,
    }


def _ends(shown: Sequence[float], *others: Cell) -> tuple[float, float]:
    """Return the ends of the axis: it begins at nought, and holds all figures."""
    known = [0.0, *shown, *(cell.value for cell in others if cell.value is not None)]
    low, high = ends(min(known), max(known))
    return (low, high) if high > low else (0.0, 1.0)


def _tops(places: Sequence[float]) -> Iterator[int]:
    """Yield how high each dot stands: where no row has room, there where the last is farthest."""
    last = [-float(_PITCH)] * _ROWS
    for place in places:
        room = [row for row in range(_ROWS) if place - last[row] >= _PITCH]
        row = room[0] if room else last.index(min(last))
        last[row] = place
        yield _BASE - row * _PITCH


def dot_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of dots that do not follow from their rows; None for a lack of marks."""
    part = {
        name: [row for row in rows if row.get("part") == name]
        for name in ("axis", "reference", "item", "here", "label", "beneath")
    }
    axis = part["axis"][0] if part["axis"] else {}
    left, right = span(unit, "x")
    x = Scale(number(axis.get("value")), number(axis.get("to")), left, right)
    country, pins = values(part["reference"]), values(part["here"])
    yield from (mark for mark in marks if mark.tag not in {"line", "circle", "text"})
    lines = [mark for mark in marks if mark.tag == "line"]
    flat = [mark for mark in lines if not mark.dy]
    if len(flat) != 1 or not near(flat[0].x, left) or not near(flat[0].dx, right - left):
        yield None
    yield from rules([m for m in lines if m.dy], [x.at(value) for value in (*country, *pins)])
    circles = [mark for mark in marks if mark.tag == "circle"]
    for mark, row in zip_longest(circles, [*part["item"], *part["here"]]):
        if mark is None or row is None or not _at(mark, row, x=x):
            yield mark
    texts = [mark for mark in marks if mark.tag == "text"]
    labels = [*part["label"], *part["beneath"]]
    yield from ticks(texts[: len(texts) - len(labels)], x, along="x", shift=HALF)
    for mark, row in zip_longest(texts[len(texts) - len(labels) :], labels):
        yield from label_mark(mark, row, x=x, pins=(*pins, *country))


def _at(mark: Mark, row: Row, *, x: Scale) -> bool:
    """Tell whether a dot stands at its figure, and in its row; the own one is a pin."""
    high = row.get("part") == "here" or near(mark.y, number(row.get("top")))
    return high and near(mark.x, x.at(number(row.get("value"))))
