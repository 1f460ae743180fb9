"""What is withheld as well: enough for all, little more than the least, and the same each time."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.systems import cross, overlapping, system, total, twice, two_breakdowns
from zicht.model.system import Needs
from zicht.protect.program.patches import open_around_cell, open_patches
from zicht.protect.program.program import program_move, program_ranges
from zicht.protect.program.trim import trimmed

FIXED = settings(derandomize=True, deadline=None, max_examples=30)


def one_more(table):
    """Ask that each withheld cell could be one higher, so that none is known exactly."""
    size = table.cells
    return Needs(table.base + 1, np.full(size, np.inf), np.ones(size))


def protected(table, *, need, fewest=6, may=None, cost=None):
    """Withhold small counts and what they ask for; return both."""
    small = (table.base > 0) & (table.base < fewest)
    rest = ~small if may is None else may & ~small
    price = np.ones(table.cells) if cost is None else cost
    return small, open_patches(table, unknown=small, may=rest, cost=price, needs=need)


def short(table, unknown, need):
    return need.short(table.base, program_ranges(table, unknown, enough=30)) & unknown


def least(table, small, build, inner):
    """Return the least number of other cells with which each may be one higher; None if none.

    By trying all: whatever is safe to withhold is the union of what some tables raise, and
    in tables as small as these it makes no difference to let numbers move by two.
    `build` makes a table of numbers of the shape `inner`, from which all others follow.
    """
    size = int(np.prod(inner))
    follows = np.array([build(one.reshape(inner)).base for one in np.eye(size, dtype=int)])
    changes = np.array(list(product(range(-1, 2), repeat=size))) @ follows
    fitting = changes[(table.base + changes >= 0).all(axis=1)]
    bits = 1 << np.arange(table.cells)
    sets = np.arange(1 << table.cells)
    sets = sets[(sets & bits[small].sum()) == bits[small].sum()]
    covered = np.zeros_like(sets)
    for moved, raised in np.unique([(fitting != 0) @ bits, (fitting > 0) @ bits], axis=1).T:
        covered |= np.where(moved & ~sets, 0, raised)
    safe = np.bitwise_count(sets[covered == sets])
    return int(safe.min()) - int(small.sum()) if len(safe) else None


def test_little_more_is_withheld_than_the_least_that_protects():
    chance = np.random.default_rng(1)
    ratios = []
    for k in range(170):
        shape = ((2, 2), (2, 3), (2, 3))[k % 3]
        build = twice if k % 3 == 2 else crossed
        values = chance.integers(0, 16, shape)
        if build is twice:
            values[:, 2] = chance.integers(0, values[:, 0] + values[:, 1] + 1)
        table = build(values)
        small, found = protected(table, need=one_more(table))
        optimum = least(table, small, build, shape)
        if optimum is None or not small.any():
            continue
        assert not short(table, found, one_more(table)).any()
        extra = np.count_nonzero(found & ~small)
        assert extra >= optimum
        ratios.append(extra / optimum if optimum else 1.0 + extra)
    assert len(ratios) >= 150
    assert np.mean(ratios) <= 1.2


def crossed(values):
    return cross(values)[0]


@FIXED
@given(st.one_of(two_breakdowns(), overlapping()), st.sampled_from([(6, 1), (10, 5)]))
def test_whatever_can_be_protected_is_and_no_withheld_cell_is_idle(table, asked):
    reach, width = asked
    need = Needs(*(np.full(table.cells, asked) for asked in (reach, np.inf, width)))
    small, found = protected(table, need=need)
    assert (found | ~small).all(), "nothing that was withheld is shown"
    left, everything = short(table, found, need), np.ones(table.cells, bool)
    assert not (left & ~short(table, everything, need)).any(), "only the hopeless stay short"
    for cell in np.flatnonzero(found & ~small):
        fewer = found.copy()
        fewer[cell] = False
        assert (short(table, fewer, need) & ~left).any()


@FIXED
@given(two_breakdowns(), st.integers(0, 2**30))
def test_only_cells_that_may_be_withheld_are(table, seed):
    may = np.random.default_rng(seed).random(table.cells) < 0.6
    small, found = protected(table, need=one_more(table), may=may)
    assert not (found & ~small & ~may).any()


def test_dear_cells_are_spared():
    table, place = cross([[3, 20, 20], [20, 20, 20], [20, 20, 20]])
    cost = np.ones(table.cells)
    cost[[place[0, 1], place[1, 0]]] = 50
    _, found = protected(table, need=one_more(table), cost=cost)
    assert np.count_nonzero(found) == 4
    assert not found[[place[0, 1], place[1, 0]]].any()


def test_of_what_was_opened_the_dearest_is_closed_first():
    table = system([total(0, [1, 2, 3, 4])], [63, 3, 20, 20, 20])
    unknown = np.array([False, True, False, False, False])
    found = np.array([False, True, True, True, True])
    cost = np.array([1.0, 1.0, 2.0, 1.0, 3.0])
    kept = trimmed(table, found, unknown=unknown, cost=cost, needs=one_more(table))
    assert np.flatnonzero(kept).tolist() == [1, 3]


def test_a_cell_that_nothing_protects_stays_short_and_costs_nothing():
    alone = system([total(0, [1])], [3, 3])
    unknown = np.array([True, False])
    found = open_patches(
        alone, unknown=unknown, may=np.zeros(2, bool), cost=np.ones(2), needs=one_more(alone)
    )
    np.testing.assert_array_equal(found, unknown)
    assert short(alone, found, one_more(alone)).tolist() == [True, False]


@pytest.mark.parametrize("whole", [True, False])
def test_a_width_that_neither_side_has_alone_is_found_on_both(whole):
    upper = np.array([np.inf, 6.0, np.inf])
    table = system([total(0, [1, 2])], [60, 3, 57], lower=[0, 1, 0], upper=upper, whole=whole)
    unknown = np.array([False, True, False])
    need = Needs(np.where(unknown, 5.0, -np.inf), np.full(3, np.inf), 4.75 * unknown)
    found = open_patches(
        table, unknown=unknown, may=~unknown, cost=np.array([9.0, 1.0, 1.0]), needs=need
    )
    assert found.tolist() == [False, True, True]
    assert not short(table, found, need).any()


def test_a_need_of_money_is_met_in_both_directions():
    table, place = cross([[900.5, 80.25], [70.0, 2000.0]], whole=False)
    unknown = np.zeros(table.cells, bool)
    unknown[place[0, 0]] = True
    need = Needs(
        np.where(unknown, 960.0, -np.inf), np.where(unknown, 850.0, np.inf), 30.0 * unknown
    )
    found = open_patches(
        table, unknown=unknown, may=~unknown, cost=np.ones(table.cells), needs=need
    )
    assert np.count_nonzero(found) == 4
    ranges = program_ranges(table, found, enough=200)
    assert not need.short(table.base, ranges).any()


def test_an_insider_who_knows_one_cell_learns_nothing_of_the_other():
    table, place = cross([[1, 5, 30], [6, 40, 50], [30, 50, 60]])
    unknown = np.zeros(table.cells, bool)
    unknown[place[:2, :2].ravel()] = True
    avoid = np.zeros(table.cells, bool)
    avoid[place[0, 0]] = True
    cell = int(place[1, 1])
    assert program_move(table, unknown & ~avoid, cell, 5.0) is None
    found = open_around_cell(
        table,
        cell,
        avoid=avoid,
        unknown=unknown,
        may=~unknown,
        cost=np.ones(table.cells),
        amount=5.0,
    )
    assert found is not None
    moves = [program_move(table, found & ~avoid, cell, way) for way in (-5.0, 5.0)]
    assert any(moves)
    assert (found | ~unknown).all()
    assert np.count_nonzero(found & ~unknown) == 2


def test_none_is_the_answer_when_a_cell_cannot_move_without_the_insider():
    table, place = cross([[1, 5], [6, 40]])
    unknown, nothing = np.ones(table.cells, bool), np.zeros(table.cells, bool)
    avoid = np.zeros(table.cells, bool)
    avoid[place[:, 0]] = True
    found = open_around_cell(
        table,
        int(place[0, 0]),
        avoid=avoid,
        unknown=unknown,
        may=nothing,
        cost=np.ones(table.cells),
        amount=1.0,
    )
    assert found is None


@pytest.mark.parametrize("seed", range(3))
def test_the_same_question_has_the_same_answer(seed):
    table, _ = cross(np.random.default_rng(seed).integers(0, 30, (5, 5)))
    need = Needs(*(np.full(table.cells, asked) for asked in (10, np.inf, 5)))
    answers = [protected(table, need=need, fewest=10)[1] for _ in range(2)]
    np.testing.assert_array_equal(*answers)
