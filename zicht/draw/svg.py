"""What Vega draws, made small enough to stand in a page many times."""

import re
from html import escape
from typing import Final

from zicht.draw.words import plain
from zicht.model.chart import Chart

_SIZE: Final = re.compile(r'viewBox="([^"]*)"')
_ROOT: Final = re.compile(r'^<svg[^>]*><g[^>]*?( transform="[^"]*")?>(.*)</g></svg>$', re.DOTALL)
_HIT: Final = re.compile(r'<g class="[^"]*\bhit_marks"[^>]*>.*?</g>', re.DOTALL)
_EMPTY: Final = re.compile(
    r'<path class="(?:back|fore)ground"[^>]*/>|<text[^>]*(?:></text>|/>)|<g[^>]*/>'
)
_QUOTED: Final = re.compile(r'>[^<>]*"[^<>]*<')
_NEEDLESS: Final = re.compile(
    r' (?:class|role|aria-[a-z]+|pointer-events|font-family)="[^"]*"'
    r'| (?:transform="translate\(0,0\)"|opacity="1"|stroke-width="1"|text-anchor="start"'
    r'|[xy]2="0"|stroke-dasharray="1,0"|font-weight="400"|font-size="12px")'
)
_CIRCLE: Final = re.compile(
    r'<path transform="translate\(([^,]*),([^)]*)\)" '
    r'd="M([\d.]+),0A\3,\3,0,1,1,-\3,0A\3,\3,0,1,1,\3,0"'
)
_PLACED_TEXT: Final = re.compile(
    r'(<text[^>]*) transform="translate\(([^,]*),([^)]*)\)"(?=[^>]*>(?!<tspan))'
)
_GROUP: Final = re.compile(r"(<g[^>]*>|</g>)")
_INHERITED: Final = re.compile(r' (?:fill|stroke|text-anchor|font-weight)[a-z-]*="[^"]*"')
_CHILD: Final = re.compile(r"<[a-z]+")


def compact(chart: Chart, drawn: str) -> str:
    """Return a drawing as inline SVG: named for a screen reader, sized by the page.

    What only a pointer needs is left out: the browser draws that anew when a reader turns to it.
    """
    size = _SIZE.search(drawn)
    root = _ROOT.match(drawn)
    if size is None or root is None:
        msg = f"{chart.key}: not a drawing of Vega's: {drawn[:80]}"
        raise ValueError(msg)
    return f"{_opening(chart, size[1])}{_body(root[2], moved=root[1] or '')}</svg>"


def _opening(chart: Chart, size: str) -> str:
    key = escape(chart.key)
    named = f"{key}-t {key}-d" if chart.description else f"{key}-t"
    said = f'<desc id="{key}-d">{_said(chart.description)}</desc>'
    return (
        f'<svg class="chart chart-{chart.kind}" role="img" aria-labelledby="{named}" '
        f'viewBox="{size}" fill="none" font-size="12">'
        f'<title id="{key}-t">{_said(chart.title)}</title>'
        f"{said if chart.description else ''}"
    )


def _said(text: str) -> str:
    return escape(plain(text), quote=False)


def _body(svg: str, *, moved: str) -> str:
    if _QUOTED.search(svg):
        svg = _QUOTED.sub(lambda found: found[0].replace('"', "&quot;"), svg)
    svg = _EMPTY.sub("", _HIT.sub("", svg))
    svg = _CIRCLE.sub(r'<circle cx="\1" cy="\2" r="\3"', _NEEDLESS.sub("", svg))
    svg = _PLACED_TEXT.sub(r'\1 x="\2" y="\3"', svg)
    return _ungrouped(f"<g{_NEEDLESS.sub('', moved)}>{svg}</g>")


def _ungrouped(svg: str) -> str:
    """Return the drawing without groups that are empty or say nothing."""
    opened: list[tuple[str, list[str]]] = [("", [])]
    for piece in _GROUP.split(svg):
        if piece == "</g>":
            tag, inside = opened.pop()
            opened[-1][1].append(_group(tag[2:-1], "".join(inside)))
        elif piece.startswith("<g") and piece[2:3] in {" ", ">"}:
            opened.append((piece, []))
        else:
            opened[-1][1].append(piece)
    return "".join(opened[0][1])


def _group(attributes: str, inside: str) -> str:
    """Return a group with what its children share said once; no group where that says nothing."""
    if not inside:
        return ""
    if "<g" not in inside:
        shared, inside = _shared(inside)
        attributes += shared
    return f"<g{attributes}>{inside}</g>" if attributes else inside


def _shared(children: str) -> tuple[str, str]:
    """Return the attributes that all children have, and the children without them."""
    count = len(_CHILD.findall(children))
    first = children[: children.find(">")]
    shared = ""
    for attribute in _INHERITED.findall(first) if count > 1 else ():
        if children.count(attribute) == count:
            children = children.replace(attribute, "")
            shared += attribute
    return shared, children
