import numpy as np
import pytest

from zicht.model.errors import BuildError
from zicht.model.figure import State
from zicht.model.rules import Zero


def test_an_untouched_site_tells_nothing_more(site):
    assert site.audit(relisted=False) == []


def test_what_is_published_is_read_from_the_files_alone(site):
    published = site.read()
    division, series = published.division, published.series
    assert [area.code for area in division.areas][:4] == ["NL01", "PV20", "PV21", "GM0014"]
    assert [area.code for area in division.parents("BU00140100")] == [
        "NL01",
        "PV20",
        "GM0014",
        "WK001401",
    ]
    verdachten, kwekerijen = series["verdachten"], series["kwekerijen"]
    assert (verdachten.zero, kwekerijen.zero) == (Zero.STRUCTURAL, Zero.PUBLISH)
    assert (verdachten.judged, kwekerijen.judged) == (True, False)
    assert (verdachten.decimals, kwekerijen.decimals) == (1, 0)
    assert verdachten.counts.cell(0, 2022).value == 800
    assert verdachten.compared.cell(0, 2022).value == round(800 / 7, 1)
    assert verdachten.parts["leeftijd"]["jong"].cell(0, 2022).value == 200
    assert kwekerijen.counts is None
    assert kwekerijen.parts == {}


def test_every_state_is_kept_and_none_has_a_number(site):
    grid = site.read().series["verdachten"].counts
    late = site.read().division.row["BU00370000"]
    assert grid.cell(late, 2022).state is State.MISSING
    assert (grid.states == State.WITHHELD).sum() == 6
    assert np.isnan(grid.values[grid.states != State.SHOWN]).all()
    assert grid.provisional == (False, False, True)


def test_a_figure_that_is_said_to_be_a_count_is_one(site):
    for code in ("gm0014", "gm0037", "gm0080"):
        site.replace(
            f"data/gemeente/{code}.json", '"zero":"publish"', '"counts":"objects","zero":"publish"'
        )
    kwekerijen = site.read().series["kwekerijen"]
    assert kwekerijen.counts is kwekerijen.compared


def test_what_lies_in_what_is_read_from_the_gemeenten(site):
    assert site.read().series["verdachten"].under == {}
    for code in ("gm0014", "gm0037", "gm0080"):
        site.replace(
            f"data/gemeente/{code}.json",
            '"parts":{"jong"',
            '"under":{"jong":"oud"},"parts":{"jong"',
        )
    verdachten = site.read().series["verdachten"]
    assert verdachten.under == {"leeftijd": {"jong": "oud"}}
    assert list(verdachten.sums("leeftijd")) == [("", ("oud",)), ("oud", ("jong",))]


def problem(site):
    with pytest.raises(BuildError) as error:
        site.read()
    return str(error.value)


def test_a_folder_without_parquet_is_no_whole_site(site):
    (site / "data/all.parquet").unlink()
    assert "no whole site" in problem(site)


def test_a_folder_without_gemeenten_is_no_whole_site(site):
    for path in (site / "data/gemeente").iterdir():
        path.unlink()
    assert "There is no gemeente" in problem(site)


def test_a_file_that_is_no_parquet_is_a_problem(site):
    (site / "data/all.parquet").write_bytes(b"PAR1 and no more")
    assert "cannot be read as Parquet" in problem(site)


def test_a_lacking_column_is_a_problem(site):
    table = site.as_table(site.table()).drop_columns(["categorie"])
    site.write_table(table)
    assert "lacks categorie" in problem(site)


def test_a_state_that_is_none_is_a_problem(site):
    rows = site.table()
    rows[3]["waarde_toestand"] = "about 7777"
    site.write_rows(rows)
    assert "state that is none" in problem(site)
    assert "7777" not in problem(site)


def test_a_cell_twice_is_a_problem(site):
    rows = site.table()
    site.write_rows([*rows, rows[-1]])
    assert "kwekerijen has a cell twice" in problem(site)


def test_a_region_that_no_gemeente_knows_is_a_problem(site):
    rows = site.table()
    rows[-1]["regiocode"] = "BU99999999"
    site.write_rows(rows)
    assert "BU99999999" in problem(site)


def test_an_indicator_without_its_rules_is_a_problem(site):
    site.replace("data/gemeente/gm0014.json", '"zero":"publish",', "")
    assert "kwekerijen lacks" in problem(site)


def test_broken_json_is_a_problem(site):
    (site / "data/gemeente/gm0037.json").write_bytes(b"{")
    assert "gm0037.json" in problem(site)


def test_of_many_alike_the_first_twenty_are_told_and_the_rest_counted(site):
    rows = site.table()
    for row in rows:
        row["waarde"] = None if row["waarde"] is None else row["waarde"] + 0.01
    site.write_rows(rows)
    found = [one for one in site.audit() if one.how == "It has more decimals than are shown."]
    told = sum(row["waarde"] is not None for row in rows)
    assert len(found) == 21
    assert found[-1].what == f"And {told - 20} more."
