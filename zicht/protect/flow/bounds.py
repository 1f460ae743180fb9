"""How far anybody can narrow down a count from gemeente to gemeente that is not shown.

What is not shown of a matrix with known totals is a transport problem: each row and each column
has a rest to divide over its open cells, and what is shown are holes in it. Where nothing else
binds, a cell runs from 0 to the smaller of its two rests. Something else binds only where rows A
and columns K have no open cell in common: then no more than S - rest(A) - rest(K) is left for
cells outside both, with S the sum of all rests (Gale's theorem on supply and demand). Of such
blocks there can be many; a bound on all of them at once is cheap and nearly always enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import maximum_flow

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Transport:
    """What is left of a matrix for a reader: rests of rows and columns, and holes between them.

    `counts` is one way to fill it, the true one; it is zero in the holes. `loose` rows and columns
    are several together, of which only their sum is known.
    """

    counts: Ints
    holes: Bools
    loose_rows: Bools
    loose_columns: Bools

    @property
    def rows(self) -> Ints:
        """Return the rest of each row."""
        return np.asarray(self.counts.sum(axis=1))

    @property
    def columns(self) -> Ints:
        """Return the rest of each column."""
        return np.asarray(self.counts.sum(axis=0))


def too_narrow(left: Transport, *, reach: int, width: int) -> tuple[int, int] | None:
    """Return the first cell that cannot be `reach`, or any of a range of `width`; None if none is.

    A cell in a row or column without a rest is known to be zero, and tells of nobody.

    Errors: none.
    Source: decision 11
    """
    least = max(reach, width)
    for row, column in np.argwhere(_doubtful(left, reach=reach, width=width)).tolist():
        up, low = _range(left, row, column)
        if left.loose_rows[row] or left.loose_columns[column]:
            low = 0
        if up < least or up - low < width:
            return row, column
    return None


def _doubtful(left: Transport, *, reach: int, width: int) -> Bools:
    """Return the cells that a bound on all blocks does not clear.

    A block with a hole (a, k) in it has no rows but those with a hole in column k, and no columns
    but those with a hole in row a.
    """
    rows, columns, holes = left.rows, left.columns, left.holes
    beside = rows @ holes
    below = holes @ columns
    total = int(rows.sum())
    largest = int(np.where(holes, beside[None, :] + below[:, None], 0).max(initial=0))
    up = np.minimum(np.minimum(rows[:, None], columns[None, :]), total - largest)
    forced = (below + rows)[:, None] + (beside + columns)[None, :] - total
    low = np.maximum(forced, 0)
    low[left.loose_rows, :] = 0
    low[:, left.loose_columns] = 0
    known = holes | (rows == 0)[:, None] | (columns == 0)[None, :]
    return np.asarray(~known & ((up < max(reach, width)) | (up - low < width)))


def _range(left: Transport, row: int, column: int) -> tuple[int, int]:
    """Return the most and the least that a cell can be, exactly.

    Whatever a cell gains, others in its row and column lose: as much as flows back to it through
    the other cells, each of which can grow without end and shrink to zero.
    """
    at, count = len(left.counts) + column, int(left.counts[row, column])
    graph = _others(left, row, column)
    more = int(maximum_flow(graph, at, row).flow_value)
    less = int(maximum_flow(graph, row, at).flow_value)
    return count + more, count - min(less, count)


def _others(left: Transport, row: int, column: int) -> csr_array:
    """Return what can flow between rows and columns without the cell: up freely, down to zero."""
    height, width = left.counts.shape
    free = ~left.holes & (left.rows > 0)[:, None] & (left.columns > 0)[None, :]
    free[row, column] = False
    edges = list(_edges(free, left.counts, height))
    starts, ends, sizes = (np.concatenate(part) for part in zip(*edges, strict=True))
    whole = (height + width, height + width)
    return csr_array(coo_array((sizes.astype(np.int32), (starts, ends)), shape=whole))


def _edges(free: Bools, counts: Ints, height: int) -> Iterator[tuple[Ints, Ints, Ints]]:
    rows, columns = np.nonzero(free)
    endless = np.full(len(rows), counts.sum() + 1)
    yield rows, height + columns, endless
    yield height + columns, rows, counts[rows, columns]
