"""Numbers for what nobody gave: they fit, they are whole, or there are none."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import country, table
from tests.unit.protect.systems import like, system, total
from zicht.protect.completion import completed

FIXED = settings(derandomize=True, deadline=None, max_examples=40)


def off(one, base):
    return np.bincount(one.sum_of, one.sign_of * base[one.cell_of], one.sums)


def drawn(seed, breakdowns, lower):
    chance = np.random.default_rng(seed)
    one = table(country(seed, breakdowns=breakdowns, mean=8, most=2), lower=lower)
    free = chance.random(one.cells) < chance.choice([0.1, 0.4, 0.9, 1.0])
    free &= one.base >= lower
    return like(one, base=np.where(free, -77.0, one.base)), free


@FIXED
@given(st.integers(0, 10_000), st.integers(0, 2), st.sampled_from([0.0, 1.0]))
def test_a_table_is_found_that_fits_and_is_whole(seed, breakdowns, lower):
    one, free = drawn(seed, breakdowns, lower)
    base = completed(one, free)
    assert base is not None
    assert np.array_equal(base[~free], one.base[~free])
    assert not off(one, base).any()
    assert (base[free] >= lower).all()
    assert np.array_equal(base, np.rint(base))


@FIXED
@given(st.integers(0, 10_000), st.integers(0, 2))
def test_what_stands_in_a_free_cell_is_not_read(seed, breakdowns):
    one, free = drawn(seed, breakdowns, 0.0)
    other = like(one, base=np.where(free, 5000.0, one.base))
    assert np.array_equal(completed(one, free), completed(other, free))


def test_an_upper_bound_holds():
    one = system([total(0, [1, 2, 3])], [20, 0, 0, 0], upper=[np.inf, 3, 4, np.inf])
    base = completed(one, np.array([False, True, True, True]))
    assert base is not None
    assert base[1] <= 3
    assert base[2] <= 4
    assert base[1:].sum() == 20


@pytest.mark.parametrize(
    ("base", "upper"), [([5, 6, 0, 0], np.inf), ([20, 5, 0, 0], [99, 99, 7, 7])]
)
def test_what_contradicts_itself_has_no_table(base, upper):
    one = system([total(0, [1, 2, 3])], base, upper=upper)
    assert completed(one, np.array([False, False, True, True])) is None


def test_a_chain_of_totals_is_filled_from_both_ends():
    one = system([total(0, [1, 2]), total(1, [3, 4])], [30, 0, 6, 0, 9])
    base = completed(one, np.array([False, True, False, True, False]))
    assert base is not None
    assert base.tolist() == [30, 24, 6, 15, 9]


def test_noise_of_adding_money_up_is_no_contradiction():
    one = system([total(0, [1, 2])], [0.3, 0.1, 0.2], whole=False)
    assert completed(one, np.array([False, False, False])) is not None
