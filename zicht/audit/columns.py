"""The columns of an indicator as its published cells make them."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import numpy as np

from zicht.model.address import indicator_folder
from zicht.model.area import Area, Level
from zicht.model.figure import Grid, State
from zicht.model.published import Published

_FILES = {
    Level.GEMEENTE: ("gemeenten", (Level.NEDERLAND, Level.PROVINCIE, Level.GEMEENTE)),
    Level.WIJK: ("wijken", (Level.WIJK,)),
}
_WORDS = ("title", "theme", "unit", "decimals")
_BREAK = re.compile(r"<dt>Breuk in (\d{4})</dt><dd>([^<]*)</dd>")


def column_paths(key: str, published: Published) -> Mapping[str, Level]:
    """Return the addresses of the columns of an indicator: of each level with any figure."""
    states, rows = published.series[key].compared.states, published.division.rows
    return {
        f"data/indicator/{key}/{name}.json": level
        for level, (name, _) in _FILES.items()
        if (states[rows(level)] == State.SHOWN).any()
    }


def breaks_of(dist: Path, theme: str, key: str) -> Mapping[str, str]:
    """Return the years that the page of an indicator calls a break, with its reason."""
    page = dist / indicator_folder(theme, key) / "index.html"
    text = page.read_text("utf-8", errors="replace") if page.is_file() else ""
    return {year: unescape(why) for year, why in sorted(_BREAK.findall(text))}


def column_of(
    key: str,
    level: Level,
    words: Mapping[str, object],
    *,
    published: Published,
    breaks: Mapping[str, str],
) -> Mapping[str, object]:
    """Return what the column of an indicator should tell besides whose it is.

    `words` is what the site says of the indicator elsewhere, `breaks` what its page does.
    """
    division = published.division
    areas = [area for each in _FILES[level][1] for area in division.of(each)]
    rows = [division.row[area.code] for area in areas]
    said = {word: words.get(word) for word in _WORDS}
    head = {"key": key, **said, "level": level.name.lower()}
    return {**head, "breaks": breaks, **_cells(published.series[key].compared, areas, rows)}


def _cells(grid: Grid, areas: list[Area], rows: list[int]) -> Mapping[str, object]:
    """Return years and regions of which anything was delivered, and their cells."""
    there = grid.states[rows] != State.MISSING
    years = np.flatnonzero(there.any(axis=0)).tolist()
    kept = np.flatnonzero(there.any(axis=1)).tolist()
    values, states = grid.values[rows][kept][:, years], grid.states[rows][kept][:, years]
    return {
        "years": [grid.years[column] for column in years],
        "provisional": [grid.years[column] for column in years if grid.provisional[column]],
        "regions": [areas[place].code for place in kept],
        "values": [
            [_cell(value, state) for value, state in zip(*both, strict=True)]
            for both in zip(values.tolist(), states.tolist(), strict=True)
        ],
    }


def _cell(value: float, state: int) -> object:
    if state != State.SHOWN:
        return {"state": State(state).key}
    return int(value) if value.is_integer() else value
