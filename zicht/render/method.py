"""How an indicator is made, as its file and its figures tell: what the pages of method list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from zicht.model.address import indicator_folder
from zicht.model.area import Division, Level
from zicht.model.atlas import Atlas
from zicht.model.figure import Figures, State
from zicht.model.theme import Breakdown, Counts, Flow, Indicator, Theme
from zicht.render.protection import protection_words

LEVELS = {
    Level.NEDERLAND: "Nederland",
    Level.PROVINCIE: "provincies",
    Level.GEMEENTE: "gemeenten",
    Level.WIJK: "wijken",
    Level.BUURT: "buurten",
}
_ABSENT = (State.MISSING, State.PENDING)


@dataclass(frozen=True, slots=True)
class Method:
    """How one indicator is made, in words for a page.

    `counted` and `divided` are numerator and denominator; `divided` is empty for a plain count.
    `years` and `levels` are those of which anything was delivered; `related` has titles and
    addresses.
    """

    indicator: Indicator
    counted: str
    divided: str
    levels: str
    years: str
    breakdowns: tuple[str, ...]
    protection: tuple[str, ...]
    related: tuple[tuple[str, str], ...]


def methods_of(atlas: Atlas, theme: Theme) -> tuple[Method, ...]:
    """Return the method of every indicator of a theme, in its order."""
    addresses = addresses_of(atlas.themes)
    return tuple(
        _method(atlas, atlas.figures[indicator.key], addresses) for indicator in theme.indicators
    )


def _method(atlas: Atlas, figures: Figures, addresses: Mapping[str, tuple[str, str]]) -> Method:
    indicator = figures.indicator
    return Method(
        indicator,
        counted=_counted(indicator),
        divided=_divided(atlas, indicator),
        levels=listed(levels_of(figures, atlas.division)),
        years=span(years_of(figures)),
        breakdowns=tuple(_breakdown(one) for one in indicator.breakdowns),
        protection=protection_words(indicator),
        related=tuple(addresses[key] for key in indicator.related if key in addresses),
    )


def addresses_of(themes: Sequence[Theme]) -> Mapping[str, tuple[str, str]]:
    """Return title and address of each indicator and flow, by key.

    A flow has no page of its own: its address is its place on the page of method.
    """
    told = {}
    for theme in themes:
        for indicator in theme.indicators:
            told[indicator.key] = (indicator.title, indicator_folder(theme.key, indicator.key))
        for flow in theme.flows:
            told[flow.key] = (flow.title, method_place(flow))
    return told


def method_folder(theme: str) -> str:
    """Return the folder of a theme's page of method: "uitleg/methode/drugs/"."""
    return f"uitleg/methode/{theme}/"


def method_place(one: Indicator | Flow) -> str:
    """Return where an indicator or a flow stands on the page of method of its theme."""
    return f"{method_folder(one.theme)}#onderwerp-{one.key}"


def _counted(indicator: Indicator) -> str:
    if indicator.series.counts is Counts.COMPUTED:
        return f"geen: de bron heeft het cijfer zelf berekend ({indicator.series.unit})"
    return indicator.series.unit


def _divided(atlas: Atlas, indicator: Indicator) -> str:
    """Return the title of the denominator, with what its own file says it counts."""
    rate = indicator.rate
    if rate is None:
        return ""
    other = [one.title for theme in atlas.themes for one in theme.indicators if one.key == rate.of]
    context = [one.title for theme in atlas.themes for one in theme.context if one.key == rate.of]
    return f"{[*context, *other, rate.noun][0]}; het cijfer is {indicator.unit}"


def _breakdown(breakdown: Breakdown) -> str:
    parts = listed([part.title for part in breakdown.parts])
    beside = "" if breakdown.everyone is None else f", naast {breakdown.everyone.title}"
    return f"{breakdown.title}{beside}: {parts}"


def levels_of(figures: Figures, division: Division) -> tuple[str, ...]:
    """Return the levels of which a figure was delivered, the widest first."""
    told = ~np.isin(figures.values.states, _ABSENT)
    rows = {level: [division.row[area.code] for area in division.of(level)] for level in LEVELS}
    return tuple(LEVELS[level] for level, own in rows.items() if own and told[own].any())


def years_of(figures: Figures) -> tuple[int, ...]:
    """Return the years of which a figure was delivered."""
    told = ~np.isin(figures.values.states, _ABSENT)
    return tuple(
        year for column, year in enumerate(figures.values.years) if told[:, column].any()
    )


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "gemeenten, wijken en buurten"."""
    return " en ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def span(years: Sequence[int]) -> str:
    """Return years in words, those that follow each other together: "2019 tot en met 2024"."""
    return listed(list(_spans(years)))


def _spans(years: Sequence[int]) -> Iterator[str]:
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    for run in runs:
        if len(run) < 3:  # noqa: PLR2004  two years that follow each other are named both
            yield from map(str, run)
        else:
            yield f"{run[0]} tot en met {run[-1]}"
