"""The search for arcs to withhold: first enough of them, then none in vain."""

from collections import defaultdict, deque
from collections.abc import Iterator

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from zicht.model.system import Bools, Floats, Ints, Needs
from zicht.protect.network.flows import Flow, Proofs
from zicht.protect.network.market import Market
from zicht.protect.network.network import Network, cuts

LARGEST = 2_000
"""Of so many withheld arcs that hang together it still pays to try whether one can be shown."""


class Search:
    """What is withheld so far, and the flows that show how far each arc can move."""

    def __init__(
        self, place: Market, *, given: Bools, cost: Floats, base: Floats, needs: Needs
    ) -> None:
        self._place = place
        self._given: list[bool] = given.tolist()
        self._hopeless: set[int] = set()
        self._proofs = Proofs([0.0] * len(place.rooms.room), [{}] * len(place.rooms.room))
        self._cost: list[float] = cost.tolist()
        self._rise: list[float] = (needs.reach - base).tolist()
        self._fall: list[float] = (base - needs.below).tolist()
        self._width: list[float] = needs.width.tolist()
        lenient = np.isfinite(needs.reach) & np.isinf(needs.below)
        self._spare: list[float] = np.where(lenient, base - needs.reach, -1.0).tolist()

    def grow(self) -> None:
        """Withhold more until every arc that is withheld is hidden well enough.

        Rounds go on until one changes nothing: an arc that could not fall below `reach` needed no
        width, but may need it once more is withheld.
        """
        before: list[bool] = []
        while before != self._place.hidden:
            before = list(self._place.hidden)
            queue = deque(arc for arc, hidden in enumerate(before) if hidden)
            while queue:
                queue.extend(self._settle(queue.popleft()))

    def _settle(self, arc: int) -> list[int]:
        """Withhold more until one arc is hidden well enough; return those to look at next.

        An arc for sale that stays short whatever is withheld is shown again, for good.
        """
        if not self._place.hidden[arc] or arc in self._hopeless or self._stretch(arc):
            return []
        opened = list(self._pay(arc))
        if not self._wishes(arc):
            return opened
        if self._given[arc]:
            self._hopeless.add(arc)
            return opened
        self._place.show(arc)
        return opened + sorted({step >> 1 for step, _, _ in self._forget(arc)})

    def prune(self, network: Network) -> None:
        """Show again what was withheld in vain, the dearest first."""
        hidden = np.array(self._place.hidden, dtype=np.bool_)
        added = hidden & ~np.array(self._given, dtype=np.bool_)
        worth = added & (_crowd(network, hidden) <= LARGEST)
        order = sorted(np.flatnonzero(worth).tolist(), key=lambda arc: (-self._cost[arc], arc))
        twins = _twins(network, hidden)
        waiting, held = order, dict[int, int]()
        while waiting:
            for arc in waiting:
                held[arc] = self._holder(arc, twins[arc])
            # Who holds an arc does so as long as it is withheld itself: none is tried in vain.
            waiting = [
                arc
                for arc in order
                if self._place.hidden[arc] and not self._place.hidden[held[arc]]
            ]

    def _holder(self, arc: int, twins: list[int]) -> int:
        """Show an arc, or return one that would no longer be hidden well enough without it."""
        for twin in twins:
            if twin != arc and self._spare[twin] < 0 and self._safe(twin):
                return twin
        return self._try_without(arc)

    def _safe(self, arc: int) -> bool:
        """Tell whether an arc is withheld and hidden well enough."""
        return self._place.hidden[arc] and self._width[arc] > 0 and not self._wishes(arc)

    def _proved(self, arc: int) -> bool:
        """Tell whether flows show an arc to be hidden well enough, whatever else is withheld."""
        up, down = self._proofs.far[2 * arc : 2 * arc + 2]
        wide = up >= self._rise[arc] and down >= self._fall[arc] and up + down >= self._width[arc]
        return wide or self._width[arc] <= 0

    def _wishes(self, arc: int) -> list[tuple[int, float]]:
        """Return the steps of which one must go further, and how far; none when all is well.

        That holds after `_stretch`. No width is asked of what cannot fall below `reach`.
        """
        up, down = self._proofs.far[2 * arc : 2 * arc + 2]
        if self._proved(arc):
            return []
        if up < self._rise[arc]:
            return [(2 * arc, self._rise[arc])]
        if down < self._fall[arc]:
            return [(2 * arc + 1, self._fall[arc])]
        if down <= self._spare[arc]:
            return []
        return [(2 * arc, self._width[arc] - down), (2 * arc + 1, self._width[arc] - up)]

    def _stretch(self, arc: int) -> bool:
        """Look how far an arc can move by what is withheld; tell whether that is enough."""
        far = self._proofs.far
        for step, least in ((2 * arc, self._rise[arc]), (2 * arc + 1, self._fall[arc])):
            want = max(least, self._width[arc] - far[step ^ 1])
            if far[step] < want and not self._proved(arc):
                self._proofs.record(self._place.free(step, want))
        return not self._wishes(arc)

    def _pay(self, arc: int) -> Iterator[int]:
        """Withhold the cheapest arcs that let one move as far as it needs; yield them."""
        while wishes := self._wishes(arc):
            bought = [(self._place.buy(step, amount), step, amount) for step, amount in wishes]
            able = [flow for flow, _, amount in bought if abs(flow.get(arc, 0.0)) >= amount]
            if not able and len(wishes) > 1:
                able = [flow for flow, step, _ in bought if self._gains(flow, step)][:1]
            if not able:
                return
            yield from self._withhold(min(able, key=self._place.cost))

    def _gains(self, flow: Flow, step: int) -> bool:
        return abs(flow.get(step >> 1, 0.0)) > self._proofs.far[step]

    def _withhold(self, flow: Flow) -> Iterator[int]:
        """Withhold every arc of a flow; yield those that were for sale."""
        for arc in flow:
            if not self._place.hidden[arc]:
                self._place.hide(arc)
                yield arc
        self._proofs.record(flow)

    def _forget(self, arc: int) -> list[tuple[int, float, Flow]]:
        """Drop what flows that move an arc had shown; return the steps, how far, and the flows."""
        lost = []
        for step in sorted(self._proofs.leaning[arc]):
            flow = self._proofs.flow[step]
            if arc in flow:
                lost.append((step, self._proofs.far[step], flow))
                self._proofs.far[step], self._proofs.flow[step] = 0.0, {}
        return lost

    def _try_without(self, arc: int) -> int:
        """Show an arc, unless one that is hidden well enough then no longer is: return that one."""
        proofs = self._proofs
        moved = {step >> 1 for step in proofs.leaning[arc] if arc in proofs.flow[step]} - {arc}
        safe = [other for other in sorted(moved) if self._safe(other)]
        lost = self._forget(arc)
        self._place.show(arc, self._cost[arc])
        holder = next((other for other in safe if not self._stretch(other)), None)
        if holder is None:
            return arc
        self._place.hide(arc)
        for step, far, flow in lost:
            if far > proofs.far[step]:
                proofs.far[step], proofs.flow[step] = far, flow
        return holder


def _crowd(network: Network, hidden: Bools) -> Ints:
    """Return for each arc how many withheld ones hang together with it, not by the ground."""
    tail, head, ground = network.tail, network.head, network.ground
    inner = hidden & (tail != ground) & (head != ground)
    links = coo_array((inner[inner], (tail[inner], head[inner])), shape=2 * (network.nodes,))
    label = connected_components(links, directed=False)[1]
    part = label[np.where(tail == ground, head, tail)]
    crowd: Ints = np.bincount(part[hidden], minlength=network.nodes)[part]
    return crowd


def _twins(network: Network, hidden: Bools) -> dict[int, list[int]]:
    """Return for each withheld arc those that would be derivable exactly if it were shown."""
    arcs = np.flatnonzero(hidden)
    part = Network(arcs, network.tail[arcs], network.head[arcs], network.nodes, network.ground)
    alike: defaultdict[int, list[int]] = defaultdict(list)
    marks = cuts(part).tolist()
    for arc, mark in zip(arcs.tolist(), marks, strict=True):
        alike[mark].append(arc)
    return {arc: alike[mark] for arc, mark in zip(arcs.tolist(), marks, strict=True)}
