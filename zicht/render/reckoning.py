"""What protection did, counted: cells by state and by reason, and what differs from before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from zicht.model.account import GIVEN_UP, Account, Reason
from zicht.model.area import Division, Level
from zicht.model.errors import Problem
from zicht.model.figure import Grid, SafeFigures, State
from zicht.model.ledger import Ledger
from zicht.model.system import Bools
from zicht.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Count:
    """How many cells there are in each state and, of those withheld, for each reason.

    `given_up_pct` is the share, of all cells that have a figure, that is withheld only to
    protect others; None where no cell has a figure.
    """

    states: Mapping[str, int]
    reasons: Mapping[str, int]
    given_up_pct: float | None


@dataclass(frozen=True, slots=True)
class Changes:
    """The cells that differ from earlier releases, such as "GM0363 2023".

    withheld  told before, withheld now
    shown     shown now and never told, in a year that was told of other regions
    revised   shown now, with another number than before
    """

    withheld: Sequence[str]
    shown: Sequence[str]
    revised: Sequence[str]


@dataclass(frozen=True, slots=True)
class Section:
    """What is told of one indicator, or of one of its breakdowns: its categories together."""

    theme: str
    title: str
    levels: Mapping[str, Count]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Report:
    """All that the report tells. `before` is the newest release that it is set against."""

    release: date
    before: date | None
    total: Count
    sections: tuple[Section, ...]
    notes: tuple[Problem, ...]


def reckon(
    account: Account,
    figures: SafeFigures,
    division: Division,
    *,
    themes: Sequence[Theme],
    release: date,
    ledger: Ledger,
) -> Report:
    """Return what protection did with each indicator and each breakdown, level by level.

    Shape:  sections in the order of the themes, a breakdown after its indicator; in them the
            levels that the division has. Set against all releases in the ledger before this one.
    Units:  cells: one region in one year.
    Errors: none.
    """
    before = ledger.before(release)
    sections = [
        Section(
            theme,
            title,
            {
                level.name.lower(): _count(account, figures, keys, rows=division.rows(level))
                for level in Level
                if division.of(level)
            },
            _changes(figures, keys, division=division, before=before),
        )
        for theme, title, keys in _subjects(themes)
    ]
    every = [key for *_, keys in _subjects(themes) for key in keys]
    return Report(
        release,
        before.newest,
        _count(account, figures, every, rows=slice(None)),
        tuple(sections),
        account.notes,
    )


def _subjects(themes: Sequence[Theme]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each indicator and each breakdown: its theme, its title and its series."""
    for theme in themes:
        for indicator in theme.indicators:
            yield theme.title, indicator.title, (indicator.key,)
            for breakdown in indicator.breakdowns:
                title = f"{indicator.title} naar {breakdown.title.lower()}"
                yield theme.title, title, tuple(part.key for part in breakdown.parts)


def _count(account: Account, figures: SafeFigures, keys: Sequence[str], *, rows: slice) -> Count:
    """Return how the cells of these series in these rows are divided."""
    states = np.zeros(len(State), dtype=np.int64)
    reasons = np.zeros(len(Reason), dtype=np.int64)
    for key in keys:
        cells = figures.series[key].grid.states[rows]
        withheld = cells == State.WITHHELD
        states += np.bincount(cells.ravel(), minlength=len(State))
        why = account.reasons.get(key, np.zeros_like(figures.series[key].grid.states))[rows]
        reasons += np.bincount(why[withheld], minlength=len(Reason))
    figured = int(states[[State.SHOWN, State.WITHHELD]].sum())
    given_up = 100 * int(reasons[list(GIVEN_UP)].sum()) / figured if figured else None
    return Count(
        {state.key: int(states[state]) for state in State},
        {reason.key: int(reasons[reason]) for reason in Reason if reason is not Reason.NONE},
        None if given_up is None else round(given_up, 2),
    )


def _changes(
    figures: SafeFigures, keys: Sequence[str], *, division: Division, before: Ledger
) -> Changes:
    withheld, shown, revised = list[str](), list[str](), list[str]()
    for key in keys:
        safe = figures.series[key]
        grid, known = safe.grid, before.known(key, division, safe.grid.years)
        told, here = ~np.isnan(known.low), grid.states == State.SHOWN
        number = np.round(grid.values, safe.series.decimals)
        other = (number < known.low) | (number > known.high)
        name = key.rpartition(".")[2] if len(keys) > 1 else ""
        withheld += _names(told & (grid.states == State.WITHHELD), grid, division, name)
        shown += _names(here & ~told & told.any(axis=0), grid, division, name)
        revised += _names(here & told & other, grid, division, name)
    return Changes(withheld, shown, revised)


def _names(cells: Bools, grid: Grid, division: Division, part: str) -> Iterator[str]:
    """Yield the names of cells: "GM0363 2023", or "GM0363 2023 12-tot-18" of a category."""
    for row, column in np.argwhere(cells).tolist():
        yield f"{division.areas[row].code} {grid.years[column]} {part}".rstrip()
