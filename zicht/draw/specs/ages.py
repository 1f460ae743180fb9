"""A table of colours: categories under each other, years beside each other, classes of shares."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import AGES, AGES_ROW, AGES_START
from zicht.draw.specs.base import TIP, either, encoded, framed, part

_ROW = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
_YEAR = alt.X(
    "year:O",
    axis=None,
    scale=alt.Scale(paddingInner=0, paddingOuter=0, range=[AGES_START, AGES.width]),
)
_STATES = ("withheld", "missing", "impossible", "pending")
_CLASSES = alt.Scale(
    domain=[*(str(number) for number in range(len(style.CLASSES))), *_STATES],
    range=[*style.CLASSES, style.WITHHELD, "transparent", style.PAPER, "transparent"],
)
_DARK = "datum['class'] === '3' || datum['class'] === '4'"


def ages() -> alt.LayerChart:
    """Return the kind "ages"; its rows are made in `zicht.draw.ages`."""
    layers = [_years(), _names(), _cells(), _shares(), _hit()]
    return framed(alt.LayerChart(layer=layers), AGES, height=alt.Step(AGES_ROW))


def _years() -> alt.Chart:
    marks = part("year").mark_text(baseline="middle")
    return encoded(marks, x=_YEAR, y=_ROW, text="label:N")


def _names() -> alt.Chart:
    marks = part("name").mark_text(align="left", baseline="middle")
    return encoded(marks, x=alt.value(0), y=_ROW, text="label:N")


def _cells() -> alt.Chart:
    marks = part("cell").mark_rect(stroke=style.PAPER, strokeWidth=1.5)
    fill = alt.Fill("class:N", legend=None, scale=_CLASSES)
    return encoded(marks, x=_YEAR, y=_ROW, fill=fill)


def _shares() -> alt.Chart:
    marks = part("cell", "datum.text").mark_text(baseline="middle")
    colour = either(_DARK, style.PAPER, style.INK)
    return encoded(marks, x=_YEAR, y=_ROW, text="text:N", color=colour)


def _hit() -> alt.Chart:
    """Return a clear cell over each share, to point at."""
    marks = part("cell").mark_rect(fill="transparent")
    return encoded(marks, x=_YEAR, y=_ROW, tooltip=TIP, name="hit")
