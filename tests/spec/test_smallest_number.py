"""The rule of decision 2 as a table: what is delivered, what may be seen."""

import numpy as np
import pytest

from zicht.model.figure import State
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.theme import Counts, Measure, Series
from zicht.protect import withhold_small


def protect(value, state=State.SHOWN, *, counts=Counts.PERSONS, protected=False):
    series = Series("k", "T", "personen", counts, 0, protected, (Measure("T1", "M1"),))
    values = np.array([[value if state is State.SHOWN else np.nan]])
    raw = RawSeries(series, (2024,), values, np.array([[state]], np.uint8), (False,))
    return withhold_small(RawFigures({"k": raw})).series["k"].grid.cell(0, 2024)


@pytest.mark.parametrize(
    ("persons", "shown"),
    [(0, True), (1, False), (9, False), (10, True), (12_345, True)],
)
def test_counts_from_one_to_nine_are_withheld(persons, shown):
    cell = protect(persons)
    assert cell.state is (State.SHOWN if shown else State.WITHHELD)
    assert cell.value == (persons if shown else None)


@pytest.mark.parametrize("state", [s for s in State if s is not State.SHOWN])
def test_a_cell_without_a_number_keeps_its_reason(state):
    assert protect(None, state).state is state


@pytest.mark.parametrize("value", [1, 9, 0, 47.5])
def test_what_the_source_protected_passes(value):
    assert protect(value, protected=True).value == value
    assert protect(value, counts=Counts.COMPUTED, protected=True).value == value


@pytest.mark.parametrize("value", [0, 3, 47.5, 1000])
def test_a_computed_figure_that_nobody_protected_is_withheld_whole(value):
    assert protect(value, counts=Counts.COMPUTED).state is State.WITHHELD


def test_no_number_stays_behind_a_withheld_cell():
    series = Series("k", "T", "p", Counts.PERSONS, 0, False, (Measure("T1", "M1"),))
    values, states = np.array([[3.0, 12.0]]), np.zeros((1, 2), np.uint8)
    raw = RawFigures({"k": RawSeries(series, (2023, 2024), values, states, (False, True))})
    grid = withhold_small(raw).series["k"].grid
    assert np.isnan(grid.values[0, 0])
    assert grid.values[0, 1] == 12
    assert raw.series["k"].values[0, 0] == 3, "the delivered figures themselves stay as they were"
