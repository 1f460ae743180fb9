import numpy as np
import pytest

from zicht.model.area import Area, Division
from zicht.model.figure import Grid, State
from zicht.shape.rates import fill_totals, rate

S = State


def grid(cells, years=(2024,)):
    values = [[c if not isinstance(c, State) else np.nan for c in row] for row in cells]
    states = [[c if isinstance(c, State) else S.SHOWN for c in row] for row in cells]
    return Grid(years, np.array(values, float), np.array(states, np.uint8), (False,) * len(years))


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
    cell = rate(grid([[count]]), grid([[of]]), per=10_000, decimals=1).cell(0, 2024)
    assert (cell.value if cell.state is S.SHOWN else cell.state) == seen


def test_a_year_that_the_denominator_lacks_is_missing():
    count, of = grid([[10, 20]], (2023, 2024)), grid([[100]], (2024,))
    compared = rate(count, of, per=100, decimals=0)
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
    seen = [filled.cell(row, 2024) for row in (0, 1)]
    assert [c.value if c.state is S.SHOWN else c.state for c in seen] == [land, provincie]
