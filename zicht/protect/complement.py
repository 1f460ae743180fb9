"""What must be withheld as well, table by table, until every withheld cell is hidden."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from zicht.model.system import Bools, Floats, Ints, Needs, Ranges, System
from zicht.protect.network.cycles import open_around, open_cycles
from zicht.protect.network.network import orient
from zicht.protect.program.patches import open_around_cell, open_patches
from zicht.protect.ranges import classes, cores, ranges, within
from zicht.protect.tree.branches import Branches, Trees, trees_of
from zicht.protect.tree.forest import rooms

RELAXED = 2.0
"""Where nothing else is possible, a reader must hold numbers possible that lie so far apart."""
INSIDERS = 3
"""Of three withheld parts of a total, who knows one cannot tell another."""
ROUNDS = 8
"""Trees and cores are searched in turns; each turn only adds, and few have always been enough."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search is asked: the cells that are withheld, those that may be, and how well.

    `cost` is public: what readers lose when a cell is withheld. `alone` are the cells of which
    one contributor knows the number; `small` those that tell too much of few. `telling` says of
    some cells whether their sum, which a reader can work out, tells too much of who is in it.
    """

    unknown: Bools
    may: Bools
    cost: Floats
    needs: Needs
    alone: Bools
    small: Bools
    telling: Callable[[Ints], bool] = lambda _: False

    def of(self, cells: Ints) -> "Wanted":
        """Return what is asked of some cells."""
        needs = Needs(self.needs.reach[cells], self.needs.below[cells], self.needs.width[cells])
        return Wanted(
            self.unknown[cells],
            self.may[cells],
            self.cost[cells],
            needs,
            self.alone[cells],
            self.small[cells],
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search found: what is withheld, what is short of its needs, what is as good as told.

    Both are about the cells that were withheld for their own sake: `bare` are those of which a
    reader does not even hold numbers possible that lie the relaxed width apart.
    """

    unknown: Bools
    short: Bools
    bare: Bools


def complement(system: System, wanted: Wanted) -> Outcome:
    """Return what is withheld so that every withheld cell is hidden as well as it must be.

    Shape:  a truth for each cell.
    Errors: none; what cannot be hidden is told as short.
    Source: decision 8, rules R7 to R9
    """
    search = _Search(system, wanted)
    unknown = search.settled(wanted.unknown)
    for _ in range(ROUNDS):
        wider = search.around(unknown, insiders(system, unknown, wanted))
        wider = search.diluted(wider)
        if (wider == unknown).all():
            break
        unknown = search.settled(wider)
    found = ranges(system, unknown, enough=_enough(system, unknown, wanted.needs))
    short = wanted.unknown & wanted.needs.short(system.base, found)
    return Outcome(unknown, short, short & (found.down + found.up < RELAXED))


def _enough(system: System, unknown: Bools, needs: Needs) -> float:
    """Return how far a range must be known to tell whether it is enough."""
    asked = needs.width, needs.reach - system.lower, system.base - needs.below
    return max(float(each[unknown].max(initial=1)) for each in asked)


def insiders(system: System, unknown: Bools, wanted: Wanted) -> list[tuple[int, int]]:
    """Return pairs of cells: who is the only one in the first can tell the second, which is small.

    Two cells of one class with the same number are one cell seen twice (a wijk and the only
    buurt in it that counts anybody): there the second tells nothing of anybody else.
    """
    found = classes(system, unknown)
    knows = np.flatnonzero(wanted.alone & unknown & (found != 0))
    members: dict[int, list[int]] = {}
    for cell in np.flatnonzero(np.isin(found, found[knows]) & unknown & wanted.small).tolist():
        members.setdefault(int(found[cell]), []).append(cell)
    return [
        (cell, other)
        for cell in knows.tolist()
        for other in members.get(int(found[cell]), ())
        if system.base[other] != system.base[cell]
    ]


class _Search:
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
                found[cells] = _opened(within(part, room), wanted, unknown[cells])
        return found

    def around(self, unknown: Bools, pairs: list[tuple[int, int]]) -> Bools:
        """Withhold more, so that what one contributor knows does not tell another cell."""
        found, kids = unknown, self._trees.kids
        part_of = {cell: number for number, cells in kids.items() for cell in cells.tolist()}
        for pair in pairs:
            number = part_of.get(pair[1], -1)
            while number >= 0 and found[self._trees.top[number]]:
                number = part_of.get(int(self._trees.top[number]), -1)
            if number < 0:
                found = self._around_in_core(found, pair)
            elif self._least[number] < INSIDERS:
                self._least[number] = INSIDERS
                found = self._in_trees(found)
        return found

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
                found[cells] |= _opened_around(
                    within(part, self._room(unknown)),
                    self._wanted.of(cells),
                    unknown[cells],
                    at=at,
                    avoid=cells == pair[0],
                )
        return found


def _opened(part: System, wanted: Wanted, unknown: Bools) -> Bools:
    """Return what is withheld of a core: by alternating cycles where it is a network."""
    network = orient(part, np.ones(part.cells, dtype=np.bool_))
    if network is None:
        return open_patches(
            part, unknown=unknown, may=wanted.may, cost=wanted.cost, needs=wanted.needs
        )
    arcs, of_arcs = network.cells, wanted.of(network.cells)
    found = unknown.copy()
    found[arcs] = open_cycles(
        network,
        unknown=unknown[arcs],
        may=of_arcs.may,
        cost=of_arcs.cost,
        base=part.base[arcs],
        down=(part.base - part.lower)[arcs],
        up=(part.upper - part.base)[arcs],
        needs=of_arcs.needs,
    )
    return found


def _opened_around(part: System, wanted: Wanted, unknown: Bools, *, at: int, avoid: Bools) -> Bools:
    """Return what is withheld so that one cell can move while those to `avoid` stay."""
    network = orient(part, np.ones(part.cells, dtype=np.bool_))
    if network is None:
        opened = open_around_cell(
            part,
            at,
            avoid=avoid,
            unknown=unknown,
            may=wanted.may,
            cost=wanted.cost,
            amount=1.0,
        )
        return unknown if opened is None else opened
    arcs, of_arcs = network.cells, wanted.of(network.cells)
    of_network = open_around(
        network,
        int(np.flatnonzero(arcs == at)[0]),
        avoid=avoid[arcs],
        unknown=unknown[arcs],
        may=of_arcs.may,
        cost=of_arcs.cost,
        down=(part.base - part.lower)[arcs],
        up=(part.upper - part.base)[arcs],
        amount=1.0,
    )
    found = unknown.copy()
    if of_network is not None:
        found[arcs] = of_network
    return found
