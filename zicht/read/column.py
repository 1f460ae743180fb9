"""One series in one year, as it enters a sum."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zicht.model.figure import State
from zicht.model.raw import RawSeries
from zicht.model.theme import Counts

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """A number for each region, 0 where none is `known`; each may be `off` by so much.

    What is impossible is known to be zero. Numbers are off where the source rounded them: those
    of a series with `rounded_to`, and sums of money, which are whole at best.
    """

    numbers: Floats
    known: Bools
    off: float

    @classmethod
    def of(cls, raw: RawSeries, year: int) -> "Column":
        """Return the figures of one year; none is known in a year that the series lacks."""
        step = raw.series.rules.rounded_to
        off = step / 2 if step > 1 or raw.series.counts is Counts.MONEY else 0.0
        if year not in raw.years:
            size = len(raw.values)
            return cls(np.zeros(size), np.zeros(size, dtype=np.bool_), off)
        at = raw.years.index(year)
        shown = raw.states[:, at] == State.SHOWN
        numbers = np.where(shown, raw.values[:, at], 0.0)
        return cls(numbers, shown | (raw.states[:, at] == State.IMPOSSIBLE), off)

    def apart(self, sums: Floats, known: Floats, *, room: Floats, whole: Bools) -> Bools:
        """Return where this cannot be the whole of parts that come to `sums`.

        Shape:  a cell a region; `known` counts the parts that are, `room` is how far they may be
                off together, and `whole` tells where they are all the parts there are.
        """
        over = self.numbers - sums
        off = self.off + room
        wrong = (over < -off) | (whole & (over > off))
        return np.asarray(self.known & (known > 0) & wrong)
