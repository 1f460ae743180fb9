import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from zicht.model.errors import BuildError
from zicht.read.ledger import read_ledger

ROWS = {
    "series": ["a", "a", "b.leeftijd.12-tot-18"],
    "region": ["GM0001", "WK0001AA", "GM0001"],
    "year": [2022, 2023, 2023],
    "low": [10.0, 0.0, 12.5],
    "high": [10.0, 3.0, 12.5],
    "release": ["2023-11-01", "2024-11-01", "2023-11-01"],
}


def write(path, rows=ROWS, *, about=(("zicht-ledger", "1"),)):
    pq.write_table(pa.table(rows).replace_schema_metadata(dict(about)), path)
    return path


def changed(**columns):
    return {**ROWS, **columns}


def refused(path):
    with pytest.raises(BuildError) as refusal:
        read_ledger(path)
    assert all(problem.todo and str(path) in problem.where for problem in refusal.value.problems)
    return [problem.what for problem in refusal.value.problems]


def test_every_entry_is_read(tmp_path):
    ledger = read_ledger(write(tmp_path / "ledger.parquet"))
    assert [ledger.keys[n] for n in ledger.series] == ROWS["series"]
    assert [ledger.codes[n] for n in ledger.region] == ROWS["region"]
    assert ledger.release.astype(str).tolist() == ROWS["release"]
    for name in ("year", "low", "high"):
        assert getattr(ledger, name).tolist() == ROWS[name]


def test_a_ledger_without_entries_is_one(tmp_path):
    none = pa.table(ROWS).slice(0, 0).to_pydict()
    table = pa.table(none, schema=pa.table(ROWS).schema)
    pq.write_table(table.replace_schema_metadata({"zicht-ledger": "1"}), tmp_path / "l.parquet")
    assert read_ledger(tmp_path / "l.parquet").newest is None


def test_a_ledger_that_is_not_there_says_how_to_begin_one(tmp_path):
    with pytest.raises(BuildError, match=r"no ledger here[\s\S]*publish"):
        read_ledger(tmp_path / "ledger.parquet")


@pytest.mark.parametrize("content", [b"", b"series;region", b"PAR1 and then nothing PAR1"])
def test_what_is_no_parquet_is_told(tmp_path, content):
    path = tmp_path / "ledger.parquet"
    path.write_bytes(content)
    (what,) = refused(path)
    assert what.startswith("The ledger cannot be read as Parquet")


def test_a_ledger_of_another_version_is_refused(tmp_path):
    path = write(tmp_path / "l.parquet", about=(("zicht-ledger", "2"),))
    assert refused(path) == ['This is a ledger of version "2"; we read version 1.']


def test_another_parquet_is_no_ledger(tmp_path):
    assert refused(write(tmp_path / "l.parquet", about=())) == ["This is no ledger."]


@pytest.mark.parametrize(
    "rows",
    [
        {name: column for name, column in ROWS.items() if name != "high"},
        changed(more=[1, 2, 3]),
        changed(year=["2022", "2023", "2023"]),
        changed(low=[10, 0, 12]),
    ],
)
def test_other_columns_are_refused(tmp_path, rows):
    (what,) = refused(write(tmp_path / "l.parquet", rows))
    assert what.startswith("The columns of the ledger are not series (string), region")


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (changed(low=[None, 0.0, 12.5]), "1 fields are empty."),
        (changed(region=["GM0001", "XX1", "GM0001"]), '"XX1" is no code of a region.'),
        (changed(release=["2023-11-01", "1 nov", "x"]), '"1 nov" is no day of a release.'),
        (changed(low=[11.0, 0.0, 12.5]), "above the high one"),
        (changed(low=[10.0, -1.0, 12.5]), '"a" of WK0001AA in 2023 is told to be below zero.'),
        (changed(high=[10.0, float("inf"), 12.5]), "is told without a number"),
        (changed(low=[10.0, float("nan"), 12.5]), "is told without a number"),
    ],
)
def test_an_entry_that_cannot_be_is_told(tmp_path, rows, what):
    assert what in refused(write(tmp_path / "l.parquet", rows))[0]


def test_a_cell_that_one_release_told_twice_is_refused(tmp_path):
    twice = {name: [*column, column[0]] for name, column in ROWS.items()} | {
        "low": [10.0, 0.0, 12.5, 11.0],
        "high": [10.0, 3.0, 12.5, 11.0],
    }
    path = write(tmp_path / "l.parquet", twice)
    assert refused(path) == ['"a" of GM0001 in 2022 is told twice by one release.']


def test_a_cell_that_two_releases_told_is_a_revision(tmp_path):
    two = {name: [*column, column[0]] for name, column in ROWS.items()}
    two["release"][-1] = "2025-11-01"
    assert len(read_ledger(write(tmp_path / "l.parquet", two)).year) == 4


def test_all_faults_are_told_at_once_and_no_number_is(tmp_path):
    rows = changed(
        region=["GM0001", "XX1", "GM0001"], low=[4711.0, 0.0, -4712.0], release=["?", "!", "?"]
    )
    told = refused(write(tmp_path / "l.parquet", rows))
    assert len(told) == 5
    assert "471" not in "".join(told)


def test_of_many_faults_some_are_told_and_the_rest_counted(tmp_path):
    many = {name: column[:1] * 40 for name, column in ROWS.items()}
    many |= {"year": list(range(40)), "low": [11.0] * 40}
    told = refused(write(tmp_path / "l.parquet", many))
    assert len(told) == 11
    assert told[-1].startswith("And 30 more")
