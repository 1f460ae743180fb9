"""A flow made comparable: which share stays inside each gemeente, counted from both ends."""

import numpy as np

from zicht.model.figure import SHARE_DECIMALS, Cell, State
from zicht.model.flow import FlowFigures, FlowYear, SafeFlow


def shape_flow(safe: SafeFlow) -> FlowFigures:
    """Return a flow with, for each gemeente and year, what share of its totals is inside it.

    A share is told only beside a total and a count that are both shown, from which anybody could
    compute it.

    Shape:  a tuple a year, a cell a gemeente.
    Units:  percent, one decimal.
    Errors: none. Withheld where either is, or the total is under `fewest_of`.
    Source: decision 11
    """
    fewest_of, years, size = safe.flow.rules.fewest_of, safe.years, range(len(safe.gemeenten))
    return FlowFigures(
        safe,
        tuple(tuple(_share(y, n, y.origins[n], fewest_of) for n in size) for y in years),
        tuple(tuple(_share(y, n, y.destinations[n], fewest_of) for n in size) for y in years),
    )


def _share(year: FlowYear, place: int, total: Cell, fewest_of: int) -> Cell:
    inside = year.between(place, place).value
    if inside is None or total.value is None or total.value < fewest_of:
        return Cell(State.WITHHELD)
    share = float(np.round(100 * inside / total.value, SHARE_DECIMALS))
    return Cell(State.SHOWN, share, year.provisional)
