"""A count in categories: ages of suspects, kinds of offences, branches."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from zicht.demo.chance import Stream, stream
from zicht.demo.numbers import Floats, Ints
from zicht.demo.people import YEARS
from zicht.demo.states import Scope
from zicht.demo.table import Dimension

MIDDLE = 2021
ABOVE_WIJKEN = Scope(("NL", "PV", "GM"))


@dataclass(frozen=True, slots=True)
class Parts:
    """How a count falls apart along one dimension. `part` numbers its chance.

    shares    of each category that holds no others, in 2021; only their proportions matter
    drift     the change of the logarithm of a share a year
    spread    how much gemeenten differ in the logarithm of each share
    inside    the categories that hold others, and which
    everyone  the shares among all that the group is held against, if it is
    scope     where categories come, and since when
    """

    dimension: Dimension
    part: int
    shares: Mapping[str, float]
    drift: Mapping[str, float] = field(default_factory=dict)
    spread: float = 0.0
    inside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    everyone: Mapping[str, float] = field(default_factory=dict)
    scope: Scope = ABOVE_WIJKEN


def split(
    whole: Ints, parts: Parts, *, gemeente: Ints, of: Stream = Stream.SPLIT
) -> Iterator[tuple[str, Ints]]:
    """Yield the code and the count of each category; those at the top together are the whole.

    Shape:  `whole` has a row a buurt and a column a year, `gemeente` the gemeente of each buurt.
    """
    chance = stream(of, part=parts.part)
    shares = parts.everyone if of is Stream.EVERYONE else parts.shares
    weights = [_weight(code, share, parts, chance, gemeente) for code, share in shares.items()]
    left, found = whole, {}
    for place, code in enumerate(shares):
        rest = sum(weights[place + 1 :], start=weights[place])
        found[code] = chance.binomial(left, weights[place] / rest)
        left = left - found[code]
    yield from found.items()
    for code, inner in reversed(list(parts.inside.items())):
        found[code] = np.sum([found[one] for one in inner], axis=0)
        yield code, found[code]


def _weight(
    code: str, share: float, parts: Parts, chance: np.random.Generator, gemeente: Ints
) -> Floats:
    """Return how large a category is. Shape: a row a buurt, or one for all; a column a year."""
    drift = parts.drift.get(code, 0.0) * (np.array(YEARS) - MIDDLE)
    weight: Floats = share * np.exp(drift)[None, :]
    if parts.spread:
        own = chance.normal(0, parts.spread, int(gemeente.max()) + 1)
        weight = weight * np.exp(own)[gemeente, None]
    return weight
