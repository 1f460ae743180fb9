"""The themes: which figures are shown, in what words. One TOML file a theme."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from zicht.model.errors import Problem
from zicht.model.theme import Counts, Indicator, Series, Theme
from zicht.read.entries import ThemeEntry
from zicht.read.findings import Finding
from zicht.read.toml import line_of, read_toml


@dataclass(frozen=True, slots=True)
class Themes:
    """All themes by their order; `series` are theirs by key, `origin` says where each stands."""

    all: tuple[Theme, ...]
    series: Mapping[str, Series]
    origin: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    text: str
    theme: Theme

    def place(self, kind: str, nth: int) -> str:
        return f"{self.path}, line {line_of(self.text, (kind, nth))}"

    def series(self) -> Iterator[tuple[Series, str]]:
        """Yield every series of the file and where it stands."""
        for nth, indicator in enumerate(self.theme.indicators):
            yield indicator.series, self.place("indicator", nth)
        for nth, series in enumerate(self.theme.context):
            yield series, self.place("context", nth)


def read_themes(folder: Path) -> Finding[Themes]:
    """Return the themes in a folder, sorted by order and key.

    Errors: Problems for a folder that is absent or empty, for each fault in a file, for keys and
            titles that occur twice, for a rate of an unknown context, and for a figure that the
            source computed without having protected it.
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
            files.append(_File(path, path.read_text(encoding="utf-8-sig"), entry.as_theme()))
    for check in (_same_name, _same_key, _unknown_rates, _unprotected):
        yield from check(files)
    pairs = [pair for file in files for pair in file.series()]
    return Themes(
        all=tuple(sorted((file.theme for file in files), key=lambda one: (one.order, one.key))),
        series={series.key: series for series, _ in pairs},
        origin={series.key: place for series, place in pairs},
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
    found: dict[str, list[tuple[Series, str, bool]]] = defaultdict(list)
    for file in files:
        indicators = {id(indicator.series) for indicator in file.theme.indicators}
        for series, place in file.series():
            found[series.key].append((series, place, id(series) in indicators))
    for key, uses in found.items():
        only_context = not any(is_indicator for _, _, is_indicator in uses)
        if len(uses) > 1 and not (only_context and len({series for series, _, _ in uses}) == 1):
            yield Problem(
                what=f'The key "{key}" occurs {len(uses)} times for different things.',
                where="; ".join(place for _, place, _ in uses),
                todo="Give each indicator its own key; repeat a context only word for word.",
            )


def _indicators(files: Iterable[_File]) -> Iterator[tuple[Indicator, str]]:
    for file in files:
        for nth, indicator in enumerate(file.theme.indicators):
            yield indicator, file.place("indicator", nth)


def _unknown_rates(files: list[_File]) -> Iterator[Problem]:
    known = sorted({series.key for file in files for series in file.theme.context})
    for indicator, place in _indicators(files):
        rate, counts = indicator.rate, indicator.series.counts
        if rate is not None and rate.of not in known:
            yield Problem(
                what=f'"{indicator.key}" is a rate of "{rate.of}", which is no context.',
                where=f"{place}, key rate.of",
                todo=f"Choose one of {', '.join(known) or 'none yet'}, or add a [[context]].",
            )
        if rate is not None and counts is Counts.COMPUTED:
            yield Problem(
                what=f'"{indicator.key}" is computed by the source and has a rate as well.',
                where=f"{place}, keys counts and rate",
                todo="Remove the rate, or read a count.",
            )


def _unprotected(files: Iterable[_File]) -> Iterator[Problem]:
    for file in files:
        for series, place in file.series():
            if series.counts is Counts.COMPUTED and not series.protected_by_source:
                yield Problem(
                    what=f'"{series.key}" is computed: our protection cannot judge its counts.',
                    where=f"{place}, keys counts and protected_by_source",
                    todo="Read the count itself, or say protected_by_source = true if it is.",
                )
