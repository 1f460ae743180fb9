"""Shares of categories, worked out from the published counts, and what they are held against."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from zicht.audit.page.facts import Facts
from zicht.model.figure import Cell, State

_SHARE = 100
_STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20)
CLASSES = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A category of a breakdown of an indicator, in one region."""

    facts: Facts
    key: str
    breakdown: str
    part: str
    code: str

    @property
    def title(self) -> str:
        """Return how it is called."""
        return self.facts.wording[self.key].parts[self.breakdown][self.part]

    @property
    def name(self) -> str:
        """Return how it is called where its breakdown is not: "Bijstand (uitkering)".

        One of two categories needs no more than its title.
        """
        words = self.facts.wording[self.key]
        if len(words.parts[self.breakdown]) == len(("one", "the rest")):
            return self.title
        head = words.heads[self.breakdown]
        return f"{self.title} ({head[:1].lower()}{head[1:]})"

    def count(self, year: int) -> Cell:
        """Return how many there are."""
        return self.facts.part(self.key, self.breakdown, self.part, code=self.code, year=year)

    def share(self, year: int) -> Cell:
        """Return the share that two published counts tell; withheld where either is not shown.

        A page may hold it back.
        """
        return _share(self.count(year), self.facts.count(self.key, self.code, year).value)

    def among(self, year: int) -> Cell:
        """Return the share among everyone; withheld where one of their counts is not shown."""
        counts = self.facts.published.series[self.key].everyone.get(self.breakdown, {})
        row = self.facts.division.row[self.code]
        cells = {part: grid.cell(row, year) for part, grid in counts.items()}
        if self.part not in cells or any(cell.value is None for cell in cells.values()):
            return Cell(State.WITHHELD)
        return _share(cells[self.part], sum(cell.value or 0.0 for cell in cells.values()))

    def times(self, year: int) -> Cell:
        """Return how many times the one share as shown is the other."""
        own, other = self.share(year).value, self.among(year).value
        if own is None or not other:
            return Cell(State.WITHHELD)
        return Cell(State.SHOWN, float(np.round(own / other, 1)))


def parts_of(facts: Facts, key: str, breakdown: str, code: str) -> list[Part]:
    """Return the categories of a breakdown in the order of the theme."""
    parts = facts.wording[key].parts[breakdown]
    return [Part(facts, key, breakdown, part, code) for part in parts]


def profile_parts(facts: Facts, key: str, code: str) -> list[Part]:
    """Return the categories of all profiles of an indicator, in the order of the theme."""
    profiles = facts.wording[key].of_form("profile")
    return [part for each in profiles for part in parts_of(facts, key, each, code)]


def years_of(facts: Facts, key: str, breakdown: str, code: str) -> Iterator[int]:
    """Yield the years for which anything was delivered of any category."""
    parts = parts_of(facts, key, breakdown, code)
    for year in facts.published.series[key].compared.years:
        if any(part.count(year).state is not State.MISSING for part in parts):
            yield year


def step(highest: float) -> int:
    """Return how wide five round classes are that hold this share."""
    return next((size for size in _STEPS if size * CLASSES >= highest), _STEPS[-1])


def _share(part: Cell, whole: float | None) -> Cell:
    if part.value is None or not whole:
        return Cell(State.WITHHELD)
    return Cell(State.SHOWN, float(np.round(_SHARE * part.value / whole, 1)))
