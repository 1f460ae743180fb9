import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zicht.model.area import Area, Division, Level
from zicht.model.figure import Figures, Grid, State
from zicht.model.theme import Counts, Indicator, Measure, Series
from zicht.shape.ranking import fifth_bounds, rankings


def figures(cells):
    areas = [Area("NL01", "Nederland", None)]
    areas += [Area(f"GM{n:04}", f"G{n}", "NL01") for n in range(len(cells))]
    division = Division.sorted(2024, areas)
    known = [None, *cells]
    values = np.array([[np.nan if c is None else c] for c in known], float)
    states = np.array([[State.WITHHELD if c is None else State.SHOWN] for c in known], np.uint8)
    grid = Grid((2024,), values, states, (False,))
    series = Series("k", "T", "%", Counts.COMPUTED, 1, True, (Measure("T", "M"),))
    indicator = Indicator(series, "t", "", "", None, "", "", "", {})
    return Figures(indicator, None, grid, grid, dict(rankings(grid, division=division)), 2024)


def positions(cells):
    told = figures(cells)
    return [told.position(row + 1, Level.GEMEENTE) for row in range(len(cells))]


def test_ranks_count_from_the_highest_and_equal_figures_share_one():
    found = positions([5, 3, 3, 1, None, 3])
    assert [p and (p.rank, p.ties, p.among) for p in found] == [
        (1, 1, 5), (2, 3, 5), (2, 3, 5), (5, 1, 5), None, (2, 3, 5),
    ]  # fmt: skip


def test_fifths_divide_ten_regions_in_pairs():
    assert [p.fifth for p in positions(range(10))] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_no_fifth_is_told_when_one_figure_fills_one():
    assert {p.fifth for p in positions([0, 0, 0, 0, 1, 2, 3, 4, 5, 6])} == {None}


@pytest.mark.parametrize("cells", [[], [None, None]])
def test_a_level_without_figures_has_no_ranking(cells):
    assert figures(cells).rankings == {}


@given(st.lists(st.integers(0, 50), min_size=1, max_size=80))
def test_bounds_ascend_lie_among_the_figures_and_leave_the_first_class_filled(cells):
    ordered = np.sort(np.array(cells, float))
    bounds = fifth_bounds(ordered)
    assert list(bounds) == sorted(set(bounds))
    assert set(bounds) <= set(cells)
    assert all(bound > ordered[0] for bound in bounds)


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=1, max_size=60))
def test_a_withheld_region_changes_nobodys_position(cells):
    without = [cell for cell in cells if cell is not None]
    assert [p for p in positions(cells) if p] == positions(without)
