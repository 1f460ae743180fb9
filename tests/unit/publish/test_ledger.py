import io
import stat
from datetime import date

import numpy as np
import pyarrow.parquet as pq
import pytest

from zicht.model.area import Area, Division
from zicht.model.errors import BuildError
from zicht.model.figure import Grid, State
from zicht.model.ledger import EMPTY
from zicht.model.published import Published, PublishedSeries
from zicht.model.rules import Zero
from zicht.publish.beside import write_beside
from zicht.publish.ledger import ledger_bytes
from zicht.read.ledger import read_ledger

DIVISION = Division.sorted(
    2024,
    [Area("NL01", "Nederland", None), Area("GM0001", "Aa", "NL01"), Area("GM0002", "B", "NL01")],
)
FIRST, SECOND, THIRD = date(2022, 11, 1), date(2023, 11, 1), date(2024, 11, 1)
X, MISSING = State.WITHHELD, State.MISSING


def grid(*rows, years=(2022,)):
    """Return a grid of numbers and states; under a state lies a number that nobody may see."""
    cells = [row if isinstance(row, tuple) else (row,) for row in rows]
    states = [[c if isinstance(c, State) else State.SHOWN for c in row] for row in cells]
    values = [[4711.0 if isinstance(c, State) else float(c) for c in row] for row in cells]
    shape = np.array(values), np.array(states, dtype=np.uint8)
    return Grid(years, *shape, (False,) * len(years))


def series(key, counts, compared=None, **parts):
    compared = counts if compared is None else compared
    split = {"soort": parts} if parts else {}
    return PublishedSeries(key, counts, compared, split, Zero.STRUCTURAL, judged=True, decimals=1)


def site(*told):
    return Published(DIVISION, {one.key: one for one in told})


def rows(content):
    columns = pq.read_table(io.BytesIO(content)).to_pydict().values()
    return list(zip(*columns, strict=True))


def again(path, content):
    path.write_bytes(content)
    return read_ledger(path)


def test_every_shown_count_enters_zeros_too_and_nothing_else_does():
    told = site(
        series("b", grid((12, 0), (X, 3), (MISSING, X), years=(2021, 2022)), grid(1, 2, 3)),
        series("a", grid(30, X, 20), p=grid(25, X, 19), q=grid(5, X, State.IMPOSSIBLE)),
    )
    assert rows(ledger_bytes(EMPTY, told, release=FIRST)) == [
        ("a", "GM0002", 2022, 20, 20, "2022-11-01"),
        ("a", "NL01", 2022, 30, 30, "2022-11-01"),
        ("a.soort.p", "GM0002", 2022, 19, 19, "2022-11-01"),
        ("a.soort.p", "NL01", 2022, 25, 25, "2022-11-01"),
        ("a.soort.q", "NL01", 2022, 5, 5, "2022-11-01"),
        ("b", "GM0001", 2022, 3, 3, "2022-11-01"),
        ("b", "NL01", 2021, 12, 12, "2022-11-01"),
        ("b", "NL01", 2022, 0, 0, "2022-11-01"),
    ]


def test_of_an_indicator_without_counts_the_figure_enters():
    content = ledger_bytes(EMPTY, site(series("a", None, grid(12.5, -3.0, X))), release=FIRST)
    assert rows(content) == [("a", "NL01", 2022, 12.5, 12.5, "2022-11-01")]


def test_a_ledger_never_forgets(tmp_path):
    path = tmp_path / "ledger.parquet"
    ledger = again(path, ledger_bytes(EMPTY, site(series("a", grid(30, 10, 20))), release=FIRST))
    ledger = again(path, ledger_bytes(ledger, site(series("a", grid(31, 10, X))), release=SECOND))
    ledger = again(path, ledger_bytes(ledger, site(series("b", grid(X, 1, X))), release=THIRD))
    assert rows(path.read_bytes()) == [
        ("a", "GM0001", 2022, 10, 10, "2022-11-01"),
        ("a", "GM0002", 2022, 20, 20, "2022-11-01"),
        ("a", "NL01", 2022, 30, 30, "2022-11-01"),
        ("a", "NL01", 2022, 31, 31, "2023-11-01"),
        ("b", "GM0001", 2022, 1, 1, "2024-11-01"),
    ]
    assert ledger.newest == THIRD
    known = ledger.known("a", DIVISION, (2022,))
    assert known.low.ravel().tolist() == [31, 10, 20]
    assert known.revised.ravel().tolist() == [True, False, False]


