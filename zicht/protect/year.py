"""A family of series in one year, as cells in a row: what is withheld of them, and at what cost."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from zicht.model.account import Reason, Reasons
from zicht.model.area import Level
from zicht.model.figure import State
from zicht.model.raw import RawSeries
from zicht.model.rules import Zero
from zicht.model.system import Bools, Floats, Ints, Needs, System
from zicht.protect.complement import Outcome, complement
from zicht.protect.completion import completed
from zicht.protect.dominance import dominated
from zicht.protect.job import Job
from zicht.protect.notes import Found
from zicht.protect.tables import table_of
from zicht.protect.wanted import Wanted

WEIGHT = {
    Level.NEDERLAND: 1000.0,
    Level.PROVINCIE: 100.0,
    Level.GEMEENTE: 10.0,
    Level.WIJK: 3.0,
    Level.BUURT: 1.0,
}
"""What readers lose with one figure of a level, set against one of a buurt."""
STEADY = 0.5
"""A cell that is withheld in another year costs this much of the same: gaps stay in place."""


class Year:
    """A family in one year: all its cells in one row, series after series, then the rests."""

    def __init__(self, job: Job) -> None:
        """Lay the cells of the year out as a system."""
        self._job, self._size = job, len(job.division.areas)
        self._at = [
            raw.years.index(job.year) if job.year in raw.years else None for raw in job.series
        ]
        states = self._row([raw.states for raw in job.series], State.MISSING).astype(np.uint8)
        reasons = self._row([p.reasons for p in job.primary], Reason.NONE)
        told = self._row(
            [
                raw.values * np.nan if known is None else known.low
                for raw, known in zip(job.series, job.known, strict=True)
            ],
            np.nan,
        )
        source, known = states == State.WITHHELD, ~np.isnan(told)
        numbers = np.nan_to_num(self._row([raw.values for raw in job.series], 0.0))
        base = np.where(known & source, told, numbers)
        known &= source | (told == numbers) | (reasons == Reason.NONE)
        least = np.repeat([_least(raw) for raw in job.series], self._size)
        table = table_of(
            job.family,
            np.split(states, len(job.series)),
            np.split(base, len(job.series)),
            division=job.division,
            lower=np.where(source, least, np.minimum(least, base)),
            upper=self._row([p.upper for p in job.primary], np.inf),
        )
        more = np.zeros(len(table.rests) - len(states), dtype=np.bool_)
        system = _filled(table.system, np.concatenate([source & ~known, more]) | table.rests)
        self._fits = system is not None
        self._system = table.system if system is None else system
        fewest = max(raw.series.rules.fewest for raw in job.series)
        self._known, self._rests = np.concatenate([known, more]), table.rests
        self._reasons = np.concatenate([reasons, more])
        self._reasons[_few_left(self._system, table.rests, fewest)] = Reason.FEW
        self._shown = np.concatenate([states == State.SHOWN, more])

    def _row(self, grids: Sequence[npt.NDArray[np.generic]], none: float) -> Floats:
        """Return one column of each grid, one after another; `none` where a series lacks it."""
        columns = [
            np.full(self._size, none) if at is None else grid[:, at].astype(np.float64)
            for grid, at in zip(grids, self._at, strict=True)
        ]
        return np.concatenate(columns)

    def _wide(self, cells: Floats, rests: float) -> Floats:
        """Return a number for each cell, the rests included."""
        return np.concatenate([cells, np.full(self._system.cells - len(cells), rests)])

    def search(self, whole: Bools | tuple[()]) -> Outcome:
        """Return what is withheld in this year; `whole` are more cells to withhold beforehand."""
        system, rules = self._system, [raw.series.rules for raw in self._job.series]
        if len(whole):
            self._reasons = np.where(whole, float(Reason.WHOLE), self._reasons)
        unknown = (self._reasons != Reason.NONE) & ~self._known
        fewest = self._wide(np.repeat([float(r.fewest) for r in rules], self._size), 0.0)
        wanted = Wanted(
            unknown,
            self._shown & ~unknown & ~self._known & ~self._zero_stays(),
            self._cost(),
            self._needs(),
            unknown & self._shown & (system.base == 1),
            (system.base > 0) & (system.base < fewest),
            self._telling,
        )
        return complement(system, wanted)

    def _telling(self, cells: Ints) -> bool:
        """Tell whether the sum of some cells of one series is dominated by who is in them."""
        place = int(cells[0]) // self._size
        shares = self._job.primary[place].shares if place < len(self._at) else None
        at = self._at[place] if shares is not None else None
        if shares is None or at is None:
            return False
        rows = cells[cells < (place + 1) * self._size] % self._size
        top = np.sort(np.append(shares.largest[rows, at], shares.second[rows, at]))[::-1]
        total = np.array([self._system.base[cells].sum()])
        several = np.array([shares.contributors[rows, at].sum()])
        return bool(dominated(total, top[:1], top[1:2], several, rule=shares.rule).any())

    def _zero_stays(self) -> Bools:
        """Tell which zeros are shown whatever happens: where all are, none can be withheld."""
        least = np.repeat([_least(raw) for raw in self._job.series], self._size)
        return np.asarray((self._system.base == 0) & (self._wide(least, 0.0) > 0))

    def _cost(self) -> Floats:
        weight = np.array([WEIGHT[area.level] for area in self._job.division.areas])
        cost = np.tile(weight * (1 + np.log10(1 + self._job.size) / 10), len(self._job.series))
        often = np.concatenate([(p.reasons != Reason.NONE).any(axis=1) for p in self._job.primary])
        return self._wide(cost * np.where(often, STEADY, 1.0), np.inf)

    def _needs(self) -> Needs:
        primary, rules = self._job.primary, self._job.series[0].series.rules
        return Needs(
            self._wide(self._row([p.reach for p in primary], -np.inf), rules.reach),
            self._wide(self._row([p.below for p in primary], np.inf), np.inf),
            self._wide(self._row([p.width for p in primary], 0.0), rules.width),
        )

    def with_siblings(self, short: Bools) -> Bools:
        """Return all categories of the regions of which one cannot be hidden by itself."""
        cells = self._size * len(self._job.series)
        rows = short[:cells].reshape(-1, self._size).any(axis=0)
        categories = np.zeros((len(self._job.series), self._size), dtype=np.bool_)
        for _, parts in self._job.family.wholes:
            categories[list(parts)] = rows
        every = np.concatenate([categories.ravel(), np.zeros(len(short) - cells, dtype=np.bool_)])
        free = self._shown & ~self._known & (self._reasons == Reason.NONE)
        return np.asarray(every & free & ~self._zero_stays())

    def reasons(self, outcome: Outcome) -> tuple[Reasons, ...]:
        """Return why each cell of each series is withheld."""
        shields = outcome.unknown & (self._reasons == Reason.NONE)
        every = np.where(shields, float(Reason.SHIELD), self._reasons).astype(np.uint8)
        every[self._rests] = Reason.NONE
        return tuple(np.split(every[: self._size * len(self._job.series)], len(self._job.series)))

    def found(self, outcome: Outcome) -> Found:
        """Return what must be told of this year: a truth for each cell of each series."""
        cells, withheld = self._size * len(self._job.series), self._reasons != Reason.NONE
        return Found(
            self._fits,
            outcome.bare[:cells],
            (outcome.short & ~outcome.bare)[:cells],
            (withheld & self._known)[:cells],
            (self._reasons == Reason.WHOLE)[:cells],
        )


def _few_left(system: System, rests: Bools, fewest: int) -> Bools:
    """Return what was not delivered and is so little that nobody would publish it either.

    Where a category of it is so little, its other categories and its whole may be withheld too.
    """
    few = rests & (system.base > 0) & (system.base < fewest)
    cells, sums = system.cell_of, system.sum_of
    apart = np.bincount(sums, ~rests[cells], system.sums) == 0
    beside = apart & (np.bincount(sums, few[cells], system.sums) > 0)
    found = few.copy()
    found[cells[beside[sums]]] = True
    return np.asarray(found)


def _least(raw: RawSeries) -> float:
    """Return the least that a reader holds possible of a withheld count."""
    return 1.0 if raw.series.rules.zero is Zero.PUBLISH else 0.0


def _filled(system: System, free: Bools) -> System | None:
    """Return the system with numbers for what nobody gave us; None where no numbers fit."""
    if not free.any():
        return system
    base = completed(system, free)
    if base is None:
        system = replace(system, lower=np.where(free, 0.0, system.lower))
        base = completed(system, free)
    return None if base is None else replace(system, base=base)
