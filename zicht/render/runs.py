"""An indicator as runs of cells: its whole, its categories, what these are held against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt

from zicht.model.address import EVERYONE
from zicht.model.area import Division
from zicht.model.figure import Figures, Grid, State

SHARE_UNIT = "% van het totaal"


@dataclass(frozen=True, slots=True)
class Run:
    """The cells of one series, in the order of the division, on the same years.

    `breakdown` and `part` are the keys of a category, None for the whole. `values` are counted in
    `unit`; `counts` are the counts behind them, None where there are no other. `together` are the
    grids with which it was delivered: the same for all categories of a breakdown.
    """

    indicator: str
    breakdown: str | None
    part: str | None
    unit: str
    values: Grid
    counts: Grid | None
    together: tuple[Grid, ...]

    def depth(self, division: Division) -> int:
        """Return how many rows there are down to the lowest level of which there is anything."""
        told = _any(grid.states != State.MISSING for grid in self.together).any(axis=1)
        last = np.flatnonzero(told)[-1:]
        return max((division.rows(division.areas[row].level).stop for row in last), default=0)

    def delivered(self, rows: Sequence[int]) -> npt.NDArray[np.bool_]:
        """Tell for each of these regions whether anything of it was delivered in any year."""
        told = _any(grid.states[rows] != State.MISSING for grid in self.together)
        return np.asarray(told.any(axis=1))


def runs_of(figures: Figures) -> Iterator[Run]:
    """Yield the whole of an indicator, then each category, then what a profile is held against.

    An indicator goes no deeper than the lowest level at which it was delivered, and so do the
    categories of a breakdown. What a profile is held against stands after it, as a breakdown
    whose key ends in ".allen".
    Errors: none.
    """
    key, unit, counts = figures.indicator.key, figures.indicator.unit, figures.counts
    told = tuple(grid for grid in (figures.values, counts) if grid is not None)
    yield Run(key, None, None, unit, figures.values, counts, told)
    for name, parts in figures.parts.items():
        told = tuple(part.counts for part in parts.values())
        for part, one in parts.items():
            yield Run(key, name, part, SHARE_UNIT, one.shares, one.counts, told)
        for part, one in parts.items():
            if (all_ := one.everyone) is not None:
                named = key, f"{name}{EVERYONE}", part, SHARE_UNIT
                yield Run(*named, all_.shares, all_.counts, told)


def _any(found: Iterator[npt.NDArray[np.bool_]]) -> npt.NDArray[np.bool_]:
    """Return where any of them is true."""
    return reduce(np.logical_or, found)
