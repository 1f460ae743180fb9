"""Files to take along are read by what they say of themselves, and agree with data/all.parquet."""

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import duckdb
import numpy as np
import openpyxl
import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
KEYS = ["indicator", "regiocode", "jaar", "uitsplitsing", "categorie"]
TOLD = ["waarde", "waarde_toestand", "aantal", "aantal_toestand", "voorlopig", "eenheid"]
WORDS = {
    "withheld": "niet getoond",
    "impossible": "kan niet voorkomen",
    "missing": "niet geleverd",
    "pending": "nog niet gepubliceerd",
}


@pytest.fixture(scope="module")
def rows(country):
    """Return the rows of the canonical file, by their keys."""
    frame = pd.read_parquet(country[0] / "data/all.parquet")
    frame = frame.astype(object).where(frame.notna(), None)
    return frame.set_index(KEYS)[TOLD]


def value_of(text, column, null):
    """Return what a field says, by the kind that its column has according to the metadata."""
    if text == null:
        return None
    kind = column["datatype"]
    kind = {"base": kind} if isinstance(kind, str) else kind
    match kind["base"]:
        case "decimal":
            return float(Decimal(text.replace(kind["format"]["decimalChar"], ".")))
        case "integer" | "gYear":
            return int(text)
        case "string":
            assert re.fullmatch(kind.get("format", "(?s:.*)"), text), (column["name"], text)
            return text
    raise AssertionError(kind)


def tables_of(folder):
    """Yield each table of a folder with its records, knowing no more than its metadata say."""
    group = json.loads((folder / "csv-metadata.json").read_bytes())
    for table in group["tables"]:
        schema = table["tableSchema"]
        if isinstance(schema, str):
            schema = json.loads((folder / schema).read_bytes())
        dialect, columns = table["dialect"], schema["columns"]
        text = (folder / table["url"]).read_bytes().decode(dialect["encoding"])
        ends = dialect["lineTerminators"][0]
        assert text.endswith(ends)
        assert text.count("\n") == text.count(ends)
        lines = csv.reader(
            io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=dialect["delimiter"]
        )
        assert next(lines) == [column["titles"] for column in columns]
        null = schema.get("null", "")
        yield (
            table["url"],
            [
                {
                    column["name"]: value_of(field, column, null)
                    for column, field in zip(columns, line, strict=True)
                }
                for line in lines
            ],
        )


def same(records, rows):
    """Hold records against the rows of the canonical file that have their keys."""
    keys = [tuple(record[name] for name in KEYS) for record in records]
    assert len({*keys}) == len(keys)
    right = rows.loc[pd.MultiIndex.from_tuples(keys)]
    told = pd.DataFrame(records, dtype=object)[TOLD]
    for name in TOLD:
        both = zip(told[name].tolist(), right[name].tolist(), strict=True)
        assert [pair for pair in both if pair[0] != pair[1]][:3] == [], name


def test_tables_of_indicators_say_by_their_metadata_what_parquet_says(country, rows):
    read = dict(tables_of(country[0] / "data/indicator"))
    assert {Path(name).stem.removesuffix(".plain") for name in read} == {
        *rows.index.get_level_values(0)
    }
    count = 0
    for name, records in read.items():
        key = name.split(".")[0]
        same([{"indicator": key, **record} for record in records], rows)
        count += len(records)
    assert count == 2 * len(rows)


def test_tables_of_gemeenten_say_by_their_metadata_what_parquet_says(country, rows):
    read = dict(tables_of(country[0] / "data/gemeente"))
    assert len(read) == 2 * 7
    for name, records in read.items():
        same(records, rows)
        assert {record["regiocode"] for record in records} >= {"NL01", name[:6].upper()}
        groups = {}
        for record in records:
            group = (record["indicator"], record["regiocode"], record["uitsplitsing"])
            states = groups.setdefault(group, set())
            states |= {record["waarde_toestand"], record["aantal_toestand"]}
        assert not [group for group, states in groups.items() if states <= {"missing", None}]


@pytest.mark.parametrize("folder", ["stroom", "zoekgebied"])
def test_other_tables_are_read_by_their_metadata_too(country, folder):
    read = dict(tables_of(country[0] / "data" / folder))
    assert {*read} == {path.name for path in (country[0] / "data" / folder).glob("*.csv")}
    assert all(records for records in read.values())


def test_a_spreadsheet_says_what_parquet_says(country, rows):
    told = rows.loc["hennepkwekerijen"]
    told = told[told.index.get_level_values("categorie").isna()].droplevel([2, 3])
    book = openpyxl.load_workbook(country[0] / "data/indicator/hennepkwekerijen.xlsx")
    assert book.sheetnames == ["Cijfers", "Aantallen", "Toelichting"]
    for sheet, name in (("Cijfers", "waarde"), ("Aantallen", "aantal")):
        head, *lines = book[sheet].iter_rows(values_only=True)
        years = [int(str(year).rstrip("*")) for year in head[3:]]
        assert len(lines) > 20
        for code, _, _, *cells in lines:
            for year, cell in zip(years, cells, strict=True):
                right = told.loc[code, year]
                state = right[f"{name}_toestand"]
                assert cell == (right[name] if state == "shown" else WORDS[state]), (code, year)


def examples(kind):
    """Return the examples of a language that the page about downloads shows."""
    text = (ROOT / "site_src/downloads.md").read_text("utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def test_the_query_of_the_page_runs_in_duckdb(country, monkeypatch, rows):
    monkeypatch.chdir(country[0])
    (query,) = examples("sql")
    found = duckdb.sql(query).fetchall()
    right = rows.loc["hennepkwekerijen"].reset_index()
    right = right[right["regiocode"].str.startswith("GM") & right["categorie"].isna()]
    right = right[right["jaar"] == right["jaar"].max()]
    assert len(found) == len(right) == 7
    assert {each[1] for each in found} == {*right["waarde"]}
    for _, value, state in found:
        assert (value is None) == (state != "shown")


def test_the_states_are_kept_apart_in_duckdb(country, monkeypatch):
    monkeypatch.chdir(country[0])
    counted = duckdb.sql(
        "select aantal_toestand, count(aantal), count(*), count_if(aantal = 0) "
        "from 'data/all.parquet' where aantal_toestand is not null group by all"
    ).fetchall()
    told = {state: (numbers, every, zeros) for state, numbers, every, zeros in counted}
    assert told["shown"][0] == told["shown"][1]
    assert told["shown"][2] > 0
    assert told["withheld"][0] == 0
    assert told["withheld"][1] > 0


def test_the_lines_of_the_page_run_in_pandas(country, monkeypatch):
    monkeypatch.chdir(country[0])
    (lines,) = examples("python")
    known = {}
    exec(lines, known)  # noqa: S102  the example that readers copy
    frame = known["cijfers"]
    withheld = frame[frame["waarde_toestand"] == "withheld"]
    assert len(withheld) > 0
    assert withheld["waarde"].isna().all()
    shown = frame[frame["waarde_toestand"] == "shown"]
    assert np.isfinite(shown["waarde"]).all()
    assert (shown["waarde"] == 0).any()
    assert len(known["gemeenten"]) == 7
