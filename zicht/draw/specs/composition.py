"""Parts of a whole: a bar a year, the parts behind each other."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import COMPOSITION, COMPOSITION_ROW, COMPOSITION_START
from zicht.draw.specs.base import ROWS, TIP, either, encoded, framed, part

_ROW = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
_SCALE = alt.Scale(
    domain=[0, 100], nice=False, zero=True, range=[COMPOSITION_START, COMPOSITION.width]
)
_FROM = alt.X("from:Q", axis=None, scale=_SCALE)
_COLOURS = alt.Scale(type="ordinal", domain=list(range(len(style.PARTS))), range=[*style.PARTS])


def composition() -> alt.LayerChart:
    """Return the kind "composition"; its rows are made in `zicht.draw.composition`."""
    layers = [_years(), _parts(), _rest(), _shares(), _symbols(), _absent(), _hit()]
    return framed(alt.LayerChart(layer=layers), COMPOSITION, height=alt.Step(COMPOSITION_ROW))


def _years() -> alt.Chart:
    marks = part("year").mark_text(align="left", baseline="middle")
    return encoded(marks, x=alt.value(0), y=_ROW, text="label:N")


def _parts() -> alt.Chart:
    marks = part("share").mark_bar(
        height=COMPOSITION_ROW - 4, stroke=style.PAPER, strokeWidth=1, opacity=1
    )
    fill = alt.Fill("tint:O", legend=None, scale=_COLOURS)
    return encoded(marks, x=_FROM, x2="to:Q", y=_ROW, fill=fill)


def _rest() -> alt.Chart:
    """Return what is withheld, all of a year as one."""
    marks = part("rest").mark_bar(
        height=COMPOSITION_ROW - 4, fill=style.WITHHELD, stroke=style.PAPER, strokeWidth=1
    )
    return encoded(marks, x=_FROM, x2="to:Q", y=_ROW)


def _shares() -> alt.Chart:
    marks = part("share", "datum.text").mark_text(align="right", baseline="middle", dx=-4)
    colour = either("datum.dark", style.PAPER, style.INK)
    place = alt.X("to:Q", axis=None, scale=_SCALE)
    return encoded(marks, x=place, y=_ROW, text="text:N", color=colour)


def _symbols() -> alt.Chart:
    marks = part("rest").mark_text(
        align="right", baseline="middle", dx=-4, fontWeight=600, stroke=None
    )
    place = alt.X("to:Q", axis=None, scale=_SCALE)
    return encoded(marks, x=place, y=_ROW, text="text:N", color=alt.value(style.INK))


def _absent() -> alt.Chart:
    """Return the symbol of a year without figures for another reason."""
    marks = part("none").mark_text(align="left", baseline="middle", dx=4)
    return encoded(marks, x=_FROM, y=_ROW, text="text:N")


def _hit() -> alt.Chart:
    """Return a clear part over each, to point at: a text on it would be in the way."""
    marks = ROWS.transform_filter("datum.tip").mark_bar(
        height=COMPOSITION_ROW - 4, fill="transparent"
    )
    return encoded(marks, x=_FROM, x2="to:Q", y=_ROW, tooltip=TIP, name="hit")
