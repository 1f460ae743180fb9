"""Lines between regions on a map: outlines by code, lines by the degrees of their ends."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import MAP
from zicht.draw.specs.base import DATA, TIP, either, encoded, framed

WIDTHS = (1, 2, 3, 4.5, 6)
"""Of a line, in pixels, by its class."""
FILLS = [style.PAPER, *style.CLASSES[:2]]
"""Of a region without a line, at the end of one, and of the own one."""
DOT = 36


def flow() -> alt.LayerChart:
    """Return the kind "flow"; its rows are made in `zicht.draw.flow`."""
    layers = alt.LayerChart(data=DATA, layer=[_areas(), _own(), _lines(), _dots()])
    return framed(layers.project("mercator", precision=0), MAP, height=MAP.height)


def _found() -> alt.Chart:
    outlines = alt.LookupData(alt.NamedData("shapes"), key="id")
    known = alt.Chart().transform_filter("datum.part === 'area'")
    looked = known.transform_lookup("code", from_=outlines, as_="outline")
    return looked.transform_filter("isValid(datum.outline)")


def _areas() -> alt.Chart:
    """Return the regions: those at the end of a line are filled, the others only outlined."""
    marks = _found().mark_geoshape(strokeJoin="round", stroke=style.EDGE_DARK, strokeWidth=0.5)
    fills = alt.Scale(domain=["other", "end", "here"], range=FILLS)
    fill = alt.Fill("kind:N", legend=None, scale=fills)
    return encoded(marks, shape="outline:G", fill=fill, tooltip=TIP)


def _own() -> alt.Chart:
    own = _found().transform_filter("datum.here")
    marks = own.mark_geoshape(filled=False, stroke=style.HERE, strokeWidth=2.5, strokeJoin="round")
    return encoded(marks, shape="outline:G")


def _colour() -> object:
    return either("datum.out", style.HERE, style.COUNTRY)


def _lines() -> alt.Chart:
    marks = alt.Chart().transform_filter("datum.part === 'line'").mark_rule(strokeCap="round")
    widths = alt.Scale(
        type="ordinal", domain=[str(nth) for nth in range(len(WIDTHS))], range=list(WIDTHS)
    )
    return encoded(
        marks,
        longitude="x:Q",
        latitude="y:Q",
        longitude2="x2:Q",
        latitude2="y2:Q",
        stroke=_colour(),
        strokeWidth=alt.StrokeWidth("width:N", legend=None, scale=widths),
        tooltip=TIP,
    )


def _dots() -> alt.Chart:
    """Return a dot where each line leads to: its direction, told without a colour."""
    marks = alt.Chart().transform_filter("datum.part === 'line'")
    points = marks.mark_point(size=DOT, filled=True, opacity=1, stroke=style.PAPER, strokeWidth=1)
    return encoded(points, longitude="x2:Q", latitude="y2:Q", fill=_colour())
