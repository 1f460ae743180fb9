"""Figures as systems: which sums hold between the cells of a table, by region and by category."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division, Level
from zicht.model.figure import State
from zicht.model.system import Bools, Floats, Ints, System
from zicht.model.theme import Counts, Identity, Series, Theme

States = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Family:
    """Series that sums hold between: they are protected together or not at all.

    `wholes` gives for each sum over series its total and its parts, as places in `keys`;
    `adds_up` tells for each series whether the regions of a level are the region around them.
    """

    keys: tuple[str, ...]
    wholes: tuple[tuple[int, tuple[int, ...]], ...]
    adds_up: tuple[bool, ...]


def families(themes: Sequence[Theme]) -> tuple[Family, ...]:
    """Return every series that is ours to protect, with its categories and its identities.

    Shape:  each key once; linked indicators stand in one family, in the order of the themes.
    Errors: none.
    """
    series: dict[str, Series] = {}
    sums: list[tuple[str, tuple[str, ...]]] = []
    for theme in themes:
        series |= {each.key: each for each in theme.context if is_ours(each)}
        for indicator in theme.indicators:
            if not is_ours(indicator.series):
                continue
            series[indicator.key] = indicator.series
            for breakdown in indicator.breakdowns:
                series |= {part.key: part for part in breakdown.parts}
                sums.append((indicator.key, tuple(part.key for part in breakdown.parts)))
    identities = [each for theme in themes for each in theme.identities]
    sums += [(each.total, each.parts) for each in identities if _ours(each, series)]
    return tuple(
        Family(
            keys,
            tuple(
                (keys.index(total), tuple(keys.index(part) for part in parts))
                for total, parts in sums
                if total in keys
            ),
            tuple(series[key].rules.adds_up for key in keys),
        )
        for keys in _linked(list(series), sums)
    )


def is_ours(series: Series) -> bool:
    """Tell whether a series is ours to protect: no source did, and its numbers are counts."""
    return not series.protected_by_source and series.counts is not Counts.COMPUTED


def _ours(identity: Identity, series: Container[str]) -> bool:
    return all(key in series for key in (identity.total, *identity.parts))


def _linked(
    keys: Sequence[str], sums: Sequence[tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[str, ...]]:
    leader = {key: key for key in keys}

    def top(key: str) -> str:
        while leader[key] != key:
            key = leader[key]
        return key

    for total, parts in sums:
        for part in parts:
            leader[top(part)] = top(total)
    groups: dict[str, list[str]] = {}
    for key in keys:
        groups.setdefault(top(key), []).append(key)
    yield from (tuple(group) for group in groups.values())


@dataclass(frozen=True, slots=True)
class Table:
    """A family in one year: cell `place * regions + row` is the series at that place in a region.

    After those come the `rests`: one cell for each sum of which a part was not delivered, for all
    that is missing from it together.
    """

    system: System
    rests: int


def table_of(
    family: Family,
    states: Sequence[States],
    numbers: Sequence[Floats],
    *,
    division: Division,
    lower: Floats,
    upper: Floats,
) -> Table:
    """Return the cells of a family in one year with all sums that hold between them.

    Shape:  `states` and `numbers` have an array by region for each series, whatever there is.
            An impossible cell is known to be zero and stands in no sum; what was not delivered
            is one rest for each sum, its base still zero.
    Errors: none.
    Source: decision 8
    """
    regions, parents = len(division.areas), parents_of(division)
    there = [has_figure(each) for each in states]
    ups = [
        nearest(parents, here) if adds else np.full(regions, -1, dtype=np.int64)
        for here, adds in zip(there, family.adds_up, strict=True)
    ]
    found = [*_by_region(states, there, ups, parents), *_by_series(family, states, there, ups)]
    starts = np.cumsum([0, *(len(sums.loose) for sums in found)])
    loose = np.flatnonzero(np.concatenate([sums.loose for sums in found]))
    none = np.zeros(len(loose))
    system = System(
        np.concatenate([*numbers, none]),
        np.concatenate([lower, none]),
        np.concatenate([upper, none + np.inf]),
        np.concatenate(
            [*(start + sums.of for start, sums in zip(starts, found, strict=False)), loose]
        ),
        np.concatenate([*(sums.cells for sums in found), len(lower) + np.arange(len(loose))]),
        np.concatenate([*(sums.signs for sums in found), none + 1]),
        int(starts[-1]),
    )
    return Table(system, len(loose))


@dataclass(frozen=True, slots=True)
class _Sums:
    """Some sums, numbered from zero: the entries of each, and whether a part is missing."""

    of: Ints
    cells: Ints
    signs: Floats
    loose: Bools


def _by_region(
    states: Sequence[States], there: Sequence[Bools], ups: Sequence[Ints], parents: Ints
) -> Iterator[_Sums]:
    """Yield for each series the sums of regions over those inside them."""
    outer = np.zeros(len(parents), dtype=np.bool_)
    outer[parents[parents >= 0]] = True
    for place, (each, here, up) in enumerate(zip(states, there, ups, strict=True)):
        kids = np.flatnonzero(here & (up >= 0))
        tops, of = np.unique(up[kids], return_inverse=True)
        absent = is_missing(each) & ~outer
        first = place * len(parents)
        yield _Sums(
            np.concatenate([of, np.arange(len(tops))]),
            first + np.concatenate([kids, tops]),
            np.concatenate([np.ones(len(kids)), -np.ones(len(tops))]),
            np.isin(tops, up[absent]),
        )


def _by_series(
    family: Family, states: Sequence[States], there: Sequence[Bools], ups: Sequence[Ints]
) -> Iterator[_Sums]:
    """Yield the sums of series over their categories."""
    for total, parts in family.wholes:
        rows = _rows(total, parts, there, ups)
        places = [(total, -1.0), *((part, 1.0) for part in parts)]
        inside = [rows[there[place][rows]] for place, _ in places]
        yield _Sums(
            np.concatenate([np.searchsorted(rows, here) for here in inside]),
            np.concatenate(
                [
                    place * len(there[total]) + here
                    for (place, _), here in zip(places, inside, strict=True)
                ]
            ),
            np.concatenate(
                [np.full(len(here), sign) for (_, sign), here in zip(places, inside, strict=True)]
            ),
            np.any([is_missing(states[part][rows]) for part in parts], axis=0),
        )


def parents_of(division: Division) -> Ints:
    """Return for each row the row of the region around it, -1 for Nederland."""
    rows = division.row
    return np.array(
        [-1 if area.parent is None else rows[area.parent] for area in division.areas],
        dtype=np.int64,
    )


def nearest(parents: Ints, there: Bools) -> Ints:
    """Return for each row the nearest region around it that has a figure, -1 where none has."""
    up = parents.copy()
    for _ in Level:
        skip = (up >= 0) & ~there[up]
        if not skip.any():
            break
        up[skip] = parents[up[skip]]
    return up


def _rows(total: int, parts: Sequence[int], states: Sequence[Bools], ups: Sequence[Ints]) -> Ints:
    """Return the regions whose categories make a sum that the regions below do not imply."""
    some = np.any([states[part] for part in parts], axis=0)
    full = np.all([states[place] for place in (total, *parts)], axis=0)
    holds = states[total] & some
    implied = np.zeros_like(holds)
    up = ups[total]
    kids = np.flatnonzero(states[total] & (up >= 0))
    implied[up[kids]] = True
    for place in (total, *parts):
        odd = np.flatnonzero(states[place] & (ups[place] >= 0) & ~full)
        implied[ups[place][odd]] = False
    return np.flatnonzero(holds & ~(implied & full))


def has_figure(states: States) -> Bools:
    """Return where a figure exists, shown or withheld; an impossible one is known to be zero."""
    return np.asarray((states == State.SHOWN) | (states == State.WITHHELD))


def is_missing(states: States) -> Bools:
    """Return where no figure came, so that a sum lacks a part."""
    return np.asarray((states == State.MISSING) | (states == State.PENDING))
