"""Trees in closed form: their rooms, and ranges of whole tables against linear programs."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import country, table
from tests.unit.protect.networks import ENDLESS, ranges_by_highs, tables
from tests.unit.protect.systems import system, total
from zicht.model.system import Ranges
from zicht.protect.ranges import classes, ranges
from zicht.protect.tree.forest import contract, rooms, unfold

FIXED = settings(derandomize=True, deadline=None, max_examples=40)
ENOUGH = 10.0

seeds = st.integers(0, 10_000)


def drawn(seed, *, breakdowns, most=3):
    """Draw a table and which of its cells are withheld."""
    chance = np.random.default_rng(seed)
    found = table(country(seed, breakdowns=breakdowns, mean=5, most=most))
    return found, chance.random(found.cells) < chance.choice([0.2, 0.5, 0.8])


def agree(found, oracle):
    for mine, theirs in ((found.down, oracle.down), (found.up, oracle.up)):
        assert np.array_equal(np.minimum(mine, ENOUGH), np.minimum(np.round(theirs, 6), ENOUGH))


@FIXED
@given(seeds)
def test_one_count_by_region_is_a_tree_whole(seed):
    one, unknown = drawn(seed, breakdowns=0)
    assert not len(contract(one, unknown).core.cells)


@FIXED
@given(seeds, st.integers(0, 1))
def test_ranges_are_those_of_linear_programs(seed, breakdowns):
    one, unknown = drawn(seed, breakdowns=breakdowns)
    down, up = one.base - one.lower, np.full(one.cells, np.inf)
    agree(ranges(one, unknown, enough=ENOUGH), ranges_by_highs(one, unknown, down=down, up=up))


@settings(FIXED, max_examples=15)
@given(seeds)
def test_ranges_of_two_breakdowns_are_no_wider_than_those_of_linear_programs(seed):
    one, unknown = drawn(seed, breakdowns=2, most=2)
    down, up = one.base - one.lower, np.full(one.cells, np.inf)
    found = ranges(one, unknown, enough=ENOUGH)
    oracle = ranges_by_highs(one, unknown, down=down, up=up)
    assert (np.minimum(found.down, ENOUGH) <= np.floor(oracle.down + 1e-6)).all()
    assert (np.minimum(found.up, ENOUGH) <= np.floor(oracle.up + 1e-6)).all()
    near = (np.abs(oracle.down - np.rint(oracle.down)) < 1e-6) & (oracle.down < 1)
    assert np.array_equal(found.down[near] == 0, np.rint(oracle.down[near]) == 0)


@settings(FIXED, max_examples=60)
@given(st.data())
def test_a_class_of_zero_is_known_and_one_class_is_one_secret(data):
    one = data.draw(tables(most=6))
    unknown = np.array(data.draw(st.lists(st.booleans(), min_size=one.cells, max_size=one.cells)))
    found, wide = classes(one, unknown), np.full(one.cells, ENDLESS)
    free = ranges_by_highs(one, unknown, down=wide, up=wide)
    assert np.array_equal((found == 0) & unknown, (np.round(free.up, 6) == 0) & unknown)
    hidden = np.flatnonzero(unknown & (found != 0))
    for cell in hidden[:3].tolist():
        fixed = unknown.copy()
        fixed[cell] = False
        rest = ranges_by_highs(one, fixed, down=wide, up=wide)
        others = hidden[hidden != cell]
        told = np.round(rest.up[others], 6) == 0
        assert np.array_equal(found[others] == found[cell], told)


def test_classes_are_the_same_each_time():
    one, unknown = drawn(3, breakdowns=1)
    assert np.array_equal(classes(one, unknown), classes(one, unknown))


def test_a_total_moves_as_far_as_its_parts_and_a_part_as_far_as_the_others():
    #      0 = 1 + 2 + 3, of which 3 is shown; 1 = 4 + 5
    one = system([total(0, [1, 2, 3]), total(1, [4, 5])], [20, 7, 5, 8, 3, 4])
    unknown = np.array([False, True, True, False, True, True])
    found = ranges(one, unknown, enough=100)
    assert found.down.tolist() == [0, 7, 5, 0, 3, 4]
    assert found.up.tolist() == [0, 5, 7, 0, 8 + 1, 5 + 3]


def test_what_moves_by_itself_keeps_its_room():
    one = system([total(0, [1, 2])], [9, 4, 5, 3], upper=[np.inf, np.inf, np.inf, 7])
    unknown = np.array([False, False, False, True])
    forest = contract(one, unknown)
    own = Ranges(np.where(unknown, one.base, 0.0), np.where(unknown, one.upper - one.base, 0.0))
    room = rooms(forest, own.down, own.up)
    found = unfold(forest, room, room)
    assert (found.down[3], found.up[3]) == (3, 4)


def test_only_a_total_is_a_handle_where_that_is_asked():
    """A part that two totals share hangs from neither."""
    shared = system([total(0, [1, 2]), total(3, [2, 4])], [5, 2, 3, 7, 4])
    every = np.ones(5, bool)
    assert not len(contract(shared, every).core.cells)
    assert set(contract(shared, every, totals_only=True).core.cells.tolist()) == {0, 1, 2, 3, 4}
