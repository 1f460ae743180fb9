"""How many firms, foundations and care entrepreneurs each buurt has, year by year."""

from dataclasses import dataclass

import numpy as np

from zicht.demo.chance import Stream, stream
from zicht.demo.country import Country
from zicht.demo.kinds import Kind
from zicht.demo.numbers import Ints, ints
from zicht.demo.people import NEWEST, YEARS, People

GROWTH = 0.03  # a year
PER_INHABITANT = 0.115
OTHERS = {Kind.WONEN: 3, Kind.CENTRUM: 60, Kind.WERKEN: 80, Kind.BUITEN: 8}
FOUNDATIONS = 0.085  # of the firms: some 190,000
CARE = 0.0019  # of the inhabitants: some 35,000


@dataclass(frozen=True)
class Firms:
    """Counts: a row a buurt, a column a year."""

    vestigingen: Ints
    stichtingen: Ints
    zorgondernemers: Ints


def found(country: Country, people: People) -> Firms:
    """Return the firms of each buurt: they grow, and gather in centres and where people work."""
    chance = stream(Stream.FIRMS)
    size = (len(country.buurt_codes), 1)
    at_home = PER_INHABITANT * people.inwoners * chance.lognormal(0, 0.3, size)
    others = np.array([OTHERS[Kind(kind)] for kind in country.buurt_kind])
    elsewhere = chance.poisson(others * chance.gamma(2, 0.5, len(others)))[:, None]
    growth = np.exp(GROWTH * (np.array(YEARS) - NEWEST))
    vestigingen = ints((at_home + elsewhere) * growth)
    stichtingen = chance.binomial(vestigingen[:, -1:], FOUNDATIONS)
    ondernemers = chance.poisson(CARE * people.inwoners[:, -1:] * chance.gamma(2, 0.5, size))
    return Firms(
        vestigingen,
        ints(stichtingen * np.exp(0.01 * (np.array(YEARS) - NEWEST))),
        ints(ondernemers * np.exp(0.04 * (np.array(YEARS) - NEWEST))),
    )
