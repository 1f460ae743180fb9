"""A search for shields in one table: trees and cores in turns."""

import numpy as np

from zicht.model.system import Bools, Ranges, System
from zicht.protect.core import opened, opened_around
from zicht.protect.ranges import cores, within
from zicht.protect.tree.branches import Branches, Trees, trees_of
from zicht.protect.tree.forest import rooms
from zicht.protect.wanted import Wanted

INSIDERS = 3
"""Of three withheld parts of a total, who knows one cannot tell another."""
ROUNDS = 8
"""Trees and cores are searched in turns; each turn only adds, and few have always been enough."""


class Search:
    """One search in one table: what its trees are, and what each sum must have withheld."""

    def __init__(self, system: System, wanted: Wanted) -> None:
        self._system, self._wanted = system, wanted
        self._trees: Trees = trees_of(system)
        self._cores = tuple(cores(system, self._trees.forest))
        self._least = np.full(system.sums, 2, dtype=np.int64)

    def settled(self, unknown: Bools) -> Bools:
        """Search trees and cores in turns until neither withholds anything more."""
        for _ in range(ROUNDS):
            before, unknown = unknown, self._in_cores(self._in_trees(unknown))
            if not self._trees.sums or (unknown == before).all():
                break
        return unknown

    def _in_trees(self, unknown: Bools) -> Bools:
        wanted = self._wanted
        branches = Branches(
            self._system,
            self._trees,
            unknown=unknown,
            may=wanted.may,
            cost=wanted.cost,
            needs=wanted.needs,
            least=self._least,
        )
        return branches.search()

    def _room(self, unknown: Bools) -> Ranges:
        """Return how far cells move; what is shown could, once its own tree is opened as well."""
        down = self._system.base - self._system.lower
        up = self._system.upper - self._system.base
        moving = np.where(unknown, down, 0.0), np.where(unknown, up, 0.0)
        own = rooms(self._trees.forest, *moving)
        return Ranges(np.where(unknown, own.down, down), np.where(unknown, own.up, up))

    def _in_cores(self, unknown: Bools) -> Bools:
        found = unknown.copy()
        touched = [part for part in self._cores if unknown[part.cells].any()]
        room = self._room(unknown) if touched else None
        for part in touched:
            if room is not None:
                wanted, cells = self._wanted.of(part.cells), part.cells
                found[cells] = opened(within(part, room), wanted, unknown[cells])
        return found

    def around(self, unknown: Bools, pairs: list[tuple[int, int]]) -> Bools:
        """Withhold more, so that what one contributor knows does not tell another cell."""
        found, kids, more = unknown, self._trees.kids, False
        part_of = {cell: number for number, cells in kids.items() for cell in cells.tolist()}
        for pair in pairs:
            number = part_of.get(pair[1], -1)
            while number >= 0 and found[self._trees.top[number]]:
                number = part_of.get(int(self._trees.top[number]), -1)
            if number < 0:
                found = self._around_in_core(found, pair)
            elif self._least[number] < INSIDERS:
                self._least[number], more = INSIDERS, True
        return self._in_trees(found) if more else found

    def diluted(self, unknown: Bools) -> Bools:
        """Withhold one more part of each shown total whose withheld parts together tell too much.

        Source: decision 8, rule R8; github.com/sdcTools/UserSupport/issues/160
        """
        found = unknown
        for number, kids in self._trees.kids.items():
            hidden = kids[found[kids]]
            shown = not found[self._trees.top[number]]
            if len(hidden) and shown and self._wanted.telling(hidden):
                self._least[number] = len(hidden) + 1
                found = self._in_trees(found)
        return found

    def _around_in_core(self, unknown: Bools, pair: tuple[int, int]) -> Bools:
        found = unknown.copy()
        for part in self._cores:
            cells = part.cells
            if np.isin(pair, cells).all():
                at = int(np.searchsorted(cells, pair[1]))
                found[cells] |= opened_around(
                    within(part, self._room(unknown)),
                    self._wanted.of(cells),
                    unknown[cells],
                    at=at,
                    avoid=cells == pair[0],
                )
        return found
