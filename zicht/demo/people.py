"""How many people, dwellings and premises each buurt has, year by year."""

from dataclasses import dataclass

import numpy as np

from zicht.demo.chance import Stream, stream
from zicht.demo.country import Country
from zicht.demo.kinds import Kind
from zicht.demo.numbers import Ints, ints

YEARS = (2019, 2020, 2021, 2022, 2023, 2024)
NEWEST = YEARS[-1]

CROWD = {Kind.WONEN: 1.0, Kind.CENTRUM: 1.2, Kind.WERKEN: 0.01, Kind.BUITEN: 0.12}
EMPTY_SHARE = 0.5  # of the buurten where people work: nobody lives there
GROWTH = 0.0075  # a year: 17.28 million inhabitants in 2019, 17.94 in 2024
PER_DWELLING = np.array([1.95, 2.1, 2.2, 2.3, 2.4])  # persons, by stedelijkheid
YOUNG_SHARE = 0.185
SOLD_SHARE = np.array([0.027, 0.029, 0.028, 0.024, 0.022, 0.025])  # of the dwellings, by year
OTHER_PREMISES = {Kind.WONEN: 15, Kind.CENTRUM: 90, Kind.WERKEN: 120, Kind.BUITEN: 12}


@dataclass(frozen=True)
class People:
    """Counts: a row a buurt, a column a year. `jongeren` are 8 to 23 years old."""

    inwoners: Ints
    jongeren: Ints
    woningen: Ints
    panden: Ints
    verkochte_woningen: Ints


def settle(country: Country) -> People:
    """Return the people of each buurt; in 2024 they add up to the inhabitants of each gemeente."""
    chance = stream(Stream.PEOPLE)
    size = (len(country.buurt_codes), 1)
    inwoners = _inwoners(country, chance)
    per_dwelling = PER_DWELLING[country.stedelijkheid - 1][country.buurt_gemeente, None]
    woningen = ints(inwoners / (per_dwelling * chance.lognormal(0, 0.1, size)))
    jongeren = ints(inwoners * np.clip(chance.normal(YOUNG_SHARE, 0.035, size), 0.05, 0.4))
    others = np.array([OTHER_PREMISES[Kind(kind)] for kind in country.buurt_kind])
    panden = ints(
        1.03 * woningen + chance.poisson(others * chance.gamma(2, 0.5, len(others)))[:, None]
    )
    return People(inwoners, jongeren, woningen, panden, chance.binomial(woningen, SOLD_SHARE))


def _inwoners(country: Country, chance: np.random.Generator) -> Ints:
    crowd = np.array([CROWD[Kind(kind)] for kind in country.buurt_kind])
    crowd *= chance.gamma(2.5, size=len(crowd))
    empty = (country.buurt_kind == Kind.WERKEN) & (chance.random(len(crowd)) < EMPTY_SHARE)
    crowd[empty] = 0
    newest = np.zeros(len(crowd), dtype=np.int64)
    for row, gemeente in enumerate(country.gemeenten):
        here = np.flatnonzero(country.buurt_gemeente == row)
        weights = crowd[here] / crowd[here].sum()
        newest[here] = stream(Stream.PEOPLE, part=1 + row).multinomial(gemeente.inwoners, weights)
    growth = chance.normal(GROWTH, 0.003, len(country.gemeenten))[country.buurt_gemeente]
    growth = growth + chance.normal(0, 0.01, len(growth))
    years_ago = NEWEST - np.array(YEARS)
    return ints(newest[:, None] * np.exp(-growth[:, None] * years_ago))
