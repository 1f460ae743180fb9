"""What is refused in figures: one thing spoiled per case."""

from pathlib import Path

import pytest

from tests.unit.read.tiny import TABLES, Tiny

OBSERVATIONS = "figures/CRIME/Observations.csv"
KERN = "figures/KERN/Observations.csv"


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "where"),
    [
        (OBSERVATIONS, "None,5,", "None,vijf,", '"vijf" is no number', "Id 1, column Value"),
        (OBSERVATIONS, "None,5,", "None,inf,", '"inf" is no number', "Id 1, column Value"),
        (OBSERVATIONS, "None,,x", "None,,veel", '"veel" is no number', "Id 4, column Value"),
        (OBSERVATIONS, "Impossible", "Vaag", 'unknown ValueAttribute "Vaag"', "Id 2"),
        (
            OBSERVATIONS,
            "None,5,",
            "None,-5,",
            '"overlast" is below zero for GM0001 in 2022',
            "CRIME",
        ),
        (OBSERVATIONS, "None,5,", "None,5.5,", "is no whole number for GM0001 in 2022", "CRIME"),
        (OBSERVATIONS, "GM0001", "GM1", '"GM1" is no code of a region', "Id 1, column Regio"),
        (OBSERVATIONS, "1,M1,None,5,", "1,M1,None,5", "7 fields, the header has 8", "line 2"),
        (OBSERVATIONS, "Measure,", "Onderwerp,", "lacks Measure", "line 1"),
        (OBSERVATIONS, "GM0002,2023JJ00", "GM0003,2023JJ00", "GM0003 has figures", "column Regio"),
        (OBSERVATIONS, "B,GM0001", "Q,GM0001", "SoortCodes.csv does not list: Q", "column Soort"),
        (OBSERVATIONS, "GM0001,2022JJ00", "GM0001,2021JJ00", "not list: 2021JJ00", "Perioden"),
        (OBSERVATIONS, "B,GM0001", "A,GM0001", "more than one figure for GM0001 in 2023", "CRIME"),
        (KERN, "GM0002    ", "GM0001    ", "more than one figure for GM0001 in 2024", "KERN"),
        ("figures/CRIME/MeasureCodes.csv", "M1", "M2", "has no measure M1", "key measures.measure"),
        ("figures/CRIME/MeasureCodes.csv", "Title", "Titel", "lacks Title", "line 1"),
        ("figures/CRIME/SoortCodes.csv", "A,Overlast", "A", "1 fields", "line 2"),
        ("figures/CRIME/SoortCodes.csv", "A,", "C,", "no code A", "where.Soort"),
        ("figures/CRIME/Dimensions.csv", "TimeDimension", "Tijd", 'unknown kind, "Tijd"', "Kind"),
        ("figures/CRIME/Dimensions.csv", "GeoDimension", "Dimension", "0 dimensions of", "Kind"),
        ("figures/CRIME/Dimensions.csv", "2024", "nieuw", '"nieuw" for the year', "MapYear"),
        ("figures/KERN/WijkenCodes.csv", '"GM0002    "', '"GM0009    "', "", ""),
    ],
)
def test_a_fault_in_a_table_is_told(
    tiny: Tiny, file: str, old: str, new: str, what: str, where: str
) -> None:
    tiny.replace(file, old, new)
    problems = [problem for problem in tiny.problems() if problem.blocks]
    if not what:
        assert problems == []
        return
    assert [problem for problem in problems if what in problem.what and where in problem.where]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_missing_file_is_told(tiny: Tiny, name: str) -> None:
    tiny.remove(f"figures/{name}")
    found = [problem for problem in tiny.problems() if Path(name).name in problem.where]
    assert found
    assert found[0].blocks == ("Properties" not in name)


def test_a_gemeente_that_a_table_of_this_division_does_not_know_blocks(tiny: Tiny) -> None:
    tiny.replace("figures/CRIME/RegioCodes.csv", "GM0002,Bee\n", "")
    text = (tiny.root / OBSERVATIONS).read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if "GM0002" not in line]
    tiny.write(OBSERVATIONS, "\n".join(rows) + "\n")
    assert any("does not know 1 regions" in one.what and one.blocks for one in tiny.problems())
    tiny.replace("figures/CRIME/Dimensions.csv", "2024", "2023")
    assert [one.blocks for one in tiny.problems()] == [False]


