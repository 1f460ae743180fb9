"""Complement in networks: which arcs are withheld as well, along the cheapest circles."""

import numpy as np

from zicht.model.system import Bools, Floats, Needs
from zicht.protect.network.market import market
from zicht.protect.network.network import Network
from zicht.protect.network.search import Search


def open_cycles(
    network: Network,
    *,
    unknown: Bools,
    may: Bools,
    cost: Floats,
    base: Floats,
    down: Floats,
    up: Floats,
    needs: Needs,
) -> Bools:
    """Return which arcs are withheld, so that each of them is hidden as well as it needs.

    An arc that cannot be hidden well enough whatever is withheld stays short; one of `may` that
    cannot is never withheld. What is chosen depends on `base` only as far as rooms and needs do.

    Shape:  a number for each arc, in and out; `unknown`, and those of `may` that are withheld too.
    Units:  `base`, `down`, `up` and `needs` those of the figures; `cost` any, and positive.
    Errors: none.
    Source: decision 8; Castro 2006, EJOR 171:39-52, finds such circles for one cell at a time.
    """
    place = market(network, hidden=unknown, may=may, cost=cost, down=down, up=up)
    search = Search(place, given=unknown, cost=cost, base=base, needs=needs)
    search.grow()
    search.prune(network)
    return np.array(place.hidden, dtype=np.bool_)


def open_around(
    network: Network,
    arc: int,
    *,
    avoid: Bools,
    unknown: Bools,
    may: Bools,
    cost: Floats,
    down: Floats,
    up: Floats,
    amount: float,
) -> Bools | None:
    """Return which arcs are withheld when one must be able to move while those of `avoid` stay.

    Shape:  a number for each arc; `unknown`, and the cheapest of `may` that it takes. None when
            it cannot move by `amount`, whatever is withheld.
    Units:  those of the figures; up or down, whichever costs less.
    Errors: none.
    Source: decision 8: those who know the arcs of `avoid` should not derive this one.
    """
    place = market(network, hidden=unknown & ~avoid, may=may & ~avoid, cost=cost, down=down, up=up)
    flows = [place.buy(step, amount) for step in (2 * arc, 2 * arc + 1)]
    able = [flow for flow in flows if abs(flow.get(arc, 0)) >= amount]
    if not able:
        return None
    best = min(able, key=place.cost)
    withheld = unknown.copy()
    withheld[list(best)] = True
    return withheld
