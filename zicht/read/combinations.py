"""Combinations of signals, as the release manager asks for them in `zoekgebieden.toml`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import numpy as np
from pydantic import Field

from zicht.model.area import Division
from zicht.model.errors import Problem
from zicht.model.figure import State
from zicht.model.raw import RawFigures
from zicht.model.search import SEARCHED, Combination, Signal
from zicht.model.theme import Indicator, Theme
from zicht.read.entries import Key, Text
from zicht.read.findings import Finding
from zicht.read.toml import Entry, line_of, read_toml

FILE = "zoekgebieden.toml"
_TOLD = (State.SHOWN, State.WITHHELD)
Figure = Annotated[float, Field(allow_inf_nan=False)]


class CombinationEntry(Entry):
    """One combination; a signal counts from the national top fifth, or from its `at_least`."""

    key: Key
    title: Text
    meaning: Text
    indicators: Annotated[list[Key], Field(min_length=2)]
    fewest: Annotated[int, Field(ge=2)]
    at_least: dict[Key, Figure] = Field(default_factory=dict)

    def as_combination(self) -> Combination:
        """Return it as the model says it."""
        signals = (Signal(key, self.at_least.get(key)) for key in self.indicators)
        return Combination(self.key, self.title, self.meaning, tuple(signals), self.fewest)


class CombinationsEntry(Entry):
    """The file `zoekgebieden.toml`."""

    combination: Annotated[list[CombinationEntry], Field(min_length=1)]


def read_combinations(
    data: Path, themes: Iterable[Theme], figures: RawFigures, *, division: Division
) -> Finding[tuple[Combination, ...]]:
    """Return the combinations of a delivery, in the order of the file; none without a file.

    Errors: Problems for each fault in the file: a key or title that occurs twice, an indicator
            that no theme has, that is named twice or that gets no place among regions, more
            signals asked than there are. A signal without figures of wijken or buurten is a
            doubt.
    """
    path = data / FILE
    if not path.is_file():
        return ()
    entry = yield from read_toml(path, CombinationsEntry)
    if entry is None:
        return ()
    text = path.read_text(encoding="utf-8-sig")
    known = {one.key: one for theme in themes for one in theme.indicators}
    yield from _twice(entry.combination, path)
    for nth, one in enumerate(entry.combination):
        place = f"{path}, line {line_of(text, ('combination', nth))}, combination {one.key}"
        yield from _wrong(one, known, place=place)
        yield from _empty(one, figures, division, place=place)
    return tuple(one.as_combination() for one in entry.combination)


def _twice(entries: Iterable[CombinationEntry], path: Path) -> Iterator[Problem]:
    entries = tuple(entries)
    for field in ("key", "title"):
        for value, count in Counter(getattr(one, field) for one in entries).items():
            if count > 1:
                yield Problem(
                    what=f'The {field} "{value}" occurs {count} times.',
                    where=f"{path}, key {field}",
                    todo="Give each combination its own.",
                )


def _wrong(
    entry: CombinationEntry, known: Mapping[str, Indicator], *, place: str
) -> Iterator[Problem]:
    for key, count in Counter(entry.indicators).items():
        if key not in known:
            yield Problem(
                what=f'No theme has an indicator "{key}".',
                where=f"{place}, key indicators",
                todo=f"Choose from {', '.join(sorted(known)) or 'none yet'}.",
            )
        elif not known[key].placed:
            yield Problem(
                what=f'"{key}" gets no place among regions, so that it cannot be a signal.',
                where=f"{place}, key indicators",
                todo="Give it a rate in a theme that is ranked, or leave it out.",
            )
        if count > 1:
            yield Problem(
                what=f'"{key}" is named {count} times.',
                where=f"{place}, key indicators",
                todo="Name each signal once.",
            )
    if entry.fewest > len(entry.indicators):
        yield Problem(
            what=f"{entry.fewest} signals must meet, of {len(entry.indicators)}.",
            where=f"{place}, key fewest",
            todo="Ask for no more signals than there are.",
        )
    if strange := sorted(entry.at_least.keys() - set(entry.indicators)):
        yield Problem(
            what=f"A threshold is given for {', '.join(strange)}, which is no signal here.",
            where=f"{place}, key at_least",
            todo="Name it in indicators as well, or leave it out.",
        )


def _empty(
    entry: CombinationEntry, figures: RawFigures, division: Division, *, place: str
) -> Iterator[Problem]:
    rows = [division.rows(level) for level in SEARCHED]
    for key in dict.fromkeys(entry.indicators):
        raw = figures.series.get(key)
        if raw is not None and not any(np.isin(raw.states[some], _TOLD).any() for some in rows):
            yield Problem(
                what=f'"{key}" has no figure of any wijk or buurt: it is no signal there.',
                where=f"{place}, key indicators",
                todo="Deliver figures of wijken or buurten, or leave it out.",
                blocks=False,
            )
