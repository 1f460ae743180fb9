"""Everything that was ever published: what no later release can take back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from zicht.model.area import Change, Division
from zicht.model.system import Bools, Floats, Ints

Days = npt.NDArray[np.datetime64]

VERSION = "1"
COLUMNS = {
    "series": "string",
    "region": "string",
    "year": "int64",
    "low": "double",
    "high": "double",
    "release": "string",
}
"""The columns of the file and their Parquet types; `release` is a date such as 2024-11-01."""


@dataclass(frozen=True, slots=True)
class Known:
    """What readers know of one series from releases of the past.

    Shape:  rows in the order of the division, a column a year; NaN and NaT for a cell that was
            never told.
    Units:  those of the series.
    low, high  the number is not below and not above these, by the newest release that told it
    release    the release since which it is told so
    revised    an earlier release told another number
    """

    low: Floats
    high: Floats
    release: Days
    revised: Bools


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was told, entry by entry, in any order: a cell, what was told of it, and when.

    Entry `i` is about the series `keys[series[i]]` and the region `codes[region[i]]`. A cell that
    was revised has an entry for each number that it had.
    """

    keys: tuple[str, ...]
    codes: tuple[str, ...]
    series: Ints
    region: Ints
    year: Ints
    low: Floats
    high: Floats
    release: Days

    @property
    def newest(self) -> date | None:
        """Return the day of the newest release that told anything new, None when none did."""
        return self.release.max().astype(date) if len(self.release) else None

    def before(self, day: date) -> "Ledger":
        """Return what the releases before a day told."""
        old = self.release < np.datetime64(day)
        return replace(
            self,
            series=self.series[old],
            region=self.region[old],
            year=self.year[old],
            low=self.low[old],
            high=self.high[old],
            release=self.release[old],
        )

    def known(self, series: str, division: Division, years: tuple[int, ...]) -> Known:
        """Return what readers know of the cells of a series.

        Shape:  rows in the order of `division`, a column for each of `years`.
        Units:  those of the series.
        A figure is about the region as it was in that year, so a code that kept its name when
        its area changed tells nothing of the other area. A region that began as the whole of
        others is known in an earlier year (and in that of the change, when that was not on its
        first day) where all of those are, as their sum. A division over several regions leaves
        no sum for one of them; nor do wijken and buurten, whose codes no change lists.
        Errors: none; a series that was never told is known nowhere.
        """
        sums = _sums(division, years)
        ended = {code for pieces in sums.values() for code in pieces} - division.row.keys()
        codes = [area.code for area in division.areas] + sorted(ended)
        row = {code: row for row, code in enumerate(codes)}
        known = self._told(series, row, years)
        for (code, year), pieces in sums.items():
            _add_up(known, row[code], [row[piece] for piece in pieces], years.index(year))
        here = slice(len(division.areas))
        return Known(known.low[here], known.high[here], known.release[here], known.revised[here])

    def _told(self, series: str, row: Mapping[str, int], years: tuple[int, ...]) -> Known:
        """Return what was told of the cells themselves: a row for each region of `row`."""
        shape = len(row), len(years)
        low, high = np.full(shape, np.nan), np.full(shape, np.nan)
        release = np.full(shape, np.datetime64("NaT"), dtype="datetime64[D]")
        revised = np.zeros(shape, dtype=np.bool_)
        if series not in self.keys:
            return Known(low, high, release, revised)
        rows = np.array([row.get(code, -1) for code in self.codes], dtype=np.int64)[self.region]
        about = (self.series == self.keys.index(series)) & (rows >= 0) & np.isin(self.year, years)
        entry = np.flatnonzero(about)
        entry = entry[np.argsort(self.release[entry], kind="stable")]
        place = rows[entry], np.searchsorted(years, self.year[entry])
        low[place], high[place] = self.low[entry], self.high[entry]
        release[place] = self.release[entry]
        other = (low[place] != self.low[entry]) | (high[place] != self.high[entry])
        revised[place[0][other], place[1][other]] = True
        return Known(low, high, release, revised)


def _sums(division: Division, years: Sequence[int]) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """Return the regions that a region began as, by its code and each year that they were."""
    changes = sorted(division.changes, key=lambda change: change.day, reverse=True)
    return {
        (change.new[0], year): pieces
        for nth, change in enumerate(changes)
        if _begins(change) and change.new[0] in division
        for year in years
        if year <= change.day.year
        if (pieces := _pieces(change.old, year=year, changes=changes[nth + 1 :]))
    }


def _begins(change: Change) -> bool:
    """Tell whether one region began as the whole of others."""
    return len(change.new) == 1 and change.new[0] not in change.old


def _pieces(codes: Sequence[str], *, year: int, changes: Sequence[Change]) -> tuple[str, ...]:
    """Return the regions of a year that together became these; none where no whole ones did.

    `changes` are those before, the newest first.
    """
    pieces = set(codes)
    for change in changes:
        if change.day.year > year and pieces & set(change.new):
            if not pieces >= set(change.new):
                return ()
            pieces = pieces - set(change.new) | set(change.old)
    return tuple(sorted(pieces))


def _add_up(known: Known, row: int, pieces: Sequence[int], column: int) -> None:
    """Fill a cell that was never told with the sum of others, where all of them are known."""
    parts = np.asarray(pieces), column
    if not np.isnan(known.low[row, column]) or np.isnan(known.low[parts]).any():
        return
    known.low[row, column] = known.low[parts].sum()
    known.high[row, column] = known.high[parts].sum()
    known.release[row, column] = known.release[parts].max()
    known.revised[row, column] = known.revised[parts].any()


EMPTY = Ledger(
    keys=(),
    codes=(),
    series=np.array([], dtype=np.int64),
    region=np.array([], dtype=np.int64),
    year=np.array([], dtype=np.int64),
    low=np.array([], dtype=np.float64),
    high=np.array([], dtype=np.float64),
    release=np.array([], dtype="datetime64[D]"),
)
"""The ledger before the first release."""
