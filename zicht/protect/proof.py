"""Proof that nobody can tell what is withheld: tables that all fit what is published."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zicht.model.rules import DEFAULT
from zicht.model.system import Bools, Ints, Ranges, System
from zicht.protect.cases import Case
from zicht.protect.witness import Witnesses


@dataclass(frozen=True, slots=True)
class Certificate:
    """Tables that fit everything published in one year: who reads the site cannot tell them apart.

    Cells are numbered: place in `keys` times the number of regions, plus the row of the region.
    base    a number for each cell of `cells`, the withheld ones
    moves   witness, cell, change: other tables as differences from the base
    claims  cell, witness with a low number, witness with a high one; -1 is the base
    """

    keys: tuple[str, ...]
    year: int
    cells: Ints
    base: Ints
    moves: Ints
    claims: Ints


def certificate_of(
    case: Case, system: System, hidden: tuple[Bools, Bools], found: Ranges
) -> Certificate:
    """Return for each withheld cell two tables between which it moves far enough.

    `hidden` are the cells that readers do not know, and of those the withheld ones; `found` how
    far each can move at least.
    """
    unknown, held = hidden
    cells, told = np.flatnonzero(held), held.tolist()
    witnesses = Witnesses(system, unknown)
    moves: list[tuple[int, int, int]] = []
    claims: list[tuple[int, int, int]] = []
    count = 0

    def witness(cell: int, amount: float) -> int:
        nonlocal count
        move = witnesses.move(cell, amount) if amount else None
        if move is None:
            return -1
        moves.extend(
            (count, other, round(change))
            for other, change in move.items()
            if other < len(told) and told[other]
        )
        count += 1
        return count - 1

    down, base = found.down.tolist(), system.base.tolist()
    for cell in cells.tolist():
        rise = max(0.0, DEFAULT.reach - base[cell])
        sink = min(down[cell], max(0.0, DEFAULT.width - rise))
        rise = max(rise, DEFAULT.width - sink)
        claims.append((cell, witness(cell, -sink), witness(cell, rise)))
    whole = np.rint(system.base[cells]).astype(np.int64)
    return Certificate(case.family.keys, case.year, cells, whole, _rows(moves), _rows(claims))


def _rows(rows: Sequence[tuple[int, int, int]]) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(-1, 3)
