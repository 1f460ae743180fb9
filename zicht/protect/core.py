"""One part of a core, searched by the mathematics that it allows."""

import numpy as np

from zicht.model.system import Bools, System
from zicht.protect.network.cycles import open_around, open_cycles
from zicht.protect.network.joints import open_limbs
from zicht.protect.network.network import orient
from zicht.protect.program.patches import open_around_cell, open_patches
from zicht.protect.wanted import Wanted


def opened(part: System, wanted: Wanted, unknown: Bools) -> Bools:
    """Return what is withheld of a core: by alternating cycles where it is a network."""
    network = orient(part, np.ones(part.cells, dtype=np.bool_))
    if network is None:
        begun = open_limbs(
            part, unknown=unknown, may=wanted.may, cost=wanted.cost, needs=wanted.needs
        )
        return open_patches(
            part,
            unknown=unknown,
            may=wanted.may,
            cost=wanted.cost,
            needs=wanted.needs,
            begun=begun,
        )
    arcs, of_arcs = network.cells, wanted.of(network.cells)
    found = unknown.copy()
    found[arcs] = open_cycles(
        network,
        unknown=unknown[arcs],
        may=of_arcs.may,
        cost=of_arcs.cost,
        base=part.base[arcs],
        down=(part.base - part.lower)[arcs],
        up=(part.upper - part.base)[arcs],
        needs=of_arcs.needs,
    )
    return found


def opened_around(part: System, wanted: Wanted, unknown: Bools, *, at: int, avoid: Bools) -> Bools:
    """Return what is withheld so that one cell can move while those to `avoid` stay."""
    network = orient(part, np.ones(part.cells, dtype=np.bool_))
    if network is None:
        opened = open_around_cell(
            part,
            at,
            avoid=avoid,
            unknown=unknown,
            may=wanted.may,
            cost=wanted.cost,
            amount=1.0,
        )
        return unknown if opened is None else opened
    arcs, of_arcs = network.cells, wanted.of(network.cells)
    of_network = open_around(
        network,
        int(np.flatnonzero(arcs == at)[0]),
        avoid=avoid[arcs],
        unknown=unknown[arcs],
        may=of_arcs.may,
        cost=of_arcs.cost,
        down=(part.base - part.lower)[arcs],
        up=(part.upper - part.base)[arcs],
        amount=1.0,
    )
    found = unknown.copy()
    if of_network is not None:
        found[arcs] = of_network
    return found
