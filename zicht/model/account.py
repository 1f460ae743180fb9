"""What protection did and why, for who answers for a release."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from zicht.model.errors import Problem

Reasons = npt.NDArray[np.uint8]


class Reason(IntEnum):
    """Why a cell is withheld; a reader of the site sees one symbol, whatever the reason.

    NONE       it is not
    SOURCE     the source withheld it
    FEW        it counts too few
    ZERO       it is a zero, and zeros of this indicator tell something of everybody
    GROUP      it is nearly all of its total, or nearly all of its total is not it
    DOMINANCE  too few contribute to it, or one of them nearly all
    SHIELD     without it another cell could be found out
    WHOLE      its breakdown could not be protected in any other way
    LEDGER     without it an earlier release would give away another cell
    """

    NONE = 0
    SOURCE = 1
    FEW = 2
    ZERO = 3
    GROUP = 4
    DOMINANCE = 5
    SHIELD = 6
    WHOLE = 7
    LEDGER = 8

    @property
    def key(self) -> str:
        """Return the name used in files: "shield"."""
        return self.name.lower()


GIVEN_UP = (Reason.SHIELD, Reason.WHOLE, Reason.LEDGER)
"""The reasons of cells that tell nothing themselves: the information that protection costs."""


@dataclass(frozen=True, slots=True)
class Account:
    """What protection did, without a single number of the figures themselves.

    reasons  a `Reason` for each cell, by key of a series: rows in the order of the division, a
             column for each of the `years` of that series
    notes    what could not be protected otherwise, and every rule that was relaxed: codes only
    """

    reasons: Mapping[str, Reasons]
    years: Mapping[str, tuple[int, ...]]
    notes: tuple[Problem, ...] = ()
