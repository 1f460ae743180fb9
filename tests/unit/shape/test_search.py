"""Which signals a wijk has: what is shown decides, and what is not shown counts for neither."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zicht.model.area import Area, Division, Level
from zicht.model.figure import Figures, Grid, State
from zicht.model.search import Combination, Edge, Meets, Signal
from zicht.model.theme import Counts, Indicator, Measure, Series
from zicht.shape.ranking import rankings
from zicht.shape.search import search

CANARY = 9999.0
W, M = State.WITHHELD, State.MISSING


def country(wijken):
    areas = [Area("NL01", "Nederland", None), Area("GM0001", "Aa", "NL01")]
    areas += [Area(f"WK0001{n:02}", f"Wijk {n}", "GM0001") for n in range(wijken)]
    return Division.sorted(2024, areas)


def figures(key, cells, division):
    """Return figures of wijken in one year, with a number beneath those that are not shown."""
    told = [M, M, *cells]
    values = np.array([[CANARY if isinstance(c, State) else c] for c in told], float)
    states = [[c if isinstance(c, State) else State.SHOWN] for c in told]
    grid = Grid((2024,), values, np.array(states, np.uint8), (False,))
    series = Series(key, key, "%", Counts.COMPUTED, 1, True, (Measure("T", "M"),))
    indicator = Indicator(series, "t", "", "", None, "", "", "", {})
    ranked = dict(rankings(grid, division=division))
    return Figures(indicator, None, grid, grid, ranked, 2024)


def sought(*columns, fewest=2, least=None):
    division = country(len(columns[0]))
    keys = [f"k{n}" for n in range(len(columns))]
    told = {k: figures(k, cells, division) for k, cells in zip(keys, columns, strict=True)}
    signals = tuple(Signal(key, (least or {}).get(key)) for key in keys)
    (found,) = search([Combination("c", "C", "", signals, fewest)], told, division=division)
    return found, division


def verdicts(found, division):
    rows = range(division.rows(Level.WIJK).start, division.rows(Level.WIJK).stop)
    each = [found.found(row, Level.WIJK) for row in rows]
    return ["ja" if one.enough else "?" if one.unsure else "nee" for one in each]


def test_the_highest_fifth_of_the_level_has_the_signal():
    found, division = sought(range(10), range(10))
    assert verdicts(found, division) == ["nee"] * 8 + ["ja"] * 2
    assert found.levels[Level.WIJK].edges[0] == Edge(2024, 8.0, 2, 10)


def test_a_limit_of_the_release_manager_stands_in_for_the_fifth_and_includes_itself():
    found, division = sought(range(10), range(10), least={"k0": 3.0, "k1": 7.0})
    assert verdicts(found, division) == ["nee"] * 7 + ["ja"] * 3
    assert found.levels[Level.WIJK].edges[0] == Edge(2024, 3.0, 7, 10)


def test_a_withheld_figure_is_unknown_and_never_a_signal_or_the_lack_of_one():
    found, division = sought([0, 1, 2, 3, 9, W], [0, 1, 2, 3, 9, 9], [5, W, 1, 1, W, M])
    last = found.found(division.row["WK000105"], Level.WIJK)
    assert [i.key for i in last.met] == ["k1"]
    assert [i.key for i in last.withheld] == ["k0"]
    assert [i.key for i in last.lacking] == []
    assert last.unsure
    assert not last.enough


def test_a_level_without_a_highest_fifth_has_no_signal():
    found, division = sought([0, 0, 0, 0, 0, 0, 0, 0, 0, 5], range(10), range(10))
    told = found.levels[Level.WIJK]
    assert told.edges[0] is None
    assert set(told.meets[:, 0].tolist()) == {Meets.ABSENT}
    assert found.found(division.row["WK000109"], Level.WIJK).signals == 2


@pytest.mark.parametrize("cells", [[1, 2, 3, 4], [W] * 6, [5] * 6])
def test_a_level_with_fewer_signals_than_must_meet_is_not_told(cells):
    found, _ = sought(cells, [1, 2, 3, 4, 5, 6][: len(cells)])
    assert Level.WIJK not in found.levels
    assert Level.BUURT not in found.levels


CELLS = st.one_of(st.sampled_from([W, M]), st.integers(0, 9))
TABLES = st.integers(5, 30).flatmap(
    lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=3, max_size=3)
)


@given(TABLES, st.integers(0, 9))
def test_whatever_is_withheld_no_signal_changes_and_filling_it_in_keeps_the_promise(table, fill):
    """What is told follows from figures that are shown: other numbers beneath change nothing."""
    least = {"k0": 4.0, "k1": 6.0, "k2": 1.0}
    found, division = sought(*table, least=least)
    filled = [[fill if isinstance(cell, State) else cell for cell in column] for column in table]
    whole, _ = sought(*filled, least=least)
    if Level.WIJK not in found.levels or Level.WIJK not in whole.levels:
        return
    if found.levels[Level.WIJK].signals < len(table):
        return
    for told, truth in zip(verdicts(found, division), verdicts(whole, division), strict=True):
        assert told in {"?", truth}
