"""The marks of a drawing, each where it stands once the groups around it are taken away."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from lxml import etree
from lxml.html import HtmlElement

Point: TypeAlias = tuple[float, float]

GEOMETRY: Final = frozenset({"x", "y", "x2", "y2", "cx", "cy", "r", "d", "transform"})
TAGS: Final = frozenset({"path", "line", "circle", "text"})
_MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_VERTEX = re.compile(r"([ML])(-?[\d.]+),(-?[\d.]+)")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")
"""A circle at the very start of the plot stays a path."""
_RECT = re.compile(r"M(-?[\d.]+),(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h(-?[\d.]+)Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: where it begins, how far it reaches, its outline, its words, how it looks.

    `text` of a circle is its radius.
    """

    tag: str
    x: float
    y: float
    dx: float
    dy: float
    path: str
    text: str
    look: Mapping[str, str]
    element: HtmlElement

    @property
    def vertices(self) -> list[Point]:
        """Return the points of a line."""
        return [(self.x + float(x), self.y + float(y)) for _, x, y in _VERTEX.findall(self.path)]

    @property
    def pieces(self) -> int:
        """Return in how many pieces a line lies."""
        return self.path.count("M")

    @property
    def rectangle(self) -> tuple[float, float, float, float] | None:
        """Return left, top, width and height of a path that is an upright rectangle."""
        found = _RECT.fullmatch(self.path)
        if found is None or float(found[3]) != -float(found[5]):
            return None
        x, y, width, height = (float(found[n]) for n in range(1, 5))
        return self.x + x, self.y + y, width, height


def marks_of(svg: HtmlElement) -> Iterator[Mark]:
    """Yield the marks of a drawing in order; places are relative to the plot.

    Shape:  what is no mark, title or group of marks is yielded as a mark of its own tag; comments
            are not.
    """
    for child in svg.iterchildren(etree.Element):
        if child.tag == "g":
            yield from _inside(child, at=(0.0, 0.0), look={}, moved=False)
        elif child.tag not in {"title", "desc"}:
            yield _mark(child, at=(0.0, 0.0), look={})


def _inside(
    group: HtmlElement, *, at: Point, look: Mapping[str, str], moved: bool = True
) -> Iterator[Mark]:
    """Yield the marks of a group; the outermost one only moves the plot into its padding."""
    look = {**look, **_look(group)}
    here = _shifted(at, group) if moved else at
    for child in group.iterchildren(etree.Element):
        if child.tag == "g":
            yield from _inside(child, at=here, look=look)
        else:
            yield _mark(child, at=here, look=look)
    if not len(group):
        yield _mark(group, at=at, look=look)


def _look(element: HtmlElement) -> Mapping[str, str]:
    return {name: value for name, value in element.attrib.items() if name not in GEOMETRY}


def _shifted(at: Point, element: HtmlElement) -> Point:
    found = _MOVED.fullmatch(element.get("transform", "translate(0,0)"))
    return (at[0] + float(found[1]), at[1] + float(found[2])) if found else (float("nan"), 0.0)


def _mark(element: HtmlElement, *, at: Point, look: Mapping[str, str]) -> Mark:
    x, y = _shifted(at, element)
    round_ = _CIRCLE.fullmatch(element.get("d", ""))
    if round_ is not None:
        return Mark("circle", x, y, 0.0, 0.0, "", round_[1], {**look, **_look(element)}, element)
    first = ("cx", "cy") if element.tag == "circle" else ("x", "y")
    return Mark(
        element.tag,
        x + _float(element, first[0]),
        y + _float(element, first[1]),
        _float(element, "x2"),
        _float(element, "y2"),
        element.get("d", ""),
        element.get("r", "") if element.tag == "circle" else element.text_content(),
        {**look, **_look(element)},
        element,
    )


def _float(element: HtmlElement, name: str) -> float:
    try:
        return float(element.get(name, "0"))
    except ValueError:
        return float("nan")
