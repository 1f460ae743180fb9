from datetime import date
from pathlib import Path

import numpy as np
import pyarrow.csv
import pyarrow.parquet
import pytest

from tests.unit.read.tiny import Tiny
from zicht.model.area import Level
from zicht.model.errors import BuildError
from zicht.model.figure import State
from zicht.read import read_delivery


def test_a_right_delivery_reads_without_problems_but_for_what_it_leaves_out(tiny: Tiny) -> None:
    reading = tiny.read()
    assert [doubt.what for doubt in reading.doubts] == []
    assert reading.delivery.title == "Klein"
    assert reading.delivery.release == date(2024, 11, 1)
    assert reading.delivery.fictional
    assert [theme.key for theme in reading.themes] == ["drugs"]


def test_regions_nest_and_have_one_order(tiny: Tiny) -> None:
    division = tiny.read().division
    assert [area.code for area in division.areas] == [
        *("NL01", "PV30", "PV31", "GM0001", "GM0002"),
        *("WK000100", "WK0001AA", "WK000200"),
    ]
    assert [area.parent for area in division.areas] == [
        *(None, "NL01", "NL01", "PV30", "PV31", "GM0001", "GM0001", "GM0002")
    ]
    assert division["PV30"].name == "Noord-Brabant"


def test_outlines_have_the_codes_of_the_division_and_metres(tiny: Tiny) -> None:
    reading = tiny.read()
    assert [outline.level for outline in reading.outlines] == [Level.GEMEENTE, Level.WIJK]
    for outline in reading.outlines:
        expected = tuple(area.code for area in reading.division.of(outline.level))
        assert outline.codes == expected
        assert [shape.area for shape in outline.shapes] == [1_000_000] * len(expected)


def test_every_state_of_a_cell(tiny: Tiny) -> None:
    reading = tiny.read()
    raw, row = reading.figures.series["overlast"], reading.division.row
    assert raw.years == (2022, 2023, 2024)
    assert raw.provisional == (False, True, False)
    assert raw.states[row["GM0001"]].tolist() == [State.SHOWN, State.SHOWN, State.PENDING]
    assert raw.values[row["GM0001"]][:2].tolist() == [5, 0]
    assert raw.states[row["GM0002"]].tolist() == [
        *(State.IMPOSSIBLE, State.WITHHELD, State.PENDING)
    ]
    assert raw.states[row["WK000100"]].tolist() == [State.MISSING, State.MISSING, State.PENDING]
    assert np.isnan(raw.values[raw.states != State.SHOWN]).all()
    assert np.isfinite(raw.values[raw.states == State.SHOWN]).all()


def test_padding_small_letters_and_both_decimal_signs_are_mended(tiny: Tiny) -> None:
    reading = tiny.read()
    row = reading.division.row
    persons, young = (reading.figures.series[key].values[:, 0] for key in ("inwoners", "jong"))
    assert persons[row["NL01"]] == 300
    assert persons[row["WK0001AA"]] == 40
    assert young[[row["GM0001"], row["GM0002"]]].tolist() == [12.5, 8.5]


@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_table_reads_the_same_whatever_separates_its_fields(tiny: Tiny, delimiter: str) -> None:
    before = tiny.read().figures.series["overlast"]
    for path in sorted((tiny.root / "figures" / "CRIME").glob("*.csv")):
        text = path.read_text(encoding="utf-8-sig").replace('"Diefstal, inbraak"', "Diefstal")
        path.write_text(text.replace(",", delimiter), encoding="utf-8")
    after = tiny.read().figures.series["overlast"]
    np.testing.assert_array_equal(before.values, after.values)
    np.testing.assert_array_equal(before.states, after.states)


def test_parquet_reads_as_csv_does(tiny: Tiny) -> None:
    before = tiny.read().figures.series["overlast"]
    path = tiny.root / "figures" / "CRIME" / "Observations.csv"
    table = pyarrow.csv.read_csv(path)
    assert str(table.schema.field("Value").type) == "int64"
    pyarrow.parquet.write_table(table, path.with_suffix(".parquet"))
    path.unlink()
    after = tiny.read().figures.series["overlast"]
    np.testing.assert_array_equal(before.values, after.values)
    np.testing.assert_array_equal(before.states, after.states)


def test_themes_may_lie_elsewhere(tiny: Tiny, tmp_path: Path) -> None:
    (tiny.root / "themes").rename(tmp_path / "elders")
    assert read_delivery(tiny.root, themes=tmp_path / "elders").themes[0].key == "drugs"


def test_without_settings_the_folder_names_the_delivery_and_the_rest_is_asked(tiny: Tiny) -> None:
    tiny.remove("delivery.toml")
    reading = tiny.read()
    assert reading.delivery.title == "klein"
    assert reading.delivery.division == 2024
    assert reading.delivery.source == "CBS, Politie"
    assert not reading.delivery.fictional
    asked = [doubt.where.rsplit(" ", 1)[1] for doubt in reading.doubts]
    assert asked == ["release", "division", "source", "licence"]


def test_an_absent_folder_is_told() -> None:
    with pytest.raises(BuildError, match="There is no delivery"):
        read_delivery(Path("nergens"))


def test_all_problems_come_at_once_and_those_that_block_come_first(tiny: Tiny) -> None:
    tiny.replace("delivery.toml", 'licence = "CC BY 4.0"\n', "")
    tiny.replace("themes/drugs.toml", "order = 1", 'order = "een"')
    tiny.replace("areas/gemeenten.geojson", '"Aa"', '""')
    tiny.remove("figures/CRIME/RegioCodes.csv")
    problems = tiny.problems()
    assert len(problems) >= 4
    assert [problem.blocks for problem in problems] == sorted(
        (problem.blocks for problem in problems), reverse=True
    )
    assert all(problem.what and problem.where and problem.todo for problem in problems)


def test_a_missing_level_is_no_fault(tiny: Tiny) -> None:
    tiny.remove("areas/wijken.geojson")
    reading = tiny.read()
    assert reading.doubts == ()
    assert reading.division.of(Level.WIJK) == ()
