"""Who stands where: ranks with ties, and five classes of equal size."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division, Level
from zicht.model.figure import FIFTHS, Grid, Ranking, State

RANKED = (Level.PROVINCIE, Level.GEMEENTE, Level.WIJK, Level.BUURT)


def rankings(values: Grid, *, division: Division) -> Iterator[tuple[Level, Ranking]]:
    """Yield the ranking of each level in its newest year with a figure.

    Ranks, ties and classes follow from the figures that are shown, as they are shown, so that
    anybody could make them; a withheld figure has no place and moves nobody else's.

    Shape:  one for each level that has any; a cell without a number takes no place in it.
    Units:  ranks from 1, the highest; the figures are ranked as shown, so regions that look
            equal are equal.
    Errors: none.
    """
    for level in RANKED:
        rows = division.rows(level)
        shown = values.states[rows] == State.SHOWN
        columns = np.flatnonzero(shown.any(axis=0))
        if columns.size:
            newest = int(columns[-1])
            figures = np.where(shown[:, newest], values.values[rows, newest], np.nan)
            yield level, _ranking(values.years[newest], figures, first=rows.start)


def _ranking(year: int, figures: npt.NDArray[np.float64], *, first: int) -> Ranking:
    known = ~np.isnan(figures)
    ordered = np.sort(figures[known])
    above = ordered.size - np.searchsorted(ordered, figures[known], side="right")
    below = np.searchsorted(ordered, figures[known], side="left")
    ranks, ties = np.zeros(figures.size, np.int32), np.zeros(figures.size, np.int32)
    ranks[known] = above + 1
    ties[known] = ordered.size - above - below
    return Ranking(year, fifth_bounds(ordered), first, ranks, ties, int(ordered.size))


def fifth_bounds(ordered: npt.NDArray[np.float64]) -> tuple[float, ...]:
    """Return the smallest figure of the second to the highest fifth, ascending.

    Each bound is one of the figures.

    Shape:  four figures; fewer where one figure fills a fifth or there are too few figures.
    Units:  those of the figures, which must be sorted and without NaN.
    Errors: none.
    """
    at = [-(-k * ordered.size // FIFTHS) for k in range(1, FIFTHS)]
    found = {float(ordered[i]) for i in at if i < ordered.size}
    return tuple(sorted(bound for bound in found if bound > ordered[0]))
