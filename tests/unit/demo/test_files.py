import json
import tomllib
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from tests.unit.demo.written import GEO, Written
from zicht.demo.changes import changes_text, read_pieces
from zicht.demo.subjects import TITLES

TABLES = ["ZOO001", "ZOO002", *TITLES]
THEMES = [
    *("drugs", "vastgoed", "verdachte-transacties", "branches", "zorg", "context"),
]


def test_the_folder_is_a_delivery(small: Written) -> None:
    names = {str(path.relative_to(small.folder)) for path in small.folder.glob("*/*")}
    assert {name for name in names if not name.endswith(".md")} == {
        "areas/gemeenten.geojson",
        "areas/wijken.geojson",
        "areas/buurten.geojson",
        "areas/changes.toml",
        "areas/postcodes.csv",
        *(f"themes/{theme}.toml" for theme in THEMES),
        *(f"figures/{table}" for table in (*TABLES, "ZOO110")),
    }
    about = tomllib.loads((small.folder / "delivery.toml").read_text(encoding="utf-8"))
    assert about["fictional"] is True
    assert about["division"] == 2024


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_files_and_columns_of_odata(small: Written, table: str) -> None:
    folder = small.folder / "figures" / table
    dimensions = pd.read_csv(folder / "Dimensions.csv", sep=";", encoding="utf-8-sig")
    keys = dimensions["Identifier"].tolist()
    assert keys[-2:] == [GEO, "Perioden"]
    assert {path.name for path in folder.iterdir()} == {
        "Observations.parquet",
        "MeasureCodes.csv",
        "Dimensions.csv",
        "Properties.csv",
        *(f"{key}Codes.csv" for key in keys),
    }
    schema = pq.read_schema(folder / "Observations.parquet")
    assert schema.names == ["Id", "Measure", "ValueAttribute", "Value", "StringValue", *keys]
    assert [str(schema.field(key).type) for key in keys] == ["string"] * len(keys)
    assert small.tables[table]["Id"].tolist() == list(range(1, len(small.tables[table]) + 1))


@pytest.mark.parametrize("table", TABLES)
def test_every_code_of_the_observations_is_described(small: Written, table: str) -> None:
    folder = small.folder / "figures" / table
    rows = small.tables[table]
    keys = ["Measure", *rows.columns[5:]]
    for key in keys:
        codes = pd.read_csv(folder / f"{key}Codes.csv", sep=";", dtype=str, encoding="utf-8-sig")[
            "Identifier"
        ]
        assert codes.is_unique
        assert set(rows[key]) <= set(codes)


def test_csv_is_in_the_dialect_of_cbs(small: Written) -> None:
    content = (small.folder / "figures/ZOO102/PeriodenCodes.csv").read_bytes()
    assert content.startswith(b'\xef\xbb\xbf"Identifier";"Index";"Title"')
    assert b'"2024JJ00";"5";"2024";"";"";"Voorlopig"\n' in content
    assert b'"2023JJ00";"4";"2023";"";"";"Definitief"\n' in content
    assert b"\r" not in content


def test_outlines_name_their_projection(small: Written) -> None:
    head = (small.folder / "areas/wijken.geojson").read_text(encoding="utf-8")[:200]
    assert "urn:ogc:def:crs:EPSG::28992" in head
    assert list(small.layers["gemeenten"].rows[0]) == [
        "statcode",
        "statnaam",
        "provinciecode",
        "provincie",
    ]
    assert small.layers["wijken"].rows[0]["water"] == "NEE"
    assert list(small.layers["buurten"].rows[0]) == [
        "buurtcode",
        "buurtnaam",
        "wijkcode",
        "gemeentecode",
        "water",
    ]


def test_changes_name_old_and_new_codes() -> None:
    told = tomllib.loads(changes_text(read_pieces()))
    changes = told["change"]
    assert told["names"]["GM0003"] == "Appingedam"
    assert set(told["names"]) == {piece.old for piece in read_pieces()}
    assert all(set(one) == {"day", "kind", "old", "new"} for one in changes)
    assert [one["day"].year for one in changes] == [2021, 2021, 2022, 2022, 2022, 2022, 2022, 2023]
    by_kind = {one["kind"]: one for one in changes}
    assert changes[0]["day"] == date(2021, 1, 1)
    assert changes[0]["old"] == ["GM0003", "GM0010", "GM0024"]
    assert changes[0]["new"] == ["GM1979"]
    assert by_kind["split"]["old"] == ["GM0757", "GM0788", "GM0824", "GM0855", "GM0865"]
    assert by_kind["absorbed"]["old"] == ["GM0363", "GM0457"]
    assert by_kind["absorbed"]["new"] == ["GM0363"]


def test_without_changes_no_name_is_old() -> None:
    assert changes_text(()) == ""


def test_every_wijk_has_a_postcode(small: Written) -> None:
    rows = pd.read_csv(small.folder / "areas/postcodes.csv", sep=";")
    outlines = json.loads((small.folder / "areas/wijken.geojson").read_text(encoding="utf-8"))
    wijken = {one["properties"]["wijkcode"] for one in outlines["features"]}
    assert set(rows["code"]) == wijken
    assert rows["postcode"].between(1000, 9999).all()
    assert not rows.duplicated().any()


def test_every_series_has_the_words_that_a_page_needs(small: Written) -> None:
    for path in (small.folder / "themes").glob("*.toml"):
        theme = tomllib.loads(path.read_text(encoding="utf-8"))
        for one in theme["indicator"]:
            assert one["meaning"].startswith(("Het aantal ", "Hoe", "Wat "))
            assert one["source"].startswith("Fictieve cijfers voor deze demonstratie")
            assert all(one[key] for key in ("definition", "caveat", "owner", "unit"))


def test_denominators_exist_and_known_keys_are_there() -> None:
    folder = Path(__file__).resolve().parents[3] / "data/themes"
    themes = [tomllib.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.toml")]
    known = {series["key"] for theme in themes for series in theme.get("context", [])}
    every = [one for theme in themes for one in theme["indicator"]]
    known |= {one["key"] for one in every if "rate" not in one}
    assert {"inwoners", "stedelijkheid"} <= known
    assert {one["rate"]["of"] for one in every if "rate" in one} <= known
