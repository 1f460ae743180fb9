"""What the field to search knows: every name of the site in one small file."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from zicht.model.area import Area, Division, Level
from zicht.model.atlas import Atlas
from zicht.model.page import OutputFile
from zicht.model.prose import Prose
from zicht.model.search import Combination
from zicht.model.theme import Flow, Indicator
from zicht.render.about import about

PATH = "data/zoekindex.json"
SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
"""Two of them name a repeated name: the first tells the row of 92 names, the second which one."""
OWN = " "
"""Stands for the next name that only one wijk or buurt has."""


def gazetteer_json(
    atlas: Atlas, pages: Iterable[Prose], *, aliases: Mapping[str, Sequence[str]]
) -> OutputFile:
    """Return every name that a reader may look for, and its code: data/zoekindex.json.

    A browser fetches it whole, so nothing stands in it that follows from the rest: addresses
    are made of code and name, codes count up, and a name of many buurten is written once.

    Shape:  provincies, gemeenten  digits of the code and the name; for a gemeente the place of
                                   its provincie in the list, -1 without
            repeated, own          names of wijken and buurten: those that occur more than once,
                                   in alphabetic order, and the others in the order of use
            wijken, buurten        a text for each gemeente and for each wijk (for each gemeente
                                   where there are no wijken): for each region in it `OWN` or
                                   two of `SIGNS`, the place of its name in `repeated`
            codes                  by digits of a region: the ends of the codes inside it, where
                                   they do not count up from 00; whole codes where they begin
                                   otherwise
            postcodes              for each gemeente its lowest, and ranges counted from that:
                                   those of the gemeente; those of each wijk ("0-2 5;;3-4")
            former                 gemeenten that ended: digits, name ("" where nobody told it),
                                   and the digits of those that they are part of now
            aliases                code of a region and another name of it
            themes                 key, title, and key and title of each indicator and flow
            branches, combinations, pages   code, key or folder, and the title
    Errors: none.
    """
    gemeenten = atlas.division.of(Level.GEMEENTE)
    told = {
        **about(atlas.delivery),
        **_regions(atlas.division),
        "postcodes": [_dealt(one, atlas) for one in gemeenten] if atlas.postcodes else [],
        "former": [*_former(atlas.division)],
        "aliases": [
            [code, name]
            for code, names in aliases.items()
            if code in atlas.division
            for name in names
        ],
        "themes": [
            [theme.key, theme.title, _titled((*theme.indicators, *theme.flows))]
            for theme in atlas.themes
        ],
        "branches": [[one.code, one.title] for one in atlas.branches.values()],
        "combinations": _titled(search.combination for search in atlas.search.values()),
        "pages": [[page.folder, page.title] for page in pages if page.group],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(PATH, text.encode())


def _titled(some: Iterable[Indicator | Flow | Combination]) -> list[list[str]]:
    return [[one.key, one.title] for one in some]


def _regions(division: Division) -> dict[str, object]:
    """Return the part of the index about regions as they are now."""
    provincies = {area.code: at for at, area in enumerate(division.of(Level.PROVINCIE))}
    gemeenten = division.of(Level.GEMEENTE)
    wijken = [_inside(area, Level.WIJK, division) for area in gemeenten]
    around = [area for some in wijken for area in some] or gemeenten
    buurten = [_inside(area, Level.BUURT, division) for area in around]
    names = [area.name for some in (*wijken, *buurten) for area in some]
    count = Counter(names)
    repeated = sorted(name for name in count if count[name] > 1)[: len(SIGNS) ** 2]
    places = {name: at for at, name in enumerate(repeated)}
    return {
        "provincies": [[code[2:], division[code].name] for code in provincies],
        "gemeenten": [
            [area.code[2:], area.name, provincies.get(area.parent or "", -1)] for area in gemeenten
        ],
        "repeated": repeated,
        "own": [name for name in names if name not in places],
        "wijken": _signs(wijken, places),
        "buurten": _signs(buurten, places),
        "codes": dict(_codes(gemeenten, wijken)) | dict(_codes(around, buurten)),
    }


def _inside(area: Area, level: Level, division: Division) -> tuple[Area, ...]:
    return tuple(one for one in division.children(area.code) if one.level is level)


def _signs(groups: Sequence[Sequence[Area]], places: Mapping[str, int]) -> list[str]:
    """Return a text for each group of regions; none where no group has any."""
    if not any(groups):
        return []
    return ["".join(_sign(places.get(area.name)) for area in some) for some in groups]


def _sign(place: int | None) -> str:
    return OWN if place is None else SIGNS[place // len(SIGNS)] + SIGNS[place % len(SIGNS)]


def _codes(
    around: Sequence[Area], groups: Sequence[Sequence[Area]]
) -> Iterator[tuple[str, list[str]]]:
    """Yield the ends of codes inside a region, where they do not count up from 00."""
    for area, some in zip(around, groups, strict=True):
        start = area.code[2:]
        ends = [one.code[2:].removeprefix(start) for one in some]
        told = [
            end if one.code[2:] == f"{start}{end}" else one.code
            for one, end in zip(some, ends, strict=True)
        ]
        if told != [f"{at:0{len(end)}}" for at, end in enumerate(ends)]:
            yield start, told


def _dealt(gemeente: Area, atlas: Atlas) -> tuple[int, str]:
    """Return the lowest postcode in a gemeente, and those of itself and of each of its wijken."""
    regions = (gemeente, *_inside(gemeente, Level.WIJK, atlas.division))
    found = [atlas.postcodes.get(area.code, ()) for area in regions]
    lowest = min((number for some in found for number in some), default=0)
    parts = [_ranges([number - lowest for number in some]) for some in found]
    return lowest, ";".join(parts).rstrip(";")


def _ranges(numbers: Sequence[int]) -> str:
    """Return numbers in few signs: "0-8 10"."""
    groups = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    runs = [[number for _, number in group] for _, group in groups]
    return " ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def _former(division: Division) -> Iterator[list[object]]:
    """Yield the gemeenten that ended: digits, name, and the digits of what came of them."""
    names = dict(division.former)
    for code, successors in division.successors.items():
        now = [new[2:] for new in successors if division[new].level is Level.GEMEENTE]
        if now and Level.of(code) is Level.GEMEENTE:
            yield [code[2:], names.get(code, ""), now]
