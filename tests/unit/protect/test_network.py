import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.networks import masks, network, ranges_by_highs, table, tables
from zicht.model.system import System
from zicht.protect.network.network import Network, cuts, orient


def system(*sums: dict[int, float]) -> System:
    """Return a system of cells that are all zero: only its sums matter."""
    entries = [(n, cell, sign) for n, each in enumerate(sums) for cell, sign in each.items()]
    sum_of, cell_of, sign_of = (np.array(column) for column in zip(*entries, strict=True))
    size = int(cell_of.max()) + 1
    zero, endless = np.zeros(size), np.full(size, np.inf)
    return System(zero, zero, endless, sum_of, cell_of, sign_of.astype(float), len(sums))


def everything(of: System):
    return np.ones(of.cells, dtype=np.bool_)


def balance(of: Network, changes):
    """Return what arrives at each node but the ground."""
    into = np.bincount(of.head, changes, of.nodes) - np.bincount(of.tail, changes, of.nodes)
    return np.delete(into, of.ground)


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.data())
def test_the_network_of_a_table_holds_exactly_its_sums(data):
    of = data.draw(tables())
    among = data.draw(masks(of))
    found = network(of, among)
    changes = np.array(
        data.draw(
            st.lists(st.integers(-9, 9), min_size=len(found.cells), max_size=len(found.cells))
        ),
        dtype=float,
    )
    whole = np.zeros(of.cells)
    whole[found.cells] = changes
    sums = np.bincount(of.sum_of, of.sign_of * whole[of.cell_of], of.sums)
    touched = np.unique(of.sum_of[among[of.cell_of]])
    assert np.array_equal(found.cells, np.flatnonzero(among))
    assert np.array_equal(np.abs(balance(found, changes)), np.abs(sums[touched]))


def test_a_cell_in_one_sum_runs_to_the_ground_and_one_in_none_stays_there():
    found = network(system({0: 1, 1: -1}, {3: 1, 4: -1}), np.array([1, 1, 1, 0, 0], bool))
    assert found.ground == 1
    assert [(int(a), int(b)) for a, b in zip(found.tail, found.head, strict=True)] in (
        [(1, 0), (0, 1), (1, 1)],
        [(0, 1), (1, 0), (1, 1)],
    )


def test_a_cell_twice_in_one_sum_on_either_side_is_an_arc_from_a_node_to_itself():
    of = system({0: 1, 1: 1})
    twice = System(
        of.base,
        of.lower,
        of.upper,
        np.array([0, 0, 0]),
        np.array([0, 0, 1]),
        np.array([1.0, -1.0, 1.0]),
        1,
    )
    found = network(twice, everything(twice))
    assert found.tail[0] == found.head[0] != found.ground


@pytest.mark.parametrize(
    "sums",
    [
        pytest.param([{0: 1, 1: -1}, {0: 1, 2: -1}, {0: 1, 3: -1}], id="a cell in three sums"),
        pytest.param([{0: 2, 1: -1}], id="a cell that counts twice"),
        pytest.param(
            [{0: 1, 1: 1}, {1: 1, 2: 1}, {2: 1, 0: 1}], id="a circle of three that cannot be turned"
        ),
    ],
)
def test_what_is_no_network_has_none(sums):
    of = system(*sums)
    assert orient(of, everything(of)) is None


def test_sums_are_turned_where_that_makes_a_network():
    of = system({0: 1, 1: 1}, {1: 1, 2: 1}, {2: 1, 3: 1}, {3: 1, 0: 1})
    found = network(of, everything(of))
    assert not balance(found, np.array([1.0, -1.0, 1.0, -1.0])).any()
    assert not cuts(found).tolist().count(0)


def test_constants_do_not_count():
    of = system({0: 1, 1: -1}, {0: 1, 2: -1}, {0: 1, 3: -1})
    assert orient(of, np.array([0, 1, 1, 1], bool)) is not None
    assert len(network(of, np.zeros(4, bool)).cells) == 0
    assert len(cuts(network(of, np.zeros(4, bool)))) == 0


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.data())
def test_a_cut_of_its_own_is_what_can_never_move_and_twins_move_together(data):
    of = data.draw(tables(most=6))
    among = data.draw(masks(of))
    found = network(of, among)
    marks = cuts(found)
    room = np.full(of.cells, 9.0)
    free = ranges_by_highs(of, among, down=room, up=room)
    assert np.array_equal(marks == 0, free.up[found.cells] < 0.5)
    for arc in np.flatnonzero(marks).tolist()[:6]:
        without = among.copy()
        without[found.cells[arc]] = False
        left = ranges_by_highs(of, without, down=room, up=room)
        twins = (marks == marks[arc]) & (np.arange(len(marks)) != arc)
        derived = (marks != 0) & (left.up[found.cells] < 0.5)
        derived[arc] = False
        assert np.array_equal(twins, derived)


def test_parallel_arcs_hide_each_other_and_a_loop_hides_itself():
    def arcs(*ends):
        tail, head = np.array(ends).T
        return Network(np.arange(len(ends)), tail, head, 4, 3)

    first, second = cuts(arcs((0, 1), (1, 0)))
    assert first == second != 0
    three = cuts(arcs((0, 1), (1, 0), (0, 1)))
    assert len(set(three.tolist())) == 3
    alone, loop, other = cuts(arcs((0, 1), (2, 2), (2, 2)))
    assert alone == 0
    assert 0 not in (loop, other)
    assert loop != other


def test_marks_are_told_apart_by_cell_so_that_networks_can_be_marked_one_by_one():
    small = table([-1, 0, 0], np.array([[1.0, 2], [3, 4]]))
    found = network(small, everything(small))
    elsewhere = Network(found.cells + 9, found.tail, found.head, found.nodes, found.ground)
    assert not set(cuts(found).tolist()) & set(cuts(elsewhere).tolist())
