"""Which cells must be withheld as well, in a system that is no network: linear programs choose."""

import math

import numpy as np

from zicht.model.system import Bools, Floats, Needs, Ranges, System
from zicht.protect.program.changes import Changes
from zicht.protect.program.linear import moved
from zicht.protect.program.parts import matrix_of, parts
from zicht.protect.program.pool import Pool
from zicht.protect.program.trim import among, enough_for, trimmed, wish

_OPEN = 1e-6
"""What moving a cell costs that is withheld anyway, where the dearest cell costs 1."""

_MORE = 1e-5
"""By how much money moves farther than asked, so that no rounding brings it back."""

_STEPS = 8
"""In how many steps at least money gathers a width on both sides."""


def open_patches(
    system: System,
    *,
    unknown: Bools,
    may: Bools,
    cost: Floats,
    needs: Needs,
    begun: Bools | None = None,
) -> Bools:
    """Return the unknown cells and those of `may` that must be withheld for them to be safe.

    Shape:  a truth for each cell. Every cell that is withheld, the new ones included, meets
            `needs`, but for those that would not if all of `may` were withheld. `begun` has what
            another search withheld already: it spares questions, is kept, and need not be enough.
    Units:  `cost`, above zero, only compares cells.
    Errors: none. The same system has the same answer.
    Source: decision 8: the cheapest change that moves a cell far enough shows which to withhold.
    """
    found = unknown.copy() if begun is None else begun.copy()
    for part in parts(system, unknown | may):
        cells = part.cells
        if unknown[cells].any():
            found[cells] = _opened(part.system, found[cells], cost[cells], among(needs, cells))
    before = unknown if begun is None else begun
    return trimmed(system, found, unknown=before, cost=cost, needs=needs)


def open_around_cell(
    system: System,
    cell: int,
    *,
    avoid: Bools,
    unknown: Bools,
    may: Bools,
    cost: Floats,
    amount: float,
) -> Bools | None:
    """Return the unknown cells and those of `may` by which `cell` can move while `avoid` stays.

    Shape:  a truth for each cell, or None when neither rising nor falling by `amount` is possible.
    Units:  `amount`, above zero, in those of the figures; `cost` only compares cells.
    Errors: none. The same system has the same answer.
    """
    for part in parts(system, (unknown | may) & ~avoid):
        place = int(np.searchsorted(part.cells, cell))
        if place == len(part.cells) or part.cells[place] != cell:
            continue
        before = unknown[part.cells]
        changes = _changes(part.system, before, cost[part.cells])
        change = _cheaper(changes, place, (amount, -amount), np.where(before, 0, cost[part.cells]))
        if change is None:
            return None
        found = unknown.copy()
        found[part.cells] |= moved(change)
        return found
    return None


def _changes(table: System, unknown: Bools, cost: Floats) -> Changes:
    return Changes(
        matrix_of(table),
        fall=np.maximum(table.base - table.lower, 0),
        rise=np.maximum(table.upper - table.base, 0),
        cost=np.where(unknown, _OPEN, cost / cost[~unknown].max(initial=_OPEN)),
        in_whole=table.whole,
    )


def _cheaper(
    changes: Changes, cell: int, amounts: tuple[float, ...], cost: Floats
) -> Floats | None:
    """Return the change of `cell` by one of the amounts that opens the least, or None."""
    found = [changes.of(cell, amount) for amount in amounts]
    possible = [change for change in found if change is not None]
    return min(possible, key=lambda change: float(cost[moved(change)].sum()), default=None)


def _opened(table: System, unknown: Bools, cost: Floats, needs: Needs) -> Bools:
    """Return what must be open for every open cell to be safe, at times more than that."""
    changes = _changes(table, unknown, cost)
    opened = unknown.copy()
    ranges = Ranges(np.zeros(table.cells), np.zeros(table.cells))
    while True:
        ranges = _certified(table, opened, needs, ranges)
        short = np.flatnonzero(needs.short(table.base, ranges) & opened)
        lacks = np.maximum(needs.reach[short] - table.base[short], needs.width[short])
        before = opened.copy()
        for cell in short[np.argsort(-lacks, kind="stable")].tolist():
            while options := _lacking(table, needs, ranges, cell):
                rest = np.where(opened, 0, cost)
                tried = (_cheaper(changes, cell, amounts, rest) for amounts in options)
                change = next((one for one in tried if one is not None), None)
                if change is None:
                    break
                ranges = _widened(ranges, change)
                new = np.flatnonzero(moved(change) & ~opened)
                changes.price(new, np.full(len(new), _OPEN))
                opened[new] = True
        if np.array_equal(opened, before):
            return opened


def _certified(table: System, opened: Bools, needs: Needs, known: Ranges) -> Ranges:
    """Return ranges that tell which cells are safe; of a safe cell they need not be all.

    `known` are ranges that were found before, when less was open.
    """
    down, up = np.zeros(table.cells), np.zeros(table.cells)
    for part in parts(table, opened):
        mine = among(needs, part.cells)
        pool = Pool(part.system, enough=enough_for(part.system, mine))
        pool.ranges = Ranges(known.down[part.cells], known.up[part.cells])
        pool.settle(wish(part.system.base, mine))
        down[part.cells], up[part.cells] = pool.ranges.down, pool.ranges.up
    return Ranges(down, up)


def _lacking(
    table: System, needs: Needs, ranges: Ranges, cell: int
) -> tuple[tuple[float, ...], ...]:
    """Return changes of the cell that it needs next, none when it is safe.

    Each option holds changes of which any will do; the next one is for where that cannot be had:
    a width that neither side has alone is gathered on both in small steps.
    """
    base, down, up = float(table.base[cell]), float(ranges.down[cell]), float(ranges.up[cell])
    reach, below, width = (float(x[cell]) for x in (needs.reach, needs.below, needs.width))
    options: tuple[tuple[float, ...], ...] = ()
    if base + up < reach:
        options = ((reach - base,),)
    elif base - down > below:
        options = ((below - base,),)
    elif down + up < width and base - down < reach:
        step = 1 if table.whole else (width - down - up) / _STEPS
        options = ((width - down, up - width), (up + step, -down - step))
    return tuple(tuple(_enlarged(one, in_whole=table.whole) for one in some) for some in options)


def _enlarged(amount: float, *, in_whole: bool) -> float:
    more = math.ceil(abs(amount)) if in_whole else abs(amount) + _MORE
    return math.copysign(more, amount)


def _widened(ranges: Ranges, change: Floats) -> Ranges:
    return Ranges(np.maximum(ranges.down, -change), np.maximum(ranges.up, change))
