"""Every indicator set beside what it is compared with."""

from collections.abc import Iterator, Mapping

import numpy as np

from zicht.model.area import Division
from zicht.model.figure import Figures, Grid, Peers, SafeFigures, State
from zicht.model.theme import Counts, Indicator, Theme
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

    Shape:  rows in the order of the division, a column a year.
    Units:  rates as the indicator says; everything rounded to the decimals that are shown.
    Errors: none; `read` already refused themes whose series are absent.
    """
    for theme in themes:
        for indicator in theme.indicators:
            counts, values = _compared(indicator, safe, division)
            similar = similar_medians(values, peers, division=division)
            yield Figures(
                indicator,
                counts,
                values,
                rounded(similar, decimals=indicator.decimals),
                dict(rankings(values, division=division)),
                _since(values),
            )


def _since(grid: Grid) -> int:
    known = (grid.states != State.MISSING).any(axis=0)
    return grid.years[int(np.argmax(known))]


def _compared(
    indicator: Indicator, safe: SafeFigures, division: Division
) -> tuple[Grid | None, Grid]:
    own = safe.series[indicator.key].grid
    if indicator.series.counts is not Counts.COMPUTED:
        own = fill_totals(own, division=division)
    if indicator.rate is None:
        return None, rounded(own, decimals=indicator.decimals)
    of = fill_totals(safe.series[indicator.rate.of].grid, division=division)
    compared = rate(own, of, per=indicator.rate.per, decimals=indicator.decimals)
    return own, compared
