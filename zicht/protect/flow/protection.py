"""From the delivered counts of a flow to those that may be published."""

import numpy as np

from zicht.model.figure import Cell, State
from zicht.model.flow import FlowYear, SafeFlow
from zicht.model.raw import RawFlow
from zicht.protect.flow.bounds import Bools, Ints
from zicht.protect.flow.hiding import choose_shown


def protect_flow(raw: RawFlow) -> SafeFlow:
    """Return a flow with everything withheld that could be about few, or lead to it.

    Shape:  the same gemeenten and years. Each year is protected by itself: the counts of two years
            have no sum in common.
    Units:  those of the flow.
    Errors: none.
    Source: decision 11
    """
    years = (
        _year(raw, year, counts, provisional=year in raw.provisional)
        for year, counts in sorted(raw.counts.items())
    )
    return SafeFlow(raw.flow, raw.gemeenten, tuple(years))


def _year(raw: RawFlow, year: int, counts: Ints, *, provisional: bool) -> FlowYear:
    shown = choose_shown(counts, raw.flow.rules)
    whole = np.array([counts.sum()]), np.array([shown.whole])
    flows = np.argwhere(shown.flows).tolist()
    return FlowYear(
        year,
        provisional,
        _cells(*whole, provisional=provisional)[0],
        _cells(counts.sum(axis=1), shown.origins, provisional=provisional),
        _cells(counts.sum(axis=0), shown.destinations, provisional=provisional),
        {(a, b): int(counts[a, b]) for a, b in flows},
    )


def _cells(counts: Ints, shown: Bools, *, provisional: bool) -> tuple[Cell, ...]:
    return tuple(
        Cell(State.SHOWN, float(count), provisional) if known else Cell(State.WITHHELD)
        for count, known in zip(counts.tolist(), shown.tolist(), strict=True)
    )
