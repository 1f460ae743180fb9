"""Ranges, moves and completions against plain programs: two for each cell, nothing shared."""

from fractions import Fraction
from itertools import permutations

import highspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.systems import cross, like, system, total, with_unknown
from zicht.protect.program.program import complete, program_move, program_ranges

FIXED = settings(derandomize=True, deadline=None, max_examples=50)
ENOUGH = 7
FAR = 60


INSTANCES = with_unknown()


def bound(table, unknown, cell, *, way):
    """Return the highest (way 1) or lowest (way -1) number of a cell, by a program of its own."""
    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("threads", 1)
    for k in range(table.cells):
        known = table.base[k]
        low, high = (table.lower[k], table.upper[k]) if unknown[k] else (known, known)
        if k == cell:
            low, high = max(low, known - FAR), min(high, known + FAR)
        h.addVar(low, high)
        if table.whole:
            h.changeColIntegrality(k, highspy.HighsVarType.kInteger)
    for k in range(table.sums):
        mine = table.sum_of == k
        h.addRow(0, 0, mine.sum(), table.cell_of[mine].astype(np.int32), table.sign_of[mine])
    h.changeColCost(cell, -way)
    h.run()
    assert h.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return -way * h.getInfo().objective_function_value


@pytest.mark.parametrize("whole", [True, False])
def test_ranges_are_those_of_two_programs_for_each_cell(whole):
    @FIXED
    @given(INSTANCES)
    def check(instance):
        table, unknown = instance
        table = like(table, whole=whole)
        found = program_ranges(table, unknown, enough=ENOUGH)
        for cell in range(table.cells):
            low, high = (bound(table, unknown, cell, way=way) for way in (-1, 1))
            down, up = table.base[cell] - low, high - table.base[cell]
            assert found.down[cell] == pytest.approx(min(down, ENOUGH), abs=1e-5)
            assert found.up[cell] == pytest.approx(min(up, ENOUGH), abs=1e-5)

    check()


@FIXED
@given(INSTANCES)
def test_ranges_do_not_depend_on_which_table_is_the_base(instance):
    table, unknown = instance
    other = complete(table, unknown)
    assert other is not None
    moved = like(table, base=other)
    one, two = (program_ranges(t, unknown, enough=500) for t in (table, moved))
    below = (one.up < 400) & (two.up < 400)
    np.testing.assert_array_equal((table.base + one.up)[below], (other + two.up)[below])
    np.testing.assert_array_equal(table.base - one.down, other - two.down)


def test_a_range_that_only_fractions_reach_is_not_claimed():
    """Twice a is b, and b may rise by one."""
    table = system([{0: 2, 1: -1}, {1: 1, 2: 1}], [1, 2, -2], lower=-20.0)
    narrow = like(table, upper=np.array([9.0, 3.0, 9.0]))
    every = np.ones(3, bool)
    found = program_ranges(narrow, every, enough=5)
    np.testing.assert_array_equal(found.up, [0, 0, 5])
    as_money = like(narrow, whole=False)
    assert program_ranges(as_money, every, enough=5).up[0] == pytest.approx(0.5)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_cell_that_moves_by_sixes_passes_what_is_enough(order):
    """Six times a, less six times b, is c; a and b also move together."""
    a, b, c = order
    lower, upper, base = np.zeros(3), np.full(3, 90.0), np.full(3, 50.0)
    lower[c], upper[c], base[c] = -6, 6, 0
    table = system([{a: 6, b: -6, c: -1}], base, lower=lower, upper=upper)
    found = program_ranges(table, np.ones(3, bool), enough=5)
    np.testing.assert_array_equal(found.up, [5, 5, 5])
    np.testing.assert_array_equal(found.down, [5, 5, 5])


def kept(table, change):
    """Sum up what a change does to every sum, exactly."""
    off = [Fraction(0)] * table.sums
    for k, cell, sign in zip(table.sum_of, table.cell_of, table.sign_of, strict=True):
        off[k] += Fraction(sign) * Fraction(change.get(int(cell), 0.0))
    return not any(off)


