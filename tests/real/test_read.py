"""Real figures and outlines of CBS through `read`; what they say is read once more, by hand."""

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest
import shapely

from zicht.model.area import Level
from zicht.model.errors import BuildError, Problem
from zicht.model.figure import State
from zicht.read import Reading, read_delivery

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "data"
REAL, QUIRKS = SHARED / "real-2024", SHARED / "quirks"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no real data: {SHARED} is absent")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_delivery(REAL, themes=HERE / "themes")


def source_rows(table: str) -> list[dict[str, str]]:
    path = REAL / "figures" / table / "Observations.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_real_delivery_has_no_problem_that_blocks(reading: Reading) -> None:
    division = reading.division
    assert division.year == 2024
    assert [len(division.of(level)) for level in Level] == [1, 12, 342, 3393, 0]
    assert [area.parent for area in division.of(Level.PROVINCIE)] == ["NL01"] * 12
    assert len(division.children("GM0363")) == 110
    assert [doubt.what for doubt in reading.doubts if "GM0457" in doubt.what]


@pytest.mark.parametrize(
    ("key", "table", "measure", "where", "period"),
    [
        ("inwoners", "85984NED", "T001036", {}, "2024"),
        ("inwoners", "85618NED", "T001036", {}, "2023"),
        ("inwoners", "85318NED", "T001036", {}, "2022"),
        ("huishoudensgrootte", "85984NED", "M000114", {}, "2024"),
        ("65-en-ouder", "85984NED", "P65PL", {}, "2024"),
        ("misdrijven", "83648NED", "M004200_2", {"SoortMisdrijf": "T001161"}, "2024"),
        ("vernieling", "83648NED", "M004200_2", {"SoortMisdrijf": "CRI2200"}, "2017"),
        ("drugs-en-drankoverlast", "83648NED", "M004200_2", {"SoortMisdrijf": "CRI3530"}, "2012"),
    ],
)
def test_figures_are_those_of_the_source(
    reading: Reading, key: str, table: str, measure: str, where: dict[str, str], period: str
) -> None:
    expected = {
        (row.get("RegioS") or row["WijkenEnBuurten"]).strip(): float(row["Value"].replace(",", "."))
        for row in source_rows(table)
        if row["Measure"] == measure
        and row.get("Perioden", period)[:4] == period
        and all(row[dimension] == code for dimension, code in where.items())
    }
    raw = reading.figures.series[key]
    column = raw.years.index(int(period))
    found = {
        area.code: float(raw.values[row, column])
        for row, area in enumerate(reading.division.areas)
        if raw.states[row, column] == State.SHOWN
    }
    known = {code: value for code, value in expected.items() if code in reading.division}
    assert len(found) > 300
    assert found == known


def test_what_was_not_delivered_is_missing_and_new_gemeenten_have_no_past(reading: Reading) -> None:
    raw, row = reading.figures.series["inwoners"], reading.division.row
    assert raw.years == (2022, 2023, 2024)
    assert raw.states[row["GM1992"]].tolist() == [State.MISSING, State.SHOWN, State.SHOWN]
    assert set(raw.states[row["NL01"]].tolist()) == {State.MISSING}


def test_only_the_newest_year_of_crime_is_provisional(reading: Reading) -> None:
    raw = reading.figures.series["misdrijven"]
    assert raw.years == (2012, 2017, 2018, 2019, 2022, 2023, 2024)
    assert [year for year, yes in zip(raw.years, raw.provisional, strict=True) if yes] == [2024]


def test_outlines_cover_the_country_in_square_metres(reading: Reading) -> None:
    gemeenten, wijken = reading.outlines
    for outline in (gemeenten, wijken):
        assert list(outline.codes) == sorted(outline.codes)
        assert shapely.is_valid(outline.shapes).all()
        assert 33e9 < shapely.area(outline.shapes).sum() < 42e9
    amsterdam = gemeenten.shapes[gemeenten.codes.index("GM0363")]
    assert amsterdam.contains(shapely.Point(121_000, 487_000))


def test_outlines_simplified_one_by_one_are_mended(tmp_path: Path) -> None:
    data = tmp_path / "quirk"
    shutil.copytree(REAL, data)
    shutil.copy(QUIRKS / "wijken_2024_overlapping.geojson", data / "areas" / "wijken.geojson")
    reading = read_delivery(data, themes=HERE / "themes")
    wijken = reading.outlines[1]
    assert len(wijken.codes) == 3475 - 81 - 1
    assert "WK099899" not in wijken.codes
    assert shapely.is_valid(wijken.shapes).all()
    mended = [doubt for doubt in reading.doubts if "was mended" in doubt.what]
    assert 10 <= len(mended) <= 12, "17 in the file, 5 of them water; one is valid in metres"


@pytest.mark.parametrize(
    ("quirk", "what"),
    [
        ("ses_woa_2019_amsterdam_wijk_buurt.csv", "export of StatLine"),
        ("nabijheid_2021_transposed_symbols.csv", "export of StatLine"),
        ("instroomleeftijdwlz_gemeente_2020.csv", "export of StatLine"),
        ("ervarengezondheid_65plus_2020_gemeente.csv", "export of StatLine"),
        ("kwb-2024-utrecht.xlsx", "Excel workbook"),
    ],
)
def test_what_is_no_table_of_odata_is_refused_with_what_to_do(
    tmp_path: Path, quirk: str, what: str
) -> None:
    data = tmp_path / "quirk"
    shutil.copytree(REAL, data)
    shutil.copy(QUIRKS / quirk, data / "figures" / "85984NED" / "Observations.csv")
    problem = only_blocking(data)
    assert what in problem.what
    assert "CBS OData v4" in problem.todo


def only_blocking(data: Path) -> Problem:
    with pytest.raises(BuildError) as refused:
        read_delivery(data, themes=HERE / "themes")
    (problem,) = [problem for problem in refused.value.problems if problem.blocks]
    return problem


def test_figures_and_their_states_agree_everywhere(reading: Reading) -> None:
    for raw in reading.figures.series.values():
        np.testing.assert_array_equal(np.isfinite(raw.values), raw.states == State.SHOWN)
