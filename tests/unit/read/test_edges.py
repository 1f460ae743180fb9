"""Deliveries that are odd but right, or wrong in an odd way."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest

from tests.unit.read.tiny import RD, Tiny
from zicht.model.figure import State

OBSERVATIONS = "figures/CRIME/Observations.csv"


def state_of_first_cell(tiny: Tiny) -> State:
    reading = tiny.read()
    row = reading.division.row["GM0001"]
    return State(int(reading.figures.series["overlast"].states[row, 0]))


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("None,5,", State.SHOWN),
        (",5,", State.SHOWN),
        ("None,  5  ,", State.SHOWN),
        ("None,5e2,", State.SHOWN),
        ("None,-99997,", State.WITHHELD),
        ("None,-99999999,", State.WITHHELD),
        ("None,.,", State.WITHHELD),
        ("None,x,", State.WITHHELD),
        ("None,,.", State.WITHHELD),
        (".,,", State.WITHHELD),
        ("Confidential,5,", State.WITHHELD),
        ("Impossible,,", State.IMPOSSIBLE),
        ("Pending,,", State.PENDING),
        ("None,,", State.MISSING),
    ],
)
def test_what_stands_in_a_cell(tiny: Tiny, fields: str, state: State) -> None:
    tiny.replace(OBSERVATIONS, "M1,None,5,,", f"M1,{fields},")
    assert state_of_first_cell(tiny) is state


def test_lines_may_end_as_windows_ends_them(tiny: Tiny) -> None:
    path = tiny.root / OBSERVATIONS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert state_of_first_cell(tiny) is State.SHOWN


def test_empty_lines_at_the_end_are_nothing(tiny: Tiny) -> None:
    text = (tiny.root / OBSERVATIONS).read_text(encoding="utf-8")
    tiny.write(OBSERVATIONS, text + "\n\n")
    assert state_of_first_cell(tiny) is State.SHOWN


def test_a_table_without_cells_is_a_doubt(tiny: Tiny) -> None:
    header = (tiny.root / OBSERVATIONS).read_text(encoding="utf-8").splitlines()[0]
    tiny.write(OBSERVATIONS, header + "\n")
    reading = tiny.read()
    assert reading.figures.series["overlast"].years == (2024,)
    assert reading.figures.series["overlast"].states.tolist() == [[State.PENDING]] * 8


def test_a_measure_without_cells_is_a_doubt_and_missing(tiny: Tiny) -> None:
    tiny.replace("figures/CRIME/PeriodenCodes.csv", "Gepland", "Definitief")
    tiny.replace("themes/drugs.toml", '"A" } }', '"B" }, year = 2022 }')
    reading = tiny.read()
    (doubt,) = reading.doubts
    assert "CRIME has no figure of M1 for any region shown" in doubt.what
    assert reading.figures.series["overlast"].years == (2022,)
    assert set(reading.figures.series["overlast"].states.ravel().tolist()) == {State.MISSING}


def test_optional_columns_may_be_absent(tiny: Tiny) -> None:
    path = tiny.root / OBSERVATIONS
    rows = [line.split(",") for line in path.read_text(encoding="utf-8-sig").splitlines()]
    tiny.write(OBSERVATIONS, "\n".join(",".join(row[1:4] + row[5:]) for row in rows))
    assert state_of_first_cell(tiny) is State.SHOWN


def test_parquet_with_numbers_nulls_and_categories(tiny: Tiny) -> None:
    tiny.remove(OBSERVATIONS)
    table = pa.table(
        {
            "Measure": pa.array(["M1", "M1"]).dictionary_encode(),
            "ValueAttribute": ["None", "Impossible"],
            "Value": pa.array([5.0, None], pa.float64()),
            "StringValue": pa.array([None, None], pa.string()),
            "Soort": ["A", "A"],
            "Regio": ["GM0001  ", "GM0002  "],
            "Perioden": ["2022JJ00", "2022JJ00"],
        }
    )
    pyarrow.parquet.write_table(table, tiny.root / "figures/CRIME/Observations.parquet")
    reading = tiny.read()
    raw, row = reading.figures.series["overlast"], reading.division.row
    assert raw.values[row["GM0001"], 0] == 5
    assert raw.states[row["GM0002"], 0] == State.IMPOSSIBLE


def test_a_series_may_come_from_one_table_per_level_and_year(tiny: Tiny) -> None:
    tiny.replace(
        "themes/drugs.toml",
        '{ Soort = "A" } }]',
        '{ Soort = "A" } }, { table = "KERN", measure = "T1", year = 2020 }]',
    )
    raw = tiny.read().figures.series["overlast"]
    assert raw.years == (2020, 2022, 2023, 2024)
    assert np.isfinite(raw.values[:, 0]).sum() == 5


def test_two_measures_for_one_cell_are_refused(tiny: Tiny) -> None:
    tiny.replace(
        "themes/drugs.toml",
        '{ Soort = "A" } }]',
        '{ Soort = "A" } }, { table = "KERN", measure = "T1", year = 2022 }]',
    )
    told = [problem.what for problem in tiny.problems() if problem.blocks]
    assert told[0] == '"overlast" has more than one figure for GM0001 in 2022.'


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"type": "FeatureCollection", "features": []}',
        '{"type": "FeatureCollection"}',
        "[1, 2]",
        "",
    ],
)
def test_json_without_outlines_is_told(tiny: Tiny, text: str) -> None:
    tiny.write("areas/gemeenten.geojson", text)
    assert [problem for problem in tiny.problems() if problem.blocks]


def test_a_row_of_outlines_without_any_column_is_told(tiny: Tiny) -> None:
    shape = '{"type": "Feature", "properties": {}, "geometry": null}'
    crs = str(RD).replace("'", '"')
    tiny.write(
        "areas/gemeenten.geojson",
        f'{{"type": "FeatureCollection", "crs": {crs}, "features": [{shape}]}}',
    )
    assert any("no column for the code" in problem.what for problem in tiny.problems())


def test_a_geopackage_that_is_none_is_told(tiny: Tiny) -> None:
    tiny.remove("areas")
    tiny.write("areas/gemeenten.gpkg", "geen geopackage")
    assert any("gemeenten.gpkg cannot be read" in problem.what for problem in tiny.problems())


def test_other_files_beside_the_outlines_are_left_alone(tiny: Tiny) -> None:
    tiny.write("areas/README.md", "uitleg")
    tiny.write("areas/stations.geojson", '{"type": "FeatureCollection", "features": []}')
    assert tiny.read().doubts == ()
