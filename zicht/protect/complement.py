"""What must be withheld as well, table by table, until every withheld cell is hidden."""

from dataclasses import dataclass

import numpy as np

from zicht.model.system import Bools, Needs, System
from zicht.protect.ranges import classes, ranges
from zicht.protect.search import ROUNDS, Search
from zicht.protect.wanted import Wanted

RELAXED = 2.0
"""Where nothing else is possible, a reader must hold numbers possible that lie so far apart."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search found: what is withheld, what is short of its needs, what is as good as told.

    Both are about the cells that were withheld for their own sake: `bare` are those of which a
    reader does not even hold numbers possible that lie the relaxed width apart.
    """

    unknown: Bools
    short: Bools
    bare: Bools


def complement(system: System, wanted: Wanted) -> Outcome:
    """Return what is withheld so that every withheld cell is hidden as well as it must be.

    Shape:  a truth for each cell.
    Errors: none; what cannot be hidden is told as short.
    Source: decision 8, rules R7 to R9
    """
    search = Search(system, wanted)
    unknown = search.settled(wanted.unknown)
    for _ in range(ROUNDS):
        wider = search.around(unknown, insiders(system, unknown, wanted))
        wider = search.diluted(wider)
        if (wider == unknown).all():
            break
        unknown = search.settled(wider)
    enough = _enough(system, unknown, wanted.needs)
    found = ranges(system, unknown, enough=enough, needs=wanted.needs)
    short = wanted.unknown & wanted.needs.short(system.base, found)
    return Outcome(unknown, short, short & (found.down + found.up < RELAXED))


def _enough(system: System, unknown: Bools, needs: Needs) -> float:
    """Return how far a range must be known to tell whether it is enough."""
    asked = needs.width, needs.reach - system.lower, system.base - needs.below
    return max(float(each[unknown].max(initial=1)) for each in asked)


def insiders(system: System, unknown: Bools, wanted: Wanted) -> list[tuple[int, int]]:
    """Return pairs of cells: who is the only one in the first can tell the second, which is small.

    Two cells of one class with the same number are one cell seen twice (a wijk and the only
    buurt in it that counts anybody): there the second tells nothing of anybody else.
    """
    found = classes(system, unknown)
    knows = np.flatnonzero(wanted.alone & unknown & (found != 0))
    members: dict[int, list[int]] = {}
    for cell in np.flatnonzero(np.isin(found, found[knows]) & unknown & wanted.small).tolist():
        members.setdefault(int(found[cell]), []).append(cell)
    return [
        (cell, other)
        for cell in knows.tolist()
        for other in members.get(int(found[cell]), ())
        if system.base[other] != system.base[cell]
    ]
