"""What is known of people without a sum: by who is counted, of nearly everybody, of very few."""

import numpy as np
import pytest

from tests.attack import attackers, worlds
from zicht.model.figure import State
from zicht.model.rules import Rules, Zero
from zicht.model.theme import Rate
from zicht.protect import complement, primary, protection

KEY = "meldingen"
TREE = {
    "NL01": None,
    "GM0001": "NL01",
    "GM0002": "NL01",
    **dict.fromkeys(("WK000101", "WK000102", "WK000103", "WK000104"), "GM0001"),
    **dict.fromkeys(("WK000201", "WK000202"), "GM0002"),
}
LARGE = {"WK000103": 50, "WK000104": 60, "WK000201": 70, "WK000202": 80}


def plain(counts, *, rules=None):
    division = worlds.division_of(TREE)
    one = worlds.indicator(KEY, rules=rules or Rules())
    return worlds.world_of(division, (one, {KEY: worlds.added_up(counts, division)}))


def book_of(world, *, least=0):
    (figures,) = world.shape(world.safe())
    grids, wholes = worlds.grids_of(figures)
    return attackers.read(grids, world.division, 2024, wholes=wholes, least=least)


def insiders(world):
    """Return by cell what it tells to the only one who is counted in another: she knows it is 1."""
    told = {}
    alone = [cell for cell in book_of(world).hidden if world.truth(cell, 2024) == 1]
    for mine in alone:
        book = book_of(world)
        book.tell(mine, 1)
        known = attackers.exactly(attackers.subtract(book))
        told |= {cell: number for cell, number in known.items() if cell != mine and number < 10}
    assert alone
    return told


def test_who_is_counted_alone_learns_of_nobody_else():
    assert insiders(plain({"WK000101": 1, "WK000102": 9, **LARGE})) == {}


def test_who_is_counted_alone_would_learn_of_others_if_nobody_thought_of_her(monkeypatch):
    monkeypatch.setattr(complement, "insiders", lambda *_: [])
    told = insiders(plain({"WK000101": 1, "WK000102": 9, **LARGE}))
    assert told == {(KEY, "WK000102"): 9}


ZEROS_SHOWN = Rules(zero=Zero.PUBLISH)
TEN = {"WK000101": 3, "WK000102": 7, **LARGE}


def test_that_zeros_are_always_shown_tells_nothing():
    told = attackers.subtract(book_of(plain(TEN, rules=ZEROS_SHOWN), least=1))
    assert attackers.too_much(told) == {}


def test_that_zeros_are_always_shown_would_tell_that_both_are_few(monkeypatch):
    monkeypatch.setattr("zicht.protect.year._least", lambda _: 0.0)
    told = attackers.subtract(book_of(plain(TEN, rules=ZEROS_SHOWN), least=1))
    assert attackers.too_much(told) == {(KEY, "WK000101"): (1, 9), (KEY, "WK000102"): (1, 9)}


@pytest.mark.parametrize(("zero", "known"), [(Zero.SENSITIVE, set()), (Zero.STRUCTURAL, {0})])
def test_that_nobody_is_counted_is_told_only_where_that_may_be(zero, known):
    world = plain({"WK000101": 0, "WK000102": 40, **LARGE}, rules=Rules(zero=zero))
    book, cell = book_of(world), (KEY, "WK000101")
    book.hidden.add(cell)
    assert set(attackers.exactly(attackers.subtract(book)).values()) == known


