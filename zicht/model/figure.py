"""Figures that may be published, and what they look like beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from zicht.model.theme import Indicator, Series


class State(IntEnum):
    """What a cell is. Everything but SHOWN is the reason that there is no number."""

    SHOWN = 0
    WITHHELD = 1
    IMPOSSIBLE = 2
    MISSING = 3
    PENDING = 4

    @property
    def key(self) -> str:
        """Return the name used in files: "withheld"."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: a number when the state is SHOWN, and never otherwise."""

    state: State
    value: float | None = None
    provisional: bool = False

    def __post_init__(self) -> None:
        """Refuse a cell that is both a number and a reason for having none."""
        if (self.value is not None) != (self.state is State.SHOWN):
            msg = f"a {self.state.key} cell with value {self.value}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in columns: a row a region (the order of the division), a column a year.

    `values` is NaN wherever `states` is not SHOWN: the state is the truth, the NaN only keeps
    the place. `provisional` is per year.
    """

    years: tuple[int, ...]
    values: npt.NDArray[np.float64]
    states: npt.NDArray[np.uint8]
    provisional: tuple[bool, ...]

    def cell(self, row: int, year: int) -> Cell:
        """Return one cell; MISSING for a year that the series does not have."""
        if year not in self.years:
            return Cell(State.MISSING)
        column = self.years.index(year)
        state = State(int(self.states[row, column]))
        if state is not State.SHOWN:
            return Cell(state)
        return Cell(state, float(self.values[row, column]), self.provisional[column])

    def cells(self, row: int) -> tuple[Cell, ...]:
        """Return the cells of one region, a cell a year."""
        return tuple(self.cell(row, year) for year in self.years)


@dataclass(frozen=True, slots=True)
class SafeSeries:
    """One series after protection. Only `protect` makes these."""

    series: Series
    grid: Grid


@dataclass(frozen=True, slots=True)
class SafeFigures:
    """All series after protection, by key. Only `protect` makes these."""

    series: Mapping[str, SafeSeries]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a region stands among the shown regions of its level.

    `fifth` runs from 1 (lowest) to 5 (highest), None where too many regions share one figure;
    `rank` counts from the highest, `ties` are the regions with this same rank, itself included,
    `among` the regions with a figure.
    """

    fifth: int | None
    rank: int
    ties: int
    among: int


@dataclass(frozen=True)
class Figures:
    """One indicator, ready to be told.

    Rows in the order of the division, columns a year; every grid is rounded to the decimals
    that are shown, so that nothing downstream (rank, class, chart, file) knows more.

    counts      the count itself, where the compared figure is a rate; else None
    values      the compared figure, for every level
    similar     the median of similar gemeenten; MISSING outside the gemeenten
    latest      the newest year with a figure, per level key ("GM"); absent without figures
    positions   by code, in the latest year of its level
    bounds      per level key the four figures between the fifths, rounded as shown
    """

    indicator: Indicator
    counts: Grid | None
    values: Grid
    similar: Grid
    latest: Mapping[str, int]
    positions: Mapping[str, Position]
    bounds: Mapping[str, tuple[float, ...]]
