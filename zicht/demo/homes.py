"""Households and homes: how many, what they are worth, who owns them, how close they stand."""

from dataclasses import dataclass

import numpy as np

from zicht.demo.chance import Stream, stream
from zicht.demo.country import Country
from zicht.demo.numbers import Floats, Ints, ints
from zicht.demo.people import YEARS, People
from zicht.demo.risk import latent

PER_HOUSEHOLD = np.array([1.9, 2.05, 2.15, 2.25, 2.3])  # persons, by stedelijkheid
PER_PREMISES = 1.06  # addresses
VALUE_EUR = np.array([249, 270, 290, 315, 368, 379]) * 1000.0
PRICE = np.array([1.22, 1.24, 1.3, 1.33, 1.14, 1.18])  # times that value: sold later than valued
OWNED, LOW_INCOME = 0.6, 0.062
DENSITY = ((2550, 4800), (1550, 2400), (1050, 1450), (550, 950), (120, 450))  # by stedelijkheid


@dataclass(frozen=True)
class Homes:
    """Counts: a row a buurt, a column a year; beside them what one home is worth on average.

    `density` is the number of addresses within a km2 around an address.
    """

    huishoudens: Ints
    adressen: Ints
    owned: Ints
    low_income: Ints
    value_eur: Floats
    price_eur: Floats
    density: Floats


def house(country: Country, people: People) -> Homes:
    """Return the homes of each buurt: worth less, and rented more, where the burden is heavier."""
    chance, burden = stream(Stream.HOMES), latent(country)[:, None]
    size = (len(country.buurt_codes), 1)
    urban = (5 - country.stedelijkheid)[country.buurt_gemeente, None] / 4
    per = PER_HOUSEHOLD[country.stedelijkheid - 1][country.buurt_gemeente, None]
    huishoudens = ints(people.inwoners / (per * chance.lognormal(0, 0.06, size)))
    owned = np.clip(OWNED + 0.1 - 0.25 * urban - 0.09 * burden + chance.normal(0, 0.1, size), 0, 1)
    poor = np.clip(LOW_INCOME * np.exp(0.5 * burden + chance.normal(0, 0.25, size)), 0.01, 0.5)
    worth = np.exp(0.1 * urban - 0.14 * burden + chance.normal(0, 0.16, size))
    return Homes(
        huishoudens=huishoudens,
        adressen=ints(PER_PREMISES * people.panden),
        owned=chance.binomial(people.woningen, owned),
        low_income=chance.binomial(huishoudens, poor * np.exp(0.02 * (2024 - np.array(YEARS)))),
        value_eur=VALUE_EUR * worth,
        price_eur=VALUE_EUR * PRICE * worth * chance.lognormal(0, 0.05, size),
        density=_density(country, people, chance),
    )


def _density(country: Country, people: People, chance: np.random.Generator) -> Floats:
    """Return the density of each buurt: together they are in the class of their gemeente."""
    low, high = np.array(DENSITY).T[:, country.stedelijkheid - 1]
    of_gemeente = chance.uniform(low, high)[country.buurt_gemeente]
    own = chance.lognormal(0, 0.35, len(country.wijk_codes))[country.buurt_wijk]
    weight = people.panden[:, -1] + 1
    size = len(country.gemeenten)
    sums = np.bincount(country.buurt_gemeente, own * weight, minlength=size)
    mean = (sums / np.bincount(country.buurt_gemeente, weight, minlength=size))[
        country.buurt_gemeente
    ]
    found: Floats = np.repeat((of_gemeente * own / mean)[:, None], len(YEARS), axis=1)
    return found
