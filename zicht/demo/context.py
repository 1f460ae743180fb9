"""The table of what the rest is compared with: people, dwellings, premises, stedelijkheid."""

import numpy as np

from zicht.demo.country import Country
from zicht.demo.people import YEARS, People
from zicht.demo.regions import Regions
from zicht.demo.states import states
from zicht.demo.table import Block, Measure, Table
from zicht.model.figure import State

GEMEENTE = 2  # the place of the gemeenten among the owners of a region


def context_table(country: Country, people: People, regions: Regions) -> Table:
    """Return the table ZOO001, complete but for the regions that did not exist yet."""
    measures = (
        (Measure("Inwoners", "Aantal inwoners"), people.inwoners),
        (Measure("Jongeren", "Jongeren van 8 tot 23 jaar"), people.jongeren),
        (Measure("Woningen", "Woningen"), people.woningen),
        (Measure("Panden", "Panden"), people.panden),
        (Measure("VerkochteWoningen", "Verkochte woningen"), people.verkochte_woningen),
    )
    blocks = []
    for part, (measure, found) in enumerate(measures, start=100):
        numbers = regions.add_up(found)
        cells = states(regions, numbers, np.ones_like(numbers), part=part)
        blocks.append(Block(measure, (), numbers, cells))
    blocks.append(_stedelijkheid(country, regions))
    return Table("ZOO001", "Bevolking, woningen en panden", (), tuple(blocks))


def _stedelijkheid(country: Country, regions: Regions) -> Block:
    """Return the class of each gemeente; one that ended has that of the gemeente it went to."""
    measure = Measure("Stedelijkheid", "Mate van stedelijkheid", unit="code")
    numbers = np.zeros(regions.exists.shape, dtype=np.int64)
    own = {gemeente.code: row for row, gemeente in enumerate(country.gemeenten)}
    owner = regions.owners[GEMEENTE]
    for year in range(len(YEARS)):
        numbers[owner[:, year], year] = country.stedelijkheid[country.buurt_gemeente]
    for row, code in enumerate(regions.codes):
        if code in own:
            numbers[row] = country.stedelijkheid[own[code]]
    cells = np.where(numbers > 0, State.SHOWN, State.MISSING).astype(np.uint8)
    cells[~regions.exists] = State.MISSING
    return Block(measure, (), numbers, cells)
