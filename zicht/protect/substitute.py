"""Other numbers under what is withheld: if anything of the site changes, it knew too much."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from zicht.model.account import Reason
from zicht.model.area import Division
from zicht.model.figure import State
from zicht.model.raw import RawFigures
from zicht.protect.proof import Certificate
from zicht.protect.protection import Pattern

SEED = 2026
MOST = 1000


def with_witnesses(
    raw: RawFigures, pattern: Pattern, certificates: Iterable[Certificate], *, division: Division
) -> RawFigures:
    """Return the figures with every withheld number replaced by that of a table that fits.

    Shape:  the same series, regions and years; a withheld cell without a witness keeps its number.
    Errors: none.
    """
    size = len(division.areas)
    values = {key: series.values.copy() for key, series in raw.series.items()}
    for each in certificates:
        place, row = np.divmod(each.cells, size)
        for at, key in enumerate(each.keys):
            series, mine = raw.series[key], place == at
            if each.year not in series.years:
                continue
            column = series.years.index(each.year)
            held = pattern[key][row[mine], column] != Reason.NONE
            values[key][row[mine][held], column] = each.base[mine][held]
    return _replaced(raw, values)


def with_chance(raw: RawFigures, pattern: Pattern) -> RawFigures:
    """Return the figures with every withheld number replaced by chance; the same each time.

    Shape:  the same series, regions and years; also a number where the source gave none.
    Errors: none.
    """
    chance = np.random.default_rng(SEED)
    values = {}
    for key, series in raw.series.items():
        other = chance.integers(0, MOST, series.values.shape).astype(np.float64)
        held = series.states == State.WITHHELD
        if key in pattern:
            held |= pattern[key] != Reason.NONE
        values[key] = np.where(held, other, series.values)
    return _replaced(raw, values)


def _replaced(
    raw: RawFigures, values: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]
) -> RawFigures:
    return RawFigures(
        {key: replace(series, values=values[key]) for key, series in raw.series.items()}
    )
