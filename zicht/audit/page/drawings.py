"""Drawings: every mark stands where the data of its chart puts it, and no mark is left over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from zicht.audit.page.bars import bar_marks
from zicht.audit.page.blocks import ages_marks, composition_marks, profile_marks
from zicht.audit.page.boughs import tree_marks
from zicht.audit.page.cells import place_of
from zicht.audit.page.charts import Drawn
from zicht.audit.page.dots import dot_marks
from zicht.audit.page.found import Found
from zicht.audit.page.maps import map_marks
from zicht.audit.page.marks import GEOMETRY, TAGS, Mark, marks_of
from zicht.audit.page.pins import strip_marks
from zicht.audit.page.plots import spark_marks
from zicht.audit.page.scale import classes, looks
from zicht.audit.page.stream_marks import stream_marks
from zicht.audit.page.timeline import line_marks
from zicht.audit.page.wanted import Row

_MARK: Final = "a mark stands in a drawing where no figure shown puts it"
_STYLE: Final = "a mark looks otherwise than its kind of chart can look"
_ROOT: Final = frozenset(
    {"class", "role", "aria-labelledby", "viewbox", "viewBox", "fill", "font-size"}
)
_LOOKS: Final = frozenset(
    {
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "font-weight",
    }
)
_ANCHORS: Final = frozenset({"start", "middle", "end"})
_SPAN: Final = frozenset({"x", "dy"})
_FINE: Final = re.compile(r"\.\d\d")
"""More than a tenth of a pixel: nobody sees it, and a figure could hide in it."""


def drawing_findings(
    chart: Drawn,
    rows: Sequence[Row],
    unit: Mapping[str, object],
    *,
    shapes: Mapping[str, object],
    specification: str,
) -> Iterator[Found]:
    """Yield the marks of a drawing that do not follow from its data.

    Shape:  `rows` are its data, held against the figures before; `shapes` are geometries by code;
            `unit` is its specification and `specification` the text of that, by which colours and
            widths are known.
    """
    marks = list(marks_of(chart.svg))
    named = f"a mark of {chart.about.code} ({chart.key})"
    widths = {f"{width}" for width in classes(unit, "strokeWidth").values()}
    yield from _looks(chart, marks, looks(specification) | widths, named=named)
    yield from _words(chart, named=named)
    kinds = {
        "bar": bar_marks,
        "line": line_marks,
        "strip": strip_marks,
        "dots": dot_marks,
        "spark": spark_marks,
        "profile": profile_marks,
        "composition": composition_marks,
        "ages": ages_marks,
        "tree": tree_marks,
    }
    if chart.kind == "map":
        odd = map_marks(marks, rows, unit, shapes=shapes)
    elif chart.kind == "flow":
        odd = stream_marks(marks, rows, unit, shapes=shapes)
    elif chart.kind in kinds:
        odd = kinds[chart.kind](marks, rows, unit)
    else:
        odd = iter([None])
    for mark in odd:
        place = chart.place if mark is None else f"{chart.place}, {place_of(mark.element)}"
        yield Found(named, place, _MARK)


def _looks(
    chart: Drawn, marks: Sequence[Mark], known: frozenset[str], *, named: str
) -> Iterator[Found]:
    """Yield marks of an unknown kind, and looks that the specification does not have."""
    for mark in marks:
        odd = [name for name, value in mark.look.items() if not _plain(name, value, known)]
        odd += ["r"] if mark.tag == "circle" and mark.text not in known else []
        odd += [name for name in sorted(GEOMETRY) if _FINE.search(mark.element.get(name, ""))]
        for each in mark.element.iterdescendants():
            inside = set(each.attrib) - _SPAN if each.tag == "tspan" else {str(each.tag)}
            odd += sorted(inside)
        if mark.tag not in TAGS or odd:
            place = f"{chart.place}, {place_of(mark.element)} {','.join(odd)}"
            yield Found(named, place.rstrip(), _STYLE)
    for name in sorted(set(chart.svg.attrib) - _ROOT):
        yield Found(f"attribute {name} of {chart.name}", chart.place, _STYLE)


def _plain(name: str, value: str, known: frozenset[str]) -> bool:
    """Tell whether a look is one that the specification of the chart can give."""
    return value in _ANCHORS if name == "text-anchor" else name in _LOOKS and value in known


def _words(chart: Drawn, *, named: str) -> Iterator[Found]:
    """Yield words in a drawing that stand in no text, title or description."""
    for element in chart.svg.iter(etree.Element):
        spoken = element.tag in {"text", "tspan", "title", "desc"}
        tail = element is not chart.svg and element.tag != "tspan" and element.tail
        if (not spoken and (element.text or "").strip()) or (tail or "").strip():
            yield Found(named, f"{chart.place}, {place_of(element)}", _STYLE)