@FIXED
@given(INSTANCES, st.integers(1, ENOUGH), st.sampled_from([-1, 1]))
def test_a_move_is_found_whenever_there_is_one_and_is_a_table(instance, amount, way):
    table, unknown = instance
    cell = int(np.argmax(unknown))
    found = program_ranges(table, unknown, enough=ENOUGH)
    reach = found.up[cell] if way > 0 else found.down[cell]
    move = program_move(table, unknown, cell, float(way * amount))
    if move is None:
        with_it = like(table, base=table.base.copy())
        assert not fits(with_it, unknown, cell, way * amount)
        return
    assert reach >= amount
    assert move[cell] == way * amount
    assert kept(table, move)
    assert all(unknown[k] and change == round(change) for k, change in move.items())
    assert all(table.base[k] + change >= 0 for k, change in move.items())


def fits(table, unknown, cell, amount):
    """Tell whether a table exists in which a cell lies exactly `amount` from the base."""
    if not unknown[cell] or table.base[cell] + amount < 0:
        return False
    table.base[cell] += amount
    free = unknown.copy()
    free[cell] = False
    return complete(table, free) is not None


def test_a_known_cell_does_not_move():
    table = system([total(0, [1, 2])], [5, 2, 3])
    assert program_move(table, np.array([False, True, True]), 0, 1.0) is None


def test_a_move_beyond_the_limits_is_none():
    table = system([total(0, [1, 2])], [5, 2, 3])
    unknown = np.array([False, True, True])
    assert program_move(table, unknown, 1, 3.0) == {1: 3.0, 2: -3.0}
    assert program_move(table, unknown, 1, 4.0) is None


@FIXED
@given(INSTANCES)
def test_a_completed_table_fits_and_keeps_what_is_known(instance):
    table, free = instance
    asked = like(table, base=np.where(free, np.nan, table.base))
    found = complete(asked, free)
    assert found is not None, "the table that was hidden fits"
    np.testing.assert_array_equal(found[~free], table.base[~free])
    np.testing.assert_array_equal(found, np.rint(found))
    assert (found >= 0).all()
    sums = np.bincount(table.sum_of, table.sign_of * found[table.cell_of], table.sums)
    assert not sums.any()
    np.testing.assert_array_equal(found, complete(asked, free))


def test_a_completed_sum_is_spread_over_its_parts():
    table = system([total(0, range(1, 7))], [60, *[np.nan] * 6])
    found = complete(table, np.array([False, *[True] * 6]))
    assert found is not None
    np.testing.assert_array_equal(found[1:], np.full(6, 10))


@pytest.mark.parametrize(
    ("base", "free"),
    [([3, 5, 0], [2]), ([7, 3, 5], []), ([4, 0, 0], [1])],
    ids=["a part would be negative", "a known sum is off", "fits"],
)
def test_none_is_the_answer_when_no_table_fits(base, free):
    table = system([total(0, [1, 2])], base)
    mask = np.zeros(3, bool)
    mask[free] = True
    assert (complete(table, mask) is None) == (base != [4, 0, 0])


def test_money_is_completed_in_fractions():
    table = system([total(0, [1, 2, 3])], [100.0, 0, 0, 0], whole=False)
    found = complete(table, np.array([False, True, True, True]))
    assert found is not None
    np.testing.assert_allclose(found[1:], 100 / 3)


def test_a_cell_in_no_sum_has_its_own_room():
    table = system([total(0, [1, 2])], [5, 2, 3, 4])
    found = program_ranges(table, np.array([False, False, False, True]), enough=10)
    assert (found.down[3], found.up[3]) == (4, 10)


def test_the_same_question_has_the_same_answer():
    chance = np.random.default_rng(1)
    one, _ = cross(chance.integers(0, 9, (4, 4)))
    unknown = chance.random(25) < 0.6
    first, second = (program_ranges(one, unknown, enough=9) for _ in range(2))
    np.testing.assert_array_equal(first.down, second.down)
    np.testing.assert_array_equal(first.up, second.up)
