"""Regions as bars: a name, a bar, a number; one row may be a rule through all of them."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import BAR, BAR_END, BAR_ROW, BAR_START
from zicht.draw.specs.base import ROWS, TIP, either, encoded, framed, part

_ROW = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
_VALUE = alt.X(
    "value:Q", axis=None, scale=alt.Scale(zero=True, nice=False, range=[BAR_START, BAR_END])
)
_WEIGHT = alt.ExprRef("datum.here ? 600 : 400")


def bar() -> alt.LayerChart:
    """Return the kind "bar"; its rows are made in `zicht.draw.bar`."""
    layers = [_hit(), _names(), _bars(), _numbers(), _reference()]
    return framed(alt.LayerChart(layer=layers), BAR, height=alt.Step(BAR_ROW))


def _names() -> alt.Chart:
    marks = ROWS.mark_text(align="left", baseline="middle", fontWeight=_WEIGHT)
    return encoded(
        marks,
        x=alt.value(0),
        y=_ROW,
        text="label:N",
        color=either("datum.here", style.HERE, style.TEXT),
    )


def _bars() -> alt.Chart:
    marks = part("item", "isValid(datum.value)").mark_bar(height=BAR_ROW - 7)
    return encoded(marks, x=_VALUE, y=_ROW, color=either("datum.here", style.HERE, style.OTHER))


def _numbers() -> alt.Chart:
    marks = ROWS.mark_text(align="right", baseline="middle", fontWeight=_WEIGHT)
    return encoded(
        marks,
        x=alt.value(BAR.width),
        y=_ROW,
        text="text:N",
        color=either("datum.here", style.HERE, style.TEXT),
    )


def _reference() -> alt.Chart:
    """Return the rule, from the middle of its own row down through all the others."""
    marks = part("reference").mark_rule(stroke=style.COUNTRY, strokeWidth=1.5)
    return encoded(marks, x=_VALUE, y=alt.value(3), y2=alt.value(alt.ExprRef("height")))


def _hit() -> alt.Chart:
    """Return a clear band a row, to point at: a row without a bar can be reached too."""
    marks = ROWS.mark_rect(fill="transparent")
    return encoded(marks, x=alt.value(0), x2=alt.value(BAR.width), y=_ROW, tooltip=TIP).properties(
        name="hit"
    )
