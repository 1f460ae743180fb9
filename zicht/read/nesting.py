"""Which region lies in which, as far as a delivery has figures of them."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division, Level

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

NONE = -1
"""The row of the region around a region that has none."""


@dataclass(frozen=True)
class Nesting:
    """The regions of a division, each inside another."""

    division: Division

    @cached_property
    def _parents(self) -> Ints:
        row = self.division.row
        return np.array(
            [row.get(area.parent or "", NONE) for area in self.division.areas], dtype=np.int64
        )

    def around(self, delivered: Bools) -> Ints:
        """Return the row of the region around each region, passing over levels without figures.

        Shape:  a row a region; NONE for Nederland, and for a region of a level that came without
                any figure.
        """
        levels = [self.division.rows(level) for level in Level]
        empty = [rows for rows in levels if not delivered[rows].any()]
        around = self._parents.copy()
        for rows in reversed(empty):
            inside = (around >= rows.start) & (around < rows.stop)
            around[inside] = self._parents[around[inside]]
        for rows in empty:
            around[rows] = NONE
        return around

    def unsettled(self, year: int, around: Ints) -> Bools:
        """Return the regions that had another area somewhere in this year, and those around them.

        Shape:  a row a region; `around` is what the method of that name returned.
        Source: a table stands on the division of the first or of the last day of a year, so that
                a change halfway counts as one; decision 8.
        """
        found = np.zeros(len(around), dtype=np.bool_)
        row = self.division.row
        for change in self.division.changes:
            if year <= (change.day - timedelta(days=1)).year:
                found[[row[code] for code in change.new if code in row]] = True
        outer = around[found]
        found[outer[outer != NONE]] = True
        return found
