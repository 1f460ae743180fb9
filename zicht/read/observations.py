"""The cells of one table, in columns: read fast, and only the measures that themes use."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from zicht.read.findings import Finding
from zicht.read.rows import read_rows
from zicht.read.tables import Table
from zicht.read.values import Fields, Places, read_numbers


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of codes: cell `i` has `codes[at[i]]`. Codes are without padding."""

    codes: tuple[str, ...]
    at: npt.NDArray[np.int32]

    def equals(self, code: str) -> npt.NDArray[np.bool_]:
        """Return which cells have this code."""
        return np.array([one == code for one in self.codes], dtype=np.bool_)[self.at]


@dataclass(frozen=True, slots=True)
class Observations:
    """The cells of one table: entry `i` of every column is one cell.

    `values` is NaN unless the state is SHOWN.
    """

    columns: Mapping[str, Coded]
    values: npt.NDArray[np.float64]
    states: npt.NDArray[np.uint8]
    places: Places


def read_observations(table: Table, *, measures: frozenset[str]) -> Finding[Observations | None]:
    """Return the cells of these measures, or None when the file cannot be read.

    Shape:  one entry per cell that the file has, in its order.
    Units:  those of the source.
    Errors: a Problem for cells whose attribute or number says nothing we know; those of
            `read_rows`.
    """
    names = tuple(dimension.key for dimension in table.dimensions)
    found = yield from read_rows(table.folder, needs=names)
    if found is None:
        return None
    path, rows = found
    numbered = "Id" if "Id" in rows.column_names else "row"
    if numbered == "row":
        rows = rows.append_column("row", pa.array(np.arange(1, rows.num_rows + 1)))
    wanted = pa.array(sorted(measures), pa.string())
    rows = rows.filter(pc.is_in(_text(rows, "Measure"), value_set=wanted))
    attributes, strings = _text(rows, "ValueAttribute"), _text(rows, "StringValue")
    places = Places(path, numbered, _text(rows, numbered).to_numpy())
    numbers = yield from read_numbers(Fields(rows["Value"], attributes, strings, places))
    columns = {name: _coded(rows, name) for name in ("Measure", *names)}
    return Observations(columns, numbers.values, numbers.states, places)


def _text(table: pa.Table, name: str) -> pa.ChunkedArray:
    """Return a column as text without padding, empty where there is none or no such column."""
    if name not in table.column_names:
        return pa.chunked_array([pa.repeat("", table.num_rows)])
    text = pc.fill_null(pc.cast(table[name], pa.string()), "")
    return pc.utf8_trim_whitespace(text)


def _coded(table: pa.Table, name: str) -> Coded:
    column = pc.dictionary_encode(_text(table, name)).combine_chunks()
    return Coded(tuple(column.dictionary.to_pylist()), column.indices.to_numpy())
