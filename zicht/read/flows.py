"""Counts from gemeente to gemeente: a matrix a year, its totals checked and then left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from zicht.model.area import NEDERLAND, Division, Level
from zicht.model.errors import Problem
from zicht.model.figure import State
from zicht.model.raw import RawFlow
from zicht.model.theme import Flow
from zicht.read.cells import is_provisional
from zicht.read.checks import wrong_measure
from zicht.read.codes import region_code, years
from zicht.read.coverage import NO_YEAR, OUTSIDE, Placed, place
from zicht.read.findings import MOST, Finding, cut_short
from zicht.read.observations import read_observations
from zicht.read.tables import Kind, Table
from zicht.read.themes import Themes

_STRANGE = -1
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def read_flows(
    tables: Mapping[str, Table | None], themes: Themes, division: Division
) -> Finding[Mapping[str, RawFlow]]:
    """Return every flow that the themes ask for, by key.

    Shape:  gemeenten in the order of the division. What has no row is zero: a matrix of gemeenten
            is nearly empty, and its totals tell whether a row was forgotten.
    Units:  counts.
    Errors: Problems for tables, dimensions and codes that are not there, for destinations that are
            no gemeente of the division, for cells that are no count or stand twice, and for totals
            that are not the sum of their cells; what `place` and `read_observations` tell.
    """
    found = {}
    for flow in (flow for theme in themes.all for flow in theme.flows):
        faults = list(_wrong(flow, tables, place=themes.origin[flow.key]))
        yield from faults
        table = None if faults else tables[flow.measure.table]
        raw = None if table is None else (yield from _read(flow, table, division))
        if raw is not None:
            found[flow.key] = raw
    return found


def _wrong(flow: Flow, tables: Mapping[str, Table | None], *, place: str) -> Iterator[Problem]:
    """Yield why a flow cannot be read; the total counts as a code that was chosen."""
    table = tables.get(flow.measure.table)
    if table is not None:
        plain = tuple(one.key for one in table.of(Kind.PLAIN))
        if flow.dimension not in plain:
            yield Problem(
                what=f"{table.key} has no dimension {flow.dimension}; it has "
                f"{', '.join(plain) or 'none'}.",
                where=f"{place}, key dimension",
                todo="Name the dimension that holds the gemeenten that are gone to.",
            )
            return
    where = (*flow.measure.where, (flow.dimension, flow.total))
    yield from wrong_measure(replace(flow.measure, where=where), tables, place=place)


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a flow: places run over the gemeenten, the last one is of all together."""

    origins: Ints
    destinations: Ints
    years: Ints
    values: npt.NDArray[np.float64]
    states: npt.NDArray[np.uint8]


def _read(flow: Flow, table: Table, division: Division) -> Finding[RawFlow | None]:
    observations = yield from read_observations(table, measures=frozenset({flow.measure.measure}))
    if observations is None:
        return None
    placed = yield from place(table, observations, division)
    codes = tuple(area.code for area in division.of(Level.GEMEENTE))
    yield from _strange_destinations(flow, placed, codes)
    cells = _cells(flow, placed, division)
    faults = list(_no_counts(flow, table, cells, codes))
    yield from faults
    if faults:
        return None
    matrices = {
        int(year): _matrix(cells, cells.years == year, len(codes))
        for year in np.unique(cells.years).tolist()
    }
    yield from _wrong_totals(flow, table, matrices, codes)
    counts = {year: matrix[:-1, :-1].copy() for year, matrix in matrices.items()}
    if not counts:
        yield Problem(
            what=f'"{flow.key}" has no cell of any year.',
            where=str(table.folder),
            todo="Check the measure and its codes, or leave the flow out of the theme.",
        )
        return None
    return RawFlow(flow, codes, counts, _provisional(table))


def _destination(flow: Flow, codes: tuple[str, ...], code: str) -> int:
    """Return the place of a code of the dimension, `_STRANGE` for one that is no gemeente."""
    if code == flow.total:
        return len(codes)
    return codes.index(region_code(code)) if region_code(code) in codes else _STRANGE


def _strange_destinations(flow: Flow, placed: Placed, codes: tuple[str, ...]) -> Iterator[Problem]:
    known = placed.observations.columns[flow.dimension].codes
    strange = [code for code in known if _destination(flow, codes, code) == _STRANGE]
    if strange:
        named = ", ".join(sorted(strange)[:5]) + (" …" if len(strange) > len(strange[:5]) else "")
        yield Problem(
            what=f"{len(strange)} codes are no gemeente of the division: {named}.",
            where=f"{placed.observations.places.path}, column {flow.dimension}",
            todo="Deliver all years of a flow on the division of the outlines; leave out, from the "
            "totals too, what is in no gemeente or unknown.",
        )


