"""The rows of a table: which regions have a cell of each series, and what lies around what."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division, Level
from zicht.model.figure import State
from zicht.model.system import Bools, Ints
from zicht.protect.family import Family

States = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Frame:
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


def frame_of(family: Family, states: Sequence[States], division: Division) -> Frame:
    """Return the rows of a table, from the states of each series by region."""
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
    return Frame(
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
