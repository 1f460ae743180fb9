"""A system in parts that no sum links: each can be reasoned about by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from zicht.model.system import Bools, Floats, Ints, System


@dataclass(frozen=True, slots=True)
class Part:
    """Cells that sums link, as a system of their own in which all other cells are constants.

    `cells` and `sums` are their numbers in the whole, ascending. The constants are left out of
    the sums: with the base a sum of the part comes to what its constants lack, not to zero.
    """

    cells: Ints
    sums: Ints
    system: System


def parts(system: System, among: Bools) -> Iterator[Part]:
    """Yield the parts that the cells `among` fall into.

    Shape:  each cell of `among` in one part; parts by their first cell.
    Errors: none.
    """
    chosen = np.flatnonzero(among)
    if not len(chosen):
        return
    inside = among[system.cell_of]
    sums, cells, signs = system.sum_of[inside], system.cell_of[inside], system.sign_of[inside]
    size = system.cells + system.sums
    links = coo_array((np.ones(len(sums), np.int8), (cells, system.cells + sums)), (size, size))
    label = connected_components(links, directed=False)[1][chosen]
    _, first, number = np.unique(label, return_index=True, return_inverse=True)
    part = np.full(system.cells, -1)
    part[chosen] = np.argsort(np.argsort(first))[number]
    entries = np.split(*_by_part(part[cells], len(first)))
    for k, members in enumerate(np.split(*_by_part(part, len(first)))[1:]):
        mine = entries[k + 1]
        yield _part(system, members, sums[mine], cells[mine], signs[mine])


def together(system: System, among: Bools) -> Part:
    """Return all cells of `among` as one part, whether sums link them or not."""
    inside = among[system.cell_of]
    sums, cells, signs = system.sum_of[inside], system.cell_of[inside], system.sign_of[inside]
    return _part(system, np.flatnonzero(among), sums, cells, signs)


def _part(system: System, members: Ints, sums: Ints, cells: Ints, signs: Floats) -> Part:
    kept, sum_of = np.unique(sums, return_inverse=True)
    base, lower, upper = system.base[members], system.lower[members], system.upper[members]
    place = np.searchsorted(members, cells)
    table = System(base, lower, upper, sum_of, place, signs, len(kept), system.whole)
    return Part(members, kept, table)


def _by_part(part: Ints, count: int) -> tuple[Ints, Ints]:
    """Return the places sorted by part, and where the parts 0, 1, ... begin."""
    order = np.argsort(part, kind="stable")
    return order, np.searchsorted(part[order], np.arange(count))


def matrix_of(system: System) -> csr_array:
    """Return the sums as a matrix: a row a sum, a column a cell."""
    shape = (system.sums, system.cells)
    return csr_array((system.sign_of, (system.sum_of, system.cell_of)), shape=shape)
