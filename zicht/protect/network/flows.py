"""How far each arc of a network can move: by flows, each a table that a reader may hold."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from zicht.model.system import Bools, Floats, Ranges
from zicht.protect.network.network import Network, cuts
from zicht.protect.network.paths import Steps, Ways, shortest, ways_of

Flow = dict[int, float]
"""The change of each arc that moves; around every node the changes cancel."""

Route = Callable[[tuple[int, int], float], list[int] | None]
"""A search: from the two ends and the amount to carry to a path, if there is one."""

Mover = Callable[[int, float], Flow | None]
"""From an arc and an amount to a flow, if there is one."""

DUST = 1e-9
"""The part of what is asked for that is not worth a path; counts are whole, money is not."""
LEAST = 1e-300
"""Room that is none at all."""


@dataclass(slots=True)
class Rooms:
    """How far each step can still be taken; flows borrow from it and give everything back."""

    ways: Ways
    room: list[float]

    def push(self, own: int, amount: float, *, route: Route) -> Flow:
        """Return the changes that take step `own` as far as `amount`, or as far as they can.

        Shape:  empty when the step cannot be taken at all.
        Units:  those of the figures; whole numbers in, whole numbers out.
        Errors: none. `amount` is finite.
        """
        room = self.room
        before = {own: room[own], own ^ 1: room[own ^ 1]}
        room[own] = room[own ^ 1] = 0.0
        changes: defaultdict[int, float] = defaultdict(float)
        amount = min(amount, before[own])
        ends = self.ways.target(own), self.ways.origin[own]
        left = amount if ends[0] != ends[1] else 0.0
        while left > 0 and (path := route(ends, left)) is not None:
            most = min(left, *(room[step] for step in path))
            for step in path:
                before.setdefault(step, room[step])
                before.setdefault(step ^ 1, room[step ^ 1])
                room[step] -= most
                room[step ^ 1] += most
                changes[step >> 1] += -most if step & 1 else most
            left -= most
        for step, value in before.items():
            room[step] = value
        changes[own >> 1] = left - amount if own & 1 else amount - left
        return {arc: change for arc, change in changes.items() if change}

    def freely(self, steps: Steps, own: int, amount: float) -> Flow:
        """Return what `push` finds by any of the steps; a path for all that is left comes first."""
        dust = max(min(amount, self.room[own]) * DUST, LEAST)
        search = partial(shortest, self.ways, steps, room=self.room)

        def route(ends: tuple[int, int], left: float) -> list[int] | None:
            return search(ends=ends, least=left) or search(ends=ends, least=dust)

        return self.push(own, amount, route=route)


@dataclass(slots=True)
class Proofs:
    """How far each step can be taken at least, and the flow that shows it.

    `leaning` gives for each arc the steps that were ever shown by a flow that moves it.
    """

    far: list[float]
    flow: list[Flow]
    leaning: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def record(self, flow: Flow) -> None:
        """Keep a flow for each step that it takes further than what was known."""
        better = []
        for arc, change in flow.items():
            step = 2 * arc + (change < 0)
            if abs(change) > self.far[step]:
                self.far[step], self.flow[step] = abs(change), flow
                better.append(step)
        if better:
            for arc in flow:
                self.leaning[arc].update(better)


def by_step(up: Floats, down: Floats) -> Floats:
    """Return a number for each step from those of each arc."""
    return np.stack([up, down], axis=1).ravel()


def network_ranges(network: Network, *, down: Floats, up: Floats, enough: float) -> Ranges:
    """Return how far each arc can move when no arc moves beyond its own `down` and `up`.

    Shape:  a number for each arc, in and out; the rooms may be infinite, `enough` may not.
    Units:  those of the figures; exact below `enough`, at least that much from there on.
    Errors: none. What is less than a billionth of `enough` may be overlooked.
    Source: decision 8.
    """
    room = by_step(up, down)
    want = np.minimum(room, enough)
    want[np.repeat(cuts(network) == 0, 2)] = 0
    sure = np.where(_endless(network, room >= enough), want, 0)
    proofs = Proofs(sure.tolist(), [{} for _ in sure])
    short = np.flatnonzero(sure < want)
    if len(short):
        ways = ways_of(network)
        rooms, steps = Rooms(ways, room.tolist()), ways.among(np.ones(len(up), dtype=np.bool_))
        for step in short.tolist():
            if proofs.far[step] < want[step]:
                proofs.record(rooms.freely(steps, step, float(want[step])))
    far = np.array(proofs.far)
    return Ranges(far[1::2], far[::2])


def _endless(network: Network, wide: Bools) -> Bools:
    """Tell which steps close a circle of wide steps that leaves out their own way back.

    Such a step has at least the width of the circle. Not all of them are found: not one whose way
    back is wide too, while the circle needs a step of which that is not so.
    """
    tail, head = network.tail, network.head
    both = wide[::2] & wide[1::2]
    links = (
        np.append(tail[wide[::2]], head[wide[1::2]]),
        np.append(head[wide[::2]], tail[wide[1::2]]),
    )
    graph = coo_array((np.ones(len(links[0]), np.int8), links), shape=2 * (network.nodes,))
    label = connected_components(graph, connection="strong")[1]
    inside: Bools = wide & np.repeat(label[tail] == label[head], 2)
    inside |= np.repeat(tail == head, 2)
    part = Network(network.cells[both], tail[both], head[both], network.nodes, network.ground)
    inside[np.repeat(both, 2)] = np.repeat(cuts(part) != 0, 2)
    return inside


def mover(network: Network, *, down: Floats, up: Floats) -> Mover:
    """Return a function that tells how an arc could move by an amount, every arc within its room.

    Shape:  from an arc and an amount of either sign to the change of each arc that moves, the arc
            itself included; None when it cannot move by that much.
    Units:  those of the figures. Whole rooms and a whole amount give whole changes.
    Errors: none.
    """
    rooms = Rooms(ways_of(network), by_step(up, down).tolist())
    steps = rooms.ways.among(np.ones(len(up), dtype=np.bool_))

    def move(arc: int, amount: float) -> Flow | None:
        flow = rooms.freely(steps, 2 * arc + (amount < 0), float(abs(amount)))
        return flow if flow.get(arc, 0.0) == amount else None

    return move


def network_move(
    network: Network, arc: int, amount: float, *, down: Floats, up: Floats
) -> Flow | None:
    """Return how one arc could move by an amount: see `mover`, which is quicker for many arcs."""
    return mover(network, down=down, up=up)(arc, amount)
