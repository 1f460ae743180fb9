"""Small systems of every kind, for tests."""

import numpy as np
from hypothesis import strategies as st

from zicht.model.system import System


def system(sums, base, *, lower=0.0, upper=np.inf, whole=True):
    """Make a system from sums written as {cell: sign}."""
    entries = [(k, cell, sign) for k, row in enumerate(sums) for cell, sign in row.items()]
    sum_of, cell_of, sign_of = zip(*entries, strict=True) if entries else ((), (), ())
    size = len(base)
    return System(
        np.array(base, float),
        np.zeros(size) + np.array(lower),
        np.zeros(size) + np.array(upper),
        np.array(sum_of, int),
        np.array(cell_of, int),
        np.array(sign_of, float),
        len(sums),
        whole,
    )


def like(table, **other):
    """Make the same system with something else in it."""
    return System(**{name: getattr(table, name) for name in System.__slots__} | other)


def total(of, parts):
    """Write the sum of parts that are a total together."""
    return {of: -1, **dict.fromkeys(parts, 1)}


def cross(values, **more):
    """Make rows and columns with their totals; also return which cell stands where."""
    inner = np.array(values)
    table = np.block([[inner, inner.sum(1, keepdims=True)], [inner.sum(0), inner.sum()]])
    place = np.arange(table.size).reshape(table.shape)
    sums = [total(r[-1], r[:-1]) for r in place] + [total(c[-1], c[:-1]) for c in place.T]
    return system(sums, table.ravel(), **more), place


def twice(rows):
    """Make regions with a total and two breakdowns of it in two: no network.

    Each row holds the two of the first breakdown, and the first of the second.
    """
    full = np.array([[a + b, a, b, c, a + b - c] for a, b, c in rows])
    table = np.vstack([full, full.sum(axis=0)])
    place = np.arange(table.size).reshape(table.shape)
    sums = [total(r[0], r[1:3]) for r in place] + [total(r[0], r[3:]) for r in place]
    sums += [total(c[-1], c[:-1]) for c in place.T]
    return system(sums, table.ravel())


@st.composite
def two_breakdowns(draw):
    """Draw two or three regions of two breakdowns."""
    count, rows = st.integers(0, 6), []
    for _ in range(draw(st.integers(2, 3))):
        a, b = draw(count), draw(count)
        rows.append((a, b, draw(st.integers(0, a + b))))
    return twice(rows)


@st.composite
def overlapping(draw):
    """Draw small regions that larger ones cover in several ways, some counting double."""
    size = draw(st.integers(3, 6))
    base = draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    sums = []
    for _ in range(draw(st.integers(2, 4))):
        members = draw(st.lists(st.integers(0, size - 1), min_size=2, unique=True))
        weights = {m: draw(st.sampled_from([1, 1, 1, 2])) for m in members}
        sums.append({len(base): -1, **weights})
        base.append(sum(base[m] * w for m, w in weights.items()))
    return system(sums, base)


@st.composite
def with_unknown(draw):
    """Draw a system and which of its cells are unknown."""
    table = draw(st.one_of(two_breakdowns(), overlapping()))
    mask = draw(st.lists(st.booleans(), min_size=table.cells, max_size=table.cells))
    return table, np.array(mask)
