"""Ranges from linear programs that share their answers: one table widens what is known of many."""

import math
from collections.abc import Callable

import numpy as np

from zicht.model.system import Bools, Floats, Ranges, System
from zicht.protect.program.linear import TINY, Program, whole
from zicht.protect.program.parts import matrix_of

_SEED = 8
_FEW, _MISSES = 3, 3
"""Pushing all at once ends when so few are left, or after so many pushes that hardly helped."""

Wish = Callable[[Ranges], tuple[Bools, Bools]]
"""Which cells should be found to lie higher, and which lower, given what was found so far."""

Test = Callable[[Ranges], Bools]


class Pool:
    """How far the cells of a system can lie from the base, as far as tables were found to show it.

    Every cell is unknown but those that are shut. No search goes beyond `enough`, which is whole
    in a system of whole numbers.
    """

    def __init__(self, system: System, *, enough: float) -> None:
        self._room = (
            np.maximum(system.base - system.lower, 0),
            np.maximum(system.upper - system.base, 0),
        )
        self._fall, self._rise = self._room[0].copy(), self._room[1].copy()
        self._enough, self._whole = enough, system.whole
        self._program = Program(matrix_of(system), lower=-self._fall, upper=self._rise)
        self._chance = np.random.default_rng(_SEED)
        self._every = np.arange(system.cells)
        self._tables: list[Floats] | None = None
        self.ranges = Ranges(np.zeros(system.cells), np.zeros(system.cells))

    def everything(self, ranges: Ranges) -> tuple[Bools, Bools]:
        """Wish for all that there is, up to `enough`."""
        rises = ranges.up < np.minimum(self._rise, self._enough)
        sinks = ranges.down < np.minimum(self._fall, self._enough)
        return np.asarray(rises), np.asarray(sinks)

    def settle(self, wish: Wish, *, stop: Test | None = None) -> None:
        """Find what is wished for; whoever still wishes then has all there is.

        The search ends with the first cell for which `stop` holds although it has all there is.
        """
        self._push_all(wish)
        for cell in np.flatnonzero(np.logical_or(*wish(self.ranges))).tolist():
            if wish(self.ranges)[0][cell]:
                self._push(cell, way=1.0)
            if wish(self.ranges)[1][cell]:
                self._push(cell, way=-1.0)
            if stop is not None and stop(self.ranges)[cell]:
                break

    def keep(self) -> None:
        """Keep the tables that are found from now on: before any cell is shut."""
        self._tables = []

    def shut(self, cell: int, *, known: bool = True) -> None:
        """Make a cell known, or unknown again; what tables claimed that move it is forgotten."""
        for now, room in zip((self._fall, self._rise), self._room, strict=True):
            now[cell] = 0.0 if known else room[cell]
        self._program.limit(np.array([cell]), *self._limits(cell, np.inf))
        self.ranges = Ranges(np.zeros(len(self._every)), np.zeros(len(self._every)))
        fixed = (self._fall == 0) & (self._rise == 0)
        for table in self._tables or []:
            if not table[fixed].any():
                self._widen(table)

    def _push_all(self, wish: Wish) -> None:
        """Push all that is wished for at once, in directions drawn with a fixed seed."""
        lower, upper = -np.minimum(self._fall, self._enough), np.minimum(self._rise, self._enough)
        self._program.limit(self._every, lower, upper)
        misses = 0
        while misses < _MISSES:
            rises, sinks = wish(self.ranges)
            wished = np.count_nonzero(rises | sinks)
            if wished <= _FEW:
                break
            drawn = self._chance.choice([-1.0, 1.0], len(self._every))
            self._program.price(self._every, -np.where(rises & sinks, drawn, 1.0 * rises - sinks))
            self._take(self._program.least())
            left = np.count_nonzero(np.logical_or(*wish(self.ranges)))
            misses += int(wished - left <= 1)
        self._program.price(self._every, np.zeros(len(self._every)))
        self._program.limit(self._every, -self._fall, self._rise)

    def _push(self, cell: int, *, way: float) -> None:
        """Move one cell as far as it can, or `enough`."""
        one = np.array([cell])
        self._program.limit(one, *self._limits(cell, self._enough))
        self._program.price(one, np.array([-way]))
        change = self._program.least()
        if not self._take(change) and change is not None:
            so_far = self.ranges.up[cell] if way > 0 else self.ranges.down[cell]
            most = math.floor(way * change[cell] + TINY)
            if so_far < most and not (most == self._enough and self._leap(cell, way=way)):
                self._take(self._program.least_whole())
        self._program.price(one, np.zeros(1))
        self._program.limit(one, *self._limits(cell, np.inf))

    def _leap(self, cell: int, *, way: float) -> bool:
        """Move one cell by `enough` or a little more, for one that moves by twos or threes only."""
        one = np.array([cell])
        least, most = self._limits(cell, np.inf)
        from_here = np.array([self._enough])
        lower, upper = (from_here, most) if way > 0 else (least, -from_here)
        self._program.limit(one, lower, upper)
        self._program.price(one, np.array([way]))
        found = self._take(self._program.least_whole())
        self._program.price(one, np.array([-way]))
        self._program.limit(one, *self._limits(cell, self._enough))
        return found

    def _limits(self, cell: int, most: float) -> tuple[Floats, Floats]:
        return -np.minimum(self._fall[[cell]], most), np.minimum(self._rise[[cell]], most)

    def _take(self, change: Floats | None) -> bool:
        """Learn from a change; False when it is no table of whole numbers and should be."""
        if change is None:
            return False
        table = whole(change) if self._whole else np.where(np.abs(change) > TINY, change, 0.0)
        if table is None:
            return False
        if self._tables is not None:
            self._tables.append(table)
        self._widen(table)
        return True

    def _widen(self, table: Floats) -> None:
        """Learn from a table, from its multiples and its reverse where they fit the limits."""
        for way in (table, table * self._times(table), -table * self._times(-table)):
            np.maximum(self.ranges.up, way, out=self.ranges.up)
            np.maximum(self.ranges.down, -way, out=self.ranges.down)

    def _times(self, table: Floats) -> float:
        """Return how often a change fits between the limits, at most `enough` times."""
        up, down = table > 0, table < 0
        upward = float((self._rise[up] / table[up]).min(initial=np.inf))
        downward = float((self._fall[down] / -table[down]).min(initial=np.inf))
        times = min(self._enough, upward, downward)
        return math.floor(times) if self._whole else times
