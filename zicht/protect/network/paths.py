"""Paths through a network, searched from both ends at once: the shortest, and the cheapest."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

import numpy as np

from zicht.model.system import Bools
from zicht.protect.network.network import Network

Steps = list[list[tuple[int, int]]]
"""The steps that leave each node, with the node that each leads to."""


@dataclass(frozen=True, slots=True)
class Ways:
    """A network to walk through, step by step.

    Step 2a raises the cell of arc a and leads from its tail to its head; step 2a + 1, the same
    number with its last bit turned, lowers it and leads back. No path passes through the ground
    twice, so it is an end to meet at and never a place to look around: it can have very many arcs.
    """

    origin: list[int]
    ground: int
    nodes: int

    def target(self, step: int) -> int:
        """Return the node that a step leads to."""
        return self.origin[step ^ 1]

    def among(self, arcs: Bools) -> Steps:
        """Return the steps of some arcs; an arc from a node to itself leads nowhere."""
        steps: Steps = [[] for _ in range(self.nodes)]
        for arc in np.flatnonzero(arcs).tolist():
            tail, head = self.origin[2 * arc : 2 * arc + 2]
            if tail != head:
                steps[tail].append((2 * arc, head))
                steps[head].append((2 * arc + 1, tail))
        return steps


def ways_of(network: Network) -> Ways:
    """Return the steps of a network."""
    origin: list[int] = np.stack([network.tail, network.head], axis=1).ravel().tolist()
    return Ways(origin, network.ground, network.nodes)


def shortest(
    ways: Ways, steps: Steps, *, room: Sequence[float], ends: tuple[int, int], least: float
) -> list[int] | None:
    """Return a path of few steps that each have at least `least` room.

    Shape:  steps in any order; None when there is no path. `ends` are where it starts and arrives.
    Errors: none. Of equal paths always the same one.
    """
    ground, origin = ways.ground, ways.origin
    seen: tuple[dict[int, int], dict[int, int]] = ({ends[0]: -1}, {ends[1]: -1})
    edge = [[node] if node != ground else [] for node in ends]
    while (edge[0] or ground in seen[0]) and (edge[1] or ground in seen[1]):
        side = 0 if edge[0] and (len(edge[0]) <= len(edge[1]) or not edge[1]) else 1
        mine, other, ahead = seen[side], seen[1 - side], []
        for node in edge[side]:
            for step, there in steps[node]:
                if there not in mine and room[step ^ side] >= least:
                    mine[there] = step ^ side
                    if there in other:
                        return _trail(origin, seen, there)
                    if there != ground:
                        ahead.append(there)
        edge[side] = ahead
    return None


def cheapest(
    ways: Ways,
    steps: Steps,
    *,
    room: Sequence[float],
    price: Sequence[float],
    ends: tuple[int, int],
    least: float,
) -> list[int] | None:
    """Return a path whose arcs together cost least, by steps with at least `least` room.

    Shape:  steps in any order; `price` has a positive number for each arc. `ends` as above.
    Errors: none. Of equal paths always the same one. None when there is no path.
    """
    cost: tuple[dict[int, float], dict[int, float]] = ({ends[0]: 0.0}, {ends[1]: 0.0})
    seen: tuple[dict[int, int], dict[int, int]] = ({ends[0]: -1}, {ends[1]: -1})
    heaps: tuple[list[tuple[float, int]], ...] = ([(0.0, ends[0])], [(0.0, ends[1])])
    best, meeting, side, ground = inf, -1, 0, ways.ground
    while True:
        floors = [
            min(cost[each].get(ground, inf), heaps[each][0][0] if heaps[each] else inf)
            for each in (0, 1)
        ]
        if floors[0] + floors[1] >= best or inf in floors:
            return None if meeting < 0 else _trail(ways.origin, seen, meeting)
        side = 1 - side if heaps[1 - side] else side
        here, node = heappop(heaps[side])
        mine, other, came = cost[side], cost[1 - side], seen[side]
        if here > mine[node] or node == ground:
            continue
        for step, there in steps[node]:
            way = step ^ side
            if room[way] >= least:
                total = here + price[way >> 1]
                if total < mine.get(there, inf):
                    mine[there], came[there] = total, way
                    heappush(heaps[side], (total, there))
                    if total + other.get(there, inf) < best:
                        best, meeting = total + other[there], there


def _trail(
    origin: list[int], seen: tuple[dict[int, int], dict[int, int]], meeting: int
) -> list[int]:
    """Return the steps from the meeting back to either end."""
    trail = []
    node = meeting
    while (step := seen[0][node]) >= 0:
        trail.append(step)
        node = origin[step]
    node = meeting
    while (step := seen[1][node]) >= 0:
        trail.append(step)
        node = origin[step ^ 1]
    return trail
