"""The table of what the source computed itself: averages and percentages that set a context."""

from dataclasses import dataclass

import numpy as np

from zicht.demo.homes import Homes
from zicht.demo.numbers import Ints, Numbers
from zicht.demo.people import People
from zicht.demo.regions import Regions
from zicht.demo.states import Scope, States
from zicht.demo.table import Block, Measure, Table
from zicht.model.figure import State

IN_BUURTEN = Scope(since=2022)
IN_WIJKEN = Scope(("NL", "PV", "GM", "WK"), since=2022)
IN_GEMEENTEN = Scope(("NL", "PV", "GM"), since=2022)


@dataclass(frozen=True, slots=True)
class Average:
    """An average over so many: `top` divided by `over`, in each region.

    Fewer than `fewest`, and the source tells nothing; it rounds to a multiple of `step`.
    """

    measure: Measure
    top: Numbers
    over: Ints
    scope: Scope
    fewest: int
    step: float


def key_figures(people: People, homes: Homes, regions: Regions) -> Table:
    """Return the table ZOO002."""
    households = regions.add_up(homes.huishoudens)
    averages = _averages(people, homes)
    return Table(
        "ZOO002",
        "Kerncijfers van wonen en inkomen",
        (),
        (
            Block(
                Measure("Huishoudens", "Particuliere huishoudens"),
                (),
                households,
                _cells(regions, np.ones_like(households), fewest=0, scope=IN_BUURTEN),
            ),
            *(_block(each, regions) for each in averages),
        ),
    )


def _averages(people: People, homes: Homes) -> tuple[Average, ...]:
    sold, dwellings = people.verkochte_woningen, people.woningen
    return (
        Average(
            Measure("GemiddeldeVerkoopprijs", "Gemiddelde verkoopprijs", unit="euro"),
            homes.price_eur * sold,
            *(sold, IN_GEMEENTEN, 10, 1.0),
        ),
        Average(
            Measure("GemiddeldeWOZWaarde", "Gemiddelde WOZ-waarde van woningen", unit="euro"),
            homes.value_eur * dwellings,
            *(dwellings, IN_BUURTEN, 20, 1000.0),
        ),
        Average(
            Measure("Koopwoningen", "Koopwoningen", unit="%"),
            100 * homes.owned,
            *(dwellings, IN_BUURTEN, 20, 1.0),
        ),
        Average(
            Measure("LaagInkomen", "Huishoudens met een laag inkomen", unit="%", decimals=1),
            100 * homes.low_income,
            *(homes.huishoudens, IN_WIJKEN, 100, 0.1),
        ),
        Average(
            Measure("Omgevingsadressendichtheid", "Omgevingsadressendichtheid", unit="per km2"),
            homes.density * homes.adressen,
            *(homes.adressen, IN_WIJKEN, 1, 1.0),
        ),
    )


def _block(average: Average, regions: Regions) -> Block:
    over = regions.add_up(average.over)
    mean = regions.add_up(average.top) / np.maximum(over, 1)
    numbers = np.round(np.rint(mean / average.step) * average.step, average.measure.decimals)
    cells = _cells(regions, over, fewest=average.fewest, scope=average.scope)
    return Block(average.measure, (), numbers, cells)


def _cells(regions: Regions, over: Ints, *, fewest: int, scope: Scope) -> States:
    """Return the states: withheld where there are few, impossible where there are none."""
    cells = np.where(over < fewest, State.WITHHELD, State.SHOWN).astype(np.uint8)
    cells[over == 0] = State.IMPOSSIBLE
    cells[~regions.exists | scope.outside(regions)] = State.MISSING
    return cells
