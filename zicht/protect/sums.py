"""The sums of a table: of regions over those inside them, of series over their categories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from zicht.model.system import Floats, Ints
from zicht.protect.family import Family
from zicht.protect.frame import Frame


@dataclass(frozen=True, slots=True)
class Sums:
    """Some sums, numbered from zero, entry by entry."""

    of: Ints
    cells: Ints
    signs: Floats
    count: int


def by_region(frame: Frame) -> Iterator[Sums]:
    """Yield for each series the sums of regions over those inside them."""
    for there, up, cell in zip(frame.there, frame.up, frame.cell, strict=True):
        kids = np.flatnonzero(there & (up >= 0))
        tops, of = np.unique(up[kids], return_inverse=True)
        yield Sums(
            np.concatenate([of, np.arange(len(tops))]),
            cell[np.concatenate([kids, tops])],
            np.concatenate([np.ones(len(kids)), -np.ones(len(tops))]),
            len(tops),
        )


def by_series(family: Family, frame: Frame) -> Iterator[Sums]:
    """Yield the sums of series over their categories."""
    for total, parts in family.wholes:
        rows = _rows(frame, (total, *parts))
        signs = [-1.0, *(1.0 for _ in parts)]
        inside = [rows[frame.there[place][rows]] for place in (total, *parts)]
        cells = [
            frame.cell[place][here] for place, here in zip((total, *parts), inside, strict=True)
        ]
        yield Sums(
            np.concatenate([np.searchsorted(rows, here) for here in inside]),
            np.concatenate(cells),
            np.concatenate([np.full(len(c), sign) for c, sign in zip(cells, signs, strict=True)]),
            len(rows),
        )


def _rows(frame: Frame, places: Sequence[int]) -> Ints:
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
