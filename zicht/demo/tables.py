"""The tables of the delivery, filled."""

from collections.abc import Iterator

from zicht.demo.context import context_table
from zicht.demo.country import Country, Ints
from zicht.demo.people import People
from zicht.demo.regions import Regions
from zicht.demo.risk import counts, latent
from zicht.demo.split import split
from zicht.demo.states import states
from zicht.demo.subjects import SUBJECTS, TITLES, Subject
from zicht.demo.table import Block, Table
from zicht.model.figure import State

PER_PREMISES = 5  # persons: an offence also occurs where people work, and nobody lives


def tables(country: Country, people: People, regions: Regions) -> Iterator[Table]:
    """Yield the tables, that of the people themselves first."""
    yield context_table(country, people, regions)
    common = latent(country)
    bases = {
        "woningen": people.woningen,
        "inwoners": people.inwoners,
        "jongeren": people.jongeren,
        "panden": people.panden,
        "verkochte_woningen": people.verkochte_woningen,
        "all": people.inwoners + PER_PREMISES * people.panden,
    }
    sums = {key: regions.add_up(base) for key, base in bases.items()}
    for key, title in TITLES.items():
        blocks: list[Block] = []
        subjects = [subject for subject in SUBJECTS if subject.table == key]
        for subject in subjects:
            base = bases[subject.base]
            found = counts(country, common, base, burden=subject.burden, part=subject.part)
            blocks += _blocks(subject, found, regions, base=sums[subject.base])
        yield Table(key, title, subjects[0].parts, tuple(blocks))


def _blocks(subject: Subject, found: Ints, regions: Regions, *, base: Ints) -> Iterator[Block]:
    """Yield the whole and then its parts, which have no number wherever the whole has none."""
    numbers = regions.add_up(found)
    cells = states(regions, numbers, base, gaps=subject.gaps, part=subject.part)
    if subject.parts is None:
        yield Block(subject.measure, None, numbers, cells)
        return
    yield Block(subject.measure, subject.parts.total, numbers, cells)
    cells = cells.copy()
    cells[regions.of(*subject.parts.absent)] = State.MISSING
    for category, part in split(found, subject.parts, part=subject.part):
        yield Block(subject.measure, category, regions.add_up(part), cells)
