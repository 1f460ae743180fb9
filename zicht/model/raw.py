"""Figures as they were delivered, unprotected. Only read and protect may import this module."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zicht.model.theme import Flow, Series


@dataclass(frozen=True, slots=True)
class RawSeries:
    """One series: rows in the order of the division, a column a year.

    `values` holds the number of a cell whose state is `State.SHOWN` and NaN elsewhere; here
    "shown" only means that the delivery gave a number.
    """

    series: Series
    years: tuple[int, ...]
    values: npt.NDArray[np.float64]
    states: npt.NDArray[np.uint8]
    provisional: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class RawFigures:
    """All series of a delivery, by key."""

    series: Mapping[str, RawSeries]


@dataclass(frozen=True, slots=True)
class RawFlow:
    """The counts from gemeente to gemeente; `counts` has a matrix a year, by year.

    Shape:  a row an origin, a column a destination, both in the order of `gemeenten`, which are
            all those of the division. Totals are not kept: `read` saw that they are the sums.
    """

    flow: Flow
    gemeenten: tuple[str, ...]
    counts: Mapping[int, npt.NDArray[np.int64]]
    provisional: frozenset[int]
