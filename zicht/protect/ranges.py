"""What a reader can tell of every withheld cell: exact ranges, and who knows what from whom."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from zicht.model.system import Bools, Floats, Ints, Needs, Ranges, System
from zicht.protect.network.flows import network_ranges
from zicht.protect.network.network import cuts, orient, scrambled
from zicht.protect.program.nullspace import classes as classes_of_program
from zicht.protect.program.parts import Part, parts
from zicht.protect.program.program import program_ranges
from zicht.protect.program.trim import among
from zicht.protect.tree.forest import Forest, contract, rooms, unfold

Hashes = npt.NDArray[np.uint64]


def ranges(system: System, unknown: Bools, *, enough: float, needs: Needs | None = None) -> Ranges:
    """Return how far each cell can lie from the base, for all that the shown cells tell.

    Shape:  a number for each cell, 0 for one that is shown.
    Units:  those of the figures; exact below `enough`, at least that much from there on. With
            `needs` no more is looked for than tells whether they are met: exact only where not.
    Errors: none.
    Source: decision 8: trees in closed form, networks by flows, the rest by linear programs.
    """
    forest = contract(system, unknown)
    own_down = np.where(unknown, system.base - system.lower, 0.0)
    own_up = np.where(unknown, system.upper - system.base, 0.0)
    room = rooms(forest, own_down, own_up)
    down, up = room.down.copy(), room.up.copy()
    asked = None if needs is None else _with_handles(needs, forest, system.base, enough)
    for part in cores(system, forest):
        own = None if asked is None else among(asked, part.cells)
        found = _of_core(within(part, room), enough=enough, needs=own)
        down[part.cells], up[part.cells] = found.down, found.up
    return unfold(forest, room, Ranges(down, up))


def _with_handles(needs: Needs, forest: Forest, base: Floats, enough: float) -> Needs:
    """Return the needs with those of handles: what hangs from one needs to know all of it."""
    handles = np.zeros(forest.cells, dtype=np.bool_)
    for fold in forest.folds:
        handles[fold.handle[fold.handle >= 0]] = True
    return Needs(
        np.where(handles, base + enough, needs.reach),
        np.where(handles, base - enough, needs.below),
        np.where(handles, 1.0, needs.width),
    )


def _of_core(part: System, *, enough: float, needs: Needs | None) -> Ranges:
    every = np.ones(part.cells, dtype=np.bool_)
    network = orient(part, every)
    if network is None:
        return program_ranges(part, every, enough=enough, needs=needs)
    down, up, arcs = part.base - part.lower, part.upper - part.base, network.cells
    found = network_ranges(network, down=down[arcs], up=up[arcs], enough=enough)
    down[arcs], up[arcs] = found.down, found.up
    return Ranges(down, up)


def cores(system: System, forest: Forest) -> Iterator[Part]:
    """Yield each part of the core that sums link, by its first cell; the bounds are those given."""
    core = replace(
        system,
        sum_of=forest.core.sums,
        cell_of=forest.core.cells,
        sign_of=forest.core.signs,
    )
    inside = np.zeros(system.cells, dtype=np.bool_)
    inside[forest.core.cells] = True
    yield from parts(core, inside)


def within(part: Part, room: Ranges) -> System:
    """Return a part with each cell within its room, which may depend on what hangs from it."""
    base = part.system.base
    down, up = room.down[part.cells], room.up[part.cells]
    return replace(part.system, lower=base - down, upper=base + up)


def classes(system: System, unknown: Bools) -> Hashes:
    """Return a class for each cell: 0 is known exactly; who knows one of a class derives the rest.

    Shape:  a number for each cell, the same whenever it is computed.
    Errors: none.
    Source: decision 8: the cut space of the graph of withheld cells, extended to hanging trees.
    """
    forest = contract(system, unknown)
    fixed = _fixed(forest)
    found = np.where(unknown & ~fixed, scrambled(np.arange(system.cells)), np.uint64(0))
    forest = replace(forest, core=forest.core.only(~fixed[forest.core.cells]))
    endless = np.full(system.cells, np.inf)
    for part in cores(system, forest):
        found[part.cells] = _classes_of_core(within(part, Ranges(endless, endless)), part.cells)
    for fold in reversed(forest.folds):
        leaves = fold.leaves.only(~fixed[fold.leaves.cells])
        cells, sums = leaves.cells, leaves.sums
        last = np.full(forest.sums, -1, dtype=np.int64)
        last[sums] = cells
        rest = cells != last[sums]
        of_sum = np.where(fold.handle >= 0, found[fold.handle], np.uint64(0))
        np.bitwise_xor.at(of_sum, sums[rest], found[cells[rest]])
        ended = np.flatnonzero(last >= 0)
        found[last[ended]] = of_sum[ended]
    return found


def _fixed(forest: Forest) -> Bools:
    """Tell which handles are known because nothing that can move hangs from them."""
    fixed = np.zeros(forest.cells, dtype=np.bool_)
    for fold in forest.folds:
        moving = np.bincount(fold.leaves.sums, ~fixed[fold.leaves.cells], forest.sums)
        fixed[fold.handle[(fold.handle >= 0) & (moving == 0)]] = True
    return fixed


def _classes_of_core(part: System, cells: Ints) -> Hashes:
    every = np.ones(part.cells, dtype=np.bool_)
    network = orient(part, every)
    if network is None:
        own = classes_of_program(part, every)
        return np.where(own == 0, np.uint64(0), own ^ scrambled(cells[:1]))
    own = np.zeros(part.cells, dtype=np.uint64)
    own[network.cells] = cuts(replace(network, cells=cells[network.cells]))
    return own
