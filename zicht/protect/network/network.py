"""Sums as the nodes of a network and cells as its arcs: what follows exactly from what."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from zicht.model.system import Bools, Ints, System

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Network:
    """Cells as arcs between sums: raising an arc's cell by one carries one unit from tail to head.

    Shape:  `cells`, `tail` and `head` have a number for each arc: the cell of the system that it
            is, ascending, and the nodes that it joins.
    ground  the node outside all sums, where the cells of one sum end; a cell in no sum, or twice
            in the same one, is an arc from a node to itself: it moves freely
    """

    cells: Ints
    tail: Ints
    head: Ints
    nodes: int
    ground: int


def orient(system: System, among: Bools) -> Network | None:
    """Return the network of some cells, the others being constants; None when they form none.

    They form none when a cell is in three sums or more, counts otherwise than once, or when the
    sums cannot be turned so that each cell in two of them is a part of one and total of the other.

    Shape:  an arc for each cell of `among`; a node for each sum that holds one, and the ground.
    Errors: none.
    """
    inside = among[system.cell_of]
    cell, sign = system.cell_of[inside], system.sign_of[inside]
    uses = np.bincount(cell, minlength=system.cells)
    if (uses > 2).any() or (np.abs(sign) != 1).any():  # noqa: PLR2004 - an arc has two ends
        return None
    names, node = np.unique(system.sum_of[inside], return_inverse=True)
    order = np.argsort(cell, kind="stable")
    second = np.zeros(len(order), dtype=np.bool_)
    second[1:] = np.diff(cell[order]) == 0
    ends = np.full((2, system.cells), len(names), dtype=np.int64)
    signs = np.zeros((2, system.cells))
    for end, entries in enumerate((order[~second], order[second])):
        ends[end, cell[entries]], signs[end, cell[entries]] = node[entries], sign[entries]
    twice = uses == 2  # noqa: PLR2004 - an arc has two ends
    turn = _turns(ends[:, twice], signs[0, twice] == signs[1, twice], nodes=len(names))
    if turn is None:
        return None
    cells = np.flatnonzero(among)
    (first, other), at_first = ends[:, cells], (signs[0] * turn[ends[0]])[cells]
    tail, head = np.where(at_first > 0, other, first), np.where(at_first > 0, first, other)
    return Network(cells, tail, head, len(names) + 1, len(names))


def _turns(ends: Ints, alike: Bools, *, nodes: int) -> Ints | None:
    """Return 1 or -1 for each node, so that cells with two like signs join nodes that differ.

    Each node stands here twice, as it is and turned. None when some node is linked to its twin.
    The ground, the last number, is never turned.
    """
    one, other = ends
    links = (
        np.concatenate([one, one + nodes]),
        np.concatenate([other + nodes * alike, other + nodes * ~alike]),
    )
    graph = coo_array((np.ones(len(links[0]), np.int8), links), shape=(2 * nodes, 2 * nodes))
    label = connected_components(graph, directed=False)[1].astype(np.int64)
    plain, turned = label[:nodes], label[nodes:]
    if (plain == turned).any():
        return None
    return np.append(np.where(plain < turned, 1, -1), 1)


def cuts(network: Network) -> Hashes:
    """Return a number for each arc: 0 is derivable exactly, and equals derive each other.

    The exclusive or of these numbers around each node is zero, so it is zero over each cut; arcs
    outside a spanning tree have the scrambled number of their cell, those of the tree follow. An
    arc is a cut of its own only when its number is zero; two are one when theirs are the same.

    Shape:  a number for each arc, which depends on the numbers of the cells and on nothing else.
    Errors: two arcs are taken for a cut, wrongly, once in 2 ** 64 pairs.
    Source: decision 8; Pritchard & Thurimella 2011, "Fast computation of small cuts via cycle
            space sampling".
    """
    tail, head = network.tail, network.head
    upward, levels = _spanning(network)
    child = np.where(upward[tail] == head, tail, head)
    climbs = np.flatnonzero((upward[child] == tail) | (upward[child] == head))
    below, first = np.unique(child[climbs], return_index=True)
    tree = climbs[first]  # of parallel arcs only one
    found = scrambled(network.cells)
    found[tree] = 0
    around = np.zeros(network.nodes, dtype=np.uint64)
    np.bitwise_xor.at(around, tail, found)
    np.bitwise_xor.at(around, head, found)
    for level in reversed(levels):
        np.bitwise_xor.at(around, upward[level], around[level])
    found[tree] = around[below]
    return found


def _spanning(network: Network) -> tuple[Ints, list[Ints]]:
    """Return the node above each node in a spanning tree from the ground, and the nodes by depth.

    Parts of the network that do not touch the ground hang under it by an arc that does not exist.
    """
    ends = (
        np.concatenate([network.tail, network.head]),
        np.concatenate([network.head, network.tail]),
    )
    shape = (network.nodes, network.nodes)
    graph = coo_array((np.ones(len(ends[0]), np.int8), ends), shape=shape)
    label = connected_components(graph, directed=False)[1]
    some = np.unique(label, return_index=True)[1]
    apart = some[some != some[label[network.ground]]]
    ends = np.append(ends[0], np.full(len(apart), network.ground)), np.append(ends[1], apart)
    graph = coo_array((np.ones(len(ends[0]), np.int8), ends), shape=shape)
    order, upward = breadth_first_order(graph.tocsr(), network.ground, directed=True)
    place = np.empty(network.nodes, dtype=np.int64)
    place[order] = np.arange(network.nodes)
    above = place[upward[order[1:]]]
    levels: list[Ints] = []
    start, end = 0, 1
    while end < network.nodes:
        start, end = end, 1 + int(np.searchsorted(above, end))
        levels.append(order[start:end])
    upward[network.ground] = -1
    return upward.astype(np.int64), levels


def scrambled(numbers: Ints) -> Hashes:
    """Return for each number one of 64 bits that looks like chance, and is the same every time.

    Source: splitmix64, Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators".
    """
    with np.errstate(over="ignore"):
        x = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Hashes = x ^ (x >> np.uint64(31))
    return mixed
