"""The ledger brought up to date with a site that is published."""

import io
from collections.abc import Iterator
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from zicht.model.errors import BuildError, Problem
from zicht.model.figure import Grid, State
from zicht.model.ledger import COLUMNS, VERSION, Ledger
from zicht.model.published import Published, PublishedSeries


def ledger_bytes(ledger: Ledger, published: Published, *, release: date) -> bytes:
    """Return the file of a ledger with all that a site tells added to it.

    Shape:  a row for each number that a cell ever had, with the first release that told it; by
            series, region, year and release. A cell with the number of the release before it
            adds none, so a second time gives the same bytes.
    Units:  those of the series; of an indicator without counts, those of its figure. What is
            below zero is no count, and nothing is found out by subtracting it: left out.
    Errors: BuildError when the ledger has another number of a cell under the same day.
    """
    both = _together(ledger, _entries(published, release))
    order = np.lexsort((both.release, both.year, both.region, both.series))
    cell = _repeats(order, both.series, both.region, both.year)
    told = _repeats(order, both.low, both.high)
    if (fault := order[cell & ~told & _repeats(order, both.release.astype(np.int64))]).size:
        raise BuildError(_contradiction(both, fault))
    return _file(both, order[~(cell & told)])


def _entries(published: Published, release: date) -> Ledger:
    """Return all that a site tells, as entries of its release."""
    grids = dict(_grids(published))
    found = {key: _told(grid) for key, grid in grids.items()}
    none = np.zeros((3, 0))
    region, year, value = np.concatenate([none, *found.values()], axis=1)
    return Ledger(
        keys=tuple(found),
        codes=tuple(area.code for area in published.division.areas),
        series=np.repeat(np.arange(len(found)), [cells.shape[1] for cells in found.values()]),
        region=region.astype(np.int64),
        year=year.astype(np.int64),
        low=value,
        high=value,
        release=np.full(value.shape, np.datetime64(release)),
    )


def _grids(published: Published) -> Iterator[tuple[str, Grid]]:
    """Yield the numbers that a site tells, by key of their series."""
    for key, series in published.series.items():
        yield key, _number(series)
        for breakdown, parts in series.parts.items():
            for part, grid in parts.items():
                yield f"{key}.{breakdown}.{part}", grid


def _number(series: PublishedSeries) -> Grid:
    return series.compared if series.counts is None else series.counts


def _told(grid: Grid) -> npt.NDArray[np.float64]:
    """Return the row, the year and the number of each cell that is told."""
    rows, columns = np.nonzero((grid.states == State.SHOWN) & (grid.values >= 0))
    return np.stack((rows, np.asarray(grid.years)[columns], grid.values[rows, columns]))


def _together(one: Ledger, other: Ledger) -> Ledger:
    """Return the entries of both, with the names of both in order."""
    keys, codes = sorted({*one.keys, *other.keys}), sorted({*one.codes, *other.codes})
    key, code = {k: n for n, k in enumerate(keys)}, {c: n for n, c in enumerate(codes)}
    both = one, other
    series = [np.array([key[k] for k in each.keys], np.int64)[each.series] for each in both]
    region = [np.array([code[c] for c in each.codes], np.int64)[each.region] for each in both]
    return Ledger(
        keys=tuple(keys),
        codes=tuple(codes),
        series=np.concatenate(series),
        region=np.concatenate(region),
        year=np.concatenate([each.year for each in both]),
        low=np.concatenate([each.low for each in both]),
        high=np.concatenate([each.high for each in both]),
        release=np.concatenate([each.release for each in both]),
    )


def _repeats(
    order: npt.NDArray[np.int64], *columns: npt.NDArray[np.int64] | npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Return which entries, in this order, have in all columns what the one before them has."""
    same = np.zeros(order.shape, dtype=np.bool_)
    same[1:] = True
    for column in columns:
        same[1:] &= column[order[1:]] == column[order[:-1]]
    return same


def _contradiction(ledger: Ledger, faults: npt.NDArray[np.int64]) -> Problem:
    first = faults[0]
    return Problem(
        what=f"The ledger has another number for {len(faults)} cells under this same release: "
        f'"{ledger.keys[ledger.series[first]]}" of {ledger.codes[ledger.region[first]]} in '
        f"{ledger.year[first]} is the first.",
        where=f"release {ledger.release[first]}",
        todo="Give the corrected delivery a day of its own: release in delivery.toml.",
    )


def _file(ledger: Ledger, rows: npt.NDArray[np.int64]) -> bytes:
    """Return these entries as Parquet, in this order."""
    days, day = np.unique(ledger.release[rows], return_inverse=True)
    columns = {
        "series": _texts(ledger.keys, ledger.series[rows]),
        "region": _texts(ledger.codes, ledger.region[rows]),
        "year": ledger.year[rows],
        "low": ledger.low[rows],
        "high": ledger.high[rows],
        "release": _texts(tuple(days.astype(str).tolist()), day),
    }
    kinds = [(name, pa.type_for_alias(kind)) for name, kind in COLUMNS.items()]
    table = pa.table(columns, schema=pa.schema(kinds, metadata={"zicht-ledger": VERSION}))
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def _texts(names: tuple[str, ...], at: npt.NDArray[np.int64]) -> pa.Array:
    """Return the name of each entry, as a column of texts."""
    return pa.array(names, pa.string()).take(pa.array(at, pa.int64()))
