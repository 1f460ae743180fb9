import numpy as np
import pytest

from zicht.model.area import Area, Division
from zicht.model.figure import Grid, SafeFigures, SafeSeries, State
from zicht.model.rules import Rules
from zicht.model.theme import Breakdown, Counts, Indicator, Measure, Rate, Series, Theme
from zicht.shape import shape_figures
from zicht.shape.parts import share

S = State
RATE = Rate(1000, "woningen", "woningen")
YEARS = (2023, 2024)
DIVISION = Division.sorted(
    2024,
    [
        Area("NL01", "Nederland", None),
        Area("PV20", "Groningen", "NL01"),
        Area("GM0001", "A", "PV20"),
        Area("GM0002", "B", "PV20"),
    ],
)


def grid(rows, years=YEARS):
    values = [[c if not isinstance(c, State) else np.nan for c in row] for row in rows]
    states = [[c if isinstance(c, State) else S.SHOWN for c in row] for row in rows]
    return Grid(years, np.array(values, float), np.array(states, np.uint8), (False,) * len(years))


def told(cell):
    return cell.value if cell.state is S.SHOWN else cell.state


@pytest.mark.parametrize(
    ("part", "whole", "seen"),
    [
        (50, 200, 25.0),
        (1, 300, 0.3),
        (0, 100, 0.0),
        (100, 100, 100.0),
        (50, 99, S.WITHHELD),
        (0, 99, S.WITHHELD),
        (0, 0, S.IMPOSSIBLE),
        (S.WITHHELD, 200, S.WITHHELD),
        (50, S.WITHHELD, S.WITHHELD),
        (S.MISSING, 200, S.MISSING),
        (S.PENDING, 200, S.PENDING),
        (50, S.MISSING, S.MISSING),
    ],
)
def test_a_share_needs_a_part_and_a_whole_of_a_hundred_that_are_both_shown(part, whole, seen):
    cells = [grid([[cell]], (2024,)) for cell in (part, whole)]
    shares = share(*cells, rated=np.array([[True]]), fewest_of=100)
    assert told(shares.cell(0, 2024)) == seen


def test_a_share_that_protection_forbids_is_withheld():
    shares = share(
        grid([[50, 50]]), grid([[200, 200]]), rated=np.array([[True, False]]), fewest_of=100
    )
    assert [told(cell) for cell in shares.cells(0)] == [25.0, S.WITHHELD]


def series(key, fewest_of=100):
    rules = Rules(fewest_of=fewest_of)
    return Series(key, key, "zaken", Counts.OBJECTS, 1, False, (Measure("T", "M"),), rules)


def shaped(whole, parts, *, rate=RATE, fewest_of=100):
    """Return the figures of an indicator "k" in categories k.soort.a, k.soort.b, …"""
    of = {"woningen": grid([[S.MISSING] * 2, [S.MISSING] * 2, [1000, 1000], [3000, 3000]])}
    grids = {"k": whole, **{f"k.soort.{name}": part for name, part in parts.items()}, **of}
    made = {
        key: SafeSeries(series(key, fewest_of), cells, np.ones(cells.states.shape, np.bool_))
        for key, cells in grids.items()
    }
    split = Breakdown("soort", "Soort", tuple(made[f"k.soort.{name}"].series for name in parts))
    indicator = Indicator(made["k"].series, "t", "", "", rate, "", "", "", {}, (split,))
    theme = Theme("t", "T", "", 1, (indicator,), ())
    (figures,) = shape_figures((theme,), SafeFigures(made), division=DIVISION, peers={})
    return figures


EMPTY = [S.MISSING, S.MISSING]
WHOLE = grid([EMPTY, EMPTY, [200, 400], [100, 50]])
A = grid([EMPTY, EMPTY, [150, S.WITHHELD], [25, 20]])
B = grid([EMPTY, EMPTY, [50, S.WITHHELD], [75, 30]])


def test_categories_stand_by_their_keys_in_the_order_of_the_theme():
    figures = shaped(WHOLE, {"b": B, "a": A})
    assert list(figures.parts) == ["soort"]
    assert list(figures.parts["soort"]) == ["b", "a"]
    assert figures.parts["soort"]["b"].title == "k.soort.b"


def test_totals_of_categories_are_summed_where_all_is_known():
    part = shaped(WHOLE, {"a": A, "b": B}).parts["soort"]["a"]
    assert [told(cell) for cell in part.counts.cells(0)] == [175, S.MISSING]
    assert [told(cell) for cell in part.shares.cells(0)] == [58.3, S.MISSING]
    assert [told(cell) for cell in part.shares.cells(3)] == [25.0, S.WITHHELD]


def test_a_year_that_a_category_lacks_is_missing():
    late = grid([[S.MISSING], [S.MISSING], [150], [25]], (2024,))
    part = shaped(WHOLE, {"a": late, "b": B}).parts["soort"]["a"]
    assert part.counts.years == part.shares.years == YEARS
    assert [told(cell) for cell in part.counts.cells(2)] == [S.MISSING, 150]
    assert [told(cell) for cell in part.shares.cells(2)] == [S.MISSING, 37.5]


def test_the_smallest_whole_of_a_share_is_that_of_the_rules():
    part = shaped(WHOLE, {"a": A, "b": B}, fewest_of=50).parts["soort"]["a"]
    assert [told(cell) for cell in part.shares.cells(3)] == [25.0, 40.0]


def test_an_indicator_without_a_rate_has_shares_of_the_figure_itself():
    part = shaped(WHOLE, {"a": A, "b": B}, rate=None).parts["soort"]["a"]
    assert told(part.shares.cell(2, 2023)) == 75.0


def test_a_count_behind_a_rate_is_a_whole_number():
    money = grid([EMPTY, EMPTY, [200.4, 400], [100, 50]])
    figures = shaped(money, {"a": A, "b": B})
    assert told(figures.counts.cell(2, 2023)) == 200
