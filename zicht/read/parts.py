"""What each measure gives a series, and those parts together as one matrix."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zicht.model.figure import State
from zicht.model.raw import RawSeries
from zicht.model.theme import Measure, Series
from zicht.read.cells import is_planned, is_provisional
from zicht.read.codes import years
from zicht.read.coverage import NO_YEAR, OUTSIDE, Placed
from zicht.read.tables import Table


@dataclass(frozen=True, slots=True)
class Part:
    """What one measure gives a series: cells, and the years that may be revised or must come."""

    rows: npt.NDArray[np.int64]
    years: npt.NDArray[np.int64]
    values: npt.NDArray[np.float64]
    states: npt.NDArray[np.uint8]
    provisional: frozenset[int]
    planned: frozenset[int]
    named: frozenset[int]


def read_part(placed: Placed, measure: Measure) -> Part:
    """Return the cells of one measure that have a row and a year."""
    columns, table = placed.observations.columns, placed.table
    chosen = columns["Measure"].equals(measure.measure) & (placed.rows != OUTSIDE)
    for dimension, code in measure.where:
        chosen &= columns[dimension].equals(code)
    at = placed.years
    if table.time is None:
        at = np.full_like(at, measure.year or NO_YEAR)
    elif measure.year is not None:
        chosen &= at == measure.year
    chosen &= at != NO_YEAR
    return Part(
        rows=placed.rows[chosen],
        years=at[chosen],
        values=placed.observations.values[chosen],
        states=placed.observations.states[chosen],
        provisional=_years_of(table, measure, is_provisional),
        planned=_years_of(table, measure, is_planned),
        named=frozenset() if measure.year is None else frozenset({measure.year}),
    )


def joined(series: Series, parts: Sequence[Part], size: int) -> RawSeries:
    """Return the parts as one matrix; a cell that no part gives is MISSING, or PENDING."""
    found = {year for part in parts for year in (*np.unique(part.years).tolist(), *part.named)}
    planned = {year for part in parts for year in part.planned}
    columns = tuple(sorted(found | planned))
    values = np.full((size, len(columns)), np.nan)
    states = np.full((size, len(columns)), State.MISSING, dtype=np.uint8)
    states[:, [columns.index(year) for year in sorted(planned)]] = State.PENDING
    for part in parts:
        column = np.searchsorted(columns, part.years)
        values[part.rows, column] = part.values
        states[part.rows, column] = part.states
    revised = {year for part in parts for year in part.provisional}
    return RawSeries(series, columns, values, states, tuple(year in revised for year in columns))


def _years_of(table: Table, measure: Measure, is_so: Callable[[str], bool]) -> frozenset[int]:
    """Return the years of a table whose status is so, as far as the measure asks for them."""
    if table.time is None:
        return frozenset()
    known = years(list(table.time.codes))
    found = {year for period, year in known.items() if is_so(table.time.status[period])}
    return frozenset(found if measure.year is None else found & {measure.year})
