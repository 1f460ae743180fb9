"""From the fields of observations to numbers and states."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from zicht.model.errors import Problem
from zicht.model.figure import State
from zicht.read.cells import ATTRIBUTES, SENTINEL, SYMBOLS, attribute_state
from zicht.read.findings import MOST, Finding, cut_short

_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$"

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Places:
    """Which observation is which: its "Id", or its "row" in a file without."""

    path: Path
    numbered: str
    ids: npt.NDArray[np.object_]

    def of(self, cell: int, column: str) -> str:
        """Return where a cell stands: ".../Observations.csv, Id 12, column Value"."""
        return f"{self.path}, {self.numbered} {self.ids[cell]}, column {column}"


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of some observations, text without padding; `values` may be numbers already."""

    values: pa.ChunkedArray
    attributes: pa.ChunkedArray
    strings: pa.ChunkedArray
    places: Places


@dataclass(frozen=True, slots=True)
class Numbers:
    """One entry per observation; a value is NaN unless its state is SHOWN."""

    values: npt.NDArray[np.float64]
    states: npt.NDArray[np.uint8]


def read_numbers(fields: Fields) -> Finding[Numbers]:
    """Return the number and the state of each observation, by the table in `cells`.

    Shape:  one entry per observation, same order.
    Units:  those of the source.
    Errors: a Problem for each unknown attribute and each number that is none; those cells are
            MISSING.
    Source: design/domain.md 2.3
    """
    states = yield from _states(fields)
    shown = states == State.SHOWN
    text = _plain(fields.values)
    symbol, blank = _among(text, SYMBOLS), _among(text, ("",))
    values, wrong = _floats(text, fields.values)
    words = _flags(pc.not_equal(fields.strings, ""))
    secret = symbol | (blank & _among(fields.strings, SYMBOLS)) | (values <= SENTINEL)
    wrong = shown & ~secret & np.where(blank, words, wrong)
    yield from _no_number(fields, np.flatnonzero(wrong))
    states[shown & secret] = State.WITHHELD
    states[shown & ~secret & (blank | wrong)] = State.MISSING
    values[states != State.SHOWN] = np.nan
    return Numbers(values, states)


def _states(fields: Fields) -> Finding[npt.NDArray[np.uint8]]:
    column = pc.dictionary_encode(fields.attributes).combine_chunks()
    names: list[str] = column.dictionary.to_pylist()
    at: npt.NDArray[np.int32] = column.indices.to_numpy()
    found = [attribute_state(name) for name in names]
    for which, (name, state) in enumerate(zip(names, found, strict=True)):
        if state is None:
            cells = np.flatnonzero(at == which)
            yield Problem(
                what=f'{len(cells)} cells have the unknown ValueAttribute "{name}".',
                where=fields.places.of(int(cells[0]), "ValueAttribute"),
                todo=f"Write one of {', '.join(one for one in ATTRIBUTES if one)}, "
                "or add its meaning to zicht/read/cells.py.",
            )
    known = [State.MISSING if state is None else state for state in found]
    return np.array(known, dtype=np.uint8)[at]


def _plain(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return numbers as text with a decimal point; empty where there is none."""
    text = pc.utf8_trim_whitespace(pc.fill_null(pc.cast(values, pa.string()), ""))
    return pc.replace_substring(text, ",", ".")


def _floats(
    text: pa.ChunkedArray, values: pa.ChunkedArray
) -> tuple[npt.NDArray[np.float64], Flags]:
    """Return the numbers (NaN where there is none), and which texts are no number at all."""
    if not pa.types.is_string(values.type):
        floats: npt.NDArray[np.float64] = pc.cast(values, pa.float64()).to_numpy().copy()
        return floats, np.isinf(floats)
    good = pc.match_substring_regex(text, _NUMBER)
    parsed = pc.cast(pc.if_else(good, text, None), pa.float64())
    floats = parsed.to_numpy().copy()
    return floats, ~_flags(good) | np.isinf(floats)


def _among(text: pa.ChunkedArray, these: tuple[str, ...]) -> Flags:
    return _flags(pc.is_in(text, value_set=pa.array(these)))


def _flags(column: pa.ChunkedArray) -> Flags:
    flags: Flags = column.to_numpy().astype(np.bool_)
    return flags


def _no_number(fields: Fields, cells: npt.NDArray[np.int64]) -> Iterator[Problem]:
    told = [
        Problem(
            what=f'"{fields.values[cell].as_py() or fields.strings[cell].as_py()}" is no number.',
            where=fields.places.of(cell, "Value"),
            todo="Write a number, or leave Value empty and say why in ValueAttribute.",
        )
        for cell in cells[:MOST].tolist()
    ]
    yield from cut_short(told, len(cells))
