"""Where signals meet inside a gemeente or a wijk: the sentences, the map and the lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zicht.model.address import search_folder
from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Item, Map
from zicht.model.search import Combination, Found, Search
from zicht.render import signals
from zicht.render.view import link


@dataclass(frozen=True, slots=True)
class Line:
    """A region where enough signals meet; `wijk` is the one around a buurt."""

    area: Area
    href: str | None
    found: Found
    wijk: Area | None = None

    @property
    def met(self) -> str:
        """Return the signals that meet, in words."""
        return signals.names(self.found.met)

    @property
    def hidden(self) -> str:
        """Return the signals that nobody can see, in words."""
        return signals.hidden(self.found)


@dataclass(frozen=True, slots=True)
class Within:
    """The regions of one level: what is said of all together, and those where enough meet."""

    said: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One combination on the page of a gemeente or a wijk.

    `here` is what is said of the wijk itself, empty for a gemeente.
    """

    combination: Combination
    folder: str
    here: tuple[str, ...]
    wijken: Within | None
    buurten: Within | None
    map: Map | None
    legend: tuple[str, ...]


def meetings_of(atlas: Atlas, code: str, *, base: str) -> tuple[Meeting, ...]:
    """Return every combination as it is told of a gemeente; none without wijken or buurten."""
    wijken = atlas.division.children(code)
    buurten = [buurt for wijk in wijken for buurt in atlas.division.children(wijk.code)]
    made = (_of_gemeente(atlas, each, wijken, buurten, base=base) for each in atlas.search.values())
    return tuple(each for each in made if each.wijken is not None or each.buurten is not None)


def _of_gemeente(
    atlas: Atlas, search: Search, wijken: Sequence[Area], buurten: Sequence[Area], *, base: str
) -> Meeting:
    combination, founds = search.combination, founds_of(atlas, search, wijken, Level.WIJK)
    items = [
        (Item(area.code, area.name, signals.NONE, href=link(area, base=base)), found)
        for area, found in zip(wijken, founds, strict=False)
    ]
    key, level = combination.key, Level.WIJK
    drawn = signals.signals_map(items, key=key, shapes=atlas.shapes, level=level)
    return Meeting(
        combination,
        search_folder(key),
        (),
        _within(atlas, search, wijken, Level.WIJK, base=base),
        _within(atlas, search, buurten, Level.BUURT, base=base),
        drawn,
        signals.legend(founds[0]) if drawn else (),
    )


def meetings_in(atlas: Atlas, code: str, *, base: str) -> tuple[Meeting, ...]:
    """Return every combination as it is told of a wijk; none where it is no matter of wijken."""
    return tuple(_of_wijk(atlas, each, code, base=base) for each in atlas.search.values())


def _of_wijk(atlas: Atlas, search: Search, code: str, *, base: str) -> Meeting:
    said: tuple[str, ...] = ()
    for found in founds_of(atlas, search, [atlas.division[code]], Level.WIJK):
        more = signals.hidden(found)
        told = (signals.here(found), more[:1].upper() + more[1:], signals.verdict(found))
        said = tuple(f"{sentence}." for sentence in told if sentence)
    buurten = _within(atlas, search, atlas.division.children(code), Level.BUURT, base=base)
    folder = search_folder(search.combination.key)
    return Meeting(search.combination, folder, said, None, buurten, None, ())


def founds_of(
    atlas: Atlas, search: Search, areas: Sequence[Area], level: Level
) -> tuple[Found, ...]:
    """Return the signals of regions of one level; none where the level has too few signals."""
    if level not in search.levels:
        return ()
    return tuple(search.found(atlas.division.row[area.code], level) for area in areas)


def said_of(founds: Sequence[Found], level: Level) -> tuple[str, ...]:
    """Return the sentences about regions together: how many are a zoekgebied, how many unsure."""
    if not founds:
        return ()
    told = (signals.counted(founds, level=level), signals.unsure(founds, level=level))
    return tuple(f"{sentence}." for sentence in told if sentence)


def _within(
    atlas: Atlas, search: Search, areas: Sequence[Area], level: Level, *, base: str
) -> Within | None:
    """Return the regions of one level; None where nothing is known of any."""
    founds = founds_of(atlas, search, areas, level)
    if not founds:
        return None
    lines = sorted(_lines(atlas, areas, founds, base=base), key=_order)
    return Within(said_of(founds, level), tuple(lines))


def _lines(
    atlas: Atlas, areas: Sequence[Area], founds: Sequence[Found], *, base: str
) -> Iterator[Line]:
    for area, found in zip(areas, founds, strict=True):
        if found.enough:
            around = atlas.division.parents(area.code)[-1]
            wijk = around if area.level is Level.BUURT else None
            yield Line(area, link(area, base=base), found, wijk)


def _order(line: Line) -> tuple[int, str, str]:
    """Return the place of a region: most signals first, then by name."""
    return -len(line.found.met), line.area.name, line.area.code
