"""A group held against everyone: how much more often a category occurs in it."""

from collections.abc import Sequence

import numpy as np

from zicht.model.area import Division
from zicht.model.figure import SHARE_DECIMALS, Among, Grid, State
from zicht.shape.rates import fill_totals, on_years, rounded

TIMES_DECIMALS = 1


def among_everyone(
    every: Sequence[Grid], group: Sequence[Grid], *, division: Division
) -> list[Among]:
    """Return for each category how many of everyone are in it, and the group against that.

    `every` are the counts among everyone, `group` the shares of the group in these categories, as
    they are shown. Everyone is the sum of all categories: a share of them is told only where all
    are shown.

    Shape:  the rows and years of `group`.
    Units:  counts; shares in percent with one decimal; times with one decimal, of these shares.
    Errors: none. A share of nobody is IMPOSSIBLE, and so is a number of times nothing.
    """
    years = group[0].years
    filled = (rounded(fill_totals(grid, division=division), decimals=0) for grid in every)
    counts = [on_years(grid, years) for grid in filled]
    whole = _sum(counts)
    shares = [_divided(grid, whole, per=100, decimals=SHARE_DECIMALS) for grid in counts]
    return [
        Among(count, share, _divided(own, share, per=1, decimals=TIMES_DECIMALS))
        for count, share, own in zip(counts, shares, group, strict=True)
    ]


def _sum(grids: Sequence[Grid]) -> Grid:
    """Return the cells added up; where one has no number, its reason for having none."""
    states = grids[0].states.copy()
    for grid in grids[1:]:
        states = np.where(states == State.SHOWN, grid.states, states)
    values = np.where(states == State.SHOWN, sum(grid.values for grid in grids), np.nan)
    return Grid(grids[0].years, values, states, _either(grids))


def _divided(top: Grid, below: Grid, *, per: int, decimals: int) -> Grid:
    """Return one over the other where both are shown; nothing may be divided by nothing."""
    states = np.where(top.states != State.SHOWN, top.states, below.states)
    nothing = (states == State.SHOWN) & (below.values == 0)
    states = np.where(nothing, np.uint8(State.IMPOSSIBLE), states)
    values = np.full(top.values.shape, np.nan)
    np.divide(top.values * per, below.values, out=values, where=states == State.SHOWN)
    return Grid(top.years, np.round(values, decimals), states, _either((top, below)))


def _either(grids: Sequence[Grid]) -> tuple[bool, ...]:
    return tuple(any(some) for some in zip(*(grid.provisional for grid in grids), strict=True))
