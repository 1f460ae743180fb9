"""Complement in trees: which regions are withheld as well, so that no total gives one away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from zicht.model.system import Bools, Floats, Ints, Needs, System
from zicht.protect.tree.forest import Forest, contract

Opening = tuple[float, float, float, tuple[int, ...]]
"""A way to make room: its cost, how far it can go down, how far up, the cells to withhold."""


@dataclass(frozen=True)
class Trees:
    """The sums of a table that hang in trees: the total of each, its parts, from the leaves up.

    `sums` are the numbers of these sums in an order in which every part comes before its total;
    `top` is the cell of the total by sum, `below` gives the sums of which a cell is the total.
    """

    forest: Forest
    sums: tuple[int, ...]
    top: Ints
    below: dict[int, tuple[int, ...]]
    kids: dict[int, Ints]

    @cached_property
    def above(self) -> Bools:
        """Tell for each cell whether it is a part of something: only then it can be opened."""
        parts = np.zeros(self.forest.cells, dtype=np.bool_)
        for kids in self.kids.values():
            parts[kids] = True
        parts[self.forest.core.cells] = True
        return parts


def trees_of(system: System) -> Trees:
    """Return the trees among all cells of a table, whatever is withheld."""
    every = np.ones(system.cells, dtype=np.bool_)
    forest = contract(system, every, totals_only=True)
    top = np.full(system.sums, -1, dtype=np.int64)
    below: dict[int, tuple[int, ...]] = {}
    kids: dict[int, Ints] = {}
    order: list[int] = []
    for fold in forest.folds:
        totals = fold.leaves.signs < 0
        top[fold.leaves.sums[totals]] = fold.leaves.cells[totals]
        held = np.flatnonzero(fold.handle >= 0)
        top[held] = fold.handle[held]
        parts = fold.leaves.only(~totals)
        by_sum = np.argsort(parts.sums, kind="stable")
        sums, starts = np.unique(parts.sums[by_sum], return_index=True)
        for number, cells in zip(
            sums.tolist(), np.split(parts.cells[by_sum], starts[1:]), strict=True
        ):
            kids[number] = cells
            order.append(number)
            total = int(top[number])
            below[total] = (*below.get(total, ()), number)
    return Trees(forest, tuple(order), top, below, kids)


class Branches:
    """One search: what is withheld so far, and how much room that leaves in each tree."""

    def __init__(
        self,
        system: System,
        trees: Trees,
        *,
        unknown: Bools,
        may: Bools,
        cost: Floats,
        needs: Needs,
        least: Ints,
    ) -> None:
        """Take what is withheld; `least` is how many parts of a shown total must be withheld."""
        self.unknown = unknown.copy()
        self._trees, self._may, self._cost, self._least = trees, may & ~unknown, cost, least
        self._base, self._lower, self._needs = system.base, system.lower, needs
        self._upper = system.upper
        self._spare = np.where(unknown, system.base - system.lower, 0.0)
        self._rise = np.where(unknown, system.upper - system.base, 0.0)
        self._want = np.zeros(system.cells)

    def search(self) -> Bools:
        """Return what is withheld in the end; what could not be shielded stays short."""
        for number in self._trees.sums:
            self._settle(number)
        return self.unknown

    def _settle(self, number: int) -> None:
        """Withhold more parts of a total, or the total itself, until its parts are shielded."""
        top, kids = int(self._trees.top[number]), self._trees.kids[number]
        self._measure(kids)
        hidden = kids[self.unknown[kids]]
        if self.unknown[top]:
            most = self._base[top] - self._lower[top]
            wanted = min(most, max(self._want[hidden].max(initial=0.0), self._goal(top, 0.0)))
            higher = self._needs.reach[top] - self._base[top] - self._rise[hidden].sum()
            self._open(kids, 1 - len(hidden), wanted - self._spare[hidden].sum(), higher)
        elif len(hidden):
            wanted = self._want[hidden].max()
            missing = wanted - self._spare[hidden].sum()
            lacking = int(self._least[number]) - len(hidden)
            done = self._open(kids, lacking, missing, self._squeezed(hidden))
            if not done and self._may[top] and self._trees.above[top]:
                self.unknown[top] = True
        self._weigh(number)

    def _squeezed(self, hidden: Ints) -> float:
        """Return how much further up others must be able to go, so that each can go down enough."""
        spare, rise, width = self._spare[hidden], self._rise[hidden], self._needs.width[hidden]
        by_itself = np.minimum(rise, spare.sum() - spare)
        endless = np.isinf(rise)
        if endless.sum() > 1:
            return -np.inf
        finite = np.where(endless, 0.0, rise)
        others = np.where(endless.any() & ~endless, np.inf, finite.sum() - finite)
        return float(np.max(width - by_itself - others))

    def _measure(self, kids: Ints) -> None:
        """Note how much room the reader must see around each withheld part."""
        hidden = kids[self.unknown[kids]]
        floor = self._base[hidden] - self._spare[hidden]
        own = np.maximum(self._needs.width[hidden], self._needs.reach[hidden] - floor)
        self._want[hidden] = np.maximum(self._want[hidden], own)

    def _goal(self, cell: int, floor: float) -> float:
        return float(max(self._needs.width[cell], self._needs.reach[cell] - floor))

    def _weigh(self, number: int) -> None:
        """Give the total the room and the wants of its parts, when it is withheld itself."""
        top = int(self._trees.top[number])
        if not self.unknown[top]:
            return
        self._spare[top] = self._base[top] - self._lower[top]
        self._rise[top] = self._upper[top] - self._base[top]
        for under in self._trees.below[top]:
            kids = self._trees.kids[under]
            hidden = kids[self.unknown[kids]]
            self._spare[top] = min(self._spare[top], self._spare[hidden].sum())
            self._rise[top] = min(self._rise[top], self._rise[hidden].sum())
            self._want[top] = max(self._want[top], self._want[hidden].max(initial=0.0))

    def _open(self, kids: Ints, lacking: int, missing: float, higher: float) -> bool:
        """Withhold the cheapest parts that make enough room; tell whether there were any."""
        if lacking <= 0 and missing <= 0 and higher <= 0:
            return True
        chosen = self._cheapest(kids, lacking, missing, higher)
        if chosen is None:
            return False
        for cell in chosen[3]:
            self._take(cell)
        return True

    def _take(self, cell: int) -> None:
        self.unknown[cell] = True
        self._spare[cell] = self._base[cell] - self._lower[cell]
        self._rise[cell] = self._upper[cell] - self._base[cell]
        for under in self._trees.below.get(cell, ()):
            self._weigh(under)
        self._measure(np.array([cell]))

    def _cheapest(
        self, kids: Ints, lacking: int, missing: float, higher: float = 0.0
    ) -> Opening | None:
        """Return the cheapest parts to withhold: the best one alone, or several, none in vain."""

        def enough(ways: Sequence[Opening]) -> bool:
            down, up = sum(way[1] for way in ways), sum(way[2] for way in ways)
            return len(ways) >= lacking and down >= missing and up >= higher

        options = sorted(self._options(kids, missing, higher))
        if (alone := next((way for way in options if enough([way])), None)) is not None:
            return alone
        taken: list[Opening] = []
        for way in options:
            if enough(taken):
                break
            if way[1] > 0 or len(taken) < lacking or (higher > 0 and way[2] > 0):
                taken.append(way)
        if not enough(taken):
            return None
        for way in sorted(taken, reverse=True):
            rest = [each for each in taken if each is not way]
            taken = rest if enough(rest) else taken
        return _together(taken)

    def _options(self, kids: Ints, missing: float, higher: float) -> Iterator[Opening]:
        for cell in kids[self._may[kids] & ~self.unknown[kids]].tolist():
            under = self._trees.below.get(cell, ())
            ways = [self._beneath(number, missing, higher) for number in under]
            found = [way for way in ways if way is not None]
            if len(found) == len(ways):
                price = float(self._cost[cell]) + sum(way[0] for way in found)
                down = float(self._base[cell] - self._lower[cell])
                up = float(self._upper[cell] - self._base[cell])
                down = min([down, *(way[1] for way in found)])
                up = min([up, *(way[2] for way in found)])
                yield price, down, up, (*(each for way in found for each in way[3]), cell)

    def _beneath(self, number: int, missing: float, higher: float) -> Opening | None:
        """Return how a total of its own can move: by what is withheld in it, or what could be."""
        kids, top = self._trees.kids[number], int(self._trees.top[number])
        hidden = kids[self.unknown[kids]]
        if len(hidden):
            return 0.0, float(self._spare[hidden].sum()), float(self._rise[hidden].sum()), ()
        most = min(missing, self._base[top] - self._lower[top])
        return self._cheapest(kids, 1, most, min(higher, self._upper[top] - self._base[top]))


def _together(ways: Sequence[Opening]) -> Opening:
    cells = tuple(cell for way in ways for cell in way[3])
    return sum(w[0] for w in ways), sum(w[1] for w in ways), sum(w[2] for w in ways), cells
