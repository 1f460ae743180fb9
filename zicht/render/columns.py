"""Columns of a file to take along: numbers with nothing beneath a null, words without spares."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from zicht.model.figure import Grid, State

_STATES = tuple(state.key for state in State)


def numbers(grid: Grid, length: int, kind: type[np.float64 | np.int64]) -> pa.Array:
    """Return the first cells of a grid, row by row: null where a cell is not shown.

    Shape:  `length` numbers; zero in the memory of a null, whatever stood in the grid.
    Units:  those of the grid.
    Errors: none.
    """
    shown = (grid.states == State.SHOWN).ravel()[:length]
    return pa.array(np.where(shown, grid.values.ravel()[:length], 0).astype(kind), mask=~shown)


def states_of(grid: Grid, length: int) -> pa.Array:
    """Return the states of the first cells of a grid, row by row: "withheld"."""
    return texts(_STATES, grid.states.ravel()[:length])


def texts(words: Sequence[str], at: npt.ArrayLike) -> pa.Array:
    """Return the word at each place of `words`.

    Shape:  a text for each place, with a dictionary of only the words that occur, each once.
    Errors: none.
    """
    distinct, code = np.unique(np.array(words, dtype=object), return_inverse=True)
    used, index = np.unique(code[np.asarray(at, dtype=np.int64)], return_inverse=True)
    return pa.DictionaryArray.from_arrays(
        pa.array(index.astype(np.int32)), pa.array(distinct[used], pa.string())
    )


def same(word: str | None, length: int) -> pa.Array:
    """Return one word so many times; null where there is no word."""
    if word is None:
        return pa.nulls(length, pa.dictionary(pa.int32(), pa.string()))
    return texts([word], np.zeros(length))
