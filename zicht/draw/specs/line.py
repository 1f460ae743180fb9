"""Lines over the years, labelled at their ends."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import LINE, LINE_START
from zicht.draw.specs.base import TIP, either, encoded, framed, part
from zicht.draw.ticks import TICKS
from zicht.model.chart import Role

_YEAR = alt.X(
    "year:Q",
    scale=alt.Scale(zero=False, nice=False, range=[LINE_START, LINE.width]),
    axis=alt.Axis(
        format="d",
        tickCount=TICKS,
        tickMinStep=1,
        labelExpr="datum.value === floor(datum.value) ? datum.label : ''",
        labelPadding=8,
        labelFlush=False,
        domain=True,
        domainColor=style.OTHER,
    ),
)
_VALUE = alt.Y(
    "value:Q",
    scale=alt.Scale(nice=False),
    axis=alt.Axis(
        tickCount=TICKS,
        grid=True,
        gridColor=style.GRID,
        labelPadding=6,
        offset=-LINE_START,
        labelExpr="datum.value >= 1e6 ? format(datum.value / 1e6, ',') + ' mln' : datum.label",
    ),
)
_COLOURS = alt.Scale(
    type="ordinal",
    domain=[role.value for role in Role],
    range=[style.LOOKS[role].colour for role in Role],
)


def line() -> alt.LayerChart:
    """Return the kind "line"; its rows are made in `zicht.draw.line`."""
    lines = (_line(role) for role in (Role.COUNTRY, Role.SIMILAR, Role.HERE))
    layers = [_breaks(), *lines, _dots(), _ends(), _states(), _unit(), _hit()]
    return framed(alt.LayerChart(layer=layers), LINE, height=LINE.height)


def _breaks() -> alt.Chart:
    rule = part("break").mark_rule(stroke=style.OTHER, strokeDash=[1, 3])
    return encoded(rule, x=_YEAR)


def _line(role: Role) -> alt.Chart:
    """Return the line of one role: a mark each, since a kept view would shuffle their groups."""
    look = style.LOOKS[role]
    marks = part("point", f"datum.role === '{role.value}'").mark_line(
        stroke=look.colour, strokeDash=[*look.dash], strokeWidth=look.width_px, strokeJoin="round"
    )
    return encoded(marks, x=_YEAR, y=_VALUE)


def _dots() -> alt.Chart:
    inside = alt.Fill("role:N", legend=None, scale=_COLOURS)
    fill = either("datum.dot === 'hollow'", style.PAPER, inside)
    marks = part("point", "datum.dot").mark_point(size=36, strokeWidth=1.5, opacity=1)
    return encoded(
        marks,
        x=_YEAR,
        y=_VALUE,
        stroke=alt.Stroke("role:N", legend=None, scale=_COLOURS),
        fill=fill,
    )


def _ends() -> alt.Chart:
    weight = alt.ExprRef("datum.role === 'here' ? 600 : 400")
    marks = part("end").mark_text(
        align="left", baseline="middle", lineBreak="\n", lineHeight=13, fontWeight=weight
    )
    colour = either("datum.role === 'here'", style.HERE, style.TEXT)
    place = alt.Y("at:Q", scale=None, axis=None)
    return encoded(marks, x=alt.value(LINE.width + 8), y=place, text="label:N", color=colour)


def _states() -> alt.Chart:
    marks = part("state").mark_text(baseline="line-bottom", fontSize=style.FONT_PX)
    return encoded(marks, x=_YEAR, y=alt.value(LINE.height - 2), text="label:N")


def _unit() -> alt.Chart:
    marks = part("unit").mark_text(align="left", baseline="alphabetic")
    return encoded(marks, x=alt.value(0), y=alt.value(-14), text="label:N")


def _hit() -> alt.Chart:
    """Return a clear column a year, to point at: it also spans the axes."""
    marks = part("year").mark_rect(fill="transparent")
    return encoded(
        marks, x=alt.X("from:Q"), x2="to:Q", y=alt.Y("low:Q"), y2="value:Q", tooltip=TIP, name="hit"
    )
