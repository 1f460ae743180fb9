"""How figures are protected: the rules of an indicator, and those that stay secret."""

from dataclasses import dataclass
from enum import Enum


class Zero(Enum):
    """What a zero tells.

    STRUCTURAL  a zero where nothing can occur is always shown; any other zero may be withheld to
                shield a neighbour, so a reader who sees no number cannot exclude zero
    PUBLISH     zeros are always shown: a reader knows that a withheld count is at least one
    SENSITIVE   a zero says something of everybody ("nobody here ..."): it is withheld itself
    """

    STRUCTURAL = "structural"
    PUBLISH = "publish"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one indicator; the defaults are those of decision 8.

    fewest           a smaller count, zero aside, is not shown
    group_share_pct  a category with this share of its total is not shown
    fewest_of        a rate or share of a smaller denominator is not shown
    width, reach     a withheld count could be any of a range of at least `width`, and as far as
                     anybody can tell it could be `reach` or more
    adds_up          the regions of a level together are the region around them
    rounded_to       the source rounded the numbers to a multiple of this
    """

    zero: Zero = Zero.STRUCTURAL
    fewest: int = 10
    group_share_pct: float = 90.0
    fewest_of: int = 100
    width: int = 5
    reach: int = 10
    adds_up: bool = True
    rounded_to: int = 1


DEFAULT = Rules()


@dataclass(frozen=True, slots=True, repr=False)
class Dominance:
    """The secret parameters of the rules about few contributors; never logged or published.

    A sum is not shown when it has fewer than `fewest` contributors, when the others together are
    less than `p_pct` percent of the largest (p% rule), when the `n` largest (one or two) are more
    than `k_pct` percent of it, or when the largest is more than `largest_pct` percent of it.
    """

    fewest: int = 10
    p_pct: float | None = None
    n: int | None = None
    k_pct: float | None = None
    largest_pct: float = 50.0

    def __repr__(self) -> str:
        """Tell nothing: parameters must not reach a log by accident."""
        return "Dominance(secret)"
