"""What numbers are kept in: whole ones and others."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Numbers = Ints | Floats


def ints(numbers: npt.ArrayLike) -> Ints:
    """Return the nearest whole numbers."""
    found: Ints = np.rint(numbers).astype(np.int64)
    return found


def rounded(numbers: Ints, to: int) -> Ints:
    """Return the nearest multiples, as CBS rounds: 0 to 2 becomes 0, 3 to 7 becomes 5."""
    return to * ints(numbers / to)
