"""What can still be withheld, at which price, and the flows that this buys."""

from dataclasses import dataclass
from math import inf

import numpy as np

from zicht.model.system import Bools, Floats
from zicht.protect.network.flows import DUST, LEAST, Flow, Rooms, by_step
from zicht.protect.network.network import Network
from zicht.protect.network.paths import Steps, cheapest, shortest, ways_of

HOP = 1e-6
"""What it costs to pass any arc, in the price of the cheapest: of equal circles a short one."""


@dataclass(slots=True)
class Market:
    """The arcs of a network, withheld or for sale, and how far each can move.

    steps   those of the arcs that are withheld; `offered` has those for sale as well
    price   by arc: next to nothing when it is withheld
    """

    rooms: Rooms
    offered: Steps
    steps: Steps
    price: list[float]
    hidden: list[bool]
    hop: float

    def hide(self, arc: int) -> None:
        """Withhold an arc: from now on every flow may pass it."""
        self.hidden[arc], self.price[arc] = True, self.hop
        for step in (2 * arc, 2 * arc + 1):
            self.steps[self.rooms.ways.origin[step]].append((step, self.rooms.ways.target(step)))

    def show(self, arc: int, price: float = inf) -> None:
        """Show an arc again; for sale at a price, or never more."""
        self.hidden[arc], self.price[arc] = False, price + self.hop
        for step in (2 * arc, 2 * arc + 1):
            self.steps[self.rooms.ways.origin[step]].remove((step, self.rooms.ways.target(step)))

    def free(self, own: int, amount: float) -> Flow:
        """Return the flow that takes a step as far as `amount`, or as free arcs go."""
        return self.rooms.freely(self.steps, own, amount)

    def buy(self, own: int, amount: float) -> Flow:
        """Return a flow that takes a step as far as `amount`, or as far as money goes.

        After what is free it adds circle after circle, each the cheapest next to those before it.
        Errors: none.
        """
        paid: list[tuple[int, float]] = []
        ways, room = self.rooms.ways, self.rooms.room
        dust = max(min(amount, room[own]) * DUST, LEAST)

        def route(ends: tuple[int, int], _left: float) -> list[int] | None:
            path = None
            if not paid:
                path = shortest(ways, self.steps, room=room, ends=ends, least=dust)
            if path is None:
                path = cheapest(
                    ways, self.offered, room=room, price=self.price, ends=ends, least=dust
                )
                for step in path or ():
                    paid.append((step >> 1, self.price[step >> 1]))
                    self.price[step >> 1] = self.hop
            return path

        flow = self.rooms.push(own, amount, route=route)
        for arc, price in reversed(paid):
            self.price[arc] = price
        return flow

    def cost(self, flow: Flow) -> float:
        """Return what must be paid for the arcs of a flow."""
        return sum(self.price[arc] for arc in flow if not self.hidden[arc])


def market(
    network: Network, *, hidden: Bools, may: Bools, cost: Floats, down: Floats, up: Floats
) -> Market:
    """Return the market in which the arcs `hidden` are withheld and those of `may` for sale."""
    ways = ways_of(network)
    sold = may & ~hidden
    hop = HOP * float(min(cost[sold], default=1.0))
    return Market(
        Rooms(ways, by_step(up, down).tolist()),
        ways.among(hidden | sold),
        ways.among(hidden),
        np.where(hidden, hop, cost + hop).tolist(),
        hidden.tolist(),
        hop,
    )
