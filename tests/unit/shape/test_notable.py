from dataclasses import replace

import numpy as np
import pytest

from zicht.model.area import Area, Division, Level
from zicht.model.figure import Against, Figures, Grid, State
from zicht.model.theme import Counts, Indicator, Measure, Rate, Series
from zicht.shape.notable import find_notable
from zicht.shape.ranking import rankings

CODES = [f"GM{n:04}" for n in range(1, 11)]
OWN = CODES[0]
DIVISION = Division.sorted(
    2024, [Area("NL01", "Nederland", None), *(Area(code, code, "NL01") for code in CODES)]
)
YEARS = (2020, 2021, 2022, 2023, 2024)


def grid(rows):
    """Return five years of each region, from its newest figure or from all five."""
    five = [row if isinstance(row, list) else [row] * 5 for row in rows]
    values = np.array([[np.nan if c is None else c for c in row] for row in five], float)
    states = np.array([[State.WITHHELD if c is None else 0 for c in row] for row in five], np.uint8)
    return Grid(YEARS, values, states, (False,) * 5)


def figures(own, *, similar=5.0, count=200.0, country=5.0, key="k", theme="t"):
    """Return ten gemeenten of which the first has `own`, the rest 1 to 9."""
    values = grid([country, own, *range(1, 10)])
    series = Series(key, "T", "zaken", Counts.OBJECTS, 1, False, (Measure("T", "M"),))
    rate = Rate(1000, "woningen", "woningen")
    indicator = Indicator(series, theme, "", "", rate, "", "", "", {})
    found = dict(rankings(values, division=DIVISION))
    others = grid([None, similar, *[5.0] * 9])
    counts = grid([5000, count, *[500] * 9])
    return Figures(indicator, counts, values, others, found, 2020)


def notes(*told, breaks=()):
    broken = {OWN: dict.fromkeys(breaks, "Vanaf toen")}
    return find_notable(told, division=DIVISION, breaks=broken)[OWN]


def only(note):
    return note.here.value, note.there.value, note.against


def test_a_figure_far_above_similar_gemeenten_stands_out():
    (note,) = notes(figures(12.0))
    assert only(note) == (12.0, 5.0, Against.SIMILAR)


def test_a_figure_far_below_stands_out_too():
    (note,) = notes(figures(0.5))
    assert only(note) == (0.5, 5.0, Against.SIMILAR)


@pytest.mark.parametrize(
    "told",
    [
        figures(None),
        figures(12.0, similar=9.0, country=9.0),
        figures(12.0, similar=13.0, country=13.0),
        figures(12.0, count=19.0),
        figures(6.0, similar=2.0, country=2.0),
        figures(0.0),
        figures(9.0, similar=6.0, count=27.0, country=6.0),
    ],
    ids=["withheld", "not far", "below", "few cases", "in the middle", "zero", "perhaps chance"],
)
def test_nothing_else_does(told):
    assert notes(told) == ()


def test_nederland_is_told_where_similar_gemeenten_say_nothing():
    (absent,) = notes(figures(12.0, similar=None))
    assert only(absent) == (12.0, 5.0, Against.COUNTRY)
    (alike,) = notes(figures(12.0, similar=11.0))
    assert only(alike) == (12.0, 5.0, Against.COUNTRY)
    assert notes(figures(12.0, similar=None, country=None)) == ()


def past(*own, count=None, **named):
    """Return a gemeente in the middle of all, with these figures from 2020 on."""
    counts = [40.0 * figure if figure is not None else None for figure in own]
    return figures([*own], similar=own[-1], country=own[-1], count=count or counts, **named)


def test_a_figure_that_changed_stands_out_against_its_past():
    (note,) = notes(past(8.0, 7.0, 6.0, 5.0, 5.0))
    assert only(note) == (5.0, 8.0, Against.PAST)
    assert (note.year, note.before) == (2024, 2020)


@pytest.mark.parametrize(
    ("told", "before"),
    [
        (past(None, 8.0, 6.0, 5.0, 5.0), 2021),
        (past(None, None, 8.0, 5.0, 5.0), 2022),
        (past(None, None, None, 8.0, 5.0), None),
        (past(6.0, 9.0, 9.0, 5.0, 5.0), None),
        (past(8.0, 8.0, 8.0, 8.0, 5.0, count=[80, 80, 80, 80, 50]), None),
        (past(8.0, 8.0, 8.0, 8.0, 5.0, count=[19, 200, 200, 200, 200]), None),
        (past(9.0, 9.0, 9.0, 9.0, 5.0, count=[320, 320, 320, 320, None]), None),
    ],
    ids=["three", "two", "one is too few", "a sixth", "chance", "few cases", "count withheld"],
)
def test_the_past_is_four_years_ago_or_else_three_or_two(told, before):
    assert [note.before for note in notes(told)] == ([] if before is None else [before])


def test_nothing_is_held_against_years_before_a_break():
    told = past(9.0, 8.0, 5.0, 5.0, 5.0)
    assert [note.before for note in notes(told, breaks=[2020])] == [2020]
    assert [note.before for note in notes(told, breaks=[2021])] == [2021]
    assert notes(told, breaks=[2022]) == ()
    counted = replace(told, indicator=replace(told.indicator, breaks={2024: "Anders geteld."}))
    assert notes(counted) == ()


def test_a_figure_that_the_source_computed_is_set_against_others_only():
    def computed(told):
        series = replace(told.indicator.series, counts=Counts.COMPUTED)
        indicator = replace(told.indicator, series=series, rate=None)
        return replace(told, indicator=indicator, counts=None)

    assert [note.against for note in notes(computed(figures(12.0)))] == [Against.SIMILAR]
    assert notes(computed(past(8.0, 7.0, 6.0, 5.0, 5.0))) == ()


def test_what_has_no_place_never_stands_out():
    told = figures(12.0)
    assert notes(replace(told, indicator=replace(told.indicator, ranked=False))) == ()


def test_an_indicator_has_one_note_the_rarest():
    changed, counts = [30.0, 30.0, 20.0, 15.0, 12.0], [750, 750, 500, 375, 300]
    (rarer,) = notes(figures(changed, count=counts))
    assert rarer.against is Against.PAST
    (as_rare,) = notes(figures(changed, count=counts, similar=1.0))
    assert as_rare.against is Against.SIMILAR


def test_a_theme_has_two_notes_and_a_page_five():
    told = [figures(12.0, key=f"k{n}", theme=f"t{n // 3}") for n in range(12)]
    found = [note.indicator.key for note in notes(*told)]
    assert found == ["k0", "k1", "k3", "k4", "k6"]


def test_of_notes_as_rare_the_largest_difference_comes_first():
    told = [figures(12.0 + step, key=f"k{step}", theme=f"t{step}") for step in range(7)]
    assert [note.here.value for note in notes(*told)] == [18.0, 17.0, 16.0, 15.0, 14.0]


def test_positions_are_told_for_gemeenten():
    position = figures(12.0).position(1, Level.GEMEENTE)
    assert position is not None
    assert (position.rank, position.fifth) == (1, 5)