def grouped():
    """Return a country where in one wijk 95 % of all stand in one category."""
    division = worlds.division_of(TREE)
    whole = {code: 400 + n for n, code in enumerate(["WK000101", "WK000102", *LARGE])}
    some = {code: number // 2 for code, number in whole.items()} | {"WK000101": 20}
    rest = {code: number - some[code] for code, number in whole.items()}
    parts = {KEY: whole, f"{KEY}.soort.a": some, f"{KEY}.soort.b": rest}
    numbers = {key: worlds.added_up(each, division) for key, each in parts.items()}
    return worlds.world_of(division, (worlds.indicator(KEY, parts=("a", "b")), numbers))


def everybody(world):
    (figures,) = world.shape(world.safe())
    return [
        (part, world.division.areas[row].code)
        for part, each in figures.parts["soort"].items()
        for row, year in attackers.nearly_everybody(each.shares)
        if year == 2024
    ]


def test_nothing_is_told_of_nearly_everybody():
    assert everybody(grouped()) == []


def test_of_nearly_everybody_would_be_told_what_no_rule_withholds(monkeypatch):
    monkeypatch.setattr(primary, "_group", lambda *_: None)
    assert everybody(grouped()) == [("b", "WK000101")]


def counted_of(*, part_of):
    """Return a country with a denominator: all but five in WK000101, and few people in WK000102."""
    division = worlds.division_of(TREE)
    people = {"WK000101": 120, "WK000102": 60, **{code: 9 * n for code, n in LARGE.items()}}
    counts = {"WK000101": 115, "WK000102": 12, **LARGE}
    one = worlds.indicator(KEY, rate=Rate(100, "inwoners", "inwoners", part_of=part_of))
    context = [(worlds.series("inwoners", source=True), worlds.added_up(people, division))]
    told = {KEY: worlds.added_up(counts, division)}
    return worlds.world_of(division, (one, told), context=context), context[0][0].key


def test_the_rest_of_a_denominator_is_no_handful():
    world, of = counted_of(part_of=True)
    safe = world.safe()
    (figures,) = world.shape(safe)
    assert attackers.the_rest(figures.counts, safe.series[of].grid) == {}


def test_the_rest_of_a_denominator_would_be_told_where_it_counts_for_nothing():
    world, of = counted_of(part_of=False)
    safe = world.safe()
    (figures,) = world.shape(safe)
    row = world.division.row["WK000101"]
    told = attackers.the_rest(figures.counts, safe.series[of].grid)
    assert told == {(row, year): 5 for year in worlds.YEARS}


def test_that_no_more_are_counted_than_there_are_tells_nothing():
    """WK000102 counts at most three: that alone would tell that WK000101 counts eight or more."""
    division, of = worlds.division_of(TREE), worlds.series("inwoners", source=True)
    people = {"WK000101": 100, "WK000102": 3, **{code: 9 * n for code, n in LARGE.items()}}
    counts = {"WK000101": 9, "WK000102": 2, **LARGE}
    one = worlds.indicator(KEY, rate=Rate(100, "inwoners", "inwoners", part_of=True))
    world = worlds.world_of(
        division,
        (one, {KEY: worlds.added_up(counts, division)}),
        context=[(of, worlds.added_up(people, division))],
    )
    book = book_of(world)
    for cell in book.hidden:
        book.high[cell] = people.get(cell[1], book.high[cell])
    told = attackers.subtract(book)
    assert {code for _, code in attackers.too_much(told)} <= {"WK000102"}


def rates_of_few(world, of):
    safe = world.safe()
    (figures,) = world.shape(safe)
    return attackers.of_few_people(figures.values, safe.series[of].grid)


def test_no_rate_is_told_of_few_people():
    world, of = counted_of(part_of=False)
    row = world.division.row["WK000102"]
    assert world.shape(world.safe())[0].counts.cell(row, 2024).state is State.SHOWN
    assert rates_of_few(world, of) == []


def test_rates_of_few_people_would_be_told_if_every_rate_were(monkeypatch):
    def every(indicator, raw):
        yield indicator.key, np.ones(raw.series[indicator.key].values.shape, dtype=np.bool_)

    monkeypatch.setattr(protection, "rated", every)
    world, of = counted_of(part_of=False)
    row = world.division.row["WK000102"]
    assert rates_of_few(world, of) == [(row, year) for year in worlds.YEARS]
