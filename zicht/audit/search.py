"""Zoekgebieden as the figures of the site make them: read anew, nothing of the builder is used."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from zicht.audit.exact import mapping, parsed
from zicht.model.area import Level
from zicht.model.errors import BuildError, Problem
from zicht.model.figure import State
from zicht.model.published import Published, PublishedSeries

PATH = "data/zoekgebieden.json"
LEVELS = (Level.WIJK, Level.BUURT)
YES, NO, HIDDEN, NONE, NOTHING = "ja", "nee", "niet getoond", "geen cijfer", ""
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIFTHS = 5
_TODO = "Build the site again, with a builder of this version."


@dataclass(frozen=True, slots=True)
class Limit:
    """From which figure on a signal counts at a level, and how many of how many reach it."""

    year: int
    value: float
    reached: int
    among: int


@dataclass(frozen=True, slots=True)
class Signs:
    """The signals of one region: a word for each signal, in the order of the combination."""

    words: Sequence[str]
    keys: Sequence[str]
    fewest: int

    def those(self, word: str) -> list[str]:
        """Return the indicators of which this is said."""
        return [key for key, told in zip(self.keys, self.words, strict=True) if told == word]

    @property
    def signals(self) -> int:
        """Return how many signals count here."""
        return len(self.words) - self.words.count(NOTHING)

    @property
    def met(self) -> int:
        """Return how many signals the region has."""
        return self.words.count(YES)

    @property
    def unknown(self) -> int:
        """Return of how many nobody can say."""
        return self.words.count(HIDDEN) + self.words.count(NONE)

    @property
    def verdict(self) -> str:
        """Return whether enough signals meet: "ja", "nee" or "niet te zeggen"."""
        if self.met >= self.fewest:
            return YES
        return "niet te zeggen" if self.met + self.unknown >= self.fewest else NO


@dataclass(frozen=True)
class Sought:
    """A combination as the site tells it, and what the published figures make of it."""

    key: str
    title: str
    meaning: str
    fewest: int
    signals: Sequence[tuple[str, float | None]]
    published: Published

    @cached_property
    def limits(self) -> Mapping[Level, Sequence[Limit | None]]:
        """Return the limits at each level at which there are enough signals."""
        found = {
            level: [_limit(self.published, key, least, level) for key, least in self.signals]
            for level in LEVELS
        }
        return {k: v for k, v in found.items() if len(v) - v.count(None) >= self.fewest}

    @cached_property
    def signs(self) -> Mapping[str, Signs]:
        """Return the signals of each region, by code."""
        keys = [key for key, _ in self.signals]
        found = {}
        for level, limits in self.limits.items():
            pairs = zip(keys, limits, strict=True)
            columns = [_words(self.published, key, limit, level) for key, limit in pairs]
            areas = self.published.division.of(level)
            for area, words in zip(areas, zip(*columns, strict=True), strict=True):
                found[area.code] = Signs(words, keys, self.fewest)
        return found


def read_sought(dist: Path, published: Published) -> tuple[Sought, ...]:
    """Return the combinations of a site, in the order of its file; none without that file.

    Errors: BuildError for a file that cannot be understood.
    """
    if not (dist / PATH).is_file():
        return ()
    told = mapping(parsed((dist / PATH).read_bytes(), PATH), PATH)
    return tuple(_read(mapping(told.get("combinations"), PATH), published))


def _read(told: Mapping[str, object], published: Published) -> Iterator[Sought]:
    for key, entry in told.items():
        one = mapping(entry, PATH)
        texts = [one.get("title"), one.get("meaning")]
        fewest, some = one.get("fewest"), one.get("signals")
        listed = some if isinstance(some, list) else []
        signals = [mapping(each, PATH) for each in listed]
        known = all(each.get("indicator") in published.series for each in signals)
        known &= all(_plain(each.get("at_least")) for each in signals)
        known &= type(fewest) is int and all(isinstance(text, str) for text in texts)
        if not known or not signals or not _KEY.fullmatch(key) or not isinstance(fewest, int):
            raise BuildError(Problem(f"{key} is no combination of signals.", PATH, _TODO))
        pairs = [(str(each["indicator"]), _float(each["at_least"])) for each in signals]
        yield Sought(key, str(texts[0]), str(texts[1]), fewest, pairs, published)


def _plain(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _newest(series: PublishedSeries, rows: slice) -> int | None:
    """Return the column of the newest year in which a level has a figure."""
    shown = (series.compared.states[rows] == State.SHOWN).any(axis=0)
    return int(np.flatnonzero(shown)[-1]) if shown.any() else None


def _limit(published: Published, key: str, least: float | None, level: Level) -> Limit | None:
    """Return where a signal begins: as chosen, or where the highest fifth of the level does."""
    series, rows = published.series[key], published.division.rows(level)
    column = _newest(series, rows)
    if column is None:
        return None
    shown = series.compared.states[rows, column] == State.SHOWN
    ordered = sorted(series.compared.values[rows, column][shown].tolist())
    if least is None:
        at = -(-(_FIFTHS - 1) * len(ordered) // _FIFTHS)
        if len(ordered) < _FIFTHS or ordered[at] <= ordered[0]:
            return None
        least = ordered[at]
    reached = sum(value >= least for value in ordered)
    return Limit(series.compared.years[column], least, reached, len(ordered))


def _words(published: Published, key: str, limit: Limit | None, level: Level) -> Sequence[str]:
    rows = published.division.rows(level)
    if limit is None:
        return [NOTHING] * (rows.stop - rows.start)
    grid = published.series[key].compared
    column = grid.years.index(limit.year)
    pairs = zip(grid.states[rows, column].tolist(), grid.values[rows, column].tolist(), strict=True)
    return [_word(state, value, limit.value) for state, value in pairs]


def _word(state: int, value: float, least: float) -> str:
    if state == State.SHOWN:
        return YES if value >= least else NO
    return HIDDEN if state == State.WITHHELD else NONE
