"""The rows as grids: what is told of each series, region and year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from zicht.audit.parquet import PATH
from zicht.audit.rows import Rows, Words
from zicht.model.area import Division
from zicht.model.errors import BuildError, Problem
from zicht.model.figure import Grid, State
from zicht.model.system import Ints

Key = tuple[str, str, str]
"""Indicator, breakdown and category; the latter two are "" for the whole."""

_STATES = {state.key: int(state) for state in State}
_TODO = "Build the site again; if this stays, the builder writes what it should not."


@dataclass(frozen=True, slots=True)
class Told:
    """The compared figure (for a category its share), and the count where there is one."""

    values: Grid
    counts: Grid | None


def told_series(rows: Rows, division: Division) -> Mapping[Key, Told]:
    """Return the grids of each series, in the order in which they stand in the file.

    Shape:  the rows of the division; a column for each year of the indicator. A cell without a
            row is MISSING, and so is one that is shown without a number.
    Units:  those of the file.
    Errors: BuildError for regions that no other file knows, states that are none, and cells that
            are told twice.
    """
    place = _places(rows.texts["regiocode"], division)
    problems = [*_strange_states(rows)]
    if (place < 0).any():
        strange = rows.texts["regiocode"][int(np.argmin(place))]
        problems.append(Problem(f"{strange} stands in no file of a gemeente.", PATH, _TODO))
    if problems:
        raise BuildError(*problems)
    found: dict[Key, Told] = {}
    years = {key: _years(rows, at) for key, at in _split(rows, ("indicator",))}
    for key, at in _split(rows, ("indicator", "uitsplitsing", "categorie")):
        span = years[key[:1]]
        cell = place[at] * len(span) + np.searchsorted(span, rows.years[at])
        if len(np.unique(cell)) < len(cell):
            raise BuildError(Problem(f"{' '.join(key).strip()} has a cell twice.", PATH, _TODO))
        block = _Block(at, cell, len(division.areas), span)
        found[key[0], key[1], key[2]] = _told(rows, block)
    return found


def _places(codes: Words, division: Division) -> Ints:
    """Return the row of the division of each row of the file; -1 for a region that it lacks."""
    return np.array([division.row.get(name, -1) for name in (*codes.names, "")])[codes.codes]


def _strange_states(rows: Rows) -> Iterator[Problem]:
    for column in ("waarde_toestand", "aantal_toestand"):
        if not set(_STATES).issuperset(rows.texts[column].names):
            yield Problem("It holds a state that is none.", f"{PATH}, column {column}", _TODO)


def _split(rows: Rows, columns: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Ints]]:
    """Yield the texts in these columns that occur together, and the rows where they do."""
    together = np.zeros(len(rows.years), dtype=np.int64)
    for column in columns:
        words = rows.texts[column]
        together = together * (len(words.names) + 1) + words.codes + 1
    order = np.argsort(together, kind="stable")
    starts = np.flatnonzero(np.diff(together[order])) + 1
    for at in sorted(np.split(order, starts), key=lambda at: int(at[0]) if len(at) else 0):
        if len(at):
            yield tuple(rows.texts[column][int(at[0])] for column in columns), at


def _years(rows: Rows, at: Ints) -> tuple[int, ...]:
    return tuple(np.unique(rows.years[at]).tolist())


@dataclass(frozen=True, slots=True)
class _Block:
    """The rows of one series: where they stand in the file, and each one's cell in the grid."""

    at: Ints
    cell: Ints
    height: int
    years: tuple[int, ...]


def _told(rows: Rows, block: _Block) -> Told:
    bare = bool((rows.texts["aantal_toestand"].codes[block.at] < 0).all())
    values = _grid(rows, block, "waarde")
    return Told(values, None if bare else _grid(rows, block, "aantal"))


def _grid(rows: Rows, block: _Block, name: str) -> Grid:
    words, numbers = rows.texts[f"{name}_toestand"], rows.numbers[name][block.at]
    known = np.array([*(_STATES[key] for key in words.names), State.MISSING], dtype=np.uint8)
    state = known[words.codes[block.at]]
    shown = (state == State.SHOWN) & np.isfinite(numbers)
    state[(state == State.SHOWN) & ~shown] = State.MISSING
    values = np.full((block.height, len(block.years)), np.nan)
    states = np.full(values.shape, State.MISSING, dtype=np.uint8)
    states.ravel()[block.cell] = state
    values.ravel()[block.cell[shown]] = numbers[shown]
    early = rows.texts["voorlopig"]
    said = np.array([*(word == "ja" for word in early.names), False])[early.codes[block.at]]
    provisional = tuple(bool(said[rows.years[block.at] == year].any()) for year in block.years)
    return Grid(block.years, values, states, provisional)
