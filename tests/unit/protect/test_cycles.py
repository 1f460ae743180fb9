from dataclasses import replace

import highspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.networks import masks, network, ranges_by_highs, table, tables
from zicht.model.system import Needs
from zicht.protect.network.cycles import open_around, open_cycles

EXACT = (-np.inf, np.inf, 1.0)
POLICY = (10.0, np.inf, 5.0)
DOUBLE = (10.0, 20.0, 5.0)


def policy(size, kind) -> Needs:
    """Ask the same of every cell."""
    return Needs(*(np.full(size, each) for each in kind))


def searched(of, unknown, may, *, kind, cost=None, lower=0.0):
    """Return the network of a table, the arguments of the search, and what it withheld by cell."""
    found = network(of, unknown | may)
    arcs = found.cells
    cost = np.ones(of.cells) if cost is None else cost
    withheld = open_cycles(
        found,
        unknown=unknown[arcs],
        may=may[arcs],
        cost=cost[arcs],
        base=of.base[arcs],
        down=of.base[arcs] - lower,
        up=(of.upper - of.base)[arcs],
        needs=policy(len(arcs), kind),
    )
    cells = np.zeros(of.cells, dtype=np.bool_)
    cells[arcs[withheld]] = True
    return cells


def limited(data, of):
    """Let everybody know of some cells how large they can be at most."""
    room = st.integers(0, 12).map(float) | st.just(np.inf)
    rooms = data.draw(st.lists(room, min_size=of.cells, max_size=of.cells))
    return replace(of, upper=of.base + rooms)


def short_by_highs(of, unknown, kind):
    far = ranges_by_highs(of, unknown, down=of.base, up=of.upper - of.base)
    far.down.round(9, out=far.down)
    far.up.round(9, out=far.up)
    return policy(of.cells, kind).short(of.base, far) & unknown


@pytest.mark.parametrize("kind", [EXACT, POLICY, DOUBLE])
def test_nothing_is_short_that_could_be_hidden_at_all(kind):
    @settings(derandomize=True, max_examples=30, deadline=None)
    @given(st.data())
    def holds(data):
        of = limited(data, data.draw(tables(highest=15)))
        unknown, may = data.draw(masks(of)), data.draw(masks(of))
        withheld = searched(of, unknown, may, kind=kind)
        assert not (unknown & ~withheld).any()
        assert not (withheld & ~unknown & ~may).any()
        short = short_by_highs(of, withheld, kind)
        assert not (short & ~unknown).any()
        candidates = unknown | may
        for _ in range(of.cells):
            candidates = candidates & ~(short_by_highs(of, candidates, kind) & ~unknown)
        assert np.array_equal(short, short_by_highs(of, candidates, kind) & unknown)

    holds()


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.data())
def test_nothing_is_withheld_in_vain(data):
    of = data.draw(tables(highest=15))
    unknown = data.draw(masks(of))
    withheld = searched(of, unknown, np.ones(of.cells, dtype=np.bool_), kind=POLICY)
    before = short_by_highs(of, withheld, POLICY)
    for cell in np.flatnonzero(withheld & ~unknown).tolist():
        less = withheld.copy()
        less[cell] = False
        assert (short_by_highs(of, less, POLICY) & ~before).any()


def optimum(of, unknown):
    """Return the fewest cells that are withheld when each could differ from its number.

    A program in zeros and ones, to which rows are added as long as a cell cannot move.
    """
    found = network(of, np.ones(of.cells, dtype=np.bool_))
    room = np.stack([of.upper - of.base, of.base], axis=1).ravel()
    ends = np.stack([found.tail, found.head], axis=1).ravel()
    model = highspy.Highs()
    model.silent()
    model.setOptionValue("threads", 1)
    for cell in range(of.cells):
        model.addVar(float(unknown[cell]), 1.0)
        model.changeColCost(cell, 1.0)
        model.changeColIntegrality(cell, highspy.HighsVarType.kInteger)
    while True:
        model.run()
        withheld = np.array(model.getSolution().col_value) > 0.5
        rows = [
            row for cell in np.flatnonzero(withheld) for row in held(cell, withheld, room, ends)
        ]
        if not rows:
            return int(withheld.sum())
        for cell, crossing in rows:
            columns = np.array([cell, *crossing], dtype=np.int32)
            signs = np.array([-1.0, *(1.0 for _ in crossing)])
            model.addRow(0.0, highspy.kHighsInf, len(columns), columns, signs)


