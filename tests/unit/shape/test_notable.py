import numpy as np
import pytest

from zicht.model.area import Area, Division, Level
from zicht.model.figure import Figures, Grid, State
from zicht.model.theme import Counts, Indicator, Measure, Rate, Series
from zicht.shape.notable import find_notable
from zicht.shape.ranking import rankings

CODES = [f"GM{n:04}" for n in range(1, 11)]
DIVISION = Division.sorted(
    2024, [Area("NL01", "Nederland", None), *(Area(code, code, "NL01") for code in CODES)]
)


def grid(column):
    values = np.array([[np.nan if c is None else c] for c in column], float)
    states = np.array([[State.WITHHELD if c is None else 0] for c in column], np.uint8)
    return Grid((2024,), values, states, (False,))


def figures(own, *, similar=5.0, count=50.0, country=5.0):
    """Return ten gemeenten of which the first has `own`, the rest 1 to 9."""
    values = grid([country, own, *range(1, 10)])
    series = Series("k", "T", "zaken", Counts.OBJECTS, 1, False, (Measure("T", "M"),))
    rate = Rate(1000, "woningen", "woningen")
    indicator = Indicator(series, "t", "", "", rate, "", "", "", {})
    found = dict(rankings(values, division=DIVISION))
    others = grid([None, similar, *[5.0] * 9])
    counts = grid([500, count, *[50] * 9])
    return Figures(indicator, counts, values, others, found, 2024)


def notes(told):
    return find_notable([told], CODES[0], division=DIVISION)


def test_a_figure_far_above_similar_gemeenten_stands_out():
    (note,) = notes(figures(12.0))
    assert (note.here, note.there, note.against) == (12.0, 5.0, "vergelijkbare gemeenten")


def test_a_figure_far_below_stands_out_too():
    (note,) = notes(figures(0.5))
    assert (note.here, note.there) == (0.5, 5.0)


@pytest.mark.parametrize(
    "told",
    [
        figures(None),
        figures(12.0, similar=9.0),
        figures(12.0, similar=13.0),
        figures(12.0, count=19.0),
        figures(6.0, similar=2.0),
        figures(0.0),
    ],
    ids=["withheld", "not far", "below similar", "few cases", "in the middle", "zero"],
)
def test_nothing_else_does(told):
    assert notes(told) == ()


def test_nederland_stands_in_where_there_is_no_median():
    (note,) = notes(figures(12.0, similar=None))
    assert (note.there, note.against) == (5.0, "Nederland")
    assert notes(figures(12.0, similar=None, country=None)) == ()


def test_at_most_three_and_the_farthest_first():
    told = [figures(12.0 + step) for step in range(5)]
    found = find_notable(told, CODES[0], division=DIVISION)
    assert [note.here for note in found] == [16.0, 15.0, 14.0]


def test_positions_are_told_for_gemeenten():
    position = figures(12.0).position(1, Level.GEMEENTE)
    assert position is not None
    assert (position.rank, position.fifth) == (1, 5)
