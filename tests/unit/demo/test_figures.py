import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.unit.demo.written import GEO, PERIODS, Written
from zicht.read import read_delivery

THEMES = Path(__file__).resolve().parents[3] / "data/themes"

COMPLETE = ["Inwoners", "Jongeren", "Woningen", "Panden", "VerkochteWoningen"]


def level(numbers: pd.DataFrame, prefix: str) -> pd.DataFrame:
    return numbers[numbers.index.str.startswith(prefix)]


@pytest.mark.parametrize("measure", COMPLETE)
@pytest.mark.parametrize(("low", "high", "digits"), [("BU", "WK", 6), ("WK", "GM", 4)])
def test_numbers_add_up_exactly(
    small: Written, measure: str, low: str, high: str, digits: int
) -> None:
    numbers = small.numbers("ZOO001", measure)
    below = level(numbers, low)
    sums = below.groupby(high + below.index.str[2 : 2 + digits]).sum(min_count=1)
    above = level(numbers, high)
    # Where a region did not exist yet, neither did those inside it: both are empty.
    pd.testing.assert_frame_equal(above.loc[sums.index], sums, check_names=False)


@pytest.mark.parametrize("measure", COMPLETE)
def test_the_country_is_complete_in_every_year(small: Written, measure: str) -> None:
    numbers = small.numbers("ZOO001", measure)
    country = numbers.loc["NL01"]
    assert country.notna().all()
    for prefix in ("PV", "GM"):
        assert (level(numbers, prefix).sum() == country).all()


SPLIT = [
    ("ZOO102", "Drugsverdachten", "Leeftijd", ("NL", "PV", "GM")),
    ("ZOO104", "Drugsmisdrijven", "SoortMisdrijf", ("NL", "PV", "GM", "WK")),
    ("ZOO202", "PandenVeroordeelde", "SoortPand", ("NL", "PV", "GM")),
]


@pytest.mark.parametrize(("table", "measure", "plain", "levels"), SPLIT)
def test_categories_add_up_to_their_total(
    small: Written, table: str, measure: str, plain: str, levels: tuple[str, ...]
) -> None:
    totals = small.plain(table)
    rows = small.tables[table]
    for key in totals.keys() - {plain}:
        rows = rows[rows[key] == totals[key]]
    total = totals[plain]
    assert set(rows[rows[plain] != total][GEO].str[:2]) == set(levels)
    rows = rows[(rows["Measure"] == measure) & rows[GEO].str.startswith(levels)]
    rows = rows[rows["ValueAttribute"] == "None"]
    parts = rows[rows[plain] != total].groupby([GEO, "Perioden"])["Value"].sum()
    whole = rows[rows[plain] == total].set_index([GEO, "Perioden"])["Value"]
    assert (parts == whole.reindex(parts.index)).all()


def test_a_category_has_no_number_where_its_total_has_none(small: Written) -> None:
    rows = small.tables["ZOO104"]
    buurten = rows[GEO].str.startswith("BU")
    assert set(rows.loc[buurten, rows.columns[5]]) == {"6.0"}
    rows = rows[~buurten]
    cells = rows.groupby([GEO, "Perioden"]).size()
    assert (cells == 3).all()
    assert len(rows.drop_duplicates([GEO, "Perioden", "ValueAttribute"])) == len(cells)
    wijken = rows[rows[GEO].str.startswith("WK")]
    assert set(wijken["ValueAttribute"]) == {"None", "Confidential"}


@pytest.mark.parametrize("scale", ["small", "whole"])
def test_a_delivery_reads_without_a_problem_or_a_doubt(
    scale: str, request: pytest.FixtureRequest
) -> None:
    written: Written = request.getfixturevalue(scale)
    assert read_delivery(written.folder).doubts == ()


def test_inhabitants_of_2024_are_the_real_ones(small: Written) -> None:
    newest = small.numbers("ZOO001", "Inwoners")["2024JJ00"]
    assert newest["NL01"] == 17_942_942
    assert newest["GM0363"] == 931_298


def test_before_a_merger_figures_stand_on_the_old_codes(small: Written) -> None:
    for measure in ("Inwoners", "Stedelijkheid"):
        numbers = small.numbers("ZOO001", measure)
        for code in ("GM0003", "GM0010", "GM0024", "GM0788"):
            assert numbers.loc[code].notna().tolist() == [True] * 2 + [False] * 4
        assert numbers.loc["GM1979"].notna().tolist() == [False] * 2 + [True] * 4
    inside = small.numbers("ZOO001", "Inwoners")
    inside = inside[inside.index.str.startswith(("WK1979", "BU1979"))]
    assert inside[PERIODS[:2]].isna().all(axis=None)
    assert inside[PERIODS[2:]].notna().all(axis=None)


