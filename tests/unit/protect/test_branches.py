"""Complement in trees: enough for all, and little more than the least that is."""

from itertools import combinations

import numpy as np
import pytest

from tests.unit.protect.countries import country, table
from tests.unit.protect.systems import system, total
from zicht.model.system import Needs
from zicht.protect.complement import complement
from zicht.protect.ranges import ranges
from zicht.protect.tree.branches import trees_of
from zicht.protect.wanted import Wanted

TREES = 200
MOST = 10
"""Trees of more cells have too many patterns to try them all."""
NEEDS = {"nothing exact": (1.0, 1.0), "width and reach": (5.0, 10.0)}


def small_trees(count):
    seed = found = 0
    while found < count:
        seed += 1
        one = table(country(seed, depth=2, mean=[6, 12, 25][seed % 3]))
        if one.cells <= MOST and ((one.base > 0) & (one.base < 10)).any():
            found += 1
            yield one


def asked(one, width, reach):
    size = one.cells
    least = np.full(size, reach) if reach > 1 else np.full(size, -np.inf)
    return Needs(least, np.full(size, np.inf), np.full(size, width))


def wanted(one, needs):
    small = (one.base > 0) & (one.base < 10)
    nobody = np.zeros(one.cells, bool)
    return Wanted(small, ~small, np.ones(one.cells), needs, nobody, nobody)


def safe(one, unknown, needs):
    return not (needs.short(one.base, ranges(one, unknown, enough=10)) & unknown).any()


def least(one, small, needs):
    """Return how many more must be withheld at least, by trying all; None if all is too few."""
    others = np.flatnonzero(~small)
    for size in range(len(others) + 1):
        for cells in combinations(others.tolist(), size):
            unknown = small.copy()
            unknown[list(cells)] = True
            if safe(one, unknown, needs):
                return size
    return None


@pytest.mark.parametrize("kind", NEEDS)
def test_little_more_is_withheld_than_the_least(kind):
    ours = best = 0
    for one in small_trees(TREES):
        needs = asked(one, *NEEDS[kind])
        want = wanted(one, needs)
        found = complement(one, want)
        fewest = least(one, want.unknown, needs)
        if found.short.any():
            assert fewest is None, "everything withheld would not be enough either"
            continue
        assert safe(one, found.unknown, needs)
        ours += int(found.unknown.sum())
        best += fewest + int(want.unknown.sum())
    assert best > TREES
    assert ours <= 1.2 * best


def test_the_order_of_sums_is_from_the_leaves_up():
    one = table(country(4, depth=4))
    trees = trees_of(one)
    place = {number: nth for nth, number in enumerate(trees.sums)}
    assert len(place) == one.sums
    for number, kids in trees.kids.items():
        for cell in kids.tolist():
            assert all(place[under] < place[number] for under in trees.below.get(cell, ()))


def test_the_cheapest_part_that_has_room_is_withheld():
    one = system([total(0, [1, 2, 3, 4])], [64, 4, 30, 3 + 17, 10])
    needs = asked(one, 5.0, 10.0)
    small = np.array([False, True, False, False, False])
    nobody = np.zeros(5, bool)
    for dear, expected in (([9, 1, 1, 2, 3], 2), ([9, 1, 3, 1, 2], 3), ([9, 1, 3, 3, 1], 4)):
        want = Wanted(small, ~small, np.array(dear, float), needs, nobody, nobody)
        assert np.flatnonzero(complement(one, want).unknown).tolist() == [1, expected]


def test_a_zero_has_no_room_to_shield():
    one = system([total(0, [1, 2, 3])], [24, 4, 0, 20])
    needs, small = asked(one, 5.0, 10.0), np.array([False, True, False, False])
    nobody = np.zeros(4, bool)
    want = Wanted(small, ~small, np.array([9.0, 1, 1, 5]), needs, nobody, nobody)
    assert np.flatnonzero(complement(one, want).unknown).tolist() == [1, 3]


@pytest.mark.parametrize(
    ("reach", "shields"), [(14, [2]), (24, [3]), (29, [4]), (34, [2, 3]), (38, [2, 4])]
)
def test_where_one_shield_is_too_small_several_are_taken_and_none_in_vain(reach, shields):
    one = system([total(0, [1, 2, 3, 4])], [61, 4, 10, 22, 25])
    needs = asked(one, 0.0, 1.0)
    needs.reach[1], needs.width[1] = reach, 5.0
    small, nobody = np.array([False, True, False, False, False]), np.zeros(5, bool)
    want = Wanted(small, ~small, np.array([9.0, 1, 1, 2, 3]), needs, nobody, nobody)
    found = complement(one, want)
    assert np.flatnonzero(found.unknown).tolist() == [1, *shields]
    assert not found.short.any()
