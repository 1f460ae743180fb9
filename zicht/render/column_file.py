"""One indicator for all regions of a level as JSON: what the pages to explore with read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.figure import Figures, Grid, State
from zicht.model.page import OutputFile
from zicht.render.about import about
from zicht.render.cells import compact, delivered, json_cells

AROUND = (Level.NEDERLAND, Level.PROVINCIE)
_FILES = {
    Level.GEMEENTE: ("gemeenten", (*AROUND, Level.GEMEENTE)),
    Level.WIJK: ("wijken", (Level.WIJK,)),
}


def column_path(key: str, level: Level) -> str:
    """Return where the column of an indicator stands: data/indicator/<key>/gemeenten.json."""
    return f"data/indicator/{key}/{_FILES[level][0]}.json"


def column_files(atlas: Atlas, figures: Figures) -> Iterator[OutputFile]:
    """Yield the column of an indicator for gemeenten and for wijken, where these have a figure.

    Shape:  `values` has a list for each of `regions`, a cell for each of `years`; in the order of
            the division, that of gemeenten with Nederland and the provincies in front. A region
            or year of which nothing was delivered is left out. `breaks` are the years from which
            figures cannot be compared with those before, with the reason.
    Units:  as told; a cell is a number or {"state": "withheld"}.
    Errors: none.
    """
    for level, (_, levels) in _FILES.items():
        if (figures.values.states[atlas.division.rows(level)] == State.SHOWN).any():
            areas = [area for each in levels for area in atlas.division.of(each)]
            content = {**about(atlas.delivery), **_column(atlas, figures, level, areas)}
            yield OutputFile(column_path(figures.indicator.key, level), compact(content))


def _column(
    atlas: Atlas, figures: Figures, level: Level, areas: Sequence[Area]
) -> dict[str, object]:
    indicator, row = figures.indicator, atlas.division.row
    grid = _of_years(figures.values, [row[area.code] for area in areas])
    kept = [area.code for area in areas if delivered(grid, row[area.code])]
    return {
        "key": indicator.key,
        "title": indicator.title,
        "theme": indicator.theme,
        "unit": indicator.unit,
        "decimals": indicator.decimals,
        "level": level.name.lower(),
        "breaks": {str(year): indicator.breaks[year] for year in sorted(indicator.breaks)},
        "years": list(grid.years),
        "provisional": [y for y, p in zip(grid.years, grid.provisional, strict=True) if p],
        "regions": kept,
        "values": [json_cells(grid, row[code]) for code in kept],
    }


def _of_years(grid: Grid, rows: Sequence[int]) -> Grid:
    """Return the years of a grid of which anything was delivered for these rows."""
    kept = np.flatnonzero((grid.states[rows] != State.MISSING).any(axis=0)).tolist()
    return replace(
        grid,
        years=tuple(grid.years[column] for column in kept),
        values=grid.values[:, kept],
        states=grid.states[:, kept],
        provisional=tuple(grid.provisional[column] for column in kept),
    )
