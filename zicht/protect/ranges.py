"""What a reader can tell of every withheld cell: exact ranges, and who knows what from whom."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from zicht.model.system import Bools, Ints, Ranges, System
from zicht.protect.network.flows import network_ranges
from zicht.protect.network.network import Network, cuts, orient
from zicht.protect.program.nullspace import classes as classes_of_program
from zicht.protect.program.program import program_ranges
from zicht.protect.tree.forest import Entries, contract, rooms, unfold

Hashes = npt.NDArray[np.uint64]


def ranges(system: System, unknown: Bools, *, enough: float) -> Ranges:
    """Return how far each cell can lie from the base, for all that the shown cells tell.

    Shape:  a number for each cell, 0 for one that is shown.
    Units:  those of the figures; exact below `enough`, at least that much from there on.
    Errors: none.
    Source: decision 8: trees in closed form, networks by flows, the rest by linear programs.
    """
    forest = contract(system, unknown)
    own_down = np.where(unknown, system.base - system.lower, 0.0)
    own_up = np.where(unknown, system.upper - system.base, 0.0)
    room = rooms(forest, own_down, own_up)
    down, up = room.down.copy(), room.up.copy()
    for cells in components(forest.core, system.cells):
        part = narrowed(system, forest.core, cells, room)
        every = np.ones(part.cells, dtype=np.bool_)
        network = orient(part, every)
        found = (
            program_ranges(part, every, enough=enough)
            if network is None
            else _of_network(network, part, enough=enough)
        )
        down[cells], up[cells] = found.down, found.up
    return unfold(forest, room, Ranges(down, up))


def _of_network(network: Network, part: System, *, enough: float) -> Ranges:
    down, up = part.base - part.lower, part.upper - part.base
    arcs = network.cells
    found = network_ranges(network, down=down[arcs], up=up[arcs], enough=enough)
    down[arcs], up[arcs] = found.down, found.up
    return Ranges(down, up)


def components(core: Entries, cells: int) -> Iterator[Ints]:
    """Yield the cells of each part of the core that is linked by sums, each ascending."""
    if not len(core.cells):
        return
    sums = int(core.sums.max()) + 1
    links = coo_array(
        (np.ones(len(core.cells), np.int8), (core.sums, sums + core.cells)),
        shape=(sums + cells, sums + cells),
    )
    label = connected_components(links, directed=False)[1][sums:]
    inside = np.unique(core.cells)
    order = inside[np.argsort(label[inside], kind="stable")]
    yield from np.split(order, np.flatnonzero(np.diff(label[order])) + 1)


def narrowed(system: System, core: Entries, cells: Ints, room: Ranges) -> System:
    """Return a part of a core as a system of its own, each cell within its room."""
    place = np.full(system.cells, -1, dtype=np.int64)
    place[cells] = np.arange(len(cells))
    inside = place[core.cells] >= 0
    _, sum_of = np.unique(core.sums[inside], return_inverse=True)
    base = system.base[cells]
    return System(
        base,
        base - room.down[cells],
        base + room.up[cells],
        sum_of,
        place[core.cells[inside]],
        core.signs[inside],
        int(sum_of.max(initial=-1)) + 1,
        system.whole,
    )


def classes(system: System, unknown: Bools) -> Hashes:
    """Return a class for each cell: 0 is known exactly; who knows one of a class derives the rest.

    Shape:  a number for each cell, the same whenever it is computed.
    Errors: none.
    Source: decision 8: the cut space of the graph of withheld cells, extended to hanging trees.
    """
    forest = contract(system, unknown)
    numbers = np.arange(system.cells, dtype=np.uint64)
    found = np.where(unknown, _mixed(numbers), np.uint64(0))
    endless = np.full(system.cells, np.inf)
    for cells in components(forest.core, system.cells):
        part = narrowed(system, forest.core, cells, Ranges(endless, endless))
        every = np.ones(part.cells, dtype=np.bool_)
        network = orient(part, every)
        own = np.zeros(part.cells, dtype=np.uint64)
        if network is None:
            own = classes_of_program(part, every)
        else:
            own[network.cells] = cuts(network)
        with np.errstate(over="ignore"):
            salted = _mixed(own + _mixed(numbers[cells[:1]]))
        found[cells] = np.where(own == 0, np.uint64(0), salted)
    for fold in reversed(forest.folds):
        cells, sums = fold.leaves.cells, fold.leaves.sums
        last = np.full(forest.sums, -1, dtype=np.int64)
        last[sums] = cells
        rest = cells != last[sums]
        of_sum = np.where(fold.handle >= 0, found[fold.handle], np.uint64(0))
        np.bitwise_xor.at(of_sum, sums[rest], found[cells[rest]])
        ended = np.flatnonzero(last >= 0)
        found[last[ended]] = of_sum[ended]
    return found


def _mixed(numbers: Hashes) -> Hashes:
    """Return for each number one that looks like chance and never is (splitmix64).

    Parts of a core draw from the same row of numbers: mixed with the part, no two look linked.
    """
    with np.errstate(over="ignore"):
        x = (numbers + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed: Hashes = x ^ (x >> np.uint64(31))
    return mixed
