"""The page on which a reader combines indicators."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

import numpy as np

from zicht.model.address import search_folder
from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.figure import State
from zicht.model.page import Page
from zicht.model.theme import Indicator, Theme
from zicht.render.country import sort_name

MOST = 8
LEVELS = (Level.GEMEENTE, Level.WIJK)

Two = tuple[Indicator, Indicator]


def combine_page(atlas: Atlas) -> Page:
    """Return the page to combine indicators: what it offers, and what is combined already."""
    beginnings = [
        (search.combination, search_folder(search.combination.key))
        for search in atlas.search.values()
        if Level.WIJK in search.levels
    ]
    choices = list(_choices(atlas))
    found = list(islice(_related(atlas, choices), MOST))
    indicators = [one for _, some in choices for one in some]
    told = {
        "themes": atlas.themes,
        "beginnings": beginnings,
        "choices": choices,
        "pairs": found,
        "first": max(found, key=partial(_both, atlas)) if found else (indicators * 2)[:2],
        "around": list(_around(atlas)),
        "modules": ("combine.js", "pair/pair.js"),
    }
    return Page("combineer/", "combineer.html", "Combineren", told)


def _choices(atlas: Atlas) -> Iterator[tuple[Theme, list[Indicator]]]:
    """Yield each theme with the indicators that gemeenten or wijken have figures of."""
    for theme in atlas.themes:
        known = (atlas.figures[one.key] for one in theme.indicators)
        if found := [one.indicator for one in known if any(at in one.rankings for at in LEVELS)]:
            yield theme, found


def _related(atlas: Atlas, choices: list[tuple[Theme, list[Indicator]]]) -> Iterator[Two]:
    """Yield indicators that the themes call related: of two themes, comparable, gemeenten both."""
    known = {
        one.key: one
        for _, some in choices
        for one in some
        if one.placed and Level.GEMEENTE in atlas.figures[one.key].rankings
    }
    told: set[frozenset[str]] = set()
    for one in known.values():
        for other in (known[key] for key in one.related if key in known):
            both = frozenset({one.key, other.key})
            if one.theme != other.theme and both not in told:
                told.add(both)
                yield one, other


def _both(atlas: Atlas, two: Two) -> int:
    """Return how many gemeenten have a figure of both in the newest year of both."""
    one, other = (atlas.figures[each.key].values for each in two)
    rows = atlas.division.rows(Level.GEMEENTE)
    counts = {
        year: np.count_nonzero(
            (one.states[rows, one.years.index(year)] == State.SHOWN)
            & (other.states[rows, other.years.index(year)] == State.SHOWN)
        )
        for year in set(one.years) & set(other.years)
    }
    return int(counts[max(counts)]) if counts else 0


def _around(atlas: Atlas) -> Iterator[Area]:
    """Yield the gemeenten with more than one wijk, by name."""
    gemeenten = atlas.division.of(Level.GEMEENTE)
    for area in sorted(gemeenten, key=sort_name):
        if len(atlas.division.children(area.code)) > 1:
            yield area
