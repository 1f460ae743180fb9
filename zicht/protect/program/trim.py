"""What a need asks of ranges, and the withheld cells that no need asks for."""

import math
from functools import partial

import numpy as np

from zicht.model.system import Bools, Floats, Ints, Needs, Ranges, System
from zicht.protect.program.parts import parts
from zicht.protect.program.pool import Pool, Wish

_CLOSABLE = 400
"""Parts of more unknown cells than this are not searched for cells that need not be withheld."""


def trimmed(system: System, found: Bools, *, unknown: Bools, cost: Floats, needs: Needs) -> Bools:
    """Return what was found without the cells that none needs, the dearest tried first."""
    kept = found.copy()
    for part in parts(system, found):
        extra = np.flatnonzero(~unknown[part.cells])
        if len(part.cells) <= _CLOSABLE and len(extra):
            dearest = extra[np.argsort(-cost[part.cells][extra], kind="stable")]
            shut = _shut(part.system, dearest, among(needs, part.cells))
            kept[part.cells[shut]] = False
    return kept


def _shut(table: System, extra: Ints, needs: Needs) -> list[int]:
    """Return which of the extra cells may be known after all, in the order given."""
    pool = Pool(table, enough=enough_for(table, needs))
    pool.keep()
    pool.settle(wish(table.base, needs))
    width = np.where(needs.short(table.base, pool.ranges), 0, needs.width)
    asked = Needs(needs.reach, needs.below, width)
    short = partial(asked.short, table.base)
    shut = []
    for cell in extra.tolist():
        before, width[cell] = width[cell], 0
        pool.shut(cell)
        pool.settle(wish(table.base, asked), stop=short)
        if short(pool.ranges).any():
            width[cell] = before
            pool.shut(cell, known=False)
        else:
            shut.append(cell)
    return shut


def among(needs: Needs, cells: Ints) -> Needs:
    """Return the needs of some cells."""
    return Needs(needs.reach[cells], needs.below[cells], needs.width[cells])


def enough_for(table: System, needs: Needs) -> float:
    """Return a range from which every need is met."""
    asked = np.concatenate([needs.width, needs.reach - table.base, table.base - needs.below])
    return 1 + math.ceil(float(asked[np.isfinite(asked)].max(initial=0)))


def wish(base: Floats, needs: Needs) -> Wish:
    """Wish for what the needs lack, or may lack for all that is known so far."""
    small = base - needs.width < needs.reach

    def lacking(ranges: Ranges) -> tuple[Bools, Bools]:
        narrow = small & (ranges.down + ranges.up < needs.width)
        rises = (needs.width > 0) & (narrow | (base + ranges.up < needs.reach))
        sinks = (needs.width > 0) & (narrow | (base - ranges.down > needs.below))
        return np.asarray(rises), np.asarray(sinks)

    return lacking
