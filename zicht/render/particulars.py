"""What an indicator answers for: what is counted, where and when, and by which rules shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.dutch import number
from zicht.model.figure import Figures, Grid, State
from zicht.model.rules import Rules, Zero
from zicht.model.theme import Counts, Flow, Indicator

_ALL_PCT = 100
LEVELS = {
    Level.NEDERLAND: "Nederland",
    Level.PROVINCIE: "provincie",
    Level.GEMEENTE: "gemeente",
    Level.WIJK: "wijk",
    Level.BUURT: "buurt",
}


@dataclass(frozen=True, slots=True)
class Particulars:
    """The account of one indicator, in words.

    numerator    what is counted; empty for a figure that the source computed
    denominator  what the count is divided by, empty without one
    levels       each level with the years that were delivered: "2019 tot en met 2024"
    breakdowns   titles of the ways in which it is divided
    rules        sentences about what is not shown
    """

    numerator: str
    denominator: str
    levels: tuple[tuple[str, str], ...]
    breakdowns: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def coverage(self) -> tuple[tuple[str, str], ...]:
        """Return the levels again, those with the same years together."""
        together: dict[str, list[str]] = {}
        for level, years in self.levels:
            together.setdefault(years, []).append(level)
        return tuple((", ".join(levels), years) for years, levels in together.items())


def particulars_of(atlas: Atlas, figures: Figures) -> Particulars:
    """Return what an indicator answers for, from its theme file and what was delivered.

    Shape:  levels from Nederland down to the buurt, those without any figure left out.
    Errors: none.
    """
    indicator, rate = figures.indicator, figures.indicator.rate
    grid = figures.values if figures.counts is None else figures.counts
    return Particulars(
        "" if not _counted(indicator) else f"aantal {indicator.series.unit}",
        "" if rate is None else f"aantal {rate.noun}",
        tuple(_levels(atlas, grid)),
        tuple(breakdown.title for breakdown in indicator.breakdowns),
        tuple(rules_of(indicator)),
    )


def _counted(indicator: Indicator) -> bool:
    return indicator.rate is not None or not indicator.comparable


def _levels(atlas: Atlas, grid: Grid) -> Iterator[tuple[str, str]]:
    for level, name in LEVELS.items():
        there = (grid.states[atlas.division.rows(level)] != State.MISSING).any(axis=0)
        years = [grid.years[at] for at in np.flatnonzero(there)]
        if years:
            yield name, spans(years)


def spans(years: Sequence[int]) -> str:
    """Return years in words: "2019 tot en met 2021 en 2024"."""
    groups: list[list[int]] = []
    for year in years:
        if groups and year == groups[-1][-1] + 1:
            groups[-1].append(year)
        else:
            groups.append([year])
    told = [str(g[0]) if len(g) == 1 else f"{g[0]} tot en met {g[-1]}" for g in groups]
    return " en ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def rules_of(indicator: Indicator) -> Iterator[str]:
    """Yield in plain Dutch by which rules figures are not shown.

    Source: decision 8; the parameters for sums of money are secret, and are not told
    """
    series, rules = indicator.series, indicator.series.rules
    if series.protected_by_source:
        yield "De bron heeft deze cijfers zelf beschermd. Wij tonen ze zoals zij zijn geleverd."
        return
    if series.counts is Counts.MONEY:
        yield (
            "Bij een bedrag telt hoeveel mensen of bedrijven eraan bijdragen, en of een van hen "
            "bijna alles bijdraagt. Waar die grens ligt, is geheim."
        )
    else:
        yield from _counts(rules)
    if indicator.rate is not None:
        least = number(rules.fewest_of, decimals=0)
        yield f"Een verhouding tonen wij alleen bij {least} {indicator.rate.noun} of meer."
    if indicator.breakdowns and rules.group_share_pct < _ALL_PCT:
        share = number(rules.group_share_pct, decimals=0)
        yield f"Een groep met {share}% of meer van het totaal tonen wij niet."


def flow_rules(flow: Flow) -> Iterator[str]:
    """Yield in plain Dutch by which rules a number from gemeente to gemeente is not shown."""
    yield from _counts(flow.rules)


def _counts(rules: Rules) -> Iterator[str]:
    yield _fewest(rules)
    yield (
        "Ook met optellen en aftrekken is een verborgen aantal niet terug te vinden: het kan "
        f"altijd {rules.reach} of meer zijn. Daarom verbergen wij soms ook een groter aantal."
    )


def _fewest(rules: Rules) -> str:
    few = f"Aantallen van 1 tot en met {rules.fewest - 1} tonen wij niet."
    match rules.zero:
        case Zero.PUBLISH:
            return f"{few} Een nul tonen wij altijd."
        case Zero.SENSITIVE:
            return f"{few} Een nul tonen wij ook niet: die zegt iets over iedereen."
        case Zero.STRUCTURAL:
            return f"{few} Een nul tonen wij, tenzij daarmee een ander aantal uit te rekenen is."
