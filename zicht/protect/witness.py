"""Witnesses: other tables that fit everything shown and move one withheld cell."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import numpy as np

from zicht.model.system import Bools, Ranges, System
from zicht.protect.network.flows import Mover, mover
from zicht.protect.network.network import Network, orient
from zicht.protect.program.parts import Part
from zicht.protect.program.program import program_move
from zicht.protect.ranges import cores, within
from zicht.protect.tree.forest import contract, rooms

Move = dict[int, float]
"""The change of each cell that moves."""

Carry = Callable[[int, float, Move], None]
"""What changes a cell together with all that hangs from it."""


class Witnesses:
    """Finds moves in one system, each a table that every reader must hold possible."""

    def __init__(self, system: System, unknown: Bools) -> None:
        """Contract the trees once; every move then goes along them."""
        forest = contract(system, unknown)
        own = system.base - system.lower, system.upper - system.base
        room = rooms(forest, np.where(unknown, own[0], 0.0), np.where(unknown, own[1], 0.0))
        self._room = room.up.tolist(), room.down.tolist()
        self._leaves: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._sum_of: dict[int, tuple[int, float]] = {}
        self._top: dict[int, tuple[int, float]] = {}
        self._under: dict[int, list[int]] = defaultdict(list)
        for fold in forest.folds:
            entries = fold.leaves
            for number, cell, sign in zip(
                entries.sums.tolist(), entries.cells.tolist(), entries.signs.tolist(), strict=True
            ):
                self._leaves[number].append((cell, sign))
                self._sum_of[cell] = number, sign
            for number in np.flatnonzero(fold.handle >= 0).tolist():
                handle = int(fold.handle[number])
                self._top[number] = handle, float(fold.sign[number])
                self._under[handle].append(number)
        self._cores = _Cores([*cores(system, forest)], room)

    def move(self, cell: int, amount: float) -> Mapping[int, float] | None:
        """Return a table's changes that move a cell by an amount; None when there is none.

        Shape:  by cell, the cell itself included; every sum that holds still holds.
        Units:  those of the figures; whole numbers for whole numbers.
        Errors: none.
        """
        if abs(amount) > self._left(cell, amount):
            return None
        changes: Move = defaultdict(float)
        self._carry(cell, amount, changes)
        done = self._balance(cell, amount, changes)
        return {each: change for each, change in changes.items() if change} if done else None

    def _left(self, cell: int, direction: float) -> float:
        return float(self._room[0 if direction > 0 else 1][cell])

    def _carry(self, cell: int, amount: float, changes: Move, beside: int = -1) -> None:
        """Change a cell, and what hangs from it, but for the sum that already moved."""
        changes[cell] += amount
        for number in self._under.get(cell, ()):
            if number != beside:
                left = -self._top[number][1] * amount
                self._share(number, left, changes)

    def _share(self, number: int, left: float, changes: Move, but: int = -1) -> float:
        """Add `left` to a sum by its leaves as far as they go; return what is left over."""
        for cell, sign in self._leaves[number]:
            if left == 0:
                break
            step = sign * left
            most = min(abs(step), self._left(cell, step))
            if cell != but and most > 0:
                change = most if step > 0 else -most
                self._carry(cell, change, changes)
                left -= sign * change
        return left

    def _balance(self, cell: int, amount: float, changes: Move) -> bool:
        """Make up for the change of a cell in the sum around it, or in its core."""
        if cell not in self._sum_of:
            return self._cores.balance(cell, amount, changes, self._carry)
        number, sign = self._sum_of[cell]
        left = self._share(number, -sign * amount, changes, but=cell)
        if left == 0:
            return True
        if number not in self._top:
            return False
        handle, of_handle = self._top[number]
        change = of_handle * left
        if abs(change) > self._left(handle, change):
            return False
        self._carry(handle, change, changes, beside=number)
        return self._balance(handle, change, changes)


class _Cores:
    """The parts of a system that are no trees, each with what moves its cells."""

    def __init__(self, parts: list[Part], room: Ranges) -> None:
        self._cells = [part.cells.tolist() for part in parts]
        self._place = {
            cell: (at, nth)
            for at, cells in enumerate(self._cells)
            for nth, cell in enumerate(cells)
        }
        self._systems = [within(part, room) for part in parts]
        self._movers: dict[int, Mover | None] = {}

    def balance(self, cell: int, amount: float, changes: Move, carry: Carry) -> bool:
        """Make up for the change of a cell by others of its part; tell whether that can be."""
        if cell not in self._place:
            return True
        at, nth = self._place[cell]
        cells, found = self._cells[at], self._found(at, nth, amount)
        if found is None:
            return False
        for other, change in found.items():
            if cells[other] != cell:
                carry(cells[other], change, changes)
        return True

    def _found(self, at: int, cell: int, amount: float) -> Move | None:
        part = self._systems[at]
        every = np.ones(part.cells, dtype=np.bool_)
        if at not in self._movers:
            network = orient(part, every)
            self._movers[at] = None if network is None else _by_flow(network, part)
        move = self._movers[at]
        return program_move(part, every, cell, amount) if move is None else move(cell, amount)


def _by_flow(network: Network, part: System) -> Mover:
    """Return what moves a cell of a network, by cells instead of arcs."""
    arcs = network.cells
    down, up = (part.base - part.lower)[arcs], (part.upper - part.base)[arcs]
    move, cells = mover(network, down=down, up=up), arcs.tolist()
    arc_of = {cell: arc for arc, cell in enumerate(cells)}

    def by_cell(cell: int, amount: float) -> Move | None:
        flow = move(arc_of[cell], amount)
        return None if flow is None else {cells[arc]: change for arc, change in flow.items()}

    return by_cell
