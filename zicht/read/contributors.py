"""Who contributed to a sum of money: what a delivery cannot say of them."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from zicht.model.area import Division
from zicht.model.errors import Problem
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.theme import Theme
from zicht.read.column import Bools, Column
from zicht.read.sanity import odd_cells


def wrong_contributors(
    themes: Iterable[Theme], figures: RawFigures, division: Division
) -> Iterator[Problem]:
    """Yield the sums of money whose contributors cannot be.

    Errors: none. A problem names cells by their codes, never their figures.
    Source: decision 8
    """
    for indicator in (one for theme in themes for one in theme.indicators):
        if indicator.concentration is not None:
            raw, who = figures.series[indicator.key], indicator.concentration
            series = (who.contributors, who.largest, who.second)
            told = [figures.series[one.key] for one in series]
            yield from odd_cells(
                np.column_stack([_odd(raw, told, year) for year in raw.years]),
                raw,
                division,
                what="has contributors that cannot be,",
                todo="Correct it at the source: their number is whole, none is below zero, and "
                "the largest and the second, which is no larger, are no more than the sum.",
                beside=series,
            )


def _odd(raw: RawSeries, told: Sequence[RawSeries], year: int) -> Bools:
    number, largest, second = (Column.of(one, year) for one in told)
    below = np.any([one.numbers < 0 for one in (number, largest, second)], axis=0)
    part = number.numbers % 1 != 0
    order = largest.known & (second.numbers > largest.numbers)
    whole = Column.of(raw, year)
    known = largest.known.astype(np.float64) + second.known
    sums = largest.numbers + second.numbers
    none = np.zeros_like(largest.known)
    more = whole.apart(sums, known, room=whole.off * known, whole=none)
    return np.asarray(below | part | order | more)
