"""A table as a folder, laid out like a download of CBS OData v4."""

from collections.abc import Iterable
from itertools import compress
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from zicht.demo.people import NEWEST, YEARS
from zicht.demo.regions import Flags, Regions
from zicht.demo.table import Block, Table
from zicht.model.figure import State

GEO = "WijkenEnBuurten"
TIME = "Perioden"
PLAIN = "None"
PERIODS = [f"{year}JJ00" for year in YEARS]

Rows = Iterable[tuple[str, ...]]


def write_table(folder: Path, table: Table, regions: Regions) -> None:
    """Write one table into a new folder: the observations as Parquet, the rest as CSV."""
    folder.mkdir(parents=True)
    _write_observations(folder / "Observations.parquet", table, regions)
    _write_csv(folder / "MeasureCodes.csv", MEASURE_HEAD, _measures(table))
    _write_csv(folder / "Dimensions.csv", DIMENSION_HEAD, _dimensions(table))
    listed = regions.like(np.asarray(_delivered(table).any(axis=1)))
    known = _codes(compress(regions.codes, listed), compress(regions.names, listed))
    _write_csv(folder / f"{GEO}Codes.csv", CODE_HEAD, known)
    _write_csv(folder / f"{TIME}Codes.csv", (*CODE_HEAD, "Status"), _periods())
    for one in table.dimensions:
        codes = _codes(one.titles, one.titles.values())
        _write_csv(folder / f"{one.key}Codes.csv", CODE_HEAD, codes)
    _write_csv(folder / "Properties.csv", PROPERTY_HEAD, _properties(table))


def _write_observations(path: Path, table: Table, regions: Regions) -> None:
    """Write a row group for each block, so that one is in memory at a time."""
    names = ["Id", "Measure", "ValueAttribute", "Value", "StringValue"]
    names += [one.key for one in table.dimensions]
    schema = pa.schema(
        [
            (name, TYPES.get(name, pa.dictionary(pa.int32(), pa.string())))
            for name in (*names, GEO, TIME)
        ]
    )
    regions_of = pa.array(regions.codes)
    first = 1
    # Without the schema of Arrow a reader sees plain strings, as from any other writer.
    with pq.ParquetWriter(path, schema, compression="zstd", store_schema=False) as writer:
        for block in table.blocks:
            rows = _observations(block, regions_of, first=first)
            writer.write_table(pa.Table.from_arrays(rows, schema=schema))
            first += len(rows[0])


TYPES = {"Id": pa.int64(), "Value": pa.float64(), "StringValue": pa.string()}


def _observations(block: Block, regions: pa.Array, *, first: int) -> list[pa.Array]:
    """Return the columns of a block. A cell that was not delivered has no row, as at CBS."""
    row, year = np.nonzero(block.states != State.MISSING)
    states = block.states[row, year]
    words = {
        State.SHOWN: PLAIN,
        State.WITHHELD: block.measure.secrecy,
        State.IMPOSSIBLE: "Impossible",
        State.PENDING: "Pending",
    }
    word = np.searchsorted(list(words), states)
    numbers = block.numbers[row, year].astype(np.float64)
    columns = [
        pa.array(np.arange(first, first + len(row))),
        _same(block.measure.key, len(row)),
        _words(word, pa.array(list(words.values()))),
        pa.array(numbers, mask=states != State.SHOWN),
        pa.nulls(len(row), pa.string()),
    ]
    columns += [_same(code, len(row)) for code in block.codes]
    # A row group of a few regions does not hold the codes of all others.
    known, place = np.unique(row, return_inverse=True)
    return [*columns, _words(place, regions.take(known)), _words(year, pa.array(PERIODS))]


def _words(index: np.ndarray[tuple[int, ...], np.dtype[np.int64]], words: pa.Array) -> pa.Array:
    return pa.DictionaryArray.from_arrays(index.astype(np.int32), words)


def _same(word: str, size: int) -> pa.Array:
    return _words(np.zeros(size, dtype=np.int64), pa.array([word]))


CODE_HEAD = ("Identifier", "Index", "Title", "Description", "DimensionGroupId")
DIMENSION_HEAD = ("Identifier", "Title", "Description", "Kind", "MapYear")
MEASURE_HEAD = (*CODE_HEAD[:4], "MeasureGroupId", "DataType", "Unit", "Decimals")
PROPERTY_HEAD = ("Identifier", "Title", "TemporalCoverage", "DatasetType", "License", "Source")


def _measures(table: Table) -> Rows:
    found = {block.measure.key: block.measure for block in table.blocks}
    for index, measure in enumerate(found.values()):
        kind = "Double" if measure.decimals else "Long"
        yield (
            *(measure.key, str(index), measure.title, "", "", kind),
            *(measure.unit, str(measure.decimals)),
        )


def _dimensions(table: Table) -> Rows:
    for one in table.dimensions:
        yield (one.key, one.title, "", "Dimension", "")
    yield (GEO, "Wijken en buurten", "", "GeoDimension", str(NEWEST))
    yield (TIME, "Perioden", "", "TimeDimension", "")


def _codes(codes: Iterable[str], titles: Iterable[str]) -> Rows:
    for index, (code, title) in enumerate(zip(codes, titles, strict=True)):
        yield (code, str(index), title, "", "")


def _periods() -> Rows:
    for index, (code, year) in enumerate(zip(PERIODS, YEARS, strict=True)):
        yield (code, str(index), str(year), "", "", "Voorlopig" if year == NEWEST else "Definitief")


def _properties(table: Table) -> Rows:
    years = f"{YEARS[int(np.argmax(_delivered(table).any(axis=0)))]}-{NEWEST}"
    yield (table.key, table.title, years, "Numeric", "CC0 1.0", "Fictieve cijfers")


def _delivered(table: Table) -> Flags:
    """Return which cells came in any block. Shape: a row a region, a column a year."""
    return np.asarray(np.any([block.states != State.MISSING for block in table.blocks], axis=0))


def _write_csv(path: Path, head: tuple[str, ...], rows: Rows) -> None:
    """Write the dialect of CBS: a byte order mark, semicolons, everything in quotes."""
    lines = (
        ";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in (head, *rows)
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig", newline="\n")
