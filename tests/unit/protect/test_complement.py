"""What is withheld as well: the same each time, and no insider learns of another."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import country, table
from tests.unit.protect.systems import cross, system, total
from zicht.model.system import Needs
from zicht.protect.complement import complement, insiders
from zicht.protect.ranges import classes, ranges
from zicht.protect.wanted import Wanted

FIXED = settings(derandomize=True, deadline=None, max_examples=25)


def needs_of(one, *, reach=10.0, width=5.0):
    size = one.cells
    return Needs(np.full(size, reach), np.full(size, np.inf), np.full(size, width))


def wanted(one, unknown=None, *, cost=None, needs=None, may=None):
    small = (one.base > 0) & (one.base < 10)
    hidden = small if unknown is None else unknown
    return Wanted(
        hidden,
        ~hidden if may is None else may & ~hidden,
        np.ones(one.cells) if cost is None else np.array(cost, float),
        needs_of(one) if needs is None else needs,
        hidden & (one.base == 1),
        small,
    )


@FIXED
@given(st.integers(0, 10_000), st.integers(0, 2))
def test_what_is_withheld_is_hidden_and_is_the_same_each_time(seed, breakdowns):
    one = table(country(seed, breakdowns=breakdowns, mean=6, most=2))
    found = complement(one, wanted(one))
    assert np.array_equal(found.unknown, complement(one, wanted(one)).unknown)
    assert not (wanted(one).unknown & ~found.unknown).any()
    short = needs_of(one).short(one.base, ranges(one, found.unknown, enough=10)) & found.unknown
    assert not (short & ~found.short).any() or found.short.any()


@FIXED
@given(st.integers(0, 10_000), st.integers(0, 1))
def test_who_is_alone_in_a_cell_tells_no_other(seed, breakdowns):
    """Unless nothing else may be withheld: then some total lies bare of parts."""
    one = table(country(seed, breakdowns=breakdowns, mean=3))
    want = wanted(one)
    found = complement(one, want)
    left = insiders(one, found.unknown, want)
    for cell, other in left:
        more = found.unknown | want.may
        again = classes(one, more)
        assert again[cell] == again[other], "something could have been withheld"


def test_of_two_withheld_parts_who_is_the_one_in_the_first_would_tell_the_second():
    one = system([total(0, [1, 2, 3, 4])], [51, 1, 9, 20, 21])
    want = wanted(one)
    small = np.array([False, True, True, False, False])
    assert insiders(one, small, want) == [(1, 2)]
    found = complement(one, want)
    assert found.unknown.sum() == 3
    assert insiders(one, found.unknown, want) == []


def test_a_cell_seen_twice_is_no_secret_of_another():
    one = system([total(0, [1, 2]), total(1, [3])], [9, 1, 8, 1])
    want = wanted(one, np.array([True, True, True, True]))
    assert insiders(one, want.unknown, want) == []


def test_a_cheaper_cell_is_taken_in_a_table_of_rows_and_columns():
    one, place = cross([[4, 30, 40], [30, 30, 30], [30, 30, 30]])
    prices = np.ones(one.cells)
    prices[place[:, 3]] = prices[place[3]] = 50
    for column, row in ((1, 1), (2, 2)):
        cost = prices.copy()
        others = [place[0, 3 - column], place[3 - row, 0], place[3 - row, column]]
        cost[others] = 5
        found = complement(one, wanted(one, cost=cost))
        asked = {place[0, 0], place[0, column], place[row, 0], place[row, column]}
        assert set(np.flatnonzero(found.unknown).tolist()) == asked
        assert not found.short.any()


def test_a_large_cell_that_must_look_smaller_is_judged_by_its_whole_range():
    """Of 1000 it is 950: a reader must hold 899 possible, though ten up or down is soon had."""
    one, place = cross([[950, 50], [400, 600]])
    hidden = np.zeros(one.cells, bool)
    hidden[place[0, 0]] = True
    needs = needs_of(one)
    needs.below[place[0, 0]] = 899
    found = complement(one, wanted(one, hidden, needs=needs, cost=np.arange(one.cells) + 1))
    assert not found.short.any()
    down = ranges(one, found.unknown, enough=1000).down
    assert 950 - down[place[0, 0]] <= 899


def test_what_nothing_hides_is_told_as_bare():
    one = system([total(0, [1, 2])], [24, 4, 20])
    nothing = np.zeros(3, bool)
    found = complement(one, wanted(one, may=nothing))
    assert found.short.tolist() == found.bare.tolist() == [False, True, False]


def test_what_is_hidden_a_little_is_short_and_not_bare():
    one = system([total(0, [1, 2])], [9, 4, 5], lower=[0, 1, 1])
    found = complement(one, wanted(one, np.array([False, True, True]), may=np.zeros(3, bool)))
    assert found.short.tolist() == [False, True, True]
    assert not found.bare.any()
