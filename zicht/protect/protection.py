"""From delivered figures to figures that may be published."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from zicht.model.account import Account, Reason, Reasons
from zicht.model.area import Division
from zicht.model.errors import BuildError, Problem
from zicht.model.figure import Grid, SafeFigures, SafeSeries, State
from zicht.model.ledger import EMPTY, Known, Ledger
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.rules import Dominance
from zicht.model.system import Bools, Floats
from zicht.model.theme import Counts, Theme
from zicht.protect.family import families, is_ours
from zicht.protect.job import Job, Shielded
from zicht.protect.primary import Primary, find_primary, of_series, rated
from zicht.protect.shield import shield

Spread = Callable[[Callable[[Job], Shielded], Iterable[Job]], Iterator[Shielded]]
Pattern = Mapping[str, Reasons]
"""Why each cell of each series is withheld, found earlier: then nothing is searched again."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What may be published, and the account of what was done for it."""

    figures: SafeFigures
    account: Account


def protect(
    raw: RawFigures,
    themes: Sequence[Theme],
    *,
    division: Division,
    dominance: Dominance | None = None,
    ledger: Ledger = EMPTY,
    pattern: Pattern | None = None,
    spread: Spread = map,
) -> Protected:
    """Return the figures with every number withheld that could reveal a person, firm or address.

    Shape:  the same series, regions and years, in the same order.
    Units:  those of the series. A series that the source protected passes unchanged; a computed
            figure that nobody protected is withheld whole, because its count is unknown here.
    Errors: BuildError naming the cells that cannot be hidden, with every one of them.
    Source: decision 8
    `spread` shields the families of series: one after another, or on an executor.
    """
    indicators = [each for theme in themes for each in theme.indicators]
    notes: tuple[Problem, ...] = ()
    if pattern is None:
        pattern, notes = _searched(
            raw, themes, division=division, dominance=dominance, ledger=ledger, spread=spread
        )
    if blocking := [note for note in notes if note.blocks]:
        raise BuildError(*blocking)
    told = {key: mask for each in indicators for key, mask in rated(each, raw)}
    kept = {key for theme in themes for key in _keys(theme)}
    safe = {
        key: _safe(series, pattern.get(key), told.get(key))
        for key, series in raw.series.items()
        if key in kept
    }
    years = {key: raw.series[key].years for key in pattern}
    return Protected(SafeFigures(safe), Account(pattern, years, notes))


def _keys(theme: Theme) -> Iterator[str]:
    """Yield the series that are shown: what is delivered of contributors never is."""
    yield from (series.key for series in theme.context)
    for indicator in theme.indicators:
        yield indicator.key
        for each in indicator.breakdowns:
            everyone = () if each.everyone is None else each.everyone.parts
            yield from (part.key for part in (*each.parts, *everyone))


def _searched(
    raw: RawFigures,
    themes: Sequence[Theme],
    *,
    division: Division,
    dominance: Dominance | None,
    ledger: Ledger,
    spread: Spread,
) -> tuple[Pattern, tuple[Problem, ...]]:
    primary: dict[str, Primary] = {}
    for theme in themes:
        ours = [each for each in theme.context if is_ours(each)]
        primary |= {each.key: of_series(raw.series[each.key]) for each in ours}
        for indicator in theme.indicators:
            if is_ours(indicator.series):
                primary |= find_primary(indicator, raw, dominance=dominance)
    jobs = list(_jobs(raw, themes, division, primary, ledger))
    pattern = {key: each.reasons.copy() for key, each in primary.items()}
    notes: list[Problem] = []
    for job, shielded in zip(jobs, spread(shield, jobs), strict=True):
        notes += shielded.notes
        for key, series, reasons in zip(job.family.keys, job.series, shielded.reasons, strict=True):
            if job.year in series.years:
                pattern[key][:, series.years.index(job.year)] = reasons
    return pattern, tuple(notes)


def _jobs(
    raw: RawFigures,
    themes: Sequence[Theme],
    division: Division,
    primary: Mapping[str, Primary],
    ledger: Ledger,
) -> Iterator[Job]:
    """Yield the families, a job a year, the large ones first."""
    size = _size(raw, len(division.areas))
    for family in sorted(families(themes), key=lambda family: -len(family.keys)):
        series = tuple(raw.series[key] for key in family.keys)
        for year in sorted({year for each in series for year in each.years}):
            yield Job(
                family,
                year,
                division,
                series,
                tuple(primary[key] for key in family.keys),
                tuple(_known(ledger, each, division) for each in series),
                size,
            )


def _known(ledger: Ledger, raw: RawSeries, division: Division) -> Known | None:
    if ledger is EMPTY:
        return None
    return ledger.known(raw.series.key, division, raw.years)


def _size(raw: RawFigures, regions: int) -> Floats:
    """Return how many people live in each region, zero where nobody says."""
    people = raw.series.get("inwoners")
    if people is None or not people.years:
        return np.zeros(regions)
    return np.nan_to_num(people.values[:, -1])


def _safe(raw: RawSeries, reasons: Reasons | None, told: Bools | None) -> SafeSeries:
    shown = np.asarray(raw.states == State.SHOWN)
    if reasons is not None:
        hide = shown & (reasons != Reason.NONE)
    elif raw.series.protected_by_source or raw.series.counts is not Counts.COMPUTED:
        hide = np.zeros_like(shown)
    else:
        hide = shown
    states = np.where(hide, np.uint8(State.WITHHELD), raw.states)
    values = np.where(states == State.SHOWN, raw.values, np.nan)
    rates = np.ones_like(shown) if told is None else told
    return SafeSeries(raw.series, Grid(raw.years, values, states, raw.provisional), rates)
