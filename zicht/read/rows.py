"""The file of a table's observations, CSV or parquet, as rows of the columns that we use."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from zicht.model.errors import Problem
from zicht.read.findings import MOST, Finding, cut_short
from zicht.read.sheets import Head, not_utf8, read_head

_FILES = ("Observations.csv", "Observations.parquet")
_NEEDED = ("Measure", "ValueAttribute", "Value")
_OPTIONAL = ("StringValue", "Id")


def read_rows(folder: Path, *, needs: Sequence[str]) -> Finding[tuple[Path, pa.Table] | None]:
    """Return the file and its rows, or None after telling why it cannot be read.

    `needs` are the dimensions. From CSV every column is text; from parquet it is as it is there.
    Errors: a Problem for a file or columns that are absent, for another encoding, and for each
            row of another width.
    """
    path = yield from _path(folder)
    if path is None:
        return None
    load = _parquet if path.suffix == ".parquet" else _csv
    rows = yield from load(path, (*_NEEDED, *needs))
    return None if rows is None else (path, rows)


def _path(folder: Path) -> Finding[Path | None]:
    found = [path for name in _FILES if (path := folder / name).is_file()]
    if len(found) == 1:
        return found[0]
    beside = ", ".join(sorted(path.name for path in folder.iterdir())) or "nothing"
    yield Problem(
        what=f"{folder.name} has {len(found)} files of observations; it holds {beside}.",
        where=str(folder / _FILES[0]),
        todo=f"Give one of {' and '.join(_FILES)}, laid out as CBS OData v4 (`build.py fetch`).",
    )
    return None


def _csv(path: Path, needed: tuple[str, ...]) -> Finding[pa.Table | None]:
    head = yield from read_head(path)
    foreign = [] if head is None else list(not_utf8(path))
    yield from foreign
    lacks = [] if head is None or foreign else list(_lacking(path, head.columns, needed))
    yield from lacks
    if head is None or foreign or lacks:
        return None
    uneven: list[pyarrow.csv.InvalidRow] = []
    try:
        table = _parse(path, head, needed, uneven)
    except pa.ArrowInvalid as error:
        yield Problem(f"{path.name} is no CSV: {error}.", str(path), "Deliver it anew.")
        return None
    faults = [
        Problem(
            what=f"A row has {row.actual_columns} fields, the header has {row.expected_columns}.",
            where=f"{path}, line {row.number}",
            todo="Check the quotes and separators in that line.",
        )
        for row in uneven[:MOST]
    ]
    yield from cut_short(faults, len(uneven))
    return table


def _parse(
    path: Path, head: Head, needed: tuple[str, ...], uneven: list[pyarrow.csv.InvalidRow]
) -> pa.Table:
    """Return the columns we use, all as text; rows of another width go to `uneven`."""

    def keep(row: pyarrow.csv.InvalidRow) -> str:
        uneven.append(row)
        return "skip"

    columns = [name for name in head.columns if name in (*needed, *_OPTIONAL)]
    return pyarrow.csv.read_csv(
        path,
        read_options=pyarrow.csv.ReadOptions(
            column_names=list(head.columns), skip_rows=1, use_threads=False
        ),
        parse_options=pyarrow.csv.ParseOptions(delimiter=head.delimiter, invalid_row_handler=keep),
        convert_options=pyarrow.csv.ConvertOptions(
            include_columns=columns, column_types=dict.fromkeys(columns, pa.string())
        ),
    )


def _parquet(path: Path, needed: tuple[str, ...]) -> Finding[pa.Table | None]:
    try:
        columns = pyarrow.parquet.read_schema(path).names
        lacks = list(_lacking(path, columns, needed))
        yield from lacks
        wanted = [name for name in columns if name in (*needed, *_OPTIONAL)]
        return None if lacks else pyarrow.parquet.read_table(path, columns=wanted)
    except pa.ArrowInvalid as error:
        yield Problem(f"{path.name} is no parquet: {error}.", str(path), "Deliver it anew.")
        return None


def _lacking(path: Path, columns: Sequence[str], needed: Sequence[str]) -> Iterator[Problem]:
    lacks = [name for name in needed if name not in columns]
    if lacks:
        export = "" if "Measure" in columns else " It looks like an export of StatLine."
        yield Problem(
            what=f"{path.name} lacks {', '.join(lacks)}; it has {'; '.join(columns[:12])}.{export}",
            where=f"{path}, line 1",
            todo="Deliver the table as CBS OData v4 has it, one row a cell "
            "(`python build.py fetch`), not as StatLine shows it.",
        )
