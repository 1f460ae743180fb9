"""Cells as files of JSON tell them: a number, or its state in an object."""

import json
from collections.abc import Mapping

from zicht.model.figure import Grid, State

JsonCell = float | int | dict[str, str]


def json_cells(grid: Grid, row: int) -> list[JsonCell]:
    """Return the cells of one region, a cell a year: a number, or {"state": "withheld"}."""
    values, states = grid.values[row].tolist(), grid.states[row].tolist()
    return [
        plain(value) if state == State.SHOWN else {"state": State(state).key}
        for value, state in zip(values, states, strict=True)
    ]


def delivered(grid: Grid, row: int) -> bool:
    """Tell whether anything was delivered for a region in any year."""
    return bool((grid.states[row] != State.MISSING).any())


def plain(value: float) -> float | int:
    """Return a number without a fraction that is none: 4 for 4.0."""
    return int(value) if value.is_integer() else value


def compact(content: Mapping[str, object]) -> bytes:
    """Return JSON in UTF-8 without spaces, letters as they are."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
