"""The own region among others on one axis: a pin, and its name and figure above it."""

from collections.abc import Iterator

from zicht.draw.layout import Frame
from zicht.draw.words import Row, fitted, plain, told, width_px, with_unit
from zicht.model.chart import Item
from zicht.model.dutch import SPOKEN, cell_text


def pin(
    item: Item, *, frame: Frame, ends: tuple[float, float], unit: str, decimals: int
) -> Iterator[Row]:
    """Yield the pin and its label; without a figure only words, at the left, and no place."""
    name, width = plain(item.name), frame.width
    if item.cell.value is None:
        reason = SPOKEN[item.cell.state].partition(":")[0]
        yield {"part": "label", **label(f"{name}: {reason}", at=0, width=width, bold=True)}
        return
    yield {
        "part": "here",
        "value": item.cell.value,
        "dot": "hollow" if item.cell.provisional else "full",
        "tip": f"{name}: {told(item.cell, unit=unit, decimals=decimals)}",
        "here": True,
        "href": item.href,
    }
    text = f"{name} {with_unit(cell_text(item.cell, decimals=decimals), unit=unit)}"
    if width_px(text, bold=True) > width:
        text = f"{name} {cell_text(item.cell, decimals=decimals)}"
    at = width * (item.cell.value - ends[0]) / (ends[1] - ends[0])
    yield {"part": "label", **label(text, at=at, width=width, bold=True)}


def label(text: str, *, at: float, width: int, bold: bool = False) -> Row:
    """Return a text in the middle of a place, or against the side that it would stick out of."""
    text = fitted(text, room_px=width, bold=bold)
    half = width_px(text, bold=bold) / 2
    if at < half:
        return {"label": text, "at": 0, "align": "left"}
    if at > width - half:
        return {"label": text, "at": width, "align": "right"}
    return {"label": text, "at": round(at, 1), "align": "center"}
