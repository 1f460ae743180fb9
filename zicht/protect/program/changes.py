"""The cheapest change of a table that keeps every sum."""

import numpy as np
from scipy.sparse import csr_array, hstack

from zicht.model.system import Floats, Ints
from zicht.protect.program.linear import TINY, Program, whole


class Changes:
    """What cells can do at least cost: each rises or falls by some amount, each unit at its cost.

    Shape:  `fall`, `rise` (how far each may) and `cost` have a number for each column of `sums`.
    """

    def __init__(
        self,
        sums: csr_array,
        *,
        fall: Floats,
        rise: Floats,
        cost: Floats,
        in_whole: bool,
        off: Floats | None = None,
    ) -> None:
        self._sums, self._fall, self._rise = sums, fall, rise
        self._in_whole = in_whole
        self._off = np.zeros(sums.shape[0]) if off is None else off
        self._program = Program(
            csr_array(hstack([sums, -sums])),
            lower=np.zeros(2 * len(fall)),
            upper=np.concatenate([rise, fall]),
            right=-self._off,
        )
        self.price(np.arange(len(fall)), cost)

    def price(self, cells: Ints, cost: Floats) -> None:
        """Give some cells another cost."""
        columns = np.concatenate([cells, cells + len(self._fall)])
        self._program.price(columns, np.concatenate([cost, cost]))

    def of(self, cell: int, amount: float) -> Floats | None:
        """Return the cheapest change in which `cell` changes by `amount`; None if it cannot."""
        if not -self._fall[cell] <= amount <= self._rise[cell]:
            return None
        both = np.array([cell, cell + len(self._fall)])
        exactly = np.array([max(amount, 0.0), max(-amount, 0.0)])
        self._program.limit(both, exactly, exactly)
        change = self.least()
        self._program.limit(both, np.zeros(2), np.array([self._rise[cell], self._fall[cell]]))
        return change

    def least(self, *, search: bool = True) -> Floats | None:
        """Return the cheapest change after which every sum holds that was `off`; None if none.

        Without `search` also None where the cheapest has fractions and should be whole.
        """
        x = self._program.least()
        if x is None or not self._in_whole:
            return None if x is None else self._change(x)
        exact = whole(x)
        if exact is None and search:
            x = self._program.least_whole()
            exact = None if x is None else whole(x)
        if exact is None:
            return None
        change = self._change(exact)
        return change if np.all(np.abs(self._sums @ change + self._off) <= TINY) else None

    def _change(self, x: Floats) -> Floats:
        rise, fall = np.split(x, 2)
        change: Floats = rise - fall
        return change
