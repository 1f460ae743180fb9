"""Cells that are no number: withheld, impossible, not delivered, not published yet."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zicht.demo.chance import Stream, stream
from zicht.demo.numbers import Ints
from zicht.demo.people import YEARS
from zicht.demo.regions import Flags, Regions
from zicht.model.figure import State

States = npt.NDArray[np.uint8]

SECRET_BELOW = 5
EVERY_LEVEL = ("NL", "PV", "GM", "WK", "BU")


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which kinds of regions figures come, and since which year."""

    levels: tuple[str, ...] = EVERY_LEVEL
    since: int = YEARS[0]

    def outside(self, regions: Regions) -> Flags:
        """Return which cells never come. Shape: a row a region, a column a year."""
        early = np.array(YEARS) < self.since
        return np.asarray(~regions.of(*self.levels)[:, None] | early[None, :])


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Gaps:
    """Where a measure has no numbers.

    withheld   the share of small counts of wijken and buurten that the source kept back
    few        the source keeps back every count from 1 up to this number, of any region
    lost       the share of cells of buurten that did not come
    silent     how many gemeenten delivered nothing below themselves in the first year
    absent     how many gemeenten delivered nothing at all in the first year
    pending    the newest year of wijken and buurten is still to come
    """

    withheld: float = 0.0
    few: int = 0
    lost: float = 0.0
    silent: int = 0
    absent: int = 0
    pending: bool = False


WHOLE = Gaps()


def states(
    regions: Regions,
    numbers: Ints,
    base: Ints,
    *,
    part: int,
    gaps: Gaps = WHOLE,
    scope: Scope = EVERYWHERE,
) -> States:
    """Return the state of each cell: a number, or the reason why there is none.

    Shape:  as `numbers`: a row a region, a column a year.
    Source: impossible is where `base`, what it can happen to, is zero.
    """
    chance = stream(Stream.STATES, part=part)
    small, buurten = regions.of("WK", "BU")[:, None], regions.of("BU")[:, None]
    found = np.full(numbers.shape, State.SHOWN, dtype=np.uint8)
    draws = chance.random(numbers.shape)
    few = (numbers > 0) & (numbers < SECRET_BELOW) & small
    found[few & (draws < gaps.withheld)] = State.WITHHELD
    found[(numbers > 0) & (numbers < gaps.few)] = State.WITHHELD
    found[buurten & (draws > 1 - gaps.lost)] = State.MISSING
    found[base == 0] = State.IMPOSSIBLE
    if gaps.pending:
        found[small[:, 0], -1] = State.PENDING
    quiet = _chosen(regions, chance, gaps.silent + gaps.absent)
    first = YEARS.index(scope.since)
    found[_inside(regions, quiet[: gaps.absent], "GM", "WK", "BU"), first] = State.MISSING
    found[_inside(regions, quiet[gaps.absent :], "WK", "BU"), first] = State.MISSING
    found[~regions.exists | scope.outside(regions)] = State.MISSING
    return found


def _chosen(regions: Regions, chance: np.random.Generator, size: int) -> list[str]:
    """Return the digits of a few gemeenten that exist in all years."""
    steady = np.flatnonzero(regions.of("GM") & (regions.exists.sum(axis=1) == len(YEARS)))
    return [regions.codes[row][2:] for row in chance.choice(steady, size, replace=False)]


def _inside(regions: Regions, gemeenten: list[str], *prefixes: str) -> Flags:
    starts = tuple(prefix + digits for prefix in prefixes for digits in gemeenten)
    return regions.of(*starts) if starts else np.zeros(len(regions.codes), dtype=np.bool_)
