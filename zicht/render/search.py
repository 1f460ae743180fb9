"""The pages about zoekgebieden in the whole country: all combinations, and one in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zicht.model.address import search_folder
from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.page import Page
from zicht.model.search import SEARCHED, Edge, Found, Search
from zicht.model.theme import Indicator
from zicht.render.country import sort_name
from zicht.render.meeting import founds_of, said_of
from zicht.render.view import LEVEL_WORDS, link

SEARCH_JSON = "data/zoekgebieden.json"


@dataclass(frozen=True, slots=True)
class Limit:
    """A signal and from which figure on it counts, by level; None where it does not."""

    indicator: Indicator
    chosen: bool
    edges: tuple[Edge | None, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many regions there are, how many are a zoekgebied, and of how many nobody can say."""

    regions: int
    enough: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Row:
    """A gemeente with a tally for each level."""

    area: Area
    href: str | None
    tallies: tuple[Tally, ...]


def search_pages(atlas: Atlas) -> Iterator[Page]:
    """Yield the page of all combinations, and one of each."""
    yield _all_page(atlas)
    yield from (_page(atlas, each) for each in atlas.search.values())


def _all_page(atlas: Atlas) -> Page:
    """Return the page of all combinations, with how many zoekgebieden there are of each."""
    parts = [
        (each.combination, search_folder(each.combination.key), _country(atlas, each))
        for each in atlas.search.values()
    ]
    return Page(search_folder(), "zoekgebieden.html", "Zoekgebieden", {"parts": parts})


def _page(atlas: Atlas, search: Search) -> Page:
    """Return the page of one combination: its signals and their limits, every gemeente."""
    combination = search.combination
    folder = search_folder(combination.key)
    told = {
        "combination": combination,
        "said": _country(atlas, search),
        "levels": [LEVEL_WORDS[level] for level in search.levels],
        "lacking": [LEVEL_WORDS[level] for level in SEARCHED if level not in search.levels],
        "limits": _limits(search),
        "gemeenten": [
            _row(atlas, search, area, base=folder)
            for area in sorted(atlas.division.of(Level.GEMEENTE), key=sort_name)
        ],
        "csv": search_csv_path(combination.key),
        "json": SEARCH_JSON,
    }
    return Page(folder, "zoekgebied.html", combination.title, told)


def search_csv_path(key: str) -> str:
    """Return where the table of a combination stands: data/zoekgebied/witwassen.csv."""
    return f"data/{search_folder(key).rstrip('/')}.csv"


def _country(atlas: Atlas, search: Search) -> tuple[str, ...]:
    return tuple(
        sentence
        for level in search.levels
        for sentence in said_of(founds_of(atlas, search, atlas.division.of(level), level), level)
    )


def _limits(search: Search) -> tuple[Limit, ...]:
    signals = zip(search.combination.signals, search.indicators, strict=True)
    return tuple(
        Limit(
            indicator,
            signal.at_least is not None,
            tuple(told.edges[at] for told in search.levels.values()),
        )
        for at, (signal, indicator) in enumerate(signals)
    )


def _row(atlas: Atlas, search: Search, area: Area, *, base: str) -> Row:
    wijken = atlas.division.children(area.code)
    buurten = [buurt for wijk in wijken for buurt in atlas.division.children(wijk.code)]
    inside: dict[Level, Sequence[Area]] = {Level.WIJK: wijken, Level.BUURT: buurten}
    tallies = (_tally(founds_of(atlas, search, inside[level], level)) for level in search.levels)
    return Row(area, link(area, base=base), tuple(tallies))


def _tally(founds: Sequence[Found]) -> Tally:
    enough, unsure = (found.enough for found in founds), (found.unsure for found in founds)
    return Tally(len(founds), sum(enough), sum(unsure))
