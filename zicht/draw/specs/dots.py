"""A few regions on one axis: dots, the own one as a tall pin, a rule for what they lie within."""

from typing import Literal

import altair as alt

from zicht.draw import style
from zicht.draw.layout import (
    DOTS,
    DOTS_AXIS,
    DOTS_BASE,
    DOTS_LABEL,
    DOTS_RULE,
    STRIP_HEAD,
    STRIP_LABEL,
)
from zicht.draw.specs.base import TIP, either, encoded, framed, part
from zicht.draw.ticks import TICKS
from zicht.model.chart import Role

_AXIS = alt.Axis(
    orient="bottom",
    offset=DOTS_AXIS - DOTS.height,
    labelPadding=2,
    labelFlush=True,
    tickCount=TICKS,
)
_VALUE = alt.X("value:Q", scale=alt.Scale(zero=False, nice=False), axis=_AXIS)
_HOLLOW = "datum.dot === 'hollow'"


def dots() -> alt.LayerChart:
    """Return the kind "dots"; its rows are made in `zicht.draw.dots`."""
    layers = [_axis(), _rule(), _stem(), _others(), _head(), _label(), _beneath()]
    return framed(alt.LayerChart(layer=layers), DOTS, height=DOTS.height)


def _axis() -> alt.Chart:
    marks = part("axis").mark_rule(stroke=style.OTHER)
    return encoded(marks, x=_VALUE, x2="to:Q", y=alt.value(DOTS_BASE))


def _rule() -> alt.Chart:
    look = style.LOOKS[Role.COUNTRY]
    marks = part("reference").mark_rule(
        stroke=look.colour, strokeWidth=look.width_px, strokeDash=list(look.dash)
    )
    return encoded(marks, x=_VALUE, y=alt.value(DOTS_RULE), y2=alt.value(DOTS_BASE + 6))


def _stem() -> alt.Chart:
    marks = part("here").mark_rule(stroke=style.HERE, strokeWidth=2)
    return encoded(marks, x=_VALUE, y=alt.value(STRIP_HEAD), y2=alt.value(DOTS_BASE))


def _others() -> alt.Chart:
    marks = part("item").mark_point(size=50, stroke=style.OTHER, strokeWidth=1.5, opacity=1)
    fill = either(_HOLLOW, style.PAPER, style.OTHER)
    top = alt.Y("top:Q", scale=None, axis=None)
    return encoded(marks, x=_VALUE, y=top, fill=fill, tooltip=TIP)


def _head() -> alt.Chart:
    marks = part("here").mark_point(size=80, stroke=style.HERE, strokeWidth=2, opacity=1)
    fill = either(_HOLLOW, style.PAPER, style.HERE)
    return encoded(marks, x=_VALUE, y=alt.value(STRIP_HEAD), fill=fill, tooltip=TIP)


def _label() -> alt.Chart:
    return _text("label", at=STRIP_LABEL, colour=style.HERE, weight=600)


def _beneath() -> alt.Chart:
    return _text("beneath", at=DOTS_LABEL, colour=style.COUNTRY, weight=400)


def _text(name: str, *, at: int, colour: str, weight: Literal[400, 600]) -> alt.Chart:
    marks = part(name).mark_text(
        align=alt.ExprRef("datum.align"), baseline="alphabetic", fontWeight=weight, color=colour
    )
    place = alt.X("at:Q", scale=None, axis=None)
    return encoded(marks, x=place, y=alt.value(at), text="label:N")
