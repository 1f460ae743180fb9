"""What the kinds have in common: named data, a fixed size, Dutch numbers, no labels of Vega's."""

from typing import Any, Final

import altair as alt

from zicht.draw import style
from zicht.draw.layout import Frame

DATA: Final = alt.NamedData("rows", format={"parse": None})
ROWS: Final = alt.Chart(DATA)
"""The start of every layer; the build and the browser fill in the rows."""

TIP: Final = alt.Tooltip("tip:N")


_AXIS: Final = alt.AxisConfig(
    title=None,
    domain=False,
    ticks=False,
    grid=False,
    labelColor=style.TEXT,
    labelFontSize=style.FONT_PX,
    labelOverlap=False,
    labelLimit=0,
)


def part(name: str, condition: str = "") -> alt.Chart:
    """Return the start of a layer that draws one part of the rows."""
    also = f" && ({condition})" if condition else ""
    return ROWS.transform_filter(f"datum.part === '{name}'{also}")


def encoded(marks: alt.Chart, *, name: str | None = None, **channels: object) -> alt.Chart:
    """Return a layer with its channels; of Altair's own `encode` no type is known."""
    untyped: dict[str, Any] = channels
    layer: alt.Chart = marks.encode(**untyped)
    return layer if name is None else layer.properties(name=name)


def either(condition: str, value: str | float, other: str | float | alt.SchemaBase) -> object:
    """Return a channel with the value where the condition holds, and the other elsewhere."""
    otherwise = other if isinstance(other, alt.SchemaBase) else alt.value(other)
    return alt.when(condition).then(alt.value(value)).otherwise(otherwise)


def framed(layers: alt.LayerChart, frame: Frame, *, height: int | alt.Step) -> alt.LayerChart:
    """Return the layers at a fixed size: a chart depends on its rows alone.

    The configuration is that of the site, the same for every kind.
    """
    sized = layers.properties(
        width=frame.width, height=height, padding=frame.padding, autosize="none"
    )
    site = alt.Config(
        aria=False,
        font=style.FONT,
        locale=style.DUTCH,
        view=alt.ViewConfig(stroke=None),
        axis=_AXIS,
        text=alt.MarkConfig(fontSize=style.FONT_PX, color=style.TEXT, limit=0),
    )
    return sized.properties(config=site)
