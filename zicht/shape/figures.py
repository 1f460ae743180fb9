"""Every indicator set beside what it is compared with."""

from collections.abc import Iterator, Mapping

import numpy as np

from zicht.model.area import Division
from zicht.model.figure import Figures, Grid, Peers, SafeFigures, State
from zicht.model.theme import Counts, Indicator, Theme
from zicht.shape.parts import parts_of
from zicht.shape.peers import similar_medians
from zicht.shape.ranking import rankings
from zicht.shape.rates import fill_totals, rate, rounded


def shape_figures(
    themes: tuple[Theme, ...],
    safe: SafeFigures,
    *,
    division: Division,
    peers: Mapping[str, Peers],
) -> Iterator[Figures]:
    """Yield the figures of every indicator, theme by theme.

    All that is derived here (totals, rates, shares, medians, ranks, classes) is made from cells
    that are shown, and from the states of the others: never from a number that is withheld.

    Shape:  rows in the order of the division, a column a year.
    Units:  rates as the indicator says; everything rounded to the decimals that are shown.
    Errors: none; `read` already refused themes whose series are absent.
    """
    for theme in themes:
        for indicator in theme.indicators:
            counts, values = _compared(indicator, safe, division)
            similar = similar_medians(values, peers, division=division)
            whole = values if counts is None else counts
            yield Figures(
                indicator,
                counts,
                values,
                rounded(similar, decimals=indicator.decimals),
                dict(rankings(values, division=division)),
                _since(values),
                parts_of(indicator, safe, whole, division=division),
            )


def _since(grid: Grid) -> int:
    known = (grid.states != State.MISSING).any(axis=0)
    return grid.years[int(np.argmax(known))]


def _compared(
    indicator: Indicator, safe: SafeFigures, division: Division
) -> tuple[Grid | None, Grid]:
    own = safe.series[indicator.key]
    told = own.grid
    if indicator.series.counts is not Counts.COMPUTED:
        told = fill_totals(told, division=division)
    if indicator.rate is None:
        return None, rounded(told, decimals=indicator.decimals)
    counts = rounded(told, decimals=0)
    of = fill_totals(safe.series[indicator.rate.of].grid, division=division)
    per, decimals = indicator.rate.per, indicator.decimals
    return counts, rate(counts, of, per=per, decimals=decimals, rated=own.rated)
