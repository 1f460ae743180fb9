"""A flow made comparable: which share goes where, counted from both ends of it."""

import numpy as np

from zicht.model.figure import SHARE_DECIMALS, Cell, State
from zicht.model.flow import FlowEnd, FlowFigures, FlowPart, FlowYear, Partner, SafeFlow


def shape_flow(safe: SafeFlow) -> FlowFigures:
    """Return a flow with the shares of each gemeente: both ends in the newest year, inside always.

    A share is told only beside a total and a count that are both shown, from which anybody could
    compute it.

    Shape:  an end a gemeente; of the shares inside a tuple a year, a cell a gemeente.
    Units:  percent, one decimal.
    Errors: none. Withheld where either is, or the total is under `fewest_of`.
    Source: decision 11
    """
    fewest, years, newest = safe.flow.rules.fewest_of, safe.years, safe.years[-1]
    size = range(len(safe.gemeenten))
    return FlowFigures(
        safe,
        tuple(_end(newest, n, newest.origins[n], newest.out_of(n), fewest) for n in size),
        tuple(_end(newest, n, newest.destinations[n], newest.into(n), fewest) for n in size),
        tuple(tuple(_share(y.between(n, n), y.origins[n], fewest) for n in size) for y in years),
        tuple(
            tuple(_share(y.between(n, n), y.destinations[n], fewest) for n in size) for y in years
        ),
    )


def _end(
    year: FlowYear, place: int, total: Cell, partners: tuple[Partner, ...], fewest_of: int
) -> FlowEnd:
    def part(at: int | None, count: Cell) -> FlowPart:
        return FlowPart(at, count, _share(count, total, fewest_of))

    inside = year.between(place, place)
    counts = [(at, Cell(State.SHOWN, float(count), year.provisional)) for at, count in partners]
    rest = None
    if total.value is not None:
        left = total.value - (inside.value or 0) - sum(count for _, count in partners)
        if left or inside.value is None:
            rest = part(None, Cell(State.SHOWN, left, year.provisional))
    return FlowEnd(total, part(place, inside), tuple(part(*one) for one in counts), rest)


def _share(count: Cell, total: Cell, fewest_of: int) -> Cell:
    if count.value is None or total.value is None or total.value < fewest_of:
        return Cell(State.WITHHELD)
    share = float(np.round(100 * count.value / total.value, SHARE_DECIMALS))
    return Cell(State.SHOWN, share, total.provisional)