def test_a_number_that_comes_back_is_the_newest_again(tmp_path):
    ledger = EMPTY
    for release, number in ((FIRST, 30), (SECOND, 31), (THIRD, 30)):
        told = site(series("a", grid(number, X, X)))
        ledger = again(tmp_path / "l.parquet", ledger_bytes(ledger, told, release=release))
    assert ledger.known("a", DIVISION, (2022,)).low[0, 0] == 30
    assert len(ledger.low) == 3


def test_the_same_site_a_second_time_gives_the_same_bytes(tmp_path):
    told = site(series("a", grid(30, X, 20), p=grid(11, X, X)), series("b", grid(1, 2, 3)))
    content = ledger_bytes(EMPTY, told, release=FIRST)
    ledger = again(tmp_path / "l.parquet", content)
    assert ledger_bytes(EMPTY, told, release=FIRST) == content
    assert ledger_bytes(ledger, told, release=FIRST) == content
    assert ledger_bytes(ledger, told, release=SECOND) == content


def test_a_site_of_the_past_published_again_is_no_revision(tmp_path):
    old, new = site(series("a", grid(30, X, X))), site(series("a", grid(31, X, X)))
    ledger = again(tmp_path / "l.parquet", ledger_bytes(EMPTY, old, release=FIRST))
    content = ledger_bytes(ledger, new, release=SECOND)
    ledger = again(tmp_path / "l.parquet", content)
    assert ledger_bytes(ledger, old, release=FIRST) == content


def test_another_number_under_the_same_release_is_refused_by_its_cell_and_without_numbers(tmp_path):
    ledger = again(
        tmp_path / "l.parquet",
        ledger_bytes(EMPTY, site(series("a", grid(4712, 10, 20))), release=FIRST),
    )
    with pytest.raises(BuildError, match=r'1 cells .* "a" of NL01 in 2022') as refusal:
        ledger_bytes(ledger, site(series("a", grid(4713, 10, 20))), release=FIRST)
    assert "471" not in str(refusal.value)


def test_no_number_of_a_withheld_cell_enters():
    told = site(series("a", grid(30, X, MISSING), p=grid(X, X, X)))
    content = ledger_bytes(EMPTY, told, release=FIRST)
    assert 4711 not in pq.read_table(io.BytesIO(content))["low"].to_pylist()
    assert np.float64(4711).tobytes() not in content


def test_an_empty_site_gives_an_empty_ledger(tmp_path):
    assert read_ledger_of(tmp_path, ledger_bytes(EMPTY, site(), release=FIRST)) == 0


def read_ledger_of(tmp_path, content):
    return len(again(tmp_path / "l.parquet", content).low)


def test_a_ledger_is_written_beside_and_then_put_in_place(tmp_path):
    path = tmp_path / "kept" / "ledger.parquet"
    write_beside(path, b"one")
    write_beside(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["ledger.parquet"]


def test_a_ledger_behind_a_link_is_replaced_there(tmp_path):
    (tmp_path / "real.parquet").write_bytes(b"one")
    (tmp_path / "link.parquet").symlink_to(tmp_path / "real.parquet")
    write_beside(tmp_path / "link.parquet", b"two")
    assert (tmp_path / "link.parquet").is_symlink()
    assert (tmp_path / "real.parquet").read_bytes() == b"two"


def test_a_place_that_cannot_be_written_is_told_and_the_old_ledger_stands(tmp_path):
    path = tmp_path / "ledger.parquet"
    write_beside(path, b"one")
    (tmp_path / ".ledger.parquet.part").mkdir(stat.S_IRWXU)
    with pytest.raises(BuildError):
        write_beside(path, b"two")
    assert path.read_bytes() == b"one"
