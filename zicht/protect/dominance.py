"""Sums of money to which few contribute, or one contributes nearly all."""

import numpy as np

from zicht.model.rules import Dominance
from zicht.model.system import Bools, Floats


def dominated(
    total: Floats, largest: Floats, second: Floats, contributors: Floats, *, rule: Dominance
) -> Bools:
    """Tell which sums tell too much of one contributor.

    Shape:  a truth for each sum. A sum of nobody is not dominated. NaN is what is not known and
            is taken at its worst: a number of contributors that is not known is too few.
    Units:  `total`, `largest` and `second` in the unit of the sum; contributors are counted.
    Errors: none.
    Source: Handbook on Statistical Disclosure Control, 4.2: (n,k), p%, minimum frequency.
    """
    few = (contributors != 0) & ~(contributors >= rule.fewest)
    need = upper_need(total, largest, second, rule=rule)
    return np.asarray(few | ~(need <= 0))


def upper_need(total: Floats, largest: Floats, second: Floats, *, rule: Dominance) -> Floats:
    """Return how far above a sum the highest number that a reader holds possible must lie.

    Shape:  a number for each sum; 0 where neither p% nor (n,k) nor the largest share speaks. What
            the number of contributors asks for is not in it. A largest or second that is NaN is
            taken at its worst. (n,k) counts two where `n` is not one.
    Units:  those of the sum.
    Errors: none.
    Source: Handbook on Statistical Disclosure Control, 4.2.2, the upper protection levels.
    """
    first = np.where(np.isnan(largest), total, largest)
    rest = np.maximum(total - first, 0)
    next_one = np.where(np.isnan(second), np.minimum(first, rest), second)
    needs = [np.zeros_like(total), first * 100 / rule.largest_pct - total]
    if rule.p_pct is not None:
        needs.append(first * rule.p_pct / 100 - (total - first - next_one))
    if rule.k_pct is not None:
        top = first if rule.n == 1 else first + next_one
        needs.append(top * 100 / rule.k_pct - total)
    need: Floats = np.max(needs, axis=0)
    return need
