"""A gemeente among similar ones: the few that are nearest to it in inhabitants."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.render.country import sort_name
from zicht.render.facts import inhabitants
from zicht.render.headlines import headlines
from zicht.render.regions import Regions, regions_table

MOST: Final = 6
"""So many similar gemeenten stand in a table; some gemeenten have fifty."""
TOGETHER: Final = 6
"""So many regions stand beside each other on the page to compare, the own one among them."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A gemeente and those like it: a table, which kind they are, of how many these are chosen."""

    table: Regions
    words: str
    among: int
    shown: int


def alike(atlas: Atlas, code: str, *, base: str) -> Alike | None:
    """Return a gemeente beside those like it, for the first indicator of each theme.

    Shape:  the own one first, then at most six by name: those nearest to it in inhabitants.
    Errors: none; None for a gemeente without similar ones, or without anything to compare.
    """
    peers = atlas.peers.get(code)
    if peers is None or not peers.codes:
        return None
    near = [atlas.division[each] for each in nearest(atlas, code, peers.codes)[:MOST]]
    areas: tuple[Area, ...] = (atlas.division[code], *sorted(near, key=sort_name))
    table = regions_table(atlas, areas, headlines(atlas, Level.GEMEENTE), base=base)
    return None if table is None else Alike(table, peers.words, len(peers.codes), len(near))


def nearest(atlas: Atlas, code: str, others: Sequence[str]) -> tuple[str, ...]:
    """Return other gemeenten, the nearest in inhabitants first, by code where they are equal.

    Where the own number of inhabitants is not told, all are equal; one without a number is last.
    """
    own = inhabitants(atlas, code)

    def far(other: str) -> tuple[bool, int, str]:
        people = inhabitants(atlas, other)
        unknown = own is None or people is None
        return unknown, 0 if own is None or people is None else abs(people - own), other

    return tuple(sorted(others, key=far))


def together(atlas: Atlas, code: str, others: Sequence[str]) -> tuple[str, ...]:
    """Return a gemeente and as many others as stand beside it on the page to compare, by code."""
    return (code, *sorted(nearest(atlas, code, others)[: TOGETHER - 1]))
