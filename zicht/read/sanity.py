"""What a series of figures cannot be: twice told, below zero, or empty."""

from collections.abc import Iterator, Sequence

import numpy as np

from zicht.model.area import Division
from zicht.model.errors import Problem
from zicht.model.raw import RawSeries
from zicht.model.theme import Counts, Measure, Series
from zicht.read.findings import MOST, cut_short
from zicht.read.parts import Part


def empty(part: Part, measure: Measure, *, place: str) -> Iterator[Problem]:
    """Yield a doubt about a measure without a single cell."""
    if not len(part.rows) and not part.planned:
        yield Problem(
            what=f"{measure.table} has no figure of {measure.measure} for any region shown.",
            where=f"{place}, key measures",
            todo="Check the measure, its codes and its year; the figures are missing for now.",
            blocks=False,
        )


def twice(raw: RawSeries, parts: Sequence[Part], division: Division) -> Iterator[Problem]:
    """Yield the cells for which the parts of a series give more than one figure."""
    width = len(raw.years)
    cells = [part.rows * width + np.searchsorted(raw.years, part.years) for part in parts]
    counts = np.bincount(np.concatenate([np.array([], dtype=np.int64), *cells]))
    double = np.flatnonzero(counts > 1).tolist()
    told = [
        Problem(
            what=f'"{raw.series.key}" has more than one figure for '
            f"{division.areas[cell // width].code} in {raw.years[cell % width]}.",
            where=f"figures/{_tables(raw.series)}, Observations",
            todo="Keep one row for each region, period and code.",
        )
        for cell in double[:MOST]
    ]
    yield from cut_short(told, len(double))


def no_count(raw: RawSeries, division: Division) -> Iterator[Problem]:
    """Yield the figures that no count can have: below zero, or not whole."""
    kind = raw.series.counts
    if kind is Counts.COMPUTED:
        return
    wrong = raw.values < 0
    if kind is not Counts.MONEY:
        wrong |= np.isfinite(raw.values) & (raw.values != np.round(raw.values))
    cells = np.argwhere(wrong).tolist()
    told = [
        Problem(
            what=f'"{raw.series.key}" counts {raw.values[row, column]:g} {raw.series.unit} '
            f"for {division.areas[row].code} in {raw.years[column]}.",
            where=f"figures/{_tables(raw.series)}, Observations, column Value",
            todo="Correct it at the source; if the source computed it, say counts = 'computed'.",
        )
        for row, column in cells[:MOST]
    ]
    yield from cut_short(told, len(cells))


def _tables(series: Series) -> str:
    return ", ".join(sorted({measure.table for measure in series.measures}))
