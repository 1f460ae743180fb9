"""What a sentence on a page may be about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from zicht.audit.page.about import About, Family
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import telling
from zicht.model.area import NEDERLAND, Level
from zicht.model.figure import Cell

LEVELS: Final = {
    "gemeenten": Level.GEMEENTE,
    "wijken": Level.WIJK,
    "buurten": Level.BUURT,
}


@dataclass(frozen=True)
class Talk:
    """What a sentence may be about.

    keys   the indicators that it can mean: one, or all where the page does not say which
    bars   how many regions the bars beside it show, where there are bars
    drawn  the regions on the map beside it, where there is a map
    beside the gemeenten in the table of neighbours, where there is one
    """

    facts: Facts
    about: About
    keys: Sequence[str]
    bars: int | None = None
    drawn: Sequence[str] = ()
    beside: Sequence[str] = ()

    @cached_property
    def years(self) -> frozenset[int]:
        """Return every year of the data."""
        series = self.facts.published.series.values()
        return frozenset(year for each in series for year in each.compared.years)

    @cached_property
    def said(self) -> Sequence[str]:
        """Return the fixed texts that may count or compare: titles, units, names; longest first."""
        facts, code = self.facts, self.about.code
        texts = {*facts.words}
        for knot in facts.branches.values() if self.about.family is Family.BRANCHE else ():
            texts |= {f"{knot.code} {knot.title}", f"{knot.rank} {knot.code}"}
            texts.add(f"{knot.rank.capitalize()} {knot.code}")
        around = (*facts.division.parents(code), facts.division[code])
        beside = facts.division.children(around[-2].code) if len(around) > 1 else ()
        texts |= {area.name for area in (*around, *beside, *self.about.listed(facts))}
        texts |= {facts.division[each].name for each in self.beside}
        return sorted((t for t in texts if telling(t)), key=lambda text: (-len(text), text))

    def sets(self, level: str) -> Iterator[Sequence[str]]:
        """Yield the groups of regions that "37 wijken" can mean on this page."""
        listed = [area.code for area in self.about.listed(self.facts)]
        if LEVELS[level] is self.about.below:
            yield listed
            yield self.drawn
        if level == "gemeenten":
            yield [area.code for area in self.facts.division.of(Level.GEMEENTE)]

    def cells(self, key: str, codes: Sequence[str]) -> list[Cell]:
        """Return the figures of regions of one level in the newest year of that level."""
        year = self.facts.latest(key, Level.of(codes[0])) if codes else None
        return [] if year is None else [self.facts.cell(key, code, year) for code in codes]

    def against(self, key: str, year: int) -> Iterator[Cell]:
        """Yield what a figure of this page may be set against."""
        yield self.facts.similar(key, self.about.code, year)
        yield self.facts.cell(key, NEDERLAND, year)
        for area in self.facts.division.parents(self.about.code):
            yield self.facts.cell(key, area.code, year)
