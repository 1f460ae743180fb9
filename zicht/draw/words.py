"""The words in a chart: what fits beside a mark, and what a reader hears of it."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from zicht.model.dutch import SPOKEN, cell_text
from zicht.model.figure import Cell

Row: TypeAlias = Mapping[str, str | float | bool | None]
"""A row of a dataset: one mark, or one line of text, of a chart."""

_LEAST_PX: Final = 3.8
"""No sign is narrower: what has more signs than fit in a room at this is too wide for it."""
_NARROW: Final = frozenset("iljtfrI.,:;'!|()[]-  /")
_WIDE: Final = frozenset("mwMW@%—")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LATIN_END: Final = 0x2E80
"""From here on scripts whose letters fill a square."""


def rows_text(rows: Sequence[Row]) -> str:
    """Return rows as JSON, without the fields that are None; a missing number stays as null."""
    kept = [{k: v for k, v in row.items() if v is not None or k == "value"} for row in rows]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def plain(text: str) -> str:
    """Return a name without control characters, which neither HTML nor SVG can hold."""
    return _CONTROL.sub(" ", text)


def width_px(text: str, *, bold: bool = False) -> float:
    """Return about how wide a text is at 12 px, on the safe side for the usual system fonts."""
    total = sum(
        _LEAST_PX
        if sign in _NARROW
        else 10.4
        if sign in _WIDE or ord(sign) >= _LATIN_END
        else 8.2
        if sign.isupper()
        else 6.9
        for sign in text
    )
    return total * (1.15 if bold else 1.0)


def fitted(text: str, *, room_px: float, bold: bool = False) -> str:
    """Return the text, cut off with an ellipsis when it is wider than the room."""
    if width_px(text, bold=bold) <= room_px:
        return text
    text = text[: int(room_px / _LEAST_PX) + 1]
    while text and width_px(text + "…", bold=bold) > room_px:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, *, room_px: float) -> str:
    """Return the text on one or two lines that fit the room; what is still too long is cut off."""
    if width_px(text, bold=True) <= room_px or " " not in text.strip():
        return fitted(text, room_px=room_px, bold=True)
    words = text.split()
    first = words.pop(0)
    while words and width_px(f"{first} {words[0]}", bold=True) <= room_px:
        first = f"{first} {words.pop(0)}"
    lines = (fitted(line, room_px=room_px, bold=True) for line in (first, " ".join(words)))
    return "\n".join(line for line in lines if line)


def told(cell: Cell, *, unit: str, decimals: int) -> str:
    """Return a cell as a reader hears it: "4,1 per 10.000 woningen" or "niet geleverd"."""
    if cell.value is None:
        return SPOKEN[cell.state]
    provisional = " (voorlopig)" if cell.provisional else ""
    return f"{with_unit(cell_text(cell, decimals=decimals).rstrip('*'), unit=unit)}{provisional}"


def with_unit(number: str, *, unit: str) -> str:
    """Return a number and its unit; a per cent sign stands against its number."""
    return f"{number}{'' if unit.startswith('%') else ' '}{unit}".rstrip()
