import numpy as np
import pytest

from tests.unit.shape.test_parts import DIVISION, grid, told
from zicht.model.figure import State
from zicht.shape.profile import among_everyone

S = State
ROW = DIVISION.row["GM0001"]


def counts(*cells):
    """Return counts of gemeente A in one year; nothing of the other regions."""
    rows = [[S.MISSING]] * len(DIVISION.areas)
    return [grid([*rows[:ROW], [cell], *rows[ROW + 1 :]], (2024,)) for cell in cells]


def held(every, group):
    """Return share among everyone and times of each category in gemeente A."""
    among = among_everyone(counts(*every), counts(*group), division=DIVISION)
    return [(told(one.shares.cell(ROW, 2024)), told(one.times.cell(ROW, 2024))) for one in among]


def test_the_times_are_those_of_the_shares_as_they_are_shown():
    assert held((146, 854), (45.2, 54.8)) == [(14.6, 3.1), (85.4, 0.6)]


def test_a_reader_gets_the_same_times_from_the_shares_shown():
    """A share of 0,15% is shown as 0,2: the times are 6,0 and not 8,0."""
    assert held((3, 1997), (1.2, 98.8))[0] == (0.2, 6.0)


def test_nobody_among_everyone_gives_no_times():
    assert held((0, 1000), (5.0, 95.0))[0] == (0.0, S.IMPOSSIBLE)


@pytest.mark.parametrize("state", [S.WITHHELD, S.MISSING, S.PENDING])
def test_a_share_of_everyone_needs_all_of_its_categories(state):
    assert held((state, 854), (45.2, 54.8)) == [(state, state), (state, state)]


def test_a_withheld_share_of_the_group_gives_no_times():
    assert held((146, 854), (S.WITHHELD, 54.8)) == [(14.6, S.WITHHELD), (85.4, 0.6)]


def test_nobody_at_all_has_no_shares():
    assert held((0, 0), (1.0, 99.0)) == [(S.IMPOSSIBLE, S.IMPOSSIBLE)] * 2


def test_everyone_of_nederland_is_all_gemeenten_together():
    rows = [[S.MISSING], [S.MISSING], [100], [300]]
    other = [[S.MISSING], [S.MISSING], [300], [300]]
    every = [grid(cells, (2024,)) for cells in (rows, other)]
    group = [grid([[cell]] * 4, (2024,)) for cell in (80.0, 20.0)]
    first, _ = among_everyone(every, group, division=DIVISION)
    assert [told(first.shares.cell(row, 2024)) for row in (0, 2)] == [40.0, 25.0]
    assert told(first.times.cell(0, 2024)) == 2.0


def test_nothing_stands_under_a_cell_that_is_not_shown():
    (one, _) = among_everyone(counts(S.WITHHELD, 5), counts(1.0, 99.0), division=DIVISION)
    for cells in (one.counts, one.shares, one.times):
        assert np.isnan(cells.values[cells.states != S.SHOWN]).all()
