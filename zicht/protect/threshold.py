"""The simplest rule: a count of very few is not published."""

import numpy as np
import numpy.typing as npt

from zicht.model.figure import Grid, SafeFigures, SafeSeries, State
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.theme import Counts

FEWEST = 10


def withhold_small(raw: RawFigures, *, fewest: int = FEWEST) -> SafeFigures:
    """Return the figures with every count from 1 to `fewest` - 1 withheld.

    Shape:  the same series, regions and years, in the same order.
    Units:  those of the series. Zero stays: an empty wijk reveals nobody.
    Errors: none. A series that the source protected passes unchanged; a computed figure that
            nobody protected is withheld whole, because its count is unknown here.
    Source: decisions/0002-smallest-number.md
    """
    return SafeFigures({key: _protect(series, fewest) for key, series in raw.series.items()})


def _protect(raw: RawSeries, fewest: int) -> SafeSeries:
    hide = _to_hide(raw, fewest)
    states = np.where(hide, np.uint8(State.WITHHELD), raw.states)
    values = np.where(states == State.SHOWN, raw.values, np.nan)
    return SafeSeries(raw.series, Grid(raw.years, values, states, raw.provisional))


def _to_hide(raw: RawSeries, fewest: int) -> npt.NDArray[np.bool_]:
    shown = np.asarray(raw.states == State.SHOWN, dtype=np.bool_)
    if raw.series.protected_by_source:
        return np.zeros_like(shown)
    if raw.series.counts is Counts.COMPUTED:
        return shown
    return np.logical_and(shown, (raw.values > 0) & (raw.values < fewest))
