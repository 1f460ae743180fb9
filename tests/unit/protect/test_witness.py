"""Witnesses: tables that fit everything shown, and move a cell by what is asked."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import country, table
from tests.unit.protect.systems import system, total
from zicht.model.system import Needs
from zicht.protect.ranges import ranges
from zicht.protect.witness import Witnesses

FIXED = settings(derandomize=True, deadline=None, max_examples=25)
ENOUGH = 10.0


def drawn(seed, breakdowns):
    chance = np.random.default_rng(seed)
    one = table(country(seed, breakdowns=breakdowns, mean=5, most=2))
    return one, chance.random(one.cells) < chance.choice([0.3, 0.6])


def fits(one, unknown, move):
    change = np.zeros(one.cells)
    change[list(move)] = list(move.values())
    assert not change[~unknown].any()
    assert not np.bincount(one.sum_of, one.sign_of * change[one.cell_of], one.sums).any()
    assert (one.base + change >= one.lower).all()
    assert (one.base + change <= one.upper).all()
    assert np.array_equal(change, np.rint(change))


@FIXED
@given(st.integers(0, 10_000), st.integers(0, 2))
def test_every_cell_moves_as_far_as_its_range_and_no_farther(seed, breakdowns):
    one, unknown = drawn(seed, breakdowns)
    found, witnesses = ranges(one, unknown, enough=ENOUGH), Witnesses(one, unknown)
    for cell in np.flatnonzero(unknown).tolist():
        for sign, far in ((-1.0, found.down[cell]), (1.0, found.up[cell])):
            for amount in {1.0, min(far, 5.0), min(far, ENOUGH)} - {0.0}:
                move = witnesses.move(cell, sign * amount)
                if amount > far:
                    assert move is None
                    continue
                assert move is not None
                assert move[cell] == sign * amount
                fits(one, unknown, move)
            if 0 < far < ENOUGH:
                assert witnesses.move(cell, sign * (far + 1)) is None


@FIXED
@given(st.integers(0, 10_000), st.integers(0, 2))
def test_what_is_judged_safe_does_not_depend_on_which_table_is_taken(seed, breakdowns):
    one, unknown = drawn(seed, breakdowns)
    size, chance = one.cells, np.random.default_rng(seed)
    needs = Needs(np.full(size, 10.0), np.full(size, np.inf), np.full(size, 5.0))
    before = ranges(one, unknown, enough=ENOUGH)
    witnesses, change = Witnesses(one, unknown), np.zeros(size)
    for cell in chance.permutation(np.flatnonzero(unknown)).tolist():
        move = witnesses.move(cell, 2.0) or witnesses.move(cell, -2.0)
        if move is not None:
            change[list(move)] = list(move.values())
            break
    other = type(one)(
        one.base + change, one.lower, one.upper, one.sum_of, one.cell_of, one.sign_of, one.sums
    )
    after = ranges(other, unknown, enough=ENOUGH)
    assert np.array_equal(
        needs.short(one.base, before) & unknown, needs.short(other.base, after) & unknown
    )
    near = (before.down < ENOUGH) & (after.down < ENOUGH)
    assert np.array_equal((one.base - before.down)[near], (other.base - after.down)[near])
    near = (before.up < ENOUGH) & (after.up < ENOUGH)
    assert np.array_equal((one.base + before.up)[near], (other.base + after.up)[near])


def test_a_shown_cell_and_a_cell_given_away_move_nowhere():
    one = system([total(0, [1, 2])], [10, 4, 6])
    assert Witnesses(one, np.array([False, True, False])).move(1, 1.0) is None
    moves = Witnesses(one, np.array([False, True, True]))
    assert moves.move(1, -4.0) == {1: -4.0, 2: 4.0}
    assert moves.move(1, -5.0) is None
