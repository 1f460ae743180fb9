"""The columns of an indicator as its published cells make them."""

from collections.abc import Mapping

import numpy as np

from zicht.model.area import Area, Level
from zicht.model.figure import Grid, State
from zicht.model.published import Published

_FILES = {
    Level.GEMEENTE: ("gemeenten", (Level.NEDERLAND, Level.PROVINCIE, Level.GEMEENTE)),
    Level.WIJK: ("wijken", (Level.WIJK,)),
}
_WORDS = ("title", "theme", "unit", "decimals")


def columns_of(
    key: str, words: Mapping[str, object], published: Published
) -> Mapping[str, Mapping[str, object]]:
    """Return by address what each file of an indicator should tell besides whose it is.

    `words` is what the site says of the indicator elsewhere. A level without any figure has none.
    """
    grid, division = published.series[key].compared, published.division
    found: dict[str, Mapping[str, object]] = {}
    for level, (name, levels) in _FILES.items():
        if (grid.states[division.rows(level)] == State.SHOWN).any():
            areas = [area for each in levels for area in division.of(each)]
            rows = [division.row[area.code] for area in areas]
            said = {word: words.get(word) for word in _WORDS}
            head = {"key": key, **said, "level": level.name.lower()}
            found[f"data/indicator/{key}/{name}.json"] = {**head, **_cells(grid, areas, rows)}
    return found


def _cells(grid: Grid, areas: list[Area], rows: list[int]) -> Mapping[str, object]:
    """Return years and regions of which anything was delivered, and their cells."""
    there = grid.states[rows] != State.MISSING
    years = np.flatnonzero(there.any(axis=0)).tolist()
    kept = np.flatnonzero(there.any(axis=1)).tolist()
    return {
        "years": [grid.years[column] for column in years],
        "provisional": [grid.years[column] for column in years if grid.provisional[column]],
        "regions": [areas[place].code for place in kept],
        "values": [
            [_cell(grid.values[rows[place], at], grid.states[rows[place], at]) for at in years]
            for place in kept
        ],
    }


def _cell(value: np.float64, state: np.uint8) -> object:
    if state != State.SHOWN:
        return {"state": State(int(state)).key}
    plain = float(value)
    return int(plain) if plain.is_integer() else plain
