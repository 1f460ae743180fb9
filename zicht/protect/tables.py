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
                sums += breakdown.sums(indicator.key)
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

    After those come cells for what was not delivered, one for each series and each region inside
    which something is missing. `rests` tells which cells stand for what was not delivered.
    """

    system: System
    rests: Bools


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
            has zero for its base, and a cell of its own only beside categories that were.
    Errors: none.
    Source: decision 8
    """
    frame = _frame(family, states, division)
    found = [*_by_region(frame), *_by_series(family, frame)]
    starts = np.cumsum([0, *(sums.count for sums in found)])
    none = np.zeros(frame.cells - len(lower))
    cells = np.concatenate([sums.cells for sums in found])
    system = System(
        np.concatenate([*numbers, none]),
        np.concatenate([lower, none]),
        np.concatenate([upper, none + np.inf]),
        np.concatenate([start + sums.of for start, sums in zip(starts, found, strict=False)]),
        cells,
        np.concatenate([sums.signs for sums in found]),
        int(starts[-1]),
    )
    absent = np.concatenate([is_missing(each) for each in states])
    return Table(
        system, np.concatenate([absent, none == 0]) & np.isin(np.arange(frame.cells), cells)
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """The regions of a table, and after them a rest for each region in which something is missing.

    there  by series: the rows with a cell, be it a figure or a rest
    zero   by series: the rows in which nothing can occur
    up     by series: the nearest row around each that has a cell, or -1
    rest   by series and region: the row around it in whose rest it is, or -1
    cell   by series: the number of the cell in each row
    """

    there: tuple[Bools, ...]
    zero: tuple[Bools, ...]
    up: tuple[Ints, ...]
    rest: tuple[Ints, ...]
    cell: tuple[Ints, ...]
    cells: int


def _frame(family: Family, states: Sequence[States], division: Division) -> _Frame:
    parents, size = parents_of(division), len(division.areas)
    outer = np.zeros(size, dtype=np.bool_)
    outer[parents[parents >= 0]] = True
    there = _there(family, states)
    ups = [
        nearest(parents, here) if adds else np.full(size, -1, dtype=np.int64)
        for here, adds in zip(there, family.adds_up, strict=True)
    ]
    rest = tuple(
        np.where(is_missing(each) & ~here & ~outer & np.isin(up, up[here]), up, -1)
        for each, here, up in zip(states, there, ups, strict=True)
    )
    around = np.unique(np.concatenate(rest))
    around = around[around >= 0]
    rests = size * len(states) + np.arange(len(around) * len(states)).reshape(len(states), -1)
    rows, none = np.arange(size), np.zeros(len(around), dtype=np.bool_)
    return _Frame(
        tuple(
            np.concatenate([here, np.isin(around, lack)])
            for here, lack in zip(there, rest, strict=True)
        ),
        tuple(np.concatenate([each == State.IMPOSSIBLE, none]) for each in states),
        tuple(np.concatenate([up, around]) for up in ups),
        rest,
        tuple(np.concatenate([place * size + rows, rest]) for place, rest in enumerate(rests)),
        size * len(states) + rests.size,
    )


def _there(family: Family, states: Sequence[States]) -> tuple[Bools, ...]:
    """Return where each series has a cell: a figure, or what did not come beside one that did.

    Where a region has only some of a whole and its parts, the sum still bounds the others.
    """
    figures = [has_figure(each) for each in states]
    there = [each.copy() for each in figures]
    for total, parts in family.wholes:
        some = np.any([figures[part] for part in parts], axis=0)
        for place in (total, *parts):
            there[place] |= some & is_missing(states[place])
    return tuple(there)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Some sums, numbered from zero, entry by entry."""

    of: Ints
    cells: Ints
    signs: Floats
    count: int


def _by_region(frame: _Frame) -> Iterator[_Sums]:
    """Yield for each series the sums of regions over those inside them."""
    for there, up, cell in zip(frame.there, frame.up, frame.cell, strict=True):
        kids = np.flatnonzero(there & (up >= 0))
        tops, of = np.unique(up[kids], return_inverse=True)
        yield _Sums(
            np.concatenate([of, np.arange(len(tops))]),
            cell[np.concatenate([kids, tops])],
            np.concatenate([np.ones(len(kids)), -np.ones(len(tops))]),
            len(tops),
        )


def _by_series(family: Family, frame: _Frame) -> Iterator[_Sums]:
    """Yield the sums of series over their categories."""
    for total, parts in family.wholes:
        rows = _rows(frame, (total, *parts))
        signs = [-1.0, *(1.0 for _ in parts)]
        inside = [rows[frame.there[place][rows]] for place in (total, *parts)]
        cells = [
            frame.cell[place][here] for place, here in zip((total, *parts), inside, strict=True)
        ]
        yield _Sums(
            np.concatenate([np.searchsorted(rows, here) for here in inside]),
            np.concatenate(cells),
            np.concatenate([np.full(len(c), sign) for c, sign in zip(cells, signs, strict=True)]),
            len(rows),
        )


def _rows(frame: _Frame, places: Sequence[int]) -> Ints:
    """Return the rows whose categories make a sum that those of the rows inside do not imply.

    A category in which nothing can occur adds nothing. Of rests a sum is made only where they are
    rests of the same regions.
    """
    there = np.array([frame.there[place] for place in places])
    full = there[0] & (there | np.array([frame.zero[place] for place in places])).all(axis=0)
    full &= there[1:].any(axis=0)
    rest = np.array([frame.rest[place] for place in places])
    mixed = np.unique(rest[:, (rest != rest[0]).any(axis=0)])
    size = rest.shape[1]
    full[size:] &= ~np.isin(frame.up[places[0]][size:], mixed)
    plain, implied = full & there.all(axis=0), full.copy()
    for place, here in zip(places, there, strict=True):
        up = frame.up[place]
        inside = here & (up >= 0)
        implied &= np.isin(np.arange(len(up)), up[inside])
        implied[up[inside & ~plain]] = False
    return np.flatnonzero(full & ~implied)


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


def has_figure(states: States) -> Bools:
    """Return where a figure exists, shown or withheld; an impossible one is known to be zero."""
    return np.asarray((states == State.SHOWN) | (states == State.WITHHELD))


def is_missing(states: States) -> Bools:
    """Return where no figure came, so that a sum lacks a part."""
    return np.asarray((states == State.MISSING) | (states == State.PENDING))
