"""One indicator of all regions as JSON, for who makes something of their own."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from zicht.model.atlas import Atlas
from zicht.model.figure import Figures, Grid, State
from zicht.model.page import OutputFile
from zicht.render.about import about
from zicht.render.cells import compact
from zicht.render.dossier import indicator_facts
from zicht.render.runs import Run, runs_of

_STATES = tuple(f'{{"state":"{state.key}"}}' for state in State)


def indicator_json(atlas: Atlas, figures: Figures) -> OutputFile:
    """Return one indicator of all regions: data/indicator/<key>.json.

    Shape:  what the JSON of a gemeente says of the indicator, and `regions` by code in the order
            of the division: its name, level and the region around it, then `values`, `counts` and
            `parts` as there, of each a cell a year. What was delivered in no year is left out.
    Units:  those of the JSON of a gemeente.
    Errors: none.
    """
    key, areas = figures.indicator.key, atlas.division.areas
    whole: dict[int, str] = {}
    parts: dict[int, list[str]] = {}
    for name, runs in groupby(runs_of(figures), key=lambda run: run.breakdown):
        for row, told in _told(list(runs), range(len(areas))):
            if name is None:
                whole[row] = told
            else:
                parts.setdefault(row, []).append(f'"{name}":{{{told}}}')
    regions = []
    for row in sorted({*whole, *parts}):
        area = areas[row]
        first = {"name": area.name, "level": area.level.name.lower(), "parent": area.parent}
        split = f'"parts":{{{",".join(parts[row])}}}' if row in parts else ""
        told = ",".join(text for text in (whole.get(row, ""), split) if text)
        regions.append(f'"{area.code}":{compact(first).decode()[:-1]},{told}}}')
    head = compact({**about(atlas.delivery), "key": key, **indicator_facts(figures)}).decode()
    text = f'{head[:-1]},"regions":{{{",".join(regions)}}}}}'
    return OutputFile(f"data/indicator/{key}.json", text.encode())


def _told(runs: Sequence[Run], every: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield by row what the runs of one breakdown, or of the whole, tell of a region."""
    rows = np.flatnonzero(runs[0].delivered(every)).tolist()
    for row, *told in zip(rows, *(_texts(run, rows) for run in runs), strict=True):
        yield row, ",".join(told)


def _texts(run: Run, rows: Sequence[int]) -> list[str]:
    """Return the cells of a run for each of these regions, under the name of its category."""
    texts = [f'"values":[{cells}]' for cells in _cells(run.values, rows)]
    if run.counts is not None:
        counts = _cells(run.counts, rows)
        texts = [f'{text},"counts":[{cells}]' for text, cells in zip(texts, counts, strict=True)]
    return texts if run.part is None else [f'"{run.part}":{{{text}}}' for text in texts]


def _cells(grid: Grid, rows: Sequence[int]) -> Iterator[str]:
    """Yield the cells of each of these regions, with commas between them."""
    for values, states in zip(grid.values[rows].tolist(), grid.states[rows].tolist(), strict=True):
        yield ",".join(
            [
                _STATES[state] if state else str(value).removesuffix(".0")
                for value, state in zip(values, states, strict=True)
            ]
        )
