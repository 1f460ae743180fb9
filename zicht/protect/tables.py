"""Figures as systems: which sums hold between the cells of a table, by region and by category."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zicht.model.area import Division
from zicht.model.system import Bools, Floats, System
from zicht.protect.family import Family
from zicht.protect.frame import States, frame_of, is_missing
from zicht.protect.sums import by_region, by_series


@dataclass(frozen=True, slots=True)
class Table:
    """A family in one year: cell `place * regions + row` is the series at that place in a region.

    After those come cells for what was not delivered, one for each series and each region inside
    which something is missing. `rests` tells which cells stand for what was not delivered.
    """

    system: System
    rests: Bools


def table_of(
    family: Family,
    states: Sequence[States],
    numbers: Sequence[Floats],
    *,
    division: Division,
    lower: Floats,
    upper: Floats,
) -> Table:
    """Return the cells of a family in one year with all sums that hold between them.

    Shape:  `states` and `numbers` have an array by region for each series, whatever there is.
            An impossible cell is known to be zero and stands in no sum; what was not delivered
            has zero for its base, and a cell of its own only beside categories that were.
    Errors: none.
    Source: decision 8
    """
    frame = frame_of(family, states, division)
    found = [*by_region(frame), *by_series(family, frame)]
    starts = np.cumsum([0, *(sums.count for sums in found)])
    none = np.zeros(frame.cells - len(lower))
    cells = np.concatenate([sums.cells for sums in found])
    system = System(
        np.concatenate([*numbers, none]),
        np.concatenate([lower, none]),
        np.concatenate([upper, none + np.inf]),
        np.concatenate([start + sums.of for start, sums in zip(starts, found, strict=False)]),
        cells,
        np.concatenate([sums.signs for sums in found]),
        int(starts[-1]),
    )
    absent = np.concatenate([is_missing(each) for each in states])
    return Table(
        system, np.concatenate([absent, none == 0]) & np.isin(np.arange(frame.cells), cells)
    )
