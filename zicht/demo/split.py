"""A count in categories: ages of suspects, kinds of offences."""

from collections.abc import Iterator
from dataclasses import dataclass

from zicht.demo.chance import Stream, stream
from zicht.demo.country import Ints


@dataclass(frozen=True, slots=True)
class Parts:
    """A dimension: its codes with their titles, the total first, and the share of each part.

    `absent` are the kinds of regions for which only the whole comes.
    """

    key: str
    title: str
    total: str
    titles: dict[str, str]
    shares: dict[str, float]
    absent: tuple[str, ...]


AGES = Parts(
    key="Leeftijd",
    title="Leeftijd",
    total="10000",
    titles={
        "10000": "Totaal",
        "52020": "12 tot 18 jaar",
        "53105": "18 tot 25 jaar",
        "53500": "25 jaar of ouder",
    },
    shares={"52020": 0.12, "53105": 0.36, "53500": 0.52},
    absent=("WK", "BU"),
)
OFFENCES = Parts(
    key="SoortMisdrijf",
    title="Soort misdrijf",
    total="6.0",
    titles={"6.0": "Drugsmisdrijven, totaal", "6.1": "Harddrugs", "6.2": "Softdrugs"},
    shares={"6.1": 0.58, "6.2": 0.42},
    absent=("BU",),
)


def split(whole: Ints, parts: Parts, *, part: int) -> Iterator[tuple[str, Ints]]:
    """Yield the code and the count of each category; together they are the whole."""
    chance = stream(Stream.SPLIT, part=part)
    left, share_left = whole, 1.0
    for code, share in parts.shares.items():
        found = chance.binomial(left, min(1.0, share / share_left))
        yield code, found
        left, share_left = left - found, share_left - share
