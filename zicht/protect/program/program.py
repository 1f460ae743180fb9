"""What linear programs tell of a system that is no network: ranges, moves, and tables that fit."""

import math

import numpy as np
from scipy.sparse.linalg import lsqr

from zicht.model.system import Bools, Floats, Needs, Ranges, System
from zicht.protect.program.changes import Changes
from zicht.protect.program.linear import TINY, moved
from zicht.protect.program.parts import matrix_of, parts, together
from zicht.protect.program.pool import Pool
from zicht.protect.program.trim import among, wish


def program_ranges(
    system: System, unknown: Bools, *, enough: float, needs: Needs | None = None
) -> Ranges:
    """Return how far each unknown cell can lie from the base, for all that the others tell.

    Shape:  a number for each cell; 0 for one that is known.
    Units:  those of the figures; never more than `enough`, which is finite: a number below it is
            exact, itself says "at least". With `needs` only what does not meet them is exact, and
            the rest is at least that much. In a system of whole numbers every claim is backed by
            a table of whole numbers; where a search for one had to stop, the claim is less than
            the truth.
    Errors: none.
    Source: decision 8: the optimum of each program is a table that widens what is known of all.
    """
    down, up = np.zeros(system.cells), np.zeros(system.cells)
    goal = math.ceil(enough) if system.whole else enough
    for part in parts(system, unknown):
        pool = Pool(part.system, enough=goal)
        if needs is not None:
            _settle_needs(pool, part.system.base, among(needs, part.cells))
        else:
            pool.settle(pool.everything)
        down[part.cells] = np.minimum(pool.ranges.down, enough)
        up[part.cells] = np.minimum(pool.ranges.up, enough)
    return Ranges(down, up)


def _settle_needs(pool: Pool, base: Floats, needs: Needs) -> None:
    """Find what meets the needs, and all there is of what does not meet them."""
    pool.settle(wish(base, needs))
    short = needs.short(base, pool.ranges)

    def rest(ranges: Ranges) -> tuple[Bools, Bools]:
        rises, sinks = pool.everything(ranges)
        return rises & short, sinks & short

    pool.settle(rest)


def program_move(
    system: System, unknown: Bools, cell: int, amount: float
) -> dict[int, float] | None:
    """Return a change of unknown cells that moves `cell` by `amount` and keeps every sum.

    Shape:  the cells that change and by how much, `cell` among them; as little as possible in
            all. None when there is no such change, or the cell is known.
    Units:  those of the figures; whole numbers in a system of whole numbers.
    Errors: none.
    """
    for part in parts(system, unknown):
        place = int(np.searchsorted(part.cells, cell))
        if place == len(part.cells) or part.cells[place] != cell:
            continue
        table = part.system
        changes = Changes(
            matrix_of(table),
            fall=table.base - table.lower,
            rise=table.upper - table.base,
            cost=np.ones(table.cells),
            in_whole=table.whole,
        )
        change = changes.of(place, amount)
        if change is None:
            return None
        return {int(part.cells[k]): float(change[k]) for k in np.flatnonzero(moved(change))}
    return None


def complete(system: System, free: Bools) -> Floats | None:
    """Return a base in which every sum holds, where the base of the cells `free` is not known.

    Shape:  a number for each cell: the base where it is not free (what stands there for a free
            cell is not read), else one within the limits, spread evenly before it is fitted.
            None when no table fits.
    Units:  those of the figures; whole numbers in a system of whole numbers.
    Errors: none. The same system has the same answer.
    """
    base = np.where(free, 0.0, system.base)
    known = _sums(system, base)
    every = together(system, free)
    found = _fitted(every.system, known[every.sums], search=False)
    if found is not None:
        base[free] = found
    else:
        for part in parts(system, free):
            found = _fitted(part.system, known[part.sums], search=True)
            if found is None:
                return None
            base[part.cells] = found
    size = np.maximum(np.bincount(system.sum_of, np.abs(base[system.cell_of]), system.sums), 1)
    return base if np.all(np.abs(_sums(system, base)) <= TINY * size) else None


def _sums(system: System, base: Floats) -> Floats:
    found = np.bincount(system.sum_of, system.sign_of * base[system.cell_of], system.sums)
    return found.astype(np.float64)


def _fitted(table: System, known: Floats, *, search: bool) -> Floats | None:
    """Return numbers that bring sums to zero, together with what is `known` of each."""
    sums = matrix_of(table)
    even = lsqr(sums, -known)[0]
    start = np.clip(np.rint(even) if table.whole else even, table.lower, table.upper)
    changes = Changes(
        sums,
        fall=start - table.lower,
        rise=table.upper - start,
        cost=np.ones(table.cells),
        in_whole=table.whole,
        off=sums @ start + known,
    )
    change = changes.least(search=search)
    return None if change is None else np.asarray(start + change)
