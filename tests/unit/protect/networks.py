"""Small tables of regions and kinds as systems, and an oracle that bounds their cells by HiGHS."""

from collections.abc import Sequence

import highspy
import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from zicht.model.system import Bools, Floats, Ranges, System
from zicht.protect.network.network import Network, orient

ENDLESS = 1e4
"""More than any cell of these tables can move unless it can move without end."""


def table(parents: Sequence[int], leaves: Floats, *, lower: float = 0) -> System:
    """Regions (a parent before its children, the first has none) by kinds and their total.

    The leaves add up by row, every region by column; the rows of other regions follow.
    """
    kinds = leaves.shape[1]
    inner = sorted(set(parents) - {-1})
    leaf = [region for region in range(len(parents)) if region not in inner]
    values = np.zeros((len(parents), kinds + 1))
    values[leaf, :kinds] = leaves
    for region in range(len(parents) - 1, 0, -1):
        values[parents[region], :kinds] += values[region, :kinds]
    values[:, kinds] = values[:, :kinds].sum(axis=1)
    cell = np.arange(values.size).reshape(values.shape)
    sums = [
        {int(part): 1 for part in cell[row, :kinds]} | {int(cell[row, kinds]): -1} for row in leaf
    ]
    for row in inner:
        rows = [child for child, parent in enumerate(parents) if parent == row]
        sums += [
            {int(part): 1 for part in cell[rows, kind]} | {int(cell[row, kind]): -1}
            for kind in range(kinds + 1)
        ]
    entries = np.array(
        [(n, part, sign) for n, each in enumerate(sums) for part, sign in each.items()]
    )
    return System(
        values.ravel(),
        np.full(values.size, float(lower)),
        np.full(values.size, np.inf),
        entries[:, 0],
        entries[:, 1],
        entries[:, 2].astype(float),
        len(sums),
    )


@st.composite
def trees(draw: DrawFn, *, most: int = 8) -> list[int]:
    """Parents of a few regions, of which the first is the whole."""
    size = draw(st.integers(1, most))
    return [-1, *(draw(st.integers(max(0, n // 2 - 1), n // 2)) for n in range(size))]


@st.composite
def tables(draw: DrawFn, *, most: int = 8, highest: int = 12) -> System:
    """Small tables of whole numbers, small ones and zeros among them."""
    parents = draw(trees(most=most))
    leaves = len(parents) - len(set(parents) - {-1})
    kinds = draw(st.integers(1, 3))
    row = st.lists(st.integers(0, highest), min_size=kinds, max_size=kinds)
    values = draw(st.lists(row, min_size=leaves, max_size=leaves))
    return table(parents, np.array(values, dtype=float))


def masks(system: System) -> SearchStrategy[Bools]:
    """Draw some of the cells."""
    size = system.cells
    return st.lists(st.booleans(), min_size=size, max_size=size).map(np.array)


def network(system: System, among: Bools) -> Network:
    """The network of some cells, of which the test knows that they form one."""
    found = orient(system, among)
    assert found is not None
    return found


def ranges_by_highs(system: System, among: Bools, *, down: Floats, up: Floats) -> Ranges:
    """How far each cell can move when only those of `among` do, by two programs each.

    Every program is bounded: after one that is not, HiGHS may start the next from a false state.
    """
    model = highspy.Highs()
    model.silent()
    for low, high in zip(np.where(among, down, 0), np.where(among, up, 0), strict=True):
        model.addVar(-min(float(low), ENDLESS), min(float(high), ENDLESS))
    for number in range(system.sums):
        inside = system.sum_of == number
        cells = system.cell_of[inside].astype(np.int32)
        model.addRow(0.0, 0.0, len(cells), cells, system.sign_of[inside])
    far = np.zeros((2, system.cells))
    for cell in np.flatnonzero(among).tolist():
        for side, sign in enumerate((1.0, -1.0)):
            model.changeColCost(cell, sign)
            model.run()
            assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
            far[side, cell] = -model.getObjectiveValue()
        model.changeColCost(cell, 0.0)
    far[far > ENDLESS / 2] = np.inf
    return Ranges(far[0], far[1])
