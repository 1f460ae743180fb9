"""A map in classes: the outlines are looked up by code, the projection fits what is shown."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import MAP
from zicht.draw.specs.base import DATA, TIP, either, encoded, framed

_STATES = ("withheld", "missing", "impossible", "pending")
_DOMAIN = [*(str(number) for number in range(len(style.CLASSES))), *_STATES]
_FILLS = [*style.CLASSES, style.WITHHELD, "transparent", style.PAPER, "transparent"]
_EDGES = [
    *(style.EDGE_DARK, style.EDGE_DARK, style.PAPER, style.PAPER, style.PAPER),
    *(style.MISSING_EDGE, style.MISSING_EDGE, style.EDGE_DARK, style.MISSING_EDGE),
]
_DASHES = [[1, 0]] * len(style.CLASSES) + [[1, 0], [1, 2], [1, 0], [1, 2]]


def _by_class(values: list[str] | list[list[int]]) -> alt.Scale:
    return alt.Scale(domain=_DOMAIN, range=values)


def choropleth() -> alt.LayerChart:
    """Return the kind "map"; its rows are made in `zicht.draw.map`."""
    outlines = alt.LookupData(alt.NamedData("shapes"), key="id")
    layers = alt.LayerChart(data=DATA, layer=[_areas(), _own()])
    found = layers.transform_lookup("code", from_=outlines, as_="outline")
    drawn = found.transform_filter("isValid(datum.outline)").project("mercator", precision=0)
    return framed(drawn, MAP, height=MAP.height)


def _areas() -> alt.Chart:
    """Return the regions; the own one, drawn last, has a wide white edge for its outline."""
    marks = alt.Chart().mark_geoshape(strokeJoin="round")
    edge = alt.Stroke("class:N", legend=None, scale=_by_class(_EDGES))
    return encoded(
        marks,
        shape="outline:G",
        fill=alt.Fill("class:N", legend=None, scale=_by_class(_FILLS)),
        stroke=either("datum.here", style.PAPER, edge),
        strokeWidth=either("datum.here", 5, 1),
        strokeDash=alt.StrokeDash("class:N", legend=None, scale=_by_class(_DASHES)),
        tooltip=TIP,
    )


def _own() -> alt.Chart:
    """Return the outline of the own region: dark on white, so that it shows on every class."""
    own = alt.Chart().transform_filter("datum.here")
    marks = own.mark_geoshape(filled=False, stroke=style.HERE, strokeWidth=2.5, strokeJoin="round")
    return encoded(marks, shape="outline:G")
