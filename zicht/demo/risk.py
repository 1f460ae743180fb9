"""Chance counts of crime: skewed, alike within a wijk, over the years and between subjects."""

from dataclasses import dataclass

import numpy as np

from zicht.demo.chance import Stream, stream
from zicht.demo.country import Country
from zicht.demo.numbers import Floats, Ints
from zicht.demo.people import YEARS

SKEW = 2.0  # the shape of the gamma that spreads the buurten: the smaller, the more zeros
NOISE = 0.1


@dataclass(frozen=True, slots=True)
class Burden:
    """How often something occurs: `rate` for each of what it can happen to, in 2021.

    `trend` is the change of its logarithm a year, `urban` that between the least and the most
    urban gemeenten, `shared` how much of the spread it has in common with the other subjects.
    """

    rate: float
    trend: float
    urban: float
    shared: float


@dataclass(frozen=True, slots=True)
class Draw:
    """Some of what was counted before: of `each` for one, a share `rate` in 2021, with a trend."""

    rate: float
    each: int = 1
    trend: float = 0.0


def drawn(base: Ints, *, draw: Draw, part: int) -> Ints:
    """Return how many of what was counted are meant. Shape: as `base`."""
    rate = draw.rate * np.exp(draw.trend * (np.array(YEARS) - 2021))
    found: Ints = stream(Stream.COUNTS, part=part).binomial(draw.each * base, np.minimum(rate, 1))
    return found


def latent(country: Country) -> Floats:
    """Return for each buurt how burdened it is: about 0 on average, 1 is a standard deviation."""
    chance = stream(Stream.RISK)
    of_gemeente = chance.normal(0, 0.45, len(country.gemeenten))[country.buurt_gemeente]
    of_wijk = chance.normal(0, 0.65, len(country.wijk_codes))[country.buurt_wijk]
    return of_gemeente + of_wijk + chance.normal(0, 0.6, len(country.buurt_codes))


def counts(country: Country, common: Floats, base: Ints, *, burden: Burden, part: int) -> Ints:
    """Return how often it occurred in each buurt (row) and year (column), never more than `base`.

    The expected number over the country is `burden.rate` times the base, with its trend.
    """
    chance = stream(Stream.COUNTS, part=part)
    wijken = len(country.wijk_codes)
    own = chance.normal(0, 0.3, wijken)[country.buurt_wijk]
    noise = chance.normal(0, NOISE, (wijken, len(YEARS)))[country.buurt_wijk]
    spread = chance.gamma(SKEW, 1 / SKEW, len(common))
    urban = burden.urban * (5 - country.stedelijkheid)[country.buurt_gemeente] / 4
    level = np.exp(urban + burden.shared * common + own) * spread
    weight = base * level[:, None] * np.exp(noise)
    trend = np.exp(burden.trend * (np.array(YEARS) - 2021))
    expected = burden.rate * trend * base.sum(axis=0)
    found = chance.poisson(weight / weight.sum(axis=0) * expected)
    most: Ints = np.minimum(found, base)
    return most
