"""Trees of branches: their order, what lies in what, how many times the share of Nederland."""

import numpy as np
import pytest

from zicht.model.area import Area, Division, Level
from zicht.model.figure import Category, Figures, Grid, State
from zicht.model.theme import Breakdown, Counts, Form, Indicator, Measure, Series
from zicht.shape.branches import branches_of, times, trees_of

W, M = State.WITHHELD, State.MISSING
YEARS = (2023, 2024)
DIVISION = Division.sorted(
    2024,
    [
        Area("NL01", "Nederland", None),
        Area("GM0001", "Appingedam", "NL01"),
        Area("GM0002", "Beerta", "NL01"),
        Area("WK000100", "Centrum", "GM0001"),
    ],
)
SECRET = 987_654.0


def grid(*rows):
    values = [[SECRET if isinstance(c, State) else c for c in row] for row in rows]
    states = [[c if isinstance(c, State) else State.SHOWN for c in row] for row in rows]
    return Grid(YEARS, np.array(values, float), np.array(states, np.uint8), (False, False))


def series(key, title):
    return Series(key, title, "zaken", Counts.FIRMS, 0, True, (Measure("T", "M"),))


def figures(key, parts, categories, whole):
    named = tuple(series(f"{key}.sbi.{code.lower()}", title) for code, title, _ in parts)
    codes = tuple(code for code, _, _ in parts)
    under = tuple(-1 if around is None else codes.index(around) for _, _, around in parts)
    breakdown = Breakdown("sbi", "Branche", named, Form.HIERARCHY, None, under, codes)
    indicator = Indicator(series(key, key), "t", "", "", None, "", "", "", {}, (breakdown,))
    cells = dict(zip((code.lower() for code in codes), categories, strict=True))
    return Figures(indicator, None, whole, whole, {}, 2023, {"sbi": cells})


def category(title, counts, shares):
    return Category(title, grid(*counts), grid(*shares))


WHOLE = grid([100, 200], [40, 50], [60, W], [M, M])
HORECA = category(
    "Horeca",
    ([10, 20], [8, 15], [W, 5], [M, M]),
    ([10, 10], [20, 30], [W, W], [M, M]),
)
NONE = category("Niets", ([0, 0], [0, 0], [0, 0], [M, M]), ([0, 0], [0, 0], [0, W], [M, M]))
CAFES = category("Cafés", ([4, M], [M, M], [M, M], [M, M]), ([4, M], [M, M], [M, M], [M, M]))


@pytest.fixture
def shaped():
    parts = [("S", "Niets", None), ("I", "Horeca", None), ("563", "Cafés", "I")]
    return figures("vestigingen", parts, (NONE, HORECA, CAFES), WHOLE)


def test_branches_stand_in_the_order_of_their_codes_each_before_those_inside(shaped):
    assert [(b.code, b.parent) for b in branches_of([shaped]).values()] == [
        ("I", None),
        ("563", "I"),
        ("S", None),
    ]


def test_a_branche_is_called_what_it_is_first_called(shaped):
    other = figures("anders", [("I", "Logies", None), ("J", "IT", None)], (HORECA, NONE), WHOLE)
    branches = branches_of([shaped, other])
    assert {code: one.title for code, one in branches.items()} == {
        "I": "Horeca",
        "563": "Cafés",
        "J": "IT",
        "S": "Niets",
    }
    (tree,) = trees_of([shaped, other], branches, division=DIVISION)["anders"]
    assert [node.branche.title for node in tree.nodes] == ["Horeca", "IT"]


def test_a_tree_knows_its_depth_and_its_newest_years(shaped):
    (tree,) = trees_of([shaped], branches_of([shaped]), division=DIVISION)["vestigingen"]
    assert [(node.branche.code, node.depth) for node in tree.nodes] == [
        ("I", 0),
        ("563", 1),
        ("S", 0),
    ]
    assert tree.latest == {Level.NEDERLAND: 2024, Level.GEMEENTE: 2024}
    assert [node.branche.code for node in tree.inside("I")] == ["563"]
    assert tree.find("J") is None


def test_times_is_the_share_against_that_of_nederland():
    told = times(HORECA, WHOLE, division=DIVISION)
    assert [cell.value for cell in told.cells(0)] == [1.0, 1.0]
    assert [cell.value for cell in told.cells(1)] == [2.0, 3.0]
    assert len(told.values) == 3


def test_times_is_not_told_where_a_share_is_not():
    told = times(HORECA, WHOLE, division=DIVISION)
    assert [cell.state for cell in told.cells(2)] == [W, W]
    assert not (told.values == SECRET).any()


def test_times_of_a_withheld_country_is_withheld():
    hidden = category("X", ([W, 1], [8, 1], [1, 1], [M, M]), ([W, 1], [20, 1], [1, 1], [M, M]))
    assert times(hidden, WHOLE, division=DIVISION).cell(1, 2023).state is W


def test_times_of_what_nederland_does_not_have_cannot_occur():
    assert times(NONE, WHOLE, division=DIVISION).cell(1, 2023).state is State.IMPOSSIBLE


def test_a_number_beneath_a_withheld_cell_changes_nothing():
    counts = HORECA.counts
    under = np.where(counts.states == State.SHOWN, counts.values, 1.0)
    other = Category("Horeca", Grid(YEARS, under, counts.states, counts.provisional), HORECA.shares)
    one, two = (times(each, WHOLE, division=DIVISION) for each in (HORECA, other))
    assert np.array_equal(one.values, two.values, equal_nan=True)
