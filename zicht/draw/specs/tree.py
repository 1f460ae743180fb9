"""Categories as bars, set in as they lie in others; a small line is what each is held against."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import TREE, TREE_END, TREE_ROW, TREE_START
from zicht.draw.specs.base import ROWS, TIP, encoded, framed, part

_ROW = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
_SCALE = alt.Scale(zero=True, nice=False, range=[TREE_START, TREE_END])
_VALUE = alt.X("value:Q", axis=None, scale=_SCALE)
_THERE = alt.X("there:Q", axis=None, scale=_SCALE)
_THICK, _THIN = TREE_ROW - 8, TREE_ROW - 14


def tree() -> alt.LayerChart:
    """Return the kind "tree"; its rows are made in `zicht.draw.tree`."""
    layers = [
        _hit(),
        _names(),
        _bars("datum.depth === 0", _THICK),
        _bars("datum.depth > 0", _THIN),
        _lines(),
        _numbers(),
    ]
    return framed(alt.LayerChart(layer=layers), TREE, height=alt.Step(TREE_ROW))


def _names() -> alt.Chart:
    marks = ROWS.mark_text(align="left", baseline="middle", color=style.TEXT)
    return encoded(marks, x=alt.X("indent:Q", scale=None, axis=None), y=_ROW, text="label:N")


def _bars(condition: str, height: int) -> alt.Chart:
    """Return bars that are thinner the deeper a category lies."""
    chosen = part("item", f"isValid(datum.value) && {condition}")
    return encoded(chosen.mark_bar(height=height, fill=style.HERE), x=_VALUE, y=_ROW)


def _lines() -> alt.Chart:
    marks = part("item", "isValid(datum.there)").mark_tick(
        orient="vertical",
        thickness=2,
        height=TREE_ROW - 4,
        fill=style.COUNTRY,
        opacity=1,
        stroke=style.PAPER,
        strokeWidth=1,
    )
    return encoded(marks, x=_THERE, y=_ROW)


def _numbers() -> alt.Chart:
    marks = ROWS.mark_text(align="right", baseline="middle", color=style.TEXT)
    return encoded(marks, x=alt.value(TREE.width), y=_ROW, text="text:N")


def _hit() -> alt.Chart:
    """Return a clear band a row, to point at: a row without a bar can be reached too."""
    marks = ROWS.mark_rect(fill="transparent")
    return encoded(marks, x=alt.value(0), x2=alt.value(TREE.width), y=_ROW, tooltip=TIP).properties(
        name="hit"
    )
