"""A group beside everyone: for each category a name, two dots on one scale, and how many times."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import PROFILE, PROFILE_END, PROFILE_ROW, PROFILE_START
from zicht.draw.specs.base import TIP, encoded, framed, part

_ROW = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
_VALUE = alt.X(
    "value:Q", axis=None, scale=alt.Scale(zero=True, nice=False, range=[PROFILE_START, PROFILE_END])
)
_NAME_DY, _DOT_DY = -9, 9
_BESIDE = 9


def profile() -> alt.LayerChart:
    """Return the kind "profile"; its rows are made in `zicht.draw.profile`."""
    dots = (_dot("everyone", style.SIMILAR, 60), _dot("group", style.HERE, 80))
    shares = (_share(part, side) for part in ("everyone", "group") for side in ("left", "right"))
    layers = [_names(), _times(), _between(), *dots, *shares, _hit()]
    return framed(alt.LayerChart(layer=layers), PROFILE, height=alt.Step(PROFILE_ROW))


def _names() -> alt.Chart:
    marks = part("pair").mark_text(align="left", baseline="middle", dy=_NAME_DY)
    return encoded(marks, x=alt.value(0), y=_ROW, text="label:N")


def _times() -> alt.Chart:
    marks = part("pair").mark_text(align="right", baseline="middle", dy=_NAME_DY, fontWeight=600)
    return encoded(
        marks, x=alt.value(PROFILE.width), y=_ROW, text="text:N", color=alt.value(style.HERE)
    )


def _between() -> alt.Chart:
    marks = part("everyone").mark_rule(stroke=style.SIMILAR, strokeWidth=3, yOffset=_DOT_DY)
    return encoded(marks, x=_VALUE, x2="to:Q", y=_ROW)


def _dot(name: str, colour: str, size: int) -> alt.Chart:
    marks = part(name).mark_point(
        size=size, fill=colour, stroke=style.PAPER, strokeWidth=1, opacity=1, yOffset=_DOT_DY
    )
    return encoded(marks, x=_VALUE, y=_ROW)


def _share(name: str, side: str) -> alt.Chart:
    """Return the shares that stand on one side of their dots."""
    left = side == "left"
    marks = part(name, f"datum.side === '{side}'").mark_text(
        align="right" if left else "left",
        baseline="middle",
        dx=-_BESIDE if left else _BESIDE,
        dy=_DOT_DY,
        fontWeight=600 if name == "group" else 400,
    )
    colour = alt.value(style.HERE if name == "group" else style.TEXT)
    return encoded(marks, x=_VALUE, y=_ROW, text="text:N", color=colour)


def _hit() -> alt.Chart:
    """Return a clear band a category, to point at."""
    marks = part("pair").mark_rect(fill="transparent")
    left, right = alt.value(0), alt.value(PROFILE.width)
    return encoded(marks, x=left, x2=right, y=_ROW, tooltip=TIP, name="hit")
