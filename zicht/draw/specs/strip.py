"""One region among all: a mark a column of regions, the own one as a tall pin with its label."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import STRIP, STRIP_BASE, STRIP_HEAD, STRIP_LABEL
from zicht.draw.specs.base import TIP, either, encoded, framed, part
from zicht.draw.ticks import TICKS

_AXIS = alt.Axis(
    orient="bottom",
    offset=STRIP_BASE - STRIP.height,
    labelPadding=6,
    labelFlush=True,
    tickCount=TICKS,
)
_VALUE = alt.X("value:Q", scale=alt.Scale(zero=False, nice=False), axis=_AXIS)


def strip() -> alt.LayerChart:
    """Return the kind "strip"; its rows are made in `zicht.draw.strip`."""
    layers = [_axis(), _others(), _stem(), _head(), _label()]
    return framed(alt.LayerChart(layer=layers), STRIP, height=STRIP.height)


def _axis() -> alt.Chart:
    marks = part("axis").mark_rule(stroke=style.OTHER)
    return encoded(marks, x=_VALUE, x2="to:Q", y=alt.value(STRIP_BASE))


def _others() -> alt.Chart:
    """Return one mark a column; the more regions share it, the taller it stands."""
    marks = part("item").mark_rect(width=1.5, fill=style.OTHER)
    top = alt.Y("top:Q", scale=None, axis=None)
    return encoded(marks, x=_VALUE, y=top, y2=alt.value(STRIP_BASE), tooltip=TIP)


def _stem() -> alt.Chart:
    marks = part("here").mark_rule(stroke=style.HERE, strokeWidth=2)
    return encoded(marks, x=_VALUE, y=alt.value(STRIP_HEAD), y2=alt.value(STRIP_BASE))


def _head() -> alt.Chart:
    marks = part("here").mark_point(size=80, stroke=style.HERE, strokeWidth=2, opacity=1)
    fill = either("datum.dot === 'hollow'", style.PAPER, style.HERE)
    return encoded(marks, x=_VALUE, y=alt.value(STRIP_HEAD), fill=fill, tooltip=TIP)


def _label() -> alt.Chart:
    marks = part("label").mark_text(
        align=alt.ExprRef("datum.align"), baseline="alphabetic", fontWeight=600, color=style.HERE
    )
    place = alt.X("at:Q", scale=None, axis=None)
    return encoded(marks, x=place, y=alt.value(STRIP_LABEL), text="label:N")
