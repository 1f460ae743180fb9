"""Classes against ranks in fractions, on systems of every kind."""

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.systems import system
from zicht.protect.program.nullspace import classes

FIXED = settings(derandomize=True, deadline=None, max_examples=150)


@st.composite
def systems(draw):
    cells = draw(st.integers(2, 9))
    sign = st.sampled_from([1, 1, 1, -1, -1, 2, 0.3])
    row = st.dictionaries(st.integers(0, cells - 1), sign, max_size=5)
    unknown = draw(st.lists(st.sampled_from([True, True, False]), min_size=cells, max_size=cells))
    return draw(st.lists(row, max_size=6)), np.array(unknown)


def rank(rows):
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for k in range(found + 1, len(rows)):
            times = rows[k][column] / pivot[column]
            rows[k] = [a - times * b for a, b in zip(rows[k], pivot, strict=True)]
        found += 1
    return found


@FIXED
@given(systems())
def test_classes_are_what_ranks_in_fractions_say(instance):
    sums, unknown = instance
    cells = np.flatnonzero(unknown).tolist()
    rows = [[Fraction(str(row.get(cell, 0))) for cell in cells] for row in sums]
    found = classes(system(sums, 0 * unknown), unknown)
    assert not found[~unknown].any()

    def knows(*known):
        return [[Fraction(int(cell == one)) for cell in cells] for one in known]

    for cell in cells:
        derivable = rank(rows) == rank(rows + knows(cell))
        assert (found[cell] == 0) == derivable
    for one, other in combinations(cells, 2):
        if found[one] and found[other]:
            tied = rank(rows + knows(one)) == rank(rows + knows(one, other))
            assert (found[one] == found[other]) == tied


def test_coefficients_mean_their_decimals():
    sums = [{0: 0.1, 1: 0.7}, {0: 0.3, 1: 2.1}]
    found = classes(system(sums, [0, 0]), np.ones(2, bool))
    assert found[0] == found[1] != 0, "the second sum says nothing new"


def test_a_cell_in_no_sum_is_free_and_tied_to_nothing():
    found = classes(system([{0: 1, 1: -1}], [0] * 4), np.ones(4, bool))
    assert len({*found.tolist()}) == 3
    assert found.all()


def test_nothing_unknown_has_no_classes():
    assert not classes(system([{0: 1, 1: -1}], [0, 0]), np.zeros(2, bool)).any()


@pytest.mark.parametrize("size", [2, 30])
def test_the_same_question_has_the_same_answer(size):
    sums = [{k: 1, k + 1: 1, k + 2: -1} for k in range(size)]
    table, every = system(sums, [0] * (size + 2)), np.ones(size + 2, bool)
    np.testing.assert_array_equal(classes(table, every), classes(table, every))


def test_a_thousand_cells_of_three_way_sums_are_decided():
    """A cube with the totals of every line shown: cells are in three sums, which no network has."""
    side = 10
    place = np.arange(side**3).reshape(side, side, side)
    lines = [line for axis in range(3) for line in np.moveaxis(place, axis, -1).reshape(-1, side)]
    sums = [dict.fromkeys(line.tolist(), 1) for line in lines]
    cube, every = system(sums, [0] * side**3), np.ones(side**3, bool)
    found = classes(cube, every)
    assert len({*found.tolist()}) == side**3, "all are free, none follows from one other"
    corner = np.zeros(side**3, bool)
    corner[place[:2, :2, :2].ravel()] = True
    found = classes(cube, corner)
    assert len({*found[corner].tolist()}) == 1, "who knows one corner of a box knows all eight"
    corner[place[0, 0, 0]] = False
    assert not classes(cube, corner).any()
