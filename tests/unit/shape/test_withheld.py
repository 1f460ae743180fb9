"""Put other numbers beneath every cell that is not shown: nothing that is derived may change."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zicht.model.area import Area, Division, Level
from zicht.model.figure import Grid, SafeFigures, SafeSeries, State
from zicht.model.theme import Breakdown, Counts, Indicator, Measure, Rate, Series, Theme
from zicht.shape import figures as stage
from zicht.shape import find_notable, find_peers, shape_figures

CODES = [f"GM{n:04}" for n in range(1, 9)]
DIVISION = Division.sorted(
    2024,
    [
        Area("NL01", "Nederland", None),
        *(Area(code, code, "NL01") for code in ("PV20", "PV21")),
        *(Area(code, code, f"PV2{n % 2}") for n, code in enumerate(CODES)),
        *(Area(f"WK{code[2:]}00", code, code) for code in CODES),
    ],
)
YEARS = (2022, 2023, 2024)
SHAPE = (len(DIVISION.areas), len(YEARS))
KEYS = ("zaken", "zaken.soort.a", "zaken.soort.b", "inwoners", "stedelijkheid")
SERIES = {
    key: Series(key, key, "zaken", Counts.OBJECTS, 1, False, (Measure("T", "M"),)) for key in KEYS
}
SPLIT = Breakdown("soort", "Soort", (SERIES["zaken.soort.a"], SERIES["zaken.soort.b"]))
RATE = Rate(1000, "inwoners", "inwoners")
INDICATORS = (
    Indicator(SERIES["zaken"], "t", "", "", RATE, "", "", "", {}, (SPLIT,)),
    Indicator(SERIES["inwoners"], "t", "", "", None, "", "", "", {}),
)
THEME = Theme("t", "T", "", 1, INDICATORS, ())


def drawn(seed):
    """Return for each series its numbers, its states and where a rate may be told."""
    chance = np.random.default_rng(seed)
    shown = chance.choice([0.5, 0.9])
    odds = [shown, *[(1 - shown) / 4] * 4]
    found = {}
    for key in KEYS:
        high = 6 if key == "stedelijkheid" else 200
        numbers = chance.integers(1, high, SHAPE).astype(float)
        states = chance.choice(len(State), SHAPE, p=odds).astype(np.uint8)
        found[key] = (numbers, states, chance.random(SHAPE) < 0.8)
    return found


def derived(cells, beneath):
    """Return all that is shaped, with the numbers `beneath` wherever a cell is not shown."""
    series = {
        key: SafeSeries(
            SERIES[key],
            Grid(YEARS, np.where(states == State.SHOWN, numbers, beneath), states, (False,) * 3),
            rated,
        )
        for key, (numbers, states, rated) in cells.items()
    }
    safe = SafeFigures(series)
    peers = find_peers(safe, division=DIVISION)
    figures = list(shape_figures((THEME,), safe, division=DIVISION, peers=peers))
    notes = find_notable(figures, division=DIVISION, breaks={})
    places = [
        each.position(row, area.level)
        for each in figures
        for row, area in enumerate(DIVISION.areas)
        if area.level in {Level.GEMEENTE, Level.WIJK}
    ]
    return figures, pickle.dumps((peers, figures, notes, places))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 10_000), st.integers(0, 200), st.integers(0, 200))
def test_no_derived_figure_depends_on_a_number_that_is_not_shown(seed, one, other):
    cells = drawn(seed)
    assert derived(cells, float(one))[1] == derived(cells, float(other))[1]
    assert derived(cells, float(one))[1] == derived(cells, np.nan)[1]


def test_this_test_sees_a_number_that_comes_through(monkeypatch):
    monkeypatch.setattr(stage, "rounded", lambda grid, **_: grid)
    cells = drawn(1)
    assert derived(cells, 3.0)[1] != derived(cells, 4.0)[1]


@pytest.mark.parametrize("seed", range(20))
def test_every_cell_that_is_derived_from_a_withheld_one_is_withheld(seed):
    cells = drawn(seed)
    told, _ = derived(cells, np.nan)[0]
    count, of, rated = told.counts.states, cells["inwoners"][1], cells["zaken"][2]
    either = (count == State.WITHHELD) | (of == State.WITHHELD)
    assert (told.values.states[either] == State.WITHHELD).all()
    assert (told.values.states[~rated] != State.SHOWN).all()
    for part in told.parts["soort"].values():
        hidden = (part.counts.states == State.WITHHELD) | (count == State.WITHHELD)
        assert (part.shares.states[hidden] == State.WITHHELD).all()
        small = (count == State.SHOWN) & (told.counts.values < 100)
        assert (part.shares.states[small] != State.SHOWN).all()
