"""The ledger of everything that was ever published, as the release manager keeps it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from zicht.model.errors import BuildError, Problem
from zicht.model.ledger import COLUMNS, VERSION, Days, Ledger
from zicht.model.system import Bools, Ints
from zicht.read.codes import is_region
from zicht.read.findings import MOST, Finding, cut_short, hear

_BACK = "Put back the file as the last publication wrote it; nobody edits a ledger."


def read_ledger(path: Path) -> Ledger:
    """Return everything that was ever published.

    Shape:  an entry for each row of the file, in its order.
    Errors: BuildError with all that is wrong: a file that is not there or no ledger of this
            version, other columns, an empty field, a code that is no region's, a day that is
            none, a number that cannot be, or a cell that one release told twice.
    """
    ledger, problems = hear(_read(path))
    if ledger is None or problems:
        raise BuildError(*problems)
    return ledger


def _read(path: Path) -> Finding[Ledger | None]:
    if not path.is_file():
        todo = "Correct the path. Before the first release there is none: `publish` makes it."
        yield Problem("There is no ledger here.", str(path), todo)
        return None
    try:
        table = pq.ParquetFile(path).read()
    except (OSError, pa.ArrowException) as error:
        yield Problem(f"The ledger cannot be read as Parquet: {error}.", str(path), _BACK)
        return None
    foreign = list(_foreign(table, path))
    yield from foreign
    if foreign:
        return None
    keys, series = _coded(table, "series")
    codes, region = _coded(table, "region")
    days, release = _coded(table, "release")
    yield from _no_codes(codes, path)
    calendar = yield from _calendar(days, path)
    year, low, high = (table[name].to_numpy() for name in ("year", "low", "high"))
    ledger = Ledger(keys, codes, series, region, year, low, high, calendar[release])
    yield from _odd(ledger, path)
    return ledger


def _foreign(table: pa.Table, path: Path) -> Iterator[Problem]:
    """Yield why a table is no ledger of this version."""
    version = (table.schema.metadata or {}).get(b"zicht-ledger", b"").decode(errors="replace")
    if version != VERSION:
        what = f'This is a ledger of version "{version}"; we read version {VERSION}.'
        todo = "Use the program that wrote it, or the one that turns it into this version."
        yield Problem(what if version else "This is no ledger.", str(path), todo)
        return
    columns = {field.name: str(field.type) for field in table.schema}
    if columns != COLUMNS or len(columns) != table.num_columns:
        told = ", ".join(f"{name} ({kind})" for name, kind in COLUMNS.items())
        yield Problem(f"The columns of the ledger are not {told}.", str(path), _BACK)
        return
    for name in COLUMNS:
        if empty := table[name].null_count:
            yield Problem(f"{empty} fields are empty.", f"{path}, column {name}", _BACK)


def _coded(table: pa.Table, name: str) -> tuple[tuple[str, ...], Ints]:
    """Return the texts of a column, each once, and which of them each row has."""
    column = pc.dictionary_encode(table[name]).combine_chunks()
    return tuple(column.dictionary.to_pylist()), column.indices.to_numpy().astype(np.int64)


def _no_codes(codes: tuple[str, ...], path: Path) -> Iterator[Problem]:
    """Yield the codes that are no region's."""
    wrong = [code for code in codes if not is_region(code)]
    told = (
        Problem(f'"{code}" is no code of a region.', f"{path}, column region", _BACK)
        for code in wrong[:MOST]
    )
    yield from cut_short(list(told), len(wrong))


def _calendar(days: tuple[str, ...], path: Path) -> Finding[Days]:
    """Return the days of releases; the first day of the calendar for a text that is none."""
    found = []
    for text in days:
        try:
            found.append(date.fromisoformat(text))
        except ValueError:
            found.append(date.min)
            yield Problem(f'"{text}" is no day of a release.', f"{path}, column release", _BACK)
    return np.array(found, dtype="datetime64[D]")


def _odd(ledger: Ledger, path: Path) -> Iterator[Problem]:
    """Yield the entries that cannot be, without their numbers."""
    order = np.lexsort((ledger.release, ledger.year, ledger.region, ledger.series))
    cell = np.stack((ledger.series, ledger.region, ledger.year, ledger.release.astype(np.int64)))
    twice = np.zeros(len(order), dtype=np.bool_)
    twice[order[1:]] = (np.diff(cell[:, order]) == 0).all(axis=0)
    finite = np.isfinite(ledger.low) & np.isfinite(ledger.high)
    yield from _told("is told without a number", ledger, ~finite, path)
    yield from _told("is told to be below zero", ledger, finite & (ledger.low < 0), path)
    upside = finite & (ledger.low > ledger.high)
    yield from _told("is told with a low number above the high one", ledger, upside, path)
    yield from _told("is told twice by one release", ledger, twice, path)


def _told(what: str, ledger: Ledger, wrong: Bools, path: Path) -> Iterator[Problem]:
    rows = np.flatnonzero(wrong).tolist()
    told = [
        Problem(
            what=f'"{ledger.keys[ledger.series[row]]}" of {ledger.codes[ledger.region[row]]} in '
            f"{ledger.year[row]} {what}.",
            where=f"{path}, row {row + 1}",
            todo=_BACK,
        )
        for row in rows[:MOST]
    ]
    yield from cut_short(told, len(rows))
