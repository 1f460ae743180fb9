"""Counts from gemeente to gemeente: what is shown at the edges."""

import numpy as np
import pytest

from zicht.model.rules import Rules
from zicht.protect.flow.bounds import Transport, too_narrow
from zicht.protect.flow.hiding import choose_shown, rest_of

RULES = Rules()


def shown(rows, rules=RULES):
    return choose_shown(np.array(rows, dtype=np.int64), rules)


def large(size=6, *, apart=12, inside=40):
    """Return a matrix of which everything can be shown."""
    counts = np.full((size, size), apart)
    np.fill_diagonal(counts, inside)
    return counts


def test_a_matrix_of_large_counts_is_shown_whole():
    told = shown(large())
    assert told.flows.all()
    assert told.origins.all()
    assert told.destinations.all()


@pytest.mark.parametrize(("count", "seen"), [(0, False), (1, False), (9, False), (10, True)])
def test_a_flow_under_ten_is_not_shown(count, seen):
    counts = large()
    counts[1, 2] = count
    assert shown(counts).flows[1, 2] == seen


def test_a_rest_under_ten_takes_the_smallest_flow_of_its_row_along():
    counts = large()
    counts[1, 2], counts[1, 3] = 4, 11
    told = shown(counts)
    assert not told.flows[1, 2]
    assert not told.flows[1, 3]
    assert (counts * ~told.flows).sum(axis=1)[1] >= RULES.fewest


def test_a_rest_of_zero_is_no_reason_to_hold_back():
    counts = large()
    counts[1, 2] = counts[3, 4] = 0
    assert shown(counts).flows.sum() == counts.size - 2


@pytest.mark.parametrize("total", [0, 9])
def test_a_total_under_ten_is_not_shown_and_another_goes_along(total):
    counts = large(8)
    counts[0] = 0
    counts[0, 0] = total
    told = shown(counts)
    assert not told.origins[0]
    assert (~told.origins).sum() == (1 if total == 0 else 2)
    assert not told.flows[~told.origins].any()


def test_what_is_nearly_all_of_a_total_is_not_shown():
    counts = large()
    counts[2, 2] = 2000
    assert not shown(counts).flows[2, 2]


@pytest.mark.parametrize("rows", [[[0]], [[9]], [[3, 6]], [[3], [6]]])
def test_of_fewer_than_ten_nothing_is_told(rows):
    told = shown(rows)
    assert not told.whole
    assert not any(some.any() for some in (told.origins, told.destinations, told.flows))


@pytest.mark.parametrize("rows", [[[40]], [[40, 3]], [[40], [3]], [[20, 20, 20]]])
def test_a_single_row_or_column_shows_no_flow(rows):
    assert not shown(rows).flows.any()


def test_a_strict_rule_holds_more_back():
    counts = large()
    assert not shown(counts, Rules(fewest=13)).flows.all()
    assert shown(counts, Rules(fewest=12)).flows.all()


def test_a_block_of_holes_that_binds_is_found():
    counts = np.array([[0, 0, 12], [0, 0, 12], [12, 12, 1]])
    holes = np.zeros((3, 3), dtype=np.bool_)
    holes[:2, :2] = True
    none = np.zeros(3, dtype=np.bool_)
    assert too_narrow(Transport(counts, holes, none, none), reach=10, width=5) == (0, 2)


def test_the_same_matrix_without_holes_is_wide():
    counts = np.array([[0, 0, 12], [0, 0, 12], [12, 12, 1]])
    none, holes = np.zeros(3, dtype=np.bool_), np.zeros((3, 3), dtype=np.bool_)
    assert too_narrow(Transport(counts, holes, none, none), reach=10, width=5) is None


def test_gemeenten_without_a_total_are_one_row():
    counts = large(8)
    counts[0] = counts[1] = 1
    left, rows, _ = rest_of(counts, shown(counts))
    assert rows[0] == rows[1]
    assert left.loose_rows[rows[0]]
    assert left.rows[rows[0]] == 16
