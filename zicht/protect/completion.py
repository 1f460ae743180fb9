"""A table that fits: numbers for the cells that nobody gave us, so that every sum holds."""

from dataclasses import replace

import numpy as np

from zicht.model.system import Bools, Floats, System
from zicht.protect.program.parts import Part
from zicht.protect.program.program import complete
from zicht.protect.ranges import cores
from zicht.protect.tree.forest import Entries, Fold, Forest, contract

TOLERANCE = 1e-6
"""Sums of money are not whole: this much is the noise of adding them up."""


def completed(system: System, free: Bools) -> Floats | None:
    """Return the base with other numbers for the `free` cells, so that every sum holds.

    Shape:  a number for each cell; the cells that are not free keep theirs.
    Units:  those of the figures; whole numbers where the system is whole.
    Errors: none; None when no table fits.
    Source: decision 8: what is decided later does not depend on which table is taken.
    """
    forest = contract(system, free)
    base = np.where(free, 0.0, system.base)
    known = system.sign_of * base[system.cell_of]
    rest: Floats = np.bincount(system.sum_of, known, system.sums).astype(np.float64)
    low = np.where(free, system.lower, base)
    high = np.where(free, system.upper, base)
    for fold in forest.folds:
        _tighten(fold, rest, low, high)
    if (low > high).any() or not _solve_core(system, forest, rest, (low, high), base):
        return None
    for fold in reversed(forest.folds):
        if not _spread(fold, rest, (low, high), base):
            return None
    return base


def _tighten(fold: Fold, rest: Floats, low: Floats, high: Floats) -> None:
    """Bound each handle by what its leaves can add up to."""
    cells, sums, signs = fold.leaves.cells, fold.leaves.sums, fold.leaves.signs
    least = np.where(signs > 0, low[cells], -high[cells])
    most = np.where(signs > 0, high[cells], -low[cells])
    under = np.bincount(sums, least, len(rest)) + rest
    over = np.bincount(sums, most, len(rest)) + rest
    held = np.flatnonzero(fold.handle >= 0)
    handle, total = fold.handle[held], fold.sign[held] < 0
    np.maximum.at(low, handle, np.where(total, under[held], -over[held]))
    np.minimum.at(high, handle, np.where(total, over[held], -under[held]))


def _solve_core(
    system: System,
    forest: Forest,
    rest: Floats,
    bounds: tuple[Floats, Floats],
    base: Floats,
) -> bool:
    """Fill in the cells that hang from nothing, part by part; tell whether a table fits."""
    low, high = bounds
    roots = np.ones(system.cells, dtype=np.bool_)
    for fold in forest.folds:
        roots[fold.leaves.cells] = False
    roots[forest.core.cells] = False
    base[roots] = np.clip(0.0, low[roots], high[roots])
    for part in cores(system, forest):
        known = _with_known(part, rest, bounds)
        found = complete(known, np.arange(known.cells) < len(part.cells))
        if found is None:
            return False
        base[part.cells] = found[: len(part.cells)]
    return True


def _with_known(part: Part, rest: Floats, bounds: tuple[Floats, Floats]) -> System:
    """Return some free cells as a system, with one known cell a sum for all that is known."""
    low, high = bounds[0][part.cells], bounds[1][part.cells]
    fixed, sums = rest[part.sums], np.arange(len(part.sums))
    return replace(
        part.system,
        base=np.concatenate([np.clip(0.0, low, high), fixed]),
        lower=np.concatenate([low, fixed]),
        upper=np.concatenate([high, fixed]),
        sum_of=np.concatenate([part.system.sum_of, sums]),
        cell_of=np.concatenate([part.system.cell_of, len(part.cells) + sums]),
        sign_of=np.concatenate([part.system.sign_of, np.ones(len(sums))]),
    )


def _spread(fold: Fold, rest: Floats, bounds: tuple[Floats, Floats], base: Floats) -> bool:
    """Give the leaves of each sum their numbers, as even as their bounds allow."""
    low, high = bounds
    cells, sums, signs = fold.leaves.cells, fold.leaves.sums, fold.leaves.signs
    fixed = rest + np.where(fold.handle >= 0, fold.sign * base[fold.handle], 0.0)
    base[cells] = low[cells]
    left = -(fixed + np.bincount(sums, signs * base[cells], len(rest)))
    ways = np.bincount(sums, signs == np.sign(left)[sums], len(rest))
    share = np.divide(np.abs(left), ways, out=np.zeros_like(left), where=ways > 0)
    move = (signs == np.sign(left)[sums]).astype(np.float64) * np.floor(share)[sums]
    base[cells] = np.clip(base[cells] + move, low[cells], high[cells])
    left = -(fixed + np.bincount(sums, signs * base[cells], len(rest)))
    order = np.argsort(sums, kind="stable")
    starts = np.searchsorted(sums[order], np.arange(len(rest) + 1))
    for number in np.unique(sums[left[sums] != 0]).tolist():
        leaves = fold.leaves.only(order[starts[number] : starts[number + 1]])
        left[number] = _settle(leaves, left[number], bounds, base)
    return not (np.abs(left[sums]) > TOLERANCE).any()


def _settle(leaves: Entries, left: float, bounds: tuple[Floats, Floats], base: Floats) -> float:
    """Move the leaves of one sum, in order, until nothing is left; return what is left over."""
    low, high = bounds
    for cell, sign in zip(leaves.cells.tolist(), leaves.signs.tolist(), strict=True):
        target = base[cell] + sign * left
        moved = min(max(target, low[cell]), high[cell])
        left -= sign * (moved - base[cell])
        base[cell] = moved
        if left == 0:
            break
    return left
