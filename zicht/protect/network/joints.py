"""Networks that share cells, such as the breakdowns of one whole: searched one after another."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from zicht.model.system import Bools, Floats, Ints, Needs, System
from zicht.protect.network.cycles import open_cycles
from zicht.protect.network.network import Network, orient

TURNS = 4
"""What one limb withholds, another must follow; after so many turns programs do the rest."""


@dataclass(frozen=True, slots=True)
class Limb:
    """A part of a system that is a network when looked at without the other parts.

    tops   by cell: the joints that this limb splits into its own cells
    base, lower   of all cells of the system
    """

    network: Network
    tops: Bools
    system: System


def limbs_of(system: System) -> tuple[Limb, ...]:
    """Return the limbs that a system falls into when it is cut at its joints.

    A joint is a cell in three sums or more: a whole with several breakdowns is a part of the
    region around it and the total of each breakdown. A limb has with it the limbs in which its
    joints are parts, where together they still are a network.

    Shape:  those that split no joint first. A limb that is no network is left out.
    Errors: none.
    """
    uses = np.bincount(system.cell_of, minlength=system.cells)
    joint = uses > 2  # noqa: PLR2004 - an arc has two ends
    label = _labels(system, ~joint[system.cell_of])[system.sum_of]
    found = [
        limb for number in np.unique(label) for limb in _limb(system, joint, label, int(number))
    ]
    return tuple(sorted(found, key=lambda limb: bool(limb.tops.any())))


def _labels(system: System, inner: Bools) -> Ints:
    """Return for each sum the number of the part it lies in, linked by the `inner` entries."""
    cells, sums = system.cell_of[inner], system.cells + system.sum_of[inner]
    size = system.cells + system.sums
    links = coo_array((np.ones(len(cells), np.int8), (cells, sums)), (size, size))
    label: Ints = connected_components(links, directed=False)[1].astype(np.int64)
    return label[system.cells :]


def _limb(system: System, joint: Bools, label: Ints, number: int) -> Iterator[Limb]:
    mine, entry = label == number, joint[system.cell_of]
    tops = np.zeros(system.cells, dtype=np.bool_)
    tops[system.cell_of[mine & entry & (system.sign_of < 0)]] = True
    around = label[tops[system.cell_of] & (system.sign_of > 0) & ~mine]
    for numbers in (np.append(around, number), np.array([number])):
        keep = np.isin(label, numbers)
        part = replace(
            system,
            sum_of=system.sum_of[keep],
            cell_of=system.cell_of[keep],
            sign_of=system.sign_of[keep],
        )
        among = np.isin(np.arange(system.cells), part.cell_of)
        network = orient(part, among)
        if network is not None:
            yield Limb(network, tops, system)
            return


def open_limbs(system: System, *, unknown: Bools, may: Bools, cost: Floats, needs: Needs) -> Bools:
    """Return what is withheld when each limb is protected as if it were alone.

    It is where a search of the whole begins, not what it ends with: a joint that moves in one limb
    must move in all. So of a joint that is withheld each limb is asked to follow it, and no limb
    withholds a joint of its own accord.

    Shape:  a truth for each cell; `unknown`, and those of `may` that are withheld too.
    Errors: none.
    """
    limbs, found = limbs_of(system), unknown.copy()
    joints = np.any([limb.tops for limb in limbs], axis=0) if limbs else np.zeros_like(unknown)
    for _ in range(TURNS):
        before = found.copy()
        asked = _following(system, found & joints, unknown, needs)
        for limb in limbs:
            arcs = limb.network.cells
            if found[arcs].any():
                of_arcs = Needs(asked.reach[arcs], asked.below[arcs], asked.width[arcs])
                found[arcs] = open_cycles(
                    limb.network,
                    unknown=found[arcs],
                    may=(may & ~limb.tops)[arcs],
                    cost=cost[arcs],
                    base=system.base[arcs],
                    down=(system.base - system.lower)[arcs],
                    up=(system.upper - system.base)[arcs],
                    needs=of_arcs,
                )
        if np.array_equal(before, found):
            break
    return found


def _following(system: System, joints: Bools, unknown: Bools, needs: Needs) -> Needs:
    """Return the needs with those of joints that must follow whatever hides behind them."""
    lack = np.maximum(needs.width, needs.reach - system.base)[unknown]
    amount = float(lack[np.isfinite(lack)].max(initial=0.0))
    lowest, highest = np.maximum(system.base - amount, system.lower), system.base + amount
    return Needs(
        np.where(joints, np.maximum(needs.reach, np.minimum(highest, system.upper)), needs.reach),
        np.where(joints, np.minimum(needs.below, lowest), needs.below),
        needs.width,
    )