@pytest.mark.parametrize(
    ("code", "year"), [("GM0439", 2022), ("GM0363", 2022), ("GM0757", 2021), ("GM0865", 2021)]
)
def test_a_gemeente_that_took_in_another_jumps(whole: Written, code: str, year: int) -> None:
    numbers = whole.numbers("ZOO001", "Inwoners").loc[code]
    assert numbers.notna().all()
    growth = numbers.pct_change().dropna()
    assert growth.idxmax() == f"{year}JJ00"
    assert growth.max() > 0.02


def measures() -> Iterator[tuple[str, str, dict[str, str]]]:
    for path in sorted(THEMES.glob("*.toml")):
        theme = tomllib.loads(path.read_text(encoding="utf-8"))
        for series in [*theme.get("context", []), *theme["indicator"]]:
            for one in series["measures"]:
                yield one["table"], one["measure"], one.get("where", {})


@pytest.mark.parametrize(("table", "measure", "where"), list(measures()))
def test_every_measure_of_a_theme_has_figures(
    small: Written, table: str, measure: str, where: dict[str, str]
) -> None:
    newest = small.numbers(table, measure, **where)["2024JJ00"]
    gemeenten = level(newest.to_frame(), "GM")["2024JJ00"]
    assert gemeenten.notna().sum() > 300 or newest.notna()["NL01"]


def test_every_state_of_a_cell_occurs(small: Written) -> None:
    words = set()
    for rows in small.tables.values():
        assert (rows["Value"].isna() == (rows["ValueAttribute"] != "None")).all()
        words |= set(rows["ValueAttribute"])
    assert words == {"None", "Confidential", "Unreliable", "Impossible", "Pending"}


@pytest.mark.parametrize(
    ("table", "measure", "prefix", "regions"),
    [("ZOO103", "JongeAanwas", "GM", 4), ("ZOO201", "OnbekendeEigenaren", "WK", 6)],
)
def test_some_cells_of_2019_were_not_delivered(
    small: Written, table: str, measure: str, prefix: str, regions: int
) -> None:
    def delivered(rows: pd.DataFrame) -> set[str]:
        chosen = rows[GEO].str.startswith(prefix) & (rows["Perioden"] == "2019JJ00")
        return set(rows.loc[chosen, GEO])

    figures = small.tables[table]
    lost = delivered(small.tables["ZOO001"]) - delivered(figures[figures["Measure"] == measure])
    assert len({code[2:6] for code in lost}) == regions


def test_only_the_newest_year_below_gemeenten_is_pending(small: Written) -> None:
    rows = small.tables["ZOO201"]
    pending = rows[rows["ValueAttribute"] == "Pending"]
    assert set(pending["Perioden"]) == {"2024JJ00"}
    assert set(pending["Measure"]) == {"OnverklaarbareAankopen"}
    assert set(pending[GEO].str[:2]) == {"WK", "BU"}


def test_small_counts_are_delivered_unprotected_and_skewed(whole: Written) -> None:
    buurten = level(whole.numbers("ZOO102", "Drugsverdachten"), "BU")["2024JJ00"].dropna()
    assert (buurten == 0).mean() > 0.3
    assert buurten.between(1, 9).mean() > 0.3
    assert buurten.mean() > 1.5 * buurten.median()


def test_subjects_go_together_and_last(whole: Written) -> None:
    dwellings = level(whole.numbers("ZOO001", "Woningen"), "GM")
    suspects = level(whole.numbers("ZOO102", "Drugsverdachten"), "GM")
    offences = level(whole.numbers("ZOO104", "Drugsmisdrijven"), "GM")
    one, other = (suspects / dwellings), (offences / dwellings)
    assert one["2024JJ00"].corr(other["2024JJ00"]) > 0.4
    assert one["2024JJ00"].corr(one["2023JJ00"]) > 0.7


def test_urban_gemeenten_have_more(whole: Written) -> None:
    urban = level(whole.numbers("ZOO001", "Stedelijkheid"), "GM")["2024JJ00"]
    people = level(whole.numbers("ZOO001", "Inwoners"), "GM")["2024JJ00"]
    suspects = level(whole.numbers("ZOO102", "Drugsverdachten"), "GM")["2024JJ00"]
    rate = (suspects / people).groupby(urban).median()
    assert rate[1.0] > 1.5 * rate[5.0]
    assert np.isfinite(rate).all()
