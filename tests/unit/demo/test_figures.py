import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.unit.demo.written import GEO, PERIODS, Written
from zicht.demo import sbi
from zicht.demo.split import Parts
from zicht.demo.subjects import SUBJECTS
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
    (subject.table, subject.measure.key, parts)
    for subject in SUBJECTS
    for parts in subject.parts
    if subject.rounded_to == 1
]


@pytest.mark.parametrize(("table", "measure", "parts"), SPLIT, ids=lambda told: str(told)[:24])
def test_categories_add_up_to_their_total(
    small: Written, table: str, measure: str, parts: Parts
) -> None:
    plain, total = parts.dimension.key, parts.dimension.total
    rows = small.tables[table]
    for key, code in small.plain(table).items():
        rows = rows[rows[key] == code] if key != plain else rows
    rows = rows[rows["Measure"] == measure]
    assert set(rows[rows[plain] != total][GEO].str[:2]) == set(parts.scope.levels)
    rows = rows[rows["ValueAttribute"] == "None"]
    cells = rows.pivot(index=[GEO, "Perioden"], columns=plain, values="Value")  # noqa: PD010
    cells = cells.dropna()
    outer = set(parts.dimension.titles) - {total} - {c for s in parts.inside.values() for c in s}
    for whole, inner in {total: outer, **parts.inside}.items():
        assert (cells[list(inner)].sum(axis=1) == cells[whole]).all()
    assert len(cells) == len(rows[rows[plain] != total].drop_duplicates([GEO, "Perioden"]))


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


def test_firms_are_rounded_and_every_branche_that_is_opened_is_whole(small: Written) -> None:
    rows = small.tables["ZOO401"]
    assert (rows["Value"] % 5 == 0).all()
    country = rows[(rows[GEO] == "NL01") & (rows["Perioden"] == "2024JJ00")]
    told = country.set_index("BedrijfstakkenSBI2008")["Value"]
    assert set(told.index) == {sbi.TOTAL, *sbi.EVERY}
    assert len(sbi.SECTIONS) == 21
    for whole, inner in {sbi.TOTAL: tuple(sbi.SECTIONS), **sbi.inside(sbi.EVERY)}.items():
        assert abs(told[whole] - told[list(inner)].sum()) <= 2.5 * (1 + len(inner))


def test_vulnerable_branches_are_some_of_the_firms(small: Written) -> None:
    every = small.numbers("ZOO402", "AlleVestigingen")
    some = small.numbers("ZOO402", "KwetsbareBranches")
    assert (some <= every).where(some.notna(), other=True).all(axis=None)
    assert 0.05 < some["2024JJ00"]["NL01"] / every["2024JJ00"]["NL01"] < 0.2


@pytest.mark.parametrize(("feature", "times"), [("Jeugdreclassering", 27), ("Gedetineerd", 52)])
def test_young_suspects_stand_out_as_published(small: Written, feature: str, times: int) -> None:
    def share(measure: str) -> float:
        yes, no = (
            small.numbers("ZOO107", measure, **{feature: code})["2024JJ00"]["NL01"] for code in "JN"
        )
        return float(yes / (yes + no))

    assert share("JongeVerdachten") / share("AlleJongeren") == pytest.approx(times, rel=0.25)


def test_density_is_that_of_the_class_of_the_gemeente(small: Written) -> None:
    classes = level(small.numbers("ZOO001", "Stedelijkheid"), "GM")["2024JJ00"].dropna()
    density = small.numbers("ZOO002", "Omgevingsadressendichtheid")["2024JJ00"][classes.index]
    found = 1 + sum((density < bound).astype(int) for bound in (2500, 1500, 1000, 500))
    assert (found == classes).all()


def test_homes_are_worth_less_where_incomes_are_low(whole: Written) -> None:
    worth = level(whole.numbers("ZOO002", "GemiddeldeWOZWaarde"), "WK")["2024JJ00"]
    poor = level(whole.numbers("ZOO002", "LaagInkomen"), "WK")["2024JJ00"]
    nurseries = level(whole.numbers("ZOO106", "VerhoogdeKans"), "WK")["2024JJ00"]
    dwellings = level(whole.numbers("ZOO001", "Woningen"), "WK")["2024JJ00"]
    assert worth.corr(poor) < -0.4
    assert (nurseries / dwellings).corr(poor) > 0.4
    assert poor.min() >= 0


def test_small_numbers_of_care_entrepreneurs_are_kept_back(small: Written) -> None:
    rows = small.tables["ZOO501"]
    rows = rows[rows["Measure"] == "Zorgondernemers"]
    assert (rows["ValueAttribute"] == "Confidential").any()
    assert not rows["Value"].between(1, 9).any()
