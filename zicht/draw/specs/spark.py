"""A tiny trend for a row of a table: one line, one dot, no axes."""

import altair as alt

from zicht.draw import style
from zicht.draw.layout import SPARK
from zicht.draw.specs.base import TIP, either, encoded, framed, part

_YEAR = alt.X("year:Q", scale=alt.Scale(zero=False, nice=False), axis=None)
_VALUE = alt.Y("value:Q", scale=alt.Scale(zero=True, nice=False), axis=None)


def spark() -> alt.LayerChart:
    """Return the kind "spark"; its rows are made in `zicht.draw.spark`."""
    trend = part("point").mark_line(stroke=style.HERE, strokeWidth=1.5)
    dots = part("point", "datum.dot").mark_point(
        size=24, stroke=style.HERE, strokeWidth=1.5, opacity=1
    )
    fill = either("datum.dot === 'hollow'", style.PAPER, style.HERE)
    layers = [
        encoded(trend, x=_YEAR, y=_VALUE),
        encoded(dots, x=_YEAR, y=_VALUE, fill=fill, tooltip=TIP),
    ]
    return framed(alt.LayerChart(layer=layers), SPARK, height=SPARK.height)
