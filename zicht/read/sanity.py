"""What a series of figures cannot be: twice told, below zero, or empty.

A problem names cells by their codes: the figure itself may be one that nobody should see.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division
from zicht.model.errors import Problem
from zicht.model.raw import RawSeries
from zicht.model.theme import Counts, Measure, Series
from zicht.read.findings import MOST, cut_short
from zicht.read.parts import Part


def empty(part: Part, measure: Measure, *, place: str) -> Iterator[Problem]:
    """Yield a doubt about a measure without a single cell."""
    if not len(part.rows) and not part.planned:
        codes = "".join(f", {dimension} {code}" for dimension, code in measure.where)
        yield Problem(
            what=f"{measure.table} has no figure of {measure.measure} for any region shown{codes}.",
            where=f"{place}, key measures",
            todo="Check the measure, its codes and its year; the figures are missing for now.",
            blocks=False,
        )


def twice(raw: RawSeries, parts: Sequence[Part], division: Division) -> Iterator[Problem]:
    """Yield the cells for which the parts of a series give more than one figure."""
    width = len(raw.years)
    cells = [part.rows * width + np.searchsorted(raw.years, part.years) for part in parts]
    counts = np.bincount(
        np.concatenate([np.array([], dtype=np.int64), *cells]), minlength=raw.states.size
    )
    yield from odd_cells(
        counts.reshape(raw.states.shape) > 1,
        raw,
        division,
        what="has more than one figure",
        todo="Keep one row for each region, period and code.",
    )


def no_count(raw: RawSeries, division: Division) -> Iterator[Problem]:
    """Yield the figures that no count can have: below zero, not whole, or rounded otherwise."""
    kind, step = raw.series.counts, raw.series.rules.rounded_to
    if kind is Counts.COMPUTED:
        return
    yield from odd_cells(
        raw.values < 0,
        raw,
        division,
        what="is below zero",
        todo="Correct it at the source; if the source computed it, say counts = 'computed'.",
    )
    if kind is not Counts.MONEY or step > 1:
        yield from odd_cells(
            np.isfinite(raw.values) & (raw.values % step != 0),
            raw,
            division,
            what="is no whole number" if step == 1 else f"is no multiple of {step}",
            todo="Correct it at the source, or say what the source did: counts = 'computed', "
            "or another rules.rounded_to.",
        )


def odd_cells(
    odd: npt.NDArray[np.bool_],
    raw: RawSeries,
    division: Division,
    *,
    what: str,
    todo: str,
    beside: Sequence[Series] = (),
) -> Iterator[Problem]:
    """Yield a problem for each odd cell of a series, the first few one by one.

    Shape:  `odd` has a row a region and a column a year, as the series has. The series `beside`
            have their tables named as well.
    """
    cells = np.argwhere(odd).tolist()
    told = [
        Problem(
            what=f'"{raw.series.key}" {what} for {division.areas[row].code} '
            f"in {raw.years[column]}.",
            where=f"figures/{tables_of(raw.series, *beside)}, Observations, column Value",
            todo=todo,
        )
        for row, column in cells[:MOST]
    ]
    yield from cut_short(told, len(cells))


def tables_of(*series: Series) -> str:
    """Return the tables that series are read from, in words."""
    return ", ".join(sorted({measure.table for one in series for measure in one.measures}))
