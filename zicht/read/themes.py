"""The themes: which figures are shown, in what words. One TOML file a theme."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from zicht.model.errors import Problem
from zicht.model.theme import Series, Theme
from zicht.read.contradictions import contradictions
from zicht.read.entries import SeriesEntry
from zicht.read.findings import Finding
from zicht.read.identities import wrong_identity
from zicht.read.indicators import FlowEntry, IndicatorEntry, ThemeEntry
from zicht.read.prose import read_text, strays
from zicht.read.toml import line_of, read_toml


@dataclass(frozen=True, slots=True)
class Themes:
    """All themes by their order, and all their series by key.

    `series` has the categories and the contributors of indicators as well, `stated` only the
    series with an entry of their own; `origin` says where each stands.
    """

    all: tuple[Theme, ...]
    series: Mapping[str, Series]
    stated: Mapping[str, Series]
    origin: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    text: str
    entry: ThemeEntry
    theme: Theme

    def place(self, *steps: str | int) -> str:
        return f"{self.path}, line {line_of(self.text, steps)}"

    def entries(self) -> Iterator[tuple[SeriesEntry, str]]:
        """Yield every indicator and context as it stands there, and where."""
        for nth, indicator in enumerate(self.entry.indicator):
            yield indicator, self.place("indicator", nth)
        for nth, context in enumerate(self.entry.context):
            yield context, self.place("context", nth)

    def flows(self) -> Iterator[tuple[FlowEntry, str]]:
        """Yield every flow as it stands there, and where."""
        for nth, flow in enumerate(self.entry.flow):
            yield flow, self.place("flow", nth)

    def inner(self) -> Iterator[tuple[Series, str]]:
        """Yield the categories and the contributors of indicators, and where they stand."""
        for nth, indicator in enumerate(self.theme.indicators):
            for which, breakdown in enumerate(indicator.breakdowns):
                place = self.place("indicator", nth, "breakdown", which)
                everyone = () if breakdown.everyone is None else breakdown.everyone.parts
                for part in (*breakdown.parts, *everyone):
                    yield part, f'{place}, part "{part.title}"'
            who = indicator.concentration
            if who is not None:
                place = f"{self.place('indicator', nth, 'concentration')}, concentration"
                yield from ((one, place) for one in (who.contributors, who.largest, who.second))


def read_themes(folder: Path) -> Finding[Themes]:
    """Return the themes in a folder, sorted by order and key.

    Errors: Problems for a folder that is absent or empty, for each fault in a file, for keys and
            titles that occur twice, for a rate of an unknown context, for a relation with what no
            theme has, for rules that contradict each other, for sums of indicators that are
            unknown or differ in kind, and for prose that cannot be read; doubts about prose that
            is absent or belongs to no theme.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        yield Problem(
            what="There are no themes.",
            where=f"{folder}/*.toml",
            todo="Add a file a theme, or name another folder with --themes.",
        )
    files = []
    for path in paths:
        entry = yield from read_toml(path, ThemeEntry)
        if entry is not None:
            text = path.read_text(encoding="utf-8-sig")
            theme = entry.as_theme()
            prose = yield from read_text(path, theme)
            files.append(_File(path, text, entry, replace(theme, prose=prose)))
    yield from strays(folder, paths)
    for file in files:
        for one, place in file.entries():
            yield from contradictions(one, place=place)
    for check in (_same_name, _same_key, _unknown_rates, _unknown_related, _wrong_identities):
        yield from check(files)
    own = [(one.as_series(), place) for file in files for one, place in file.entries()]
    pairs = [*own, *(pair for file in files for pair in file.inner())]
    return Themes(
        all=tuple(sorted((file.theme for file in files), key=lambda one: (one.order, one.key))),
        series={series.key: series for series, _ in pairs},
        stated={series.key: series for series, _ in own},
        origin={
            **{flow.key: place for file in files for flow, place in file.flows()},
            **{series.key: place for series, place in pairs},
        },
    )


def _same_name(files: Iterable[_File]) -> Iterator[Problem]:
    for field in ("key", "title"):
        seen: dict[str, Path] = {}
        for file in files:
            name = str(getattr(file.theme, field))
            first = seen.setdefault(name.casefold(), file.path)
            if first != file.path:
                yield Problem(
                    what=f'Two themes have the {field} "{name}".',
                    where=f"{first} and {file.path}, key {field}",
                    todo="Give one of them another name, or join the files.",
                )


def _same_key(files: Iterable[_File]) -> Iterator[Problem]:
    found: dict[str, list[tuple[SeriesEntry | FlowEntry, str]]] = defaultdict(list)
    for file in files:
        for one, place in file.entries():
            found[one.key].append((one, place))
        for flow, place in file.flows():
            found[flow.key].append((flow, place))
    for key, uses in found.items():
        known = [entry for entry, _ in uses]
        own = any(isinstance(entry, IndicatorEntry | FlowEntry) for entry in known)
        alike = {entry.as_series() for entry in known if isinstance(entry, SeriesEntry)}
        if len(uses) > 1 and (own or len(alike) > 1):
            yield Problem(
                what=f'The key "{key}" occurs {len(uses)} times for different things.',
                where="; ".join(place for _, place in uses),
                todo="Give each its own key; repeat a context only word for word.",
            )


def _unknown_rates(files: Iterable[_File]) -> Iterator[Problem]:
    context = {series.key for file in files for series in file.theme.context}
    counted = {one.key for file in files for one in file.theme.indicators if one.rate is None}
    for file in files:
        for nth, indicator in enumerate(file.theme.indicators):
            rate, known = indicator.rate, (context | counted) - {indicator.key}
            if rate is not None and rate.of not in known:
                yield Problem(
                    what=f'"{indicator.key}" is a rate of "{rate.of}", which is no context and no '
                    "count.",
                    where=f"{file.place('indicator', nth)}, key rate.of",
                    todo=f"Choose one of {', '.join(sorted(known)) or 'none yet'}, or add a "
                    "[[context]].",
                )


def _unknown_related(files: Iterable[_File]) -> Iterator[Problem]:
    known = {one.key for file in files for one in file.theme.indicators}
    known |= {one.key for file in files for one in file.theme.flows}
    for file in files:
        told: list[tuple[IndicatorEntry | FlowEntry, str]] = [*file.flows()]
        told += [(one, file.place("indicator", n)) for n, one in enumerate(file.entry.indicator)]
        for one, place in told:
            if strange := [key for key in one.related if key not in known]:
                yield Problem(
                    what=f'"{one.key}" is related to {", ".join(strange)}, which no theme has.',
                    where=f"{place}, key related",
                    todo="Name keys of indicators or flows, or leave them out.",
                )


def _wrong_identities(files: Iterable[_File]) -> Iterator[Problem]:
    known = {one.key: one.series for file in files for one in file.theme.indicators}
    for file in files:
        for nth, identity in enumerate(file.theme.identities):
            place = file.place("identity", nth)
            yield from wrong_identity(identity, known, place=place)
