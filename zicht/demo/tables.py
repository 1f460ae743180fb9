"""The tables of the delivery, filled."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from zicht.demo.chance import Stream
from zicht.demo.context import context_table
from zicht.demo.country import Country
from zicht.demo.firms import found
from zicht.demo.homes import Homes, house
from zicht.demo.keyfigures import key_figures
from zicht.demo.numbers import Ints, rounded
from zicht.demo.people import People
from zicht.demo.regions import Regions
from zicht.demo.risk import Draw, counts, drawn, latent
from zicht.demo.sbi import VULNERABLE
from zicht.demo.split import Parts, split
from zicht.demo.states import States, states
from zicht.demo.subject import Everyone, Subject
from zicht.demo.subjects import SUBJECTS, TITLES
from zicht.demo.subjects.branches import BRANCHES
from zicht.demo.table import Block, Dimension, Table
from zicht.model.figure import State

PER_PREMISES = 5  # persons: an offence also occurs where people work, and nobody lives
THAT_SHARE_ONE = 3  # one of so many premises has an owner who has another as well


def tables(country: Country, people: People, regions: Regions) -> Iterator[Table]:
    """Yield the tables, that of the people themselves first."""
    homes = house(country, people)
    yield context_table(country, people, regions)
    yield key_figures(people, homes, regions)
    hand = _Hand(country, regions, dict(_bases(country, people, homes)))
    for key, title in TITLES.items():
        subjects = [subject for subject in SUBJECTS if subject.table == key]
        table = Table(key, title, _dimensions(subjects), ())
        blocks = (block for subject in subjects for block in hand.blocks(subject, table))
        yield replace(table, blocks=tuple(blocks))


def _dimensions(subjects: list[Subject]) -> tuple[Dimension, ...]:
    """Return the dimensions of a table: those of all its subjects, each once."""
    found = {one.dimension.key: one.dimension for subject in subjects for one in subject.parts}
    return tuple(found.values())


class _Hand:
    """Counts one subject after another; what was counted can be the base of the next."""

    def __init__(self, country: Country, regions: Regions, bases: dict[str, Ints]) -> None:
        """Lay ready what things can happen to."""
        self._country, self._regions, self._common = country, regions, latent(country)
        self._bases = bases

    def blocks(self, subject: Subject, table: Table) -> Iterator[Block]:
        """Yield the whole, its parts, and the same parts of everyone it is held against."""
        counted = self._count(subject)
        self._bases[subject.measure.key] = counted
        numbers = self._regions.add_up(counted)
        among = self._regions.add_up(self._bases[subject.among or subject.base])
        told = states(
            *(self._regions, numbers, among),
            part=subject.part,
            gaps=subject.gaps,
            scope=subject.scope,
        )
        numbers = rounded(numbers, subject.rounded_to)
        yield Block(subject.measure, table.codes(), numbers, told)
        for parts in subject.parts:
            yield from self._parts(subject, counted, parts, told, table)
        if subject.everyone is not None:
            yield from self._everyone(subject, subject.everyone, table)

    def _count(self, subject: Subject) -> Ints:
        base, how = self._bases[subject.base], subject.how
        if isinstance(how, Draw):
            return drawn(base, draw=how, part=subject.part)
        return counts(self._country, self._common, base, burden=how, part=subject.part)

    def _parts(
        self, subject: Subject, counted: Ints, parts: Parts, told: States, table: Table
    ) -> Iterator[Block]:
        """Yield the parts, which have no number wherever the whole has none."""
        cells = told.copy()
        cells[parts.scope.outside(self._regions)] = State.MISSING
        for code, part in split(counted, parts, gemeente=self._country.buurt_gemeente):
            numbers = rounded(self._regions.add_up(part), subject.rounded_to)
            yield Block(subject.measure, table.codes(**{parts.dimension.key: code}), numbers, cells)

    def _everyone(self, subject: Subject, everyone: Everyone, table: Table) -> Iterator[Block]:
        base = self._bases[everyone.base]
        for parts in subject.parts:
            if not parts.everyone:
                continue
            outside = parts.scope.outside(self._regions) | ~self._regions.exists
            cells = np.where(outside, State.MISSING, State.SHOWN).astype(np.uint8)
            of = split(base, parts, gemeente=self._country.buurt_gemeente, of=Stream.EVERYONE)
            for code, part in of:
                numbers = rounded(self._regions.add_up(part), everyone.rounded_to)
                codes = table.codes(**{parts.dimension.key: code})
                yield Block(everyone.measure, codes, numbers, cells)


def _bases(country: Country, people: People, homes: Homes) -> Iterator[tuple[str, Ints]]:
    """Yield what things can happen to, by name. Shape: a row a buurt, a column a year."""
    firms = found(country, people)
    yield "huishoudens", homes.huishoudens
    yield "adressen", homes.adressen
    yield "woningen", people.woningen
    yield "inwoners", people.inwoners
    yield "jongeren", people.jongeren
    yield "panden", people.panden
    yield "eigenaren", people.panden - people.panden // THAT_SHARE_ONE
    yield "verkochte_woningen", people.verkochte_woningen
    yield "all", people.inwoners + PER_PREMISES * people.panden
    yield "vestigingen", firms.vestigingen
    yield "stichtingen", firms.stichtingen
    yield "zorgondernemers", firms.zorgondernemers
    branches = dict(split(firms.vestigingen, BRANCHES, gemeente=country.buurt_gemeente))
    yield "kwetsbaar", np.sum([branches[code] for code in VULNERABLE], axis=0)