def _cells(flow: Flow, placed: Placed, division: Division) -> _Cells:
    """Return the cells between gemeenten and their totals; other regions are passed over."""
    columns, codes = placed.observations.columns, division.of(Level.GEMEENTE)
    first, names = division.rows(Level.GEMEENTE).start, tuple(area.code for area in codes)
    origins = placed.rows - first
    origins[placed.rows == division.row.get(NEDERLAND, OUTSIDE)] = len(codes)
    inside = (placed.rows != OUTSIDE) & (origins >= 0) & (origins <= len(codes))
    beyond = (origins == len(codes)) & (placed.rows != division.row.get(NEDERLAND, OUTSIDE))
    to = columns[flow.dimension]
    place_of = np.array([_destination(flow, names, code) for code in to.codes], dtype=np.int64)
    destinations = place_of[to.at]
    years_ = placed.years
    if placed.table.time is None:
        years_ = np.full_like(years_, flow.measure.year or NO_YEAR)
    chosen = columns["Measure"].equals(flow.measure.measure) & inside & ~beyond
    chosen &= (destinations != _STRANGE) & (years_ != NO_YEAR)
    if flow.measure.year is not None:
        chosen &= years_ == flow.measure.year
    for dimension, code in flow.measure.where:
        chosen &= columns[dimension].equals(code)
    seen = placed.observations
    return _Cells(
        origins[chosen],
        destinations[chosen],
        years_[chosen],
        seen.values[chosen],
        seen.states[chosen],
    )


def _no_counts(
    flow: Flow, table: Table, cells: _Cells, codes: tuple[str, ...]
) -> Iterator[Problem]:
    """Yield the cells that are no count, or that stand twice."""
    shown = cells.states == State.SHOWN
    whole = np.isfinite(cells.values) & (cells.values >= 0) & (cells.values % 1 == 0)
    size = len(codes) + 1
    place = (cells.years * size + cells.origins) * size + cells.destinations
    _, first = np.unique(place, return_index=True)
    again = np.ones(len(place), dtype=np.bool_)
    again[first] = False
    for odd, what, todo in (
        (~shown, "is no number", "Deliver counts; protection is ours. Leave out what is zero."),
        (shown & ~whole, "is no whole number of zero or more", "Correct it at the source."),
        (again, "stands there twice", "Keep one row for each pair and period."),
    ):
        rows = np.flatnonzero(odd).tolist()
        told = [
            _problem(flow, table, f"{_named(cells, row, codes)} {what}.", todo)
            for row in rows[:MOST]
        ]
        yield from cut_short(told, len(rows))


def _named(cells: _Cells, row: int, codes: tuple[str, ...]) -> str:
    known = (*codes, "all")
    origin, destination = known[cells.origins[row]], known[cells.destinations[row]]
    return f"from {origin} to {destination} in {cells.years[row]}"


def _matrix(cells: _Cells, some: Bools, size: int) -> Ints:
    matrix = np.zeros((size + 1, size + 1), dtype=np.int64)
    matrix[cells.origins[some], cells.destinations[some]] = cells.values[some].astype(np.int64)
    return matrix


def _wrong_totals(
    flow: Flow, table: Table, matrices: Mapping[int, Ints], codes: tuple[str, ...]
) -> Iterator[Problem]:
    """Yield the totals that are not the sum of their cells, that of all together among them."""
    told = []
    for year, matrix in sorted(matrices.items()):
        known = (*codes, "all")
        from_ = np.flatnonzero(matrix[:, :-1].sum(axis=1) != matrix[:, -1]).tolist()
        to = np.flatnonzero(matrix[:-1].sum(axis=0) != matrix[-1]).tolist()
        told += [f"all from {known[row]} in {year}" for row in from_]
        told += [f"all to {known[row]} in {year}" for row in to]
    todo = "Correct it at the source: totals are those of the cells, every gemeente among them."
    some = [
        _problem(flow, table, f"{name} is not what its cells have together.", todo)
        for name in told[:MOST]
    ]
    yield from cut_short(some, len(told))


def _problem(flow: Flow, table: Table, what: str, todo: str) -> Problem:
    return Problem(f'"{flow.key}" {what}', f"figures/{table.key}, Observations", todo)


def _provisional(table: Table) -> frozenset[int]:
    """Return the years that may still be revised."""
    if table.time is None:
        return frozenset()
    known = years(list(table.time.codes))
    return frozenset(
        year for period, year in known.items() if is_provisional(table.time.status[period])
    )
