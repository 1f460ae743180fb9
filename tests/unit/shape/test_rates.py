import numpy as np
import pytest

from zicht.model.area import Area, Division
from zicht.model.figure import Grid, State
from zicht.shape.rates import fill_totals, on_years, rate, rounded

S = State


def grid(cells, years=(2024,)):
    values = [[c if not isinstance(c, State) else np.nan for c in row] for row in cells]
    states = [[c if isinstance(c, State) else S.SHOWN for c in row] for row in cells]
    return Grid(years, np.array(values, float), np.array(states, np.uint8), (False,) * len(years))


def told(cell):
    return cell.value if cell.state is S.SHOWN else cell.state


def per_10_000(count, of, *, rated=True):
    mask = np.array([[rated]])
    return told(
        rate(grid([[count]]), grid([[of]]), per=10_000, decimals=1, rated=mask).cell(0, 2024)
    )


@pytest.mark.parametrize(
    ("count", "of", "seen"),
    [
        (30, 1000, 300.0),
        (0, 1000, 0.0),
        (1, 3, 3333.3),
        (S.WITHHELD, 1000, S.WITHHELD),
        (30, S.WITHHELD, S.WITHHELD),
        (S.MISSING, S.WITHHELD, S.WITHHELD),
        (S.IMPOSSIBLE, 1000, S.IMPOSSIBLE),
        (S.PENDING, 1000, S.PENDING),
        (S.MISSING, 1000, S.MISSING),
        (30, S.MISSING, S.MISSING),
        (30, 0, S.IMPOSSIBLE),
        (0, 0, S.IMPOSSIBLE),
    ],
)
def test_a_rate_is_as_known_as_its_parts(count, of, seen):
    assert per_10_000(count, of) == seen


@pytest.mark.parametrize(
    ("count", "of", "seen"),
    [
        (30, 1000, S.WITHHELD),
        (0, 1000, S.WITHHELD),
        (S.WITHHELD, 1000, S.WITHHELD),
        (30, 0, S.IMPOSSIBLE),
        (S.MISSING, 1000, S.MISSING),
        (30, S.PENDING, S.PENDING),
    ],
)
def test_a_rate_that_may_not_be_told_is_withheld_and_nothing_else_is(count, of, seen):
    assert per_10_000(count, of, rated=False) == seen


def test_each_cell_of_a_rate_has_its_own_leave():
    mask = np.array([[True, False]])
    years = (2023, 2024)
    seen = rate(grid([[30, 30]], years), grid([[90, 90]], years), per=1, decimals=2, rated=mask)
    assert [told(cell) for cell in seen.cells(0)] == [0.33, S.WITHHELD]
    assert np.isnan(seen.values[0, 1])


def test_a_year_that_the_denominator_lacks_is_missing():
    count, of = grid([[10, 20]], (2023, 2024)), grid([[100]], (2024,))
    compared = rate(count, of, per=100, decimals=0, rated=np.ones((1, 2), np.bool_))
    assert compared.cell(0, 2023).state is S.MISSING
    assert compared.cell(0, 2024).value == 20


@pytest.fixture
def division():
    areas = [Area("NL01", "Nederland", None), Area("PV20", "Groningen", "NL01")]
    areas += [Area(f"GM000{n}", f"G{n}", "PV20" if n < 3 else "NL01") for n in (1, 2, 3)]
    return Division.sorted(2024, areas)


@pytest.mark.parametrize(
    ("cells", "land", "provincie"),
    [
        ([S.MISSING, S.MISSING, 10, 20, 30], 60, 30),
        ([99, S.MISSING, 10, 20, 30], 99, 30),
        ([S.MISSING, S.MISSING, 10, S.WITHHELD, 30], S.MISSING, S.MISSING),
        ([S.MISSING, S.MISSING, 10, 20, S.MISSING], S.MISSING, 30),
        ([S.WITHHELD, S.PENDING, 10, 20, 30], S.WITHHELD, S.PENDING),
    ],
)
def test_totals_are_summed_only_where_all_is_known_and_none_was_given(
    division, cells, land, provincie
):
    filled = fill_totals(grid([[cell] for cell in cells]), division=division)
    assert [told(filled.cell(row, 2024)) for row in (0, 1)] == [land, provincie]


def test_rounding_keeps_no_number_under_a_cell_that_is_not_shown():
    cells = grid([[1.26, S.WITHHELD]], (2023, 2024))
    cells.values[0, 1] = 7.0
    seen = rounded(cells, decimals=1)
    assert seen.values[0, 0] == 1.3
    assert np.isnan(seen.values[0, 1])


def test_years_that_were_not_delivered_are_missing():
    seen = on_years(grid([[1, 2]], (2022, 2023)), (2023, 2024))
    assert [told(cell) for cell in seen.cells(0)] == [2, S.MISSING]
