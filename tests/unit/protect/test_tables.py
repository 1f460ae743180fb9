"""Figures as systems: every sum that a reader can make is in it, and none that does not hold."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import MISSING, country, indicator, nested, series, theme
from tests.unit.protect.systems import like
from zicht.model.figure import State
from zicht.model.rules import Rules
from zicht.model.theme import Counts, Identity
from zicht.protect.completion import completed
from zicht.protect.family import Family, families
from zicht.protect.frame import nearest, parents_of
from zicht.protect.ranges import ranges
from zicht.protect.tables import table_of

FIXED = settings(derandomize=True, deadline=None, max_examples=60)
COUNTRY = nested(NL01=["PV20", "PV21"], PV20=["GM0001", "GM0002"], PV21=["GM0003"])
ONE = Family(("k",), (), (True,))
SPLIT = Family(("k", "a", "b"), ((0, (1, 2)),), (True, True, True))


def laid_out(family, numbers, states=None, division=COUNTRY):
    numbers = np.array(numbers, float)
    kinds = np.zeros(numbers.shape, np.uint8) if states is None else np.array(states, np.uint8)
    size = numbers.size
    return table_of(
        family,
        list(kinds),
        list(np.where(kinds == State.SHOWN, numbers, 0.0)),
        division=division,
        lower=np.zeros(size),
        upper=np.full(size, np.inf),
    )


def span(table, cell, *, among):
    """Return the least and the most that a cell can be when some, and all rests, are unknown."""
    unknown = table.rests.copy()
    unknown[list(among)] = True
    base = completed(table.system, unknown)
    assert base is not None
    found = ranges(like(table.system, base=base), unknown, enough=100)
    return base[cell] - found.down[cell], base[cell] + found.up[cell]


def known(table, cell, *, among):
    least, highest = span(table, cell, among=among)
    return least == highest


@FIXED
@given(st.integers(0, 10_000), st.integers(0, 2))
def test_a_delivery_that_adds_up_fits_its_table_whatever_is_missing(seed, breakdowns):
    one = country(seed, breakdowns=breakdowns, gaps=0.4, mean=8)
    (family,) = families([one.theme])
    grids = [one.raw.series[key] for key in family.keys]
    numbers = [np.nan_to_num(each.values[:, 0]) for each in grids]
    found = laid_out(family, numbers, [each.states[:, 0] for each in grids], one.division)
    free = found.rests.copy()
    for place, each in enumerate(grids):
        held = np.flatnonzero(each.states[:, 0] == State.WITHHELD)
        free[place * len(one.division.areas) + held] = True
    assert completed(found.system, free) is not None


def test_a_region_is_those_inside_it():
    found = laid_out(ONE, [[60, 40, 20, 25, 15, 20]])
    assert not found.rests.any()
    assert found.system.sums == 3
    assert known(found, 3, among=[3])
    assert not known(found, 3, among=[3, 4])


def test_regions_that_do_not_add_up_make_no_sum():
    lonely = Family(("k",), (), (False,))
    assert laid_out(lonely, [[60, 40, 20, 25, 15, 20]]).system.sums == 0


def test_what_was_not_delivered_is_a_rest_of_the_region_around_it():
    """GM0001 is missing: nobody knows how much of PV20 is GM0002."""
    found = laid_out(ONE, [[60, 40, 20, 0, 15, 20]], [[0, 0, 0, MISSING, 0, 0]])
    assert found.rests.sum() == 1
    assert not known(found, 4, among=[4])


def test_a_region_without_a_figure_is_passed_over():
    """PV20 is missing, but what is in it is not: Nederland is PV21 and the two gemeenten."""
    found = laid_out(ONE, [[60, 0, 20, 25, 15, 20]], [[0, MISSING, 0, 0, 0, 0]])
    assert known(found, 3, among=[3])


def test_the_nearest_region_with_a_figure():
    there = np.array([True, False, True, True, True, True])
    assert nearest(parents_of(COUNTRY), there).tolist() == [-1, 0, 0, 0, 0, 2]


SIX = [[60, 40, 20, 25, 15, 20], [30, 22, 8, 20, 2, 8], [30, 18, 12, 5, 13, 12]]


def test_categories_are_the_whole_in_every_region():
    found = laid_out(SPLIT, SIX)
    for cell in range(18):
        assert known(found, cell, among=[cell])


def test_a_category_that_follows_from_the_regions_inside_is_subtracted_from_the_whole():
    """Of PV20 category b did not come, but of its gemeenten it did."""
    states = np.zeros((3, 6), int)
    states[2, 1] = MISSING
    assert known(laid_out(SPLIT, SIX, states), 7, among=[7, 6, 8])


def test_a_category_is_no_more_than_the_whole_less_the_others():
    """Of GM0002 category b did not come anywhere: a is not more than the whole of 15."""
    states = np.zeros((3, 6), int)
    states[2, [0, 1, 2, 4]] = MISSING
    found = laid_out(SPLIT, SIX, states)
    assert span(found, 6 + 4, among=[6, 7, 6 + 4])[1] == 15


def test_a_category_in_which_nothing_can_occur_leaves_the_rest_of_the_whole():
    """In GM0001 there is no b; of GM0002 no category came."""
    numbers, states = np.array(SIX), np.zeros((3, 6), int)
    numbers[1:] = [[35, 27, 8, 25, 2, 8], [25, 13, 12, 0, 13, 12]]
    states[2, 3], states[1:, 4] = State.IMPOSSIBLE, MISSING
    assert known(laid_out(SPLIT, numbers, states), 9, among=[9, 7, 13, 6, 12])


def test_rests_of_other_regions_make_no_sum():
    """The whole lacks one gemeente, its categories lack two: those rests differ."""
    land = nested(NL01=["GM0001", "GM0002", "GM0003"])
    numbers = [[60, 25, 15, 20], [40, 20, 12, 8], [20, 5, 3, 12]]
    states = np.zeros((3, 4), int)
    states[0, 1] = states[1:, 1] = states[1:, 2] = MISSING
    found = laid_out(SPLIT, numbers, states, land)
    assert completed(found.system, found.rests) is not None


def test_wholes_whose_regions_do_not_add_up_keep_their_sums_everywhere():
    odd = Family(("k", "a", "b"), ((0, (1, 2)),), (True, False, False))
    found = laid_out(odd, SIX)
    assert all(known(found, 6 + row, among=[6 + row]) for row in range(6))


def test_families_are_what_sums_link():
    first = indicator("k", parts=[("a", "b")])
    second, third, theirs = indicator("m"), indicator("n"), indicator("p", protected=True)
    computed = indicator("c", counts=Counts.COMPUTED)
    context = (series("inwoners", rules=Rules(adds_up=False)),)
    linked = theme(
        *(first, second, third, theirs, computed),
        context=context,
        identities=[Identity("m", ("k", "n")), Identity("k", ("p", "n"))],
    )
    alone, together = sorted(families([linked]), key=lambda family: len(family.keys))
    assert (alone.keys, alone.adds_up) == (("inwoners",), (False,))
    assert together.keys == ("k", "a", "b", "m", "n")
    assert together.wholes == ((0, (1, 2)), (3, (0, 4)))
