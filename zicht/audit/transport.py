"""What the numbers of a flow that are shown tell of those that are not.

Each row and column of gemeenten has a rest: its total without what is shown of it. Gemeenten whose
total is not shown have one rest together. Whether a cell that is not shown can be so large, or so
small, is a question of supply and demand, answered by a largest flow from rows to columns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_flow

from zicht.model.area import NEDERLAND, Division, Level
from zicht.model.published import PublishedFlowYear

_REACH, _WIDTH = 10, 5
_REST = "the others"

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Side:
    """Gemeenten at one end: their rests, the last one of all without a total together."""

    codes: tuple[str, ...]
    rests: Ints
    hidden: int


@dataclass(frozen=True, slots=True)
class _Market:
    """Rests of rows and of columns, and the pairs that are not shown."""

    rows: Ints
    columns: Ints
    open: Bools

    def holds(self, rows: Ints, columns: Ints, without: tuple[int, int] | None = None) -> int:
        """Return how much can go from rows to columns at most, through pairs that are open."""
        free = self.open.copy()
        if without is not None:
            free[without] = False
        height, width = free.shape
        starts, ends = np.nonzero(free)
        source, sink = height + width, height + width + 1
        edges = (
            np.concatenate((np.full(height, source), starts, height + np.arange(width))),
            np.concatenate((np.arange(height), height + ends, np.full(width, sink))),
        )
        most = np.full(len(starts), int(rows.sum()) + 1)
        sizes = np.concatenate((rows, most, columns)).astype(np.int32)
        graph = coo_array((sizes, edges), shape=(sink + 1, sink + 1)).tocsr()
        return int(maximum_flow(graph, source, sink).flow_value)


def narrow_cells(told: PublishedFlowYear, division: Division) -> Iterator[str]:
    """Yield the cells, rests and totals that what is shown narrows down to a few numbers.

    A total is shown or not; a pair that is told nothing of is not. Where all is withheld nothing
    is narrow.
    """
    if (NEDERLAND, NEDERLAND) not in told.counts:
        yield from (f"{a} to {b} is shown without a whole" for a, b in told.counts)
        return
    codes = tuple(area.code for area in division.of(Level.GEMEENTE))
    origins = _side(told.counts, codes, of=0)
    destinations = _side(told.counts, codes, of=1)
    bad = [*_bad_rests(origins, "from"), *_bad_rests(destinations, "to")]
    yield from bad
    loose = [
        f"{a} to {b} is shown without its totals" for a, b in _loose(told, origins, destinations)
    ]
    yield from loose
    if not bad and not loose:
        yield from _narrow(told, origins, destinations)


def _loose(
    told: PublishedFlowYear, origins: _Side, destinations: _Side
) -> Iterator[tuple[str, str]]:
    for a, b in told.counts:
        inner = NEDERLAND not in {a, b}
        if inner and (a not in origins.codes or b not in destinations.codes):
            yield a, b


def _side(counts: Mapping[tuple[str, str], int], codes: tuple[str, ...], *, of: int) -> _Side:
    """Return one end: what its gemeenten have besides what is shown of each."""
    total = {code: (code, NEDERLAND) if of == 0 else (NEDERLAND, code) for code in codes}
    known = tuple(code for code in codes if total[code] in counts)
    rests = {code: counts[total[code]] for code in known}
    whole = counts[NEDERLAND, NEDERLAND] - sum(rests.values())
    for pair, count in counts.items():
        if NEDERLAND not in pair and pair[of] in rests:
            rests[pair[of]] -= count
    hidden = len(codes) - len(known)
    last = ((_REST,), [whole]) if hidden else ((), [])
    return _Side((*known, *last[0]), np.array([*rests.values(), *last[1]]), hidden)


def _bad_rests(side: _Side, words: str) -> Iterator[str]:
    for code, rest in zip(side.codes, side.rests.tolist(), strict=True):
        alone = code == _REST and side.hidden == 1 and rest > 0
        if rest < 0 or 0 < rest < _REACH or alone:
            yield f"What is not shown {words} {code} is a small number, or one number alone"


def _narrow(told: PublishedFlowYear, origins: _Side, destinations: _Side) -> Iterator[str]:
    rows, columns = origins.rests, destinations.rests
    row = {code: at for at, code in enumerate(origins.codes)}
    column = {code: at for at, code in enumerate(destinations.codes)}
    closed = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    for a, b in told.counts:
        if NEDERLAND not in {a, b}:
            closed[row[a], column[b]] = True
    market, whole = _Market(rows, columns, ~closed), int(rows.sum())
    for at, to in np.argwhere(_suspect(market)).tolist():
        several = _many(origins, at) or _many(destinations, to)
        least = 0 if several else whole - market.holds(rows, columns, without=(at, to))
        most = max(_REACH, least + _WIDTH)
        fewer, less = rows.copy(), columns.copy()
        fewer[at] -= most
        less[to] -= most
        fits = fewer[at] >= 0 <= less[to] and market.holds(fewer, less) == whole - most
        if not fits:
            yield f"From {origins.codes[at]} to {destinations.codes[to]}"


def _many(side: _Side, at: int) -> bool:
    return side.codes[at] == _REST and side.hidden > 1


def _suspect(market: _Market) -> Bools:
    """Return the open pairs for which no simple reason excludes that they are narrow.

    Rows and columns without an open pair between them leave the other pairs only what they do not
    need; all such blocks together are bounded by what shares a closed pair.
    """
    rows, columns, closed = market.rows, market.columns, ~market.open
    of_column, of_row = rows @ closed, closed @ columns
    whole = int(rows.sum())
    block = int(np.where(closed, of_row[:, None] + of_column[None, :], 0).max(initial=0))
    room = np.minimum(np.minimum.outer(rows, columns), whole - block)
    forced = np.add.outer(of_row + rows, of_column + columns) - whole
    wide = (room >= _REACH) & (room - np.maximum(forced, 0) >= _WIDTH)
    none = np.logical_or.outer(rows == 0, columns == 0)
    return np.asarray(market.open & ~none & ~wide)
