"""What a row of a chart's data should hold, and how it differs."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from zicht.audit.page.found import unstarred
from zicht.model.address import area_folder
from zicht.model.area import Area, Level

Row: TypeAlias = Mapping[str, object]
Good: TypeAlias = Callable[[object], bool]
Wanted: TypeAlias = Mapping[str, "str | float | bool | Good | None"]

_UP = re.compile(r"(?:\.\./)*")
_FINE = 1e-9


def unlike(row: Row, wanted: Wanted) -> list[str]:
    """Return the fields of a row that are not as wanted; one that is absent counts as None."""
    fields = sorted(row.keys() | wanted.keys())
    return [name for name in fields if not _good(row.get(name), wanted.get(name))]


def _good(value: object, wanted: "str | float | bool | Good | None") -> bool:
    if callable(wanted):
        return wanted(value)
    if isinstance(value, str) and isinstance(wanted, str):
        return unstarred(value) == unstarred(wanted)
    if isinstance(value, bool) or isinstance(wanted, bool):
        return value is wanted
    if isinstance(value, int | float) and isinstance(wanted, int | float):
        return abs(value - wanted) < _FINE
    return value is None and wanted is None


def linked(area: Area) -> Good:
    """Return whether a value is a link to the page of a region, or none at all."""
    known = area.level in {Level.GEMEENTE, Level.WIJK}
    folder = area_folder(area) if known else ""

    def good(value: object) -> bool:
        if value is None or not known:
            return value is None
        return isinstance(value, str) and folder.endswith(_UP.sub("", value, count=1))

    return good


def fitted(text: str) -> Good:
    """Return whether a value is the text, perhaps cut off or on two lines."""

    def good(value: object) -> bool:
        if not isinstance(value, str):
            return False
        lines = [unstarred(line.rstrip("…")) for line in value.split("\n")]
        return unstarred(text).startswith(lines[0]) and all(line in text for line in lines)

    return good


def number(value: object) -> bool:
    """Tell whether a value is a number: its drawing tells whether it is the right one."""
    return isinstance(value, int | float) and not isinstance(value, bool)
