"""The rules about few contributors: who is told what, at the boundary and where numbers lack."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zicht.model.rules import Dominance
from zicht.protect.dominance import dominated, upper_need


def unsafe(total, largest, second, contributors, rule):
    arrays = (np.array([float(one)]) for one in (total, largest, second, contributors))
    return bool(dominated(*arrays, rule=rule)[0])


@pytest.mark.parametrize(
    ("contributors", "is_unsafe"), [(0, False), (1, True), (9, True), (10, False)]
)
def test_fewer_than_ten_contributors_are_too_few_and_nobody_is_not(contributors, is_unsafe):
    largest = 0 if contributors == 0 else 5
    assert unsafe(10 * largest, largest, largest, contributors, Dominance()) == is_unsafe


@pytest.mark.parametrize(("largest", "is_unsafe"), [(50, False), (50.1, True)])
def test_one_may_contribute_half_and_no_more(largest, is_unsafe):
    assert unsafe(100, largest, 1, 20, Dominance()) == is_unsafe


@pytest.mark.parametrize(("second", "is_unsafe"), [(55, False), (56, True)])
def test_the_others_of_ten_percent_of_the_largest_are_enough(second, is_unsafe):
    rule = Dominance(p_pct=10, largest_pct=100)
    assert unsafe(100, 40.9, second, 20, rule) == is_unsafe


@pytest.mark.parametrize(("n", "is_unsafe"), [(1, False), (2, True)])
def test_two_may_dominate_where_one_does_not(n, is_unsafe):
    assert unsafe(100, 45, 40, 20, Dominance(n=n, k_pct=80)) == is_unsafe


def test_what_is_not_known_is_taken_at_its_worst():
    rule = Dominance(p_pct=10)
    assert unsafe(100, np.nan, 1, 20, Dominance())
    hundred, nan = np.array([100.0]), np.array([np.nan])
    assert upper_need(hundred, nan, nan, rule=Dominance())[0] == 100, "one has all of it"
    assert unsafe(100, 30, 30, np.nan, Dominance())
    assert not unsafe(100, 30, 30, 20, rule)
    assert unsafe(100, 48, np.nan, 20, rule), "the second may be as large as the first"
    assert not unsafe(100, 30, np.nan, 20, rule), "two of thirty leave forty"


@given(st.floats(1, 1e6), st.floats(0, 1), st.floats(0, 1))
def test_a_sum_that_reaches_what_it_needs_is_safe(total, one, other):
    """The need is the smallest rise of the total, all from others, that ends the dominance."""
    rule = Dominance(p_pct=15, n=2, k_pct=85)
    largest = total * max(one, 1 - one)
    arrays = [np.array([largest]), np.array([min(largest, (total - largest)) * other])]
    need = upper_need(np.array([total]), *arrays, rule=rule)
    assert need[0] >= 0
    assert upper_need(np.array([total]) + need, *arrays, rule=rule)[0] <= 1e-6 * total
    if need[0] > 1e-6 * total:
        assert upper_need(np.array([total]) + need / 2, *arrays, rule=rule)[0] > 0
