"""Cells, and the sums that hold between them: what protection and its audit reason about."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class System:
    """Cells and the sums between them, all on the same footing.

    Shape:  `base`, `lower` and `upper` have a number for each cell. The sums are one sparse
            matrix, entry by entry: in sum `sum_of[k]` the cell `cell_of[k]` counts `sign_of[k]`
            times, +1 for a part and -1 for its total (other coefficients occur in rates); every
            sum comes to zero in `base`, and in every table that a reader holds possible.
    Units:  those of the figures. With `whole` every cell is a whole number.
    base    a table that fits: shown cells have their number, the others the true one or any
            other that fits; nothing that is decided may depend on which
    lower, upper   what everybody knows of a cell beforehand (0 or 1; infinity)
    """

    base: Floats
    lower: Floats
    upper: Floats
    sum_of: Ints
    cell_of: Ints
    sign_of: Floats
    sums: int
    whole: bool = True

    @property
    def cells(self) -> int:
        """Return how many cells there are."""
        return len(self.base)


@dataclass(frozen=True, slots=True)
class Ranges:
    """How far each cell can lie below and above the base, for all that a reader can tell.

    Shape:  a number for each cell; 0 for a cell that is known.
    Units:  those of the figures. A number below the `enough` that was asked for is exact, one
            from there on says "at least".
    """

    down: Floats
    up: Floats


@dataclass(frozen=True, slots=True)
class Needs:
    """How well each unknown cell must be hidden.

    A cell is safe when a reader holds possible a number of at least `reach`, one of at most
    `below`, and two numbers that lie `width` apart. Of a cell that is surely `reach` or more no
    width is asked, unless `below` says that it is hidden for another reason. A cell without
    `width` needs nothing.

    Shape:  a number for each cell; -inf, inf and 0 ask for nothing.
    """

    reach: Floats
    below: Floats
    width: Floats

    def short(self, base: Floats, ranges: Ranges) -> Bools:
        """Return the cells that are not hidden well enough."""
        low, high = base - ranges.down, base + ranges.up
        many = (low >= self.reach) & np.isfinite(self.reach) & np.isinf(self.below)
        narrow = (ranges.down + ranges.up < self.width) & ~many
        return np.asarray((self.width > 0) & (narrow | (high < self.reach) | (low > self.below)))
