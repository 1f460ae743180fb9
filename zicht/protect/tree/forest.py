"""Trees that hang in a system: contracted in closed form, and unfolded again.

Where every cell of a sum but one occurs in no other sum, that one cell, the handle, stands for all:
it can move as far as the others together. A table of one count by region is such a tree whole.
"""

from dataclasses import dataclass

import numpy as np

from zicht.model.system import Bools, Floats, Ints, Ranges, System


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of some sums, sorted by sum: sum, cell and sign of each."""

    sums: Ints
    cells: Ints
    signs: Floats

    def only(self, keep: Bools | Ints) -> "Entries":
        """Return some of the entries, by mask or by number."""
        return Entries(self.sums[keep], self.cells[keep], self.signs[keep])


@dataclass(frozen=True, slots=True)
class Fold:
    """Sums that were contracted in one go: their leaves, and the handle of each.

    `leaves` are the entries without the handle. `handle` and `sign` have a number for each sum
    of the system; -1 and 0 where a sum has no handle, being closed, or is not in this fold.
    """

    leaves: Entries
    handle: Ints
    sign: Floats


@dataclass(frozen=True, slots=True)
class Forest:
    """A system after contraction: the folds in the order in which they were made, and the core."""

    folds: tuple[Fold, ...]
    core: Entries
    sums: int
    cells: int


def contract(system: System, unknown: Bools, *, totals_only: bool = False) -> Forest:
    """Return the trees among the unknown cells, and the core that is no tree.

    `totals_only` accepts only the total of a sum as its handle.
    Errors: none.
    """
    every = Entries(system.sum_of, system.cell_of, system.sign_of)
    entries = every.only(unknown[system.cell_of])
    plain = np.bincount(entries.sums, np.abs(entries.signs) != 1, system.sums) == 0
    degree = np.bincount(entries.cells, minlength=system.cells)
    folds = []
    while len(entries.sums):
        inner = degree[entries.cells] > 1
        inside = np.bincount(entries.sums, inner, system.sums)
        ready = plain & (inside <= 1)
        if totals_only:
            ready &= np.bincount(entries.sums, inner & (entries.signs > 0), system.sums) == 0
        now = ready[entries.sums]
        if not now.any():
            break
        top = entries.only(now & inner)
        handle = np.full(system.sums, -1, dtype=np.int64)
        sign = np.zeros(system.sums)
        handle[top.sums], sign[top.sums] = top.cells, top.signs
        folds.append(Fold(entries.only(now & ~inner), handle, sign))
        degree -= np.bincount(entries.cells[now], minlength=system.cells)
        entries = entries.only(~now)
    return Forest(tuple(folds), entries, system.sums, system.cells)


def rooms(forest: Forest, down: Floats, up: Floats) -> Ranges:
    """Return how far each cell can move by itself and by what hangs from it.

    `down` and `up` are the rooms of the cells themselves. Cells in no fold keep theirs.
    """
    down, up = down.copy(), up.copy()
    for fold in forest.folds:
        with_up = _moving(fold, down, up)
        against = _moving(fold, up, down)
        held = np.flatnonzero(fold.handle >= 0)
        np.minimum.at(up, fold.handle[held], _total(fold, with_up, forest.sums)[held])
        np.minimum.at(down, fold.handle[held], _total(fold, against, forest.sums)[held])
    return Ranges(down, up)


def _moving(fold: Fold, down: Floats, up: Floats) -> Floats:
    """Return how far each leaf moves the way that lets its handle go up (no handle: a total)."""
    sign = np.where(fold.handle >= 0, fold.sign, -1.0)[fold.leaves.sums]
    return np.where(sign * fold.leaves.signs < 0, up[fold.leaves.cells], down[fold.leaves.cells])


def _total(fold: Fold, rooms_of_leaves: Floats, sums: int) -> Floats:
    return np.bincount(fold.leaves.sums, rooms_of_leaves, sums).astype(np.float64)


def unfold(forest: Forest, room: Ranges, core: Ranges) -> Ranges:
    """Return the exact ranges of all cells, from those of the core and the rooms.

    Shape:  a number for each cell; cells in no sum have their own room.
    Source: decision 8: what hangs from a handle moves freely within the range of the handle.
    """
    down, up = core.down.copy(), core.up.copy()
    for fold in reversed(forest.folds):
        cells, sums = fold.leaves.cells, fold.leaves.sums
        held = fold.handle >= 0
        rise = np.where(held, up[fold.handle], 0.0)[sums]
        sink = np.where(held, down[fold.handle], 0.0)[sums]
        forth = _moving(fold, room.down, room.up)
        back = _moving(fold, room.up, room.down)
        gain = np.minimum(forth, rise + _others(fold, back, forest.sums))
        loss = np.minimum(back, sink + _others(fold, forth, forest.sums))
        sign = np.where(held, fold.sign, -1.0)[sums]
        along = sign * fold.leaves.signs < 0
        up[cells] = np.where(along, gain, loss)
        down[cells] = np.where(along, loss, gain)
    return Ranges(down, up)


def _others(fold: Fold, rooms_of_leaves: Floats, sums: int) -> Floats:
    """Return for each leaf the rooms of the other leaves of its sum together."""
    endless = np.isinf(rooms_of_leaves)
    finite = np.where(endless, 0.0, rooms_of_leaves)
    total = np.bincount(fold.leaves.sums, finite, sums)[fold.leaves.sums] - finite
    count = np.bincount(fold.leaves.sums, endless, sums)[fold.leaves.sums] - endless
    return np.where(count > 0, np.inf, total)