def test_old_codes_are_one_doubt_and_their_figures_are_left_out(tiny: Tiny) -> None:
    tiny.replace(OBSERVATIONS, "1,M1,None,5,,A,GM0001", "1,M1,None,5,,A,GM0007")
    (doubt,) = tiny.read().doubts
    assert "1 regions of CRIME are not in the division of 2024: GM0007" in doubt.what


def test_old_codes_that_the_changes_tell_of_are_no_doubt(tiny: Tiny) -> None:
    tiny.replace(OBSERVATIONS, "1,M1,None,5,,A,GM0001", "1,M1,None,5,,A,GM0007")
    change = 'day = 2023-01-01\nkind = "merged"\nold = ["GM0007"]\nnew = ["GM0001"]\n'
    tiny.write("areas/changes.toml", f"[[change]]\n{change}")
    assert tiny.read().doubts == ()


def test_regions_of_another_kind_are_one_doubt(tiny: Tiny) -> None:
    tiny.replace(OBSERVATIONS, "A,GM0001,2022JJ00", "A,LD01,2022JJ00")
    (doubt,) = tiny.read().doubts
    assert "kind that is not shown: LD01" in doubt.what


def test_many_faults_of_one_kind_are_told_ten_times_and_counted(tiny: Tiny) -> None:
    rows = "".join(f"{n},M1,None,q,,A,GM0001,2022JJ00\n" for n in range(10, 40))
    text = (tiny.root / OBSERVATIONS).read_text(encoding="utf-8")
    tiny.write(OBSERVATIONS, text + rows)
    told = [one.what for one in tiny.problems() if "is no number" in one.what]
    assert len(told) == 11
    assert told[-1].startswith("And 20 more like this")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04rest", "Excel workbook"),
        (
            "Id,Measure,ValueAttribute,Value,Soort,Regio,Perioden\n1,M1,None,é\n".encode("cp1252"),
            "",
        ),
        (b"\xff\xfeI\x00d\x00", "not UTF-8"),
        (b"", "no header"),
    ],
)
def test_a_file_that_is_no_utf8_csv_is_told(tiny: Tiny, content: bytes, what: str) -> None:
    (tiny.root / OBSERVATIONS).write_bytes(content)
    assert any(what in problem.what and problem.blocks for problem in tiny.problems())


def test_bytes_of_another_encoding_are_told(tiny: Tiny) -> None:
    path = tiny.root / OBSERVATIONS
    path.write_bytes(path.read_bytes().replace(b"None,5,", "None,é,".encode("cp1252")))
    assert any("not UTF-8" in problem.what for problem in tiny.problems())
    names = tiny.root / "figures/CRIME/SoortCodes.csv"
    names.write_bytes(names.read_bytes().replace(b"Overlast", "é".encode("cp1252")))
    assert any("not UTF-8" in problem.what for problem in tiny.problems())


def test_parquet_that_is_none_or_lacks_columns_is_told(tiny: Tiny) -> None:
    tiny.remove(OBSERVATIONS)
    tiny.write("figures/CRIME/Observations.parquet", "geen parquet")
    assert any("is no parquet" in problem.what for problem in tiny.problems())


def test_two_files_of_observations_are_told(tiny: Tiny) -> None:
    tiny.write("figures/CRIME/Observations.parquet", "")
    assert any("has 2 files of observations" in problem.what for problem in tiny.problems())


def test_no_figures_at_all_is_told(tiny: Tiny) -> None:
    tiny.remove("figures")
    assert any(problem.what == "There are no figures." for problem in tiny.problems())


def test_a_broken_table_is_told_once_and_not_again_for_each_measure(tiny: Tiny) -> None:
    tiny.remove("figures/CRIME/Dimensions.csv")
    assert len([problem for problem in tiny.problems() if problem.blocks]) == 1


def test_quarters_are_no_years(tiny: Tiny) -> None:
    periods = "Identifier,Title,Status\n2023KW01,2023 1e kwartaal,Definitief\n"
    tiny.write("figures/CRIME/PeriodenCodes.csv", periods)
    assert any("no period of a whole year" in problem.what for problem in tiny.problems())


def test_measures_that_no_theme_shows_are_one_doubt_a_table(tiny: Tiny) -> None:
    tiny.replace("figures/KERN/MeasureCodes.csv", '"P1"', '"M1";"Mannen";"aantal";"0"\n"P1"')
    (doubt,) = tiny.read().doubts
    assert doubt.what == "No theme shows 1 measures of KERN: M1 (Mannen)."
