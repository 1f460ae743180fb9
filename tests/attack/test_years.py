"""Subtract the years that are shown from a figure over several: there is no such figure."""

import re

import pyarrow.parquet as pq
import pytest

from tests.attack import attackers
from zicht.model.figure import State

SPAN = re.compile(r"(\d{4})\D+(\d{4})")


def spans(rows):
    """Return the counts that are told of several years, by indicator, code, first and last year."""
    found = {}
    for row in rows:
        span = SPAN.search(str(row["jaar"]))
        if span and row["aantal"] is not None:
            found[row["indicator"], row["regiocode"], int(span[1]), int(span[2])] = row["aantal"]
    return found


@pytest.fixture(scope="module")
def rows(country):
    names = ("indicator", "regiocode", "uitsplitsing", "categorie", "jaar", "aantal")
    return pq.read_table(country[0] / "data/all.parquet", columns=list(names)).to_pylist()


def withheld_once(world, figures, *, years):
    """Return the regions of which just one of these years is withheld, and all others shown."""
    for row, area in enumerate(world.division.areas):
        states = [figures.counts.cell(row, year).state for year in years]
        if states.count(State.WITHHELD) == 1 and set(states) <= attackers.EXISTING:
            yield area.code, years[states.index(State.WITHHELD)]


def learned(world, figures, rows):
    """Return by code and year what figures over several years tell of the one that is withheld."""
    told = {}
    for (key, code, first, last), number in spans(rows).items():
        years = range(first, last + 1)
        cells = [figures.counts.cell(world.division.row[code], year) for year in years]
        hidden = [y for y, cell in zip(years, cells, strict=True) if cell.value is None]
        if key == figures.indicator.key and len(hidden) == 1:
            told[code, hidden[0]] = number - sum(cell.value or 0 for cell in cells)
    return told


def test_every_figure_is_about_one_year(rows):
    assert spans(rows) == {}
    cells = [tuple(value for name, value in row.items() if name != "aantal") for row in rows]
    assert len(set(cells)) == len(cells)


def test_years_tell_nothing_of_each_other(delivered, rows):
    for figures in delivered.shape(delivered.safe()):
        assert learned(delivered, figures, rows) == {}


def test_a_sum_over_years_would_tell_the_year_that_is_withheld(delivered, rows):
    figures = delivered.shape(delivered.safe())[0]
    years, key = figures.values.years[-3:], figures.indicator.key
    once = withheld_once(delivered, figures, years=years)
    truth = {(code, year): delivered.truth((key, code), year) for code, year in once}
    hidden = {cell: number for cell, number in truth.items() if number >= 0}
    sums = [
        {
            "indicator": key,
            "regiocode": code,
            "jaar": f"{years[0]}-{years[-1]}",
            "aantal": sum(delivered.truth((key, code), year) for year in years),
        }
        for code, _ in hidden
    ]
    told = learned(delivered, figures, [*rows, *sums])
    assert hidden
    assert told == hidden
