"""Figures that may be published, and what they look like beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

import numpy as np
import numpy.typing as npt

from zicht.model.area import Level
from zicht.model.theme import Indicator, Series

FIFTHS = 5
SHARE_DECIMALS = 1


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
    """One series after protection. Only `protect` makes these.

    `rated` tells for each cell whether its denominator is large enough for a rate to be told.
    """

    series: Series
    grid: Grid
    rated: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SafeFigures:
    """All series after protection, by key. Only `protect` makes these."""

    series: Mapping[str, SafeSeries]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a region stands among the regions of its level that have a figure.

    `fifth` runs from 1 (lowest) to 5 (highest), None where too many regions share one figure;
    `rank` counts from the highest, `ties` are the regions with this same rank, itself included,
    `among` the regions with a figure.
    """

    fifth: int | None
    rank: int
    ties: int
    among: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """The positions in one level, in its newest year with figures.

    `bounds` are the smallest figures of the second to the highest fifth: four of them, or fewer
    where one figure fills a whole fifth. `ranks` and `ties` have a number for each row of the
    level, 0 without a figure; `first` is the row of the division where the level begins.
    """

    year: int
    bounds: tuple[float, ...]
    first: int
    ranks: npt.NDArray[np.int32]
    ties: npt.NDArray[np.int32]
    among: int


@dataclass(frozen=True, slots=True)
class Among:
    """One category among everyone: how many, what share of all, and the group against that.

    `times` is the share in the group divided by this share, both as they are shown, with one
    decimal: 3.1 where the category is 3,1 times as common in the group.
    """

    counts: Grid
    shares: Grid
    times: Grid


@dataclass(frozen=True, slots=True)
class Category:
    """One category of a breakdown: how many, and what share of the whole that is.

    `counts` are whole numbers, `shares` percentages with one decimal; both have the rows and the
    years of the whole. `everyone` is there for a profile.
    """

    title: str
    counts: Grid
    shares: Grid
    everyone: Among | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """One indicator, ready to be told.

    Rows in the order of the division, columns a year; every grid is rounded to the decimals
    that are shown, so that nothing downstream (rank, class, chart, file) knows more.

    counts      the count itself, where the compared figure is a rate; else None
    values      the compared figure, for every level
    similar     the median of similar gemeenten; MISSING outside the gemeenten
    rankings    by level; a level without any figure is absent
    since       the first year for which anything is known of any region
    parts       the categories of the count, by key of the breakdown and of the category
    """

    indicator: Indicator
    counts: Grid | None
    values: Grid
    similar: Grid
    rankings: Mapping[Level, Ranking]
    since: int
    parts: Mapping[str, Mapping[str, Category]] = field(default_factory=dict)

    def latest(self, level: Level) -> int | None:
        """Return the newest year in which the level has a figure."""
        ranking = self.rankings.get(level)
        return None if ranking is None else ranking.year

    def position(self, row: int, level: Level) -> Position | None:
        """Return where the region in this row stands in its level; None without a figure."""
        ranking = self.rankings.get(level)
        if ranking is None or ranking.ranks[row - ranking.first] == 0:
            return None
        value = self.values.cell(row, ranking.year).value
        fifth = None
        if len(ranking.bounds) == FIFTHS - 1 and value is not None:
            fifth = 1 + sum(value >= bound for bound in ranking.bounds)
        index = row - ranking.first
        rank, ties = int(ranking.ranks[index]), int(ranking.ties[index])
        return Position(fifth, rank, ties, ranking.among)


@dataclass(frozen=True, slots=True)
class Peers:
    """The gemeenten that one gemeente is set against, itself left out; `words` says which."""

    codes: tuple[str, ...]
    words: str


class Against(Enum):
    """What a figure that stands out is set against."""

    SIMILAR = "similar"
    COUNTRY = "country"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Notable:
    """A figure that stands out: it and what it is set against, both as shown on the page.

    `before` is the year of the other figure where that is the region's own.
    """

    indicator: Indicator
    year: int
    here: Cell
    there: Cell
    against: Against
    before: int | None = None
