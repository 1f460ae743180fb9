"""Counts made comparable: totals where they are missing, rates per so many."""

import numpy as np
import numpy.typing as npt

from zicht.model.area import NEDERLAND, Division, Level
from zicht.model.figure import Grid, State


def fill_totals(grid: Grid, *, division: Division) -> Grid:
    """Return the counts with provincies and Nederland summed where they were not delivered.

    A total is filled in only where every gemeente below has a number, so that a sum never stands
    for less than it says. It is a sum of shown numbers: anybody could make it.

    Shape:  the same cells; only MISSING totals change.
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
    """Return the grid with its numbers rounded to what will be shown, so that no more leaks.

    Shape:  the same cells; whatever stood under a cell that is not SHOWN is gone.
    Units:  those of the grid.
    Errors: none.
    """
    shown = grid.states == State.SHOWN
    values = np.where(shown, np.round(grid.values, decimals), np.nan)
    return Grid(grid.years, values, grid.states, grid.provisional)


def rate(count: Grid, of: Grid, *, per: int, decimals: int, rated: npt.NDArray[np.bool_]) -> Grid:
    """Return the count per so many of a denominator, rounded to `decimals`.

    Only a count and a denominator that are both shown make a rate; no other number is looked at,
    so a rate tells nothing of a withheld one. `rated` is that of the count.

    Shape:  the rows and years of `count`; a year that the denominator lacks is MISSING.
    Units:  count x per / denominator.
    Errors: none. Withheld on either side is withheld; a denominator of zero is IMPOSSIBLE;
            otherwise the count's own reason for having no number, then the denominator's; a
            rate that could be made and may not be told is withheld.
    Source: decision 8
    """
    below = on_years(of, count.years)
    states = np.where(count.states != State.SHOWN, count.states, below.states)
    either = (count.states == State.WITHHELD) | (below.states == State.WITHHELD)
    states = np.where(either, np.uint8(State.WITHHELD), states)
    shown = states == State.SHOWN
    states = np.where(shown & (below.values == 0), np.uint8(State.IMPOSSIBLE), states)
    shown = states == State.SHOWN
    states = np.where(shown & ~rated, np.uint8(State.WITHHELD), states)
    shown = states == State.SHOWN
    values = np.full(count.values.shape, np.nan)
    np.divide(count.values * per, below.values, out=values, where=shown)
    provisional = tuple(a or b for a, b in zip(count.provisional, below.provisional, strict=True))
    return Grid(count.years, np.round(values, decimals), states, provisional)


def on_years(grid: Grid, years: tuple[int, ...]) -> Grid:
    """Return the grid on other years: those that it lacks are MISSING.

    Shape:  the same rows, a column for each of `years`.
    Units:  those of the grid.
    Errors: none.
    """
    shape = (len(grid.values), len(years))
    values = np.full(shape, np.nan)
    states = np.full(shape, State.MISSING, dtype=np.uint8)
    provisional = [False] * len(years)
    for column, year in enumerate(years):
        if year in grid.years:
            source = grid.years.index(year)
            values[:, column] = grid.values[:, source]
            states[:, column] = grid.states[:, source]
            provisional[column] = grid.provisional[source]
    return Grid(years, values, states, tuple(provisional))
