"""What must add up: regions to the region around them, categories and indicators to their whole.

A sum holds where every part was delivered as a number; where some were withheld or did not come,
the others together cannot be more than the whole. What is impossible counts as zero.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from zicht.model.area import Division
from zicht.model.errors import Problem
from zicht.model.figure import State
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.theme import Counts, Series, Theme
from zicht.read.column import Bools, Column, Floats
from zicht.read.nesting import NONE, Ints, Nesting
from zicht.read.sanity import odd_cells


def wrong_sums(
    themes: Iterable[Theme], figures: RawFigures, division: Division
) -> Iterator[Problem]:
    """Yield the sums that do not come out, of all series that we protect ourselves.

    Where a source rounded (`rounded_to`), and in sums of money, each number may be half a step
    off. Before a change of division the regions that changed, and those around them, may be more
    than what is inside them now.
    Errors: none. A problem names cells by their codes, never their figures.
    Source: decision 8
    """
    nesting = Nesting(division)
    for raw in figures.series.values():
        if _ours(raw.series) and raw.series.rules.adds_up:
            yield from _wrong_regions(raw, nesting)
    for total, keys in _wholes(themes):
        found = [figures.series[key] for key in (total, *keys) if key in figures.series]
        if len(found) > len(keys) and all(_ours(raw.series) for raw in found):
            yield from _wrong_parts(found[0], found[1:], division)


def _ours(series: Series) -> bool:
    return not series.protected_by_source and series.counts is not Counts.COMPUTED


def _wholes(themes: Iterable[Theme]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the key of every whole that is not one of regions, and the keys of its parts."""
    for theme in themes:
        for indicator in theme.indicators:
            for breakdown in indicator.breakdowns:
                yield from breakdown.sums(indicator.key)
        for identity in theme.identities:
            yield identity.total, identity.parts


def _wrong_regions(raw: RawSeries, nesting: Nesting) -> Iterator[Problem]:
    odd = np.zeros(raw.states.shape, dtype=np.bool_)
    for at, year in enumerate(raw.years):
        column = Column.of(raw, year)
        came = (raw.states[:, at] != State.MISSING) & (raw.states[:, at] != State.PENDING)
        around = nesting.around(came)
        inside = np.flatnonzero(around != NONE)
        outer, size = around[inside], len(around)
        sums = _gathered(column.numbers[inside], outer, size=size)
        known = _gathered(column.known[inside], outer, size=size)
        whole = known == np.bincount(outer, minlength=size)
        whole &= ~nesting.unsettled(year, around)
        odd[:, at] = column.apart(sums, known, room=column.off * known, whole=whole)
    yield from odd_cells(
        odd,
        raw,
        nesting.division,
        what="is not what the regions inside have together,",
        todo="Correct it at the source. Where it rounded say rules.rounded_to, where regions do "
        "not add up rules.adds_up = false; a change of division belongs in areas/changes.toml.",
    )


def _gathered(numbers: Floats | Bools, outer: Ints, *, size: int) -> Floats:
    """Return the sum of the numbers that go to each row."""
    return np.bincount(outer, weights=numbers, minlength=size).astype(np.float64)


def _wrong_parts(
    total: RawSeries, parts: Sequence[RawSeries], division: Division
) -> Iterator[Problem]:
    odd = np.zeros(total.states.shape, dtype=np.bool_)
    for at, year in enumerate(total.years):
        columns = [Column.of(part, year) for part in parts]
        sums = np.array([column.numbers for column in columns]).sum(axis=0)
        known = np.array([column.known for column in columns]).sum(axis=0)
        room = np.array([column.off * column.known for column in columns]).sum(axis=0)
        whole = known == len(parts)
        odd[:, at] = Column.of(total, year).apart(sums, known, room=room, whole=whole)
    yield from odd_cells(
        odd,
        total,
        division,
        what=f"is not what {', '.join(part.series.key for part in parts)} have together,",
        todo="Correct it at the source; where it rounded, say rules.rounded_to.",
        beside=[part.series for part in parts],
    )
