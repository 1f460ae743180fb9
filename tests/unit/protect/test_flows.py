import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.networks import masks, network, ranges_by_highs, tables
from zicht.protect.network.flows import mover, network_move, network_ranges
from zicht.protect.network.network import Network, cuts

LEAST = 1e-6


def some_rooms(data, of, *, fractions=False):
    """Draw how far each cell may move by itself."""
    size = of.cells
    amount = st.floats(0, 15, width=16) if fractions else st.integers(0, 15)
    amount = amount | st.just(float("inf"))
    return (
        np.array(data.draw(st.lists(amount, min_size=size, max_size=size)), dtype=float)
        for _ in range(2)
    )


@pytest.mark.parametrize("fractions", [False, True])
def test_ranges_are_the_bounds_of_linear_programs_cell_for_cell(fractions):
    @settings(derandomize=True, max_examples=50, deadline=None)
    @given(st.data())
    def same(data):
        of = data.draw(tables())
        among = data.draw(masks(of))
        down, up = some_rooms(data, of, fractions=fractions)
        found = network(of, among)
        arcs, enough = found.cells, data.draw(st.sampled_from([1.0, 5.0, 12.0, 40.0]))
        far = network_ranges(found, down=down[arcs], up=up[arcs], enough=enough)
        bounds = ranges_by_highs(of, among, down=down, up=up)
        for ours, theirs in ((far.down, bounds.down[arcs]), (far.up, bounds.up[arcs])):
            exact = theirs < enough - LEAST
            assert np.abs(ours - theirs)[exact].max(initial=0) < LEAST
            assert (ours[~exact] > enough - LEAST).all()
            assert (ours[~exact] < theirs[~exact] + LEAST).all()

    same()


@settings(derandomize=True, max_examples=30, deadline=None)
@given(st.data())
def test_ranges_in_numbers_do_not_depend_on_the_table_that_fits(data):
    of = data.draw(tables())
    among = data.draw(masks(of))
    found = network(of, among)
    base = of.base[found.cells]
    endless = np.full(len(base), np.inf)
    first = network_ranges(found, down=base, up=endless, enough=500.0)
    move = mover(found, down=base, up=endless)
    for arc in range(len(base)):
        for amount in (first.up[arc], -first.down[arc]):
            flow = move(arc, min(amount, 3.0)) or {}
            other = base.copy()
            other[list(flow)] += list(flow.values())
            second = network_ranges(found, down=other, up=endless, enough=500.0)
            assert np.array_equal(base - first.down, other - second.down)
            bounded = first.up < 400
            assert np.array_equal((base + first.up)[bounded], (other + second.up)[bounded])


@settings(derandomize=True, max_examples=50, deadline=None)
@given(st.data())
def test_what_can_be_derived_exactly_is_what_has_no_range_when_there_is_room(data):
    of = data.draw(tables())
    found = network(of, data.draw(masks(of)))
    wide = np.full(len(found.cells), 50.0)
    far = network_ranges(found, down=wide, up=wide, enough=50.0)
    assert np.array_equal(cuts(found) == 0, far.down + far.up == 0)


@settings(derandomize=True, max_examples=50, deadline=None)
@given(st.data())
def test_a_move_is_a_table_of_whole_numbers_that_fits(data):
    of = data.draw(tables())
    found = network(of, data.draw(masks(of)))
    base = of.base[found.cells]
    endless = np.full(len(base), np.inf)
    far = network_ranges(found, down=base, up=endless, enough=20.0)
    move = mover(found, down=base, up=endless)
    for arc in range(len(base)):
        for amount in (far.up[arc], -far.down[arc]):
            flow = move(arc, float(amount))
            assert flow is not None
            moved = of.base.copy()
            moved[found.cells[list(flow)]] += list(flow.values())
            sums = np.bincount(of.sum_of, of.sign_of * moved[of.cell_of], of.sums)
            assert not sums.any()
            assert (moved >= 0).all()
            assert np.array_equal(moved, np.round(moved))
            assert moved[found.cells[arc]] == base[arc] + amount
        if far.down[arc] < min(20, base[arc]):
            assert network_move(found, arc, -far.down[arc] - 1, down=base, up=endless) is None


def test_a_move_beyond_its_own_room_is_none():
    pair = Network(np.arange(2), np.array([0, 0]), np.array([1, 1]), 3, 2)
    room = np.array([3.0, 5.0])
    assert network_move(pair, 0, 3.0, down=room, up=room) == {0: 3.0, 1: -3.0}
    assert network_move(pair, 0, 4.0, down=room, up=room) is None
    assert network_move(pair, 1, -4.0, down=room, up=room) is None


def test_a_loop_moves_as_far_as_its_own_room():
    loop = Network(np.arange(2), np.array([0, 0]), np.array([0, 1]), 3, 2)
    room = np.array([3.0, 5.0])
    far = network_ranges(loop, down=room, up=room, enough=4.0)
    assert far.down.tolist() == [3, 0]
    assert far.up.tolist() == [3, 0]
    assert network_move(loop, 0, -3.0, down=room, up=room) == {0: -3.0}


def test_a_ground_with_very_many_arcs_is_no_hub_to_search_through():
    leaves, inner = 14_500, 3_400
    above = np.sort(np.arange(leaves) % inner)
    tail = np.concatenate([np.full(leaves, inner), np.arange(inner)])
    head = np.concatenate([above, np.full(inner, inner)])
    star = Network(np.arange(len(tail)), tail, head, inner + 1, inner)
    down = np.concatenate([np.full(leaves, 2.0), np.bincount(above) * 2.0])
    far = network_ranges(star, down=down, up=np.full(len(tail), np.inf), enough=15.0)
    assert (far.down == np.minimum(down, 15)).all()
    assert (far.up >= 15).all()
