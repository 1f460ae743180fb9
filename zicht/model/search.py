"""Zoekgebieden: combinations of signals, and the wijken and buurten where they meet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from zicht.model.area import Level
from zicht.model.theme import Indicator

SEARCHED = (Level.WIJK, Level.BUURT)
"""The levels at which signals can meet."""


@dataclass(frozen=True, slots=True)
class Signal:
    """An indicator that counts as a signal from a figure on.

    `at_least` is that figure, in the unit of the indicator; None for the national top fifth of
    each level.
    """

    indicator: str
    at_least: float | None = None


@dataclass(frozen=True, slots=True)
class Combination:
    """Signals that say more together; where at least `fewest` meet is a zoekgebied."""

    key: str
    title: str
    meaning: str
    signals: tuple[Signal, ...]
    fewest: int


class Meets(IntEnum):
    """Whether a region has a signal. ABSENT: it is no signal at this level.

    WITHHELD and LACKING are unknown: there is no figure that is shown, so it counts for neither.
    """

    NO = 0
    YES = 1
    WITHHELD = 2
    LACKING = 3
    ABSENT = 4


@dataclass(frozen=True, slots=True)
class Edge:
    """From which figure on a signal counts at one level: `reached` of `among` regions have it."""

    year: int
    value: float
    reached: int
    among: int


@dataclass(frozen=True, slots=True)
class Found:
    """The signals of one region; those that are unknown count for neither."""

    met: tuple[Indicator, ...]
    unmet: tuple[Indicator, ...]
    withheld: tuple[Indicator, ...]
    lacking: tuple[Indicator, ...]
    fewest: int

    @property
    def signals(self) -> int:
        """Return how many signals there are at the level of the region."""
        return len(self.met) + len(self.unmet) + self.unknown

    @property
    def unknown(self) -> int:
        """Return of how many signals nobody can say whether the region has them."""
        return len(self.withheld) + len(self.lacking)

    @property
    def enough(self) -> bool:
        """Tell whether the region is a zoekgebied."""
        return len(self.met) >= self.fewest

    @property
    def unsure(self) -> bool:
        """Tell whether the region would be a zoekgebied if it had all that is unknown."""
        return not self.enough and len(self.met) + self.unknown >= self.fewest


@dataclass(frozen=True, slots=True)
class SearchLevel:
    """Where signals meet at one level: `edges` has one for each signal, None for no signal here.

    `meets` has a row for each region of the level and a column for each signal, of `Meets`;
    `first` is the row of the division where the level begins.
    """

    first: int
    edges: tuple[Edge | None, ...]
    meets: npt.NDArray[np.uint8]

    @property
    def signals(self) -> int:
        """Return how many signals there are at this level."""
        return sum(edge is not None for edge in self.edges)


@dataclass(frozen=True, slots=True)
class Search:
    """One combination, looked for in the whole country.

    A level at which there are fewer signals than must meet is absent from `levels`.
    """

    combination: Combination
    indicators: tuple[Indicator, ...]
    levels: Mapping[Level, SearchLevel]

    def found(self, row: int, level: Level) -> Found:
        """Return the signals of the region in this row. Errors: KeyError for an absent level."""
        meets = self.levels[level].meets[row - self.levels[level].first]
        return Found(
            tuple(self._those(meets, Meets.YES)),
            tuple(self._those(meets, Meets.NO)),
            tuple(self._those(meets, Meets.WITHHELD)),
            tuple(self._those(meets, Meets.LACKING)),
            self.combination.fewest,
        )

    def _those(self, meets: npt.NDArray[np.uint8], which: Meets) -> Iterator[Indicator]:
        pairs = zip(self.indicators, meets.tolist(), strict=True)
        return (indicator for indicator, told in pairs if told == which)
