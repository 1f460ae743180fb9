"""Counts made comparable: totals where they are missing, rates per so many."""

import numpy as np

from zicht.model.area import NEDERLAND, Division, Level
from zicht.model.figure import Grid, State


def fill_totals(grid: Grid, *, division: Division) -> Grid:
    """Return the counts with provincies and Nederland summed where they were not delivered.

    Shape:  the same cells; only MISSING totals change, and only where every gemeente below has
            a number, so that a sum never stands for less than it says.
    Units:  those of the count.
    Errors: none.
    """
    values, states = grid.values.copy(), grid.states.copy()
    first = division.rows(Level.GEMEENTE).start
    gemeenten = division.of(Level.GEMEENTE)
    for area in (*division.of(Level.PROVINCIE), *division.of(Level.NEDERLAND)):
        row, every = division.row[area.code], area.code == NEDERLAND
        inside = [first + n for n, one in enumerate(gemeenten) if every or one.parent == area.code]
        known = (states[inside] == State.SHOWN).all(axis=0) & bool(inside)
        fill = known & (states[row] == State.MISSING)
        values[row, fill] = values[inside].sum(axis=0)[fill]
        states[row, fill] = State.SHOWN
    return Grid(grid.years, values, states, grid.provisional)


def rounded(grid: Grid, *, decimals: int) -> Grid:
    """Return the grid with its numbers rounded to what will be shown, so that no more leaks."""
    return Grid(grid.years, np.round(grid.values, decimals), grid.states, grid.provisional)


def rate(count: Grid, of: Grid, *, per: int, decimals: int) -> Grid:
    """Return the count per so many of a denominator, rounded to `decimals`.

    Shape:  the rows and years of `count`; a year that the denominator lacks is MISSING.
    Units:  count x per / denominator.
    Errors: none. Withheld on either side is withheld; a denominator of zero is IMPOSSIBLE;
            otherwise the count's own reason for having no number, then the denominator's.
    """
    below = _on_years(of, count)
    states = np.where(count.states != State.SHOWN, count.states, below.states)
    either = (count.states == State.WITHHELD) | (below.states == State.WITHHELD)
    states = np.where(either, np.uint8(State.WITHHELD), states)
    shown = states == State.SHOWN
    states = np.where(shown & (below.values == 0), np.uint8(State.IMPOSSIBLE), states)
    shown = states == State.SHOWN
    values = np.full(count.values.shape, np.nan)
    np.divide(count.values * per, below.values, out=values, where=shown)
    provisional = tuple(a or b for a, b in zip(count.provisional, below.provisional, strict=True))
    return Grid(count.years, np.round(values, decimals), states, provisional)


def _on_years(grid: Grid, like: Grid) -> Grid:
    """Return the grid on the years of another: absent years are MISSING."""
    values = np.full(like.values.shape, np.nan)
    states = np.full(like.states.shape, State.MISSING, dtype=np.uint8)
    provisional = [False] * len(like.years)
    for column, year in enumerate(like.years):
        if year in grid.years:
            source = grid.years.index(year)
            values[:, column] = grid.values[:, source]
            states[:, column] = grid.states[:, source]
            provisional[column] = grid.provisional[source]
    return Grid(like.years, values, states, tuple(provisional))