def held(cell, withheld, room, ends):
    """Yield the cell and the arcs of which one must be withheld before it can move, at either end.

    Around an end of the cell lie the nodes that a path from there can reach, and those from which
    one can reach it: an arc that leaves the first or enters the second is needed.
    """
    steps = np.arange(len(room))
    able = (room > 0) & (steps >> 1 != cell)
    for own in (2 * cell, 2 * cell + 1):
        crossing = []
        for turned in (0, 1):
            if not room[own ^ turned]:
                continue
            inside = np.arange(ends.max() + 1) == ends[own ^ 1]
            while True:
                out = able[steps ^ turned] & inside[ends] & ~inside[ends[steps ^ 1]]
                ahead = out & withheld[steps >> 1]
                if not ahead.any():
                    break
                inside[ends[steps ^ 1][ahead]] = True
            if inside[ends[own]]:
                return
            crossing.append(steps[out] >> 1)
        yield cell, np.unique(np.concatenate(crossing))


def test_on_average_the_complement_is_at_most_a_fifth_larger_than_the_smallest():
    chance = np.random.default_rng(8)
    found = smallest = 0
    for _ in range(200):
        values = chance.poisson(chance.gamma(1, 9, (4, 3))).astype(float)
        of = table([-1, 0, 0, 1, 1, 2, 2], values)
        unknown = (of.base > 0) & (of.base < chance.integers(4, 11))
        withheld = searched(of, unknown, np.ones(of.cells, dtype=np.bool_), kind=EXACT)
        best = optimum(of, unknown)
        assert withheld.sum() >= best
        found += withheld.sum() - unknown.sum()
        smallest += best - unknown.sum()
    assert smallest > 700
    assert found <= 1.2 * smallest


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.data())
def test_what_is_chosen_follows_from_cost_and_pattern_not_from_the_numbers(data):
    of = data.draw(tables(highest=0))
    unknown, may = data.draw(masks(of)), data.draw(masks(of))
    cost = np.array(data.draw(st.lists(st.integers(1, 9), min_size=of.cells, max_size=of.cells)))
    chosen = [
        searched(replace(of, base=np.array(base, dtype=float)), unknown, may, kind=EXACT, cost=cost)
        for base in data.draw(
            st.lists(
                st.lists(st.integers(1, 99), min_size=of.cells, max_size=of.cells),
                min_size=2,
                max_size=2,
            )
        )
    ]
    assert np.array_equal(*chosen)


def test_the_cheapest_of_two_circles_is_taken_and_the_first_when_they_cost_the_same():
    of = table([-1, 0, 0, 0], np.array([[5.0, 90], [80, 90], [80, 90]]))
    leaf = {(row, kind): 3 * row + kind for row in range(4) for kind in range(3)}
    unknown = np.zeros(of.cells, dtype=np.bool_)
    unknown[leaf[1, 0]] = True
    may = np.zeros(of.cells, dtype=np.bool_)
    may[3:] = True
    cost = np.ones(of.cells)

    def rows():
        withheld = searched(of, unknown, may, kind=POLICY, cost=cost)
        return {row for (row, _), cell in leaf.items() if withheld[cell]}

    assert rows() == {1, 2}
    cost[leaf[2, 0]] = 1.5
    assert rows() == {1, 3}


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.data())
def test_around_those_who_know_some_cells_another_still_moves(data):
    of = data.draw(tables())
    unknown, may, avoid = (data.draw(masks(of)) for _ in range(3))
    cell = data.draw(st.integers(0, of.cells - 1))
    unknown[cell], avoid[cell] = True, False
    found = network(of, unknown | may)
    arcs, amount = found.cells, data.draw(st.sampled_from([1.0, 5.0]))
    opened = open_around(
        found,
        int(np.searchsorted(arcs, cell)),
        avoid=avoid[arcs],
        unknown=unknown[arcs],
        may=may[arcs],
        cost=np.ones(len(arcs)),
        down=of.base[arcs],
        up=(of.upper - of.base)[arcs],
        amount=amount,
    )
    moving = (unknown | may) & ~avoid
    if opened is not None:
        assert not (unknown[arcs] & ~opened).any()
        assert not (opened & ~unknown[arcs] & ~(may & ~avoid)[arcs]).any()
        moving = np.zeros(of.cells, dtype=np.bool_)
        moving[arcs[opened]] = True
        moving &= ~avoid
    far = ranges_by_highs(of, moving, down=of.base, up=of.upper - of.base)
    assert (max(far.down[cell], far.up[cell]) > amount - 0.5) == (opened is not None)


def test_what_moves_already_needs_nothing_around():
    of = table([-1, 0, 0], np.array([[5.0, 7], [6, 8]]))
    unknown = np.array([0, 0, 0, 1, 1, 0, 1, 1, 0], dtype=np.bool_)
    every = np.ones(of.cells, dtype=np.bool_)
    withheld = open_around(
        network(of, every),
        3,
        avoid=~every,
        unknown=unknown,
        may=every,
        cost=np.ones(of.cells),
        down=of.base,
        up=of.upper,
        amount=2.0,
    )
    assert np.array_equal(withheld, unknown)
