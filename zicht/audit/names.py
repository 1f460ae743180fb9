"""The names of regions in data/zoekindex.json, read as a browser reads them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from zicht.audit.exact import mapping
from zicht.model.area import NEDERLAND, Area, Division, Level
from zicht.model.errors import BuildError, Problem

PATH = "data/zoekindex.json"
REGIONS = ("provincies", "gemeenten", "repeated", "own", "wijken", "buurten", "codes")
_SIGNS = "".join(map(chr, range(33, 127))).replace('"', "").replace("\\", "")
_TODO = "Build the site again, with a builder of this version."
_SHORT, _LONG = 2, 4
"""How many signs a code adds to that of the region around: a buurt to a gemeente has the most."""


def name_faults(told: Mapping[str, object], division: Division) -> Iterator[tuple[str, str]]:
    """Yield where the index names other regions than there are, or in another order or way.

    Nothing may be chosen in how it is written: which names stand in the list of those that occur
    more than once, and of which regions the codes are listed.
    Errors: BuildError for an index that cannot be read.
    """
    index = _Index(told)
    found = list(index.areas())
    for mine, right in zip_longest(found, _ordered(division)):
        if mine != right:
            place = "its end" if mine is None else mine.code
            yield f"regions, {place}", "It is not the region of the site that comes here."
            return
    inner = [area.name for area in found if area.level in {Level.WIJK, Level.BUURT}]
    count = Counter(inner)
    repeated = sorted(name for name in count if count[name] > 1)[: len(_SIGNS) ** 2]
    if repeated != index.repeated:
        yield "/repeated", "They are not the names that occur more than once, by alphabet."
    if [name for name in inner if name not in set(repeated)] != index.own:
        yield "/own", "They are not the names that occur once, in the order of their regions."
    for code, ends in index.codes.items():
        if code not in index.used or ends == [f"{n:0{len(end)}}" for n, end in enumerate(ends)]:
            yield f"/codes/{code}", "These codes need no list."


def _ordered(division: Division) -> Iterator[Area]:
    """Yield the regions as the index has them: each level by what is around, then by code."""
    gemeenten = division.of(Level.GEMEENTE)
    wijken = [one for area in gemeenten for one in _inside(area, Level.WIJK, division)]
    yield from division.of(Level.PROVINCIE)
    yield from gemeenten
    yield from wijken
    for area in wijken or gemeenten:
        yield from _inside(area, Level.BUURT, division)


def _inside(area: Area, level: Level, division: Division) -> Iterator[Area]:
    return (one for one in division.children(area.code) if one.level is level)


class _Index:
    """The index, read; `used` has the digits of the regions whose codes were looked up."""

    def __init__(self, told: Mapping[str, object]) -> None:
        self._told = told
        self.repeated, self.own = _texts(told["repeated"]), _texts(told["own"])
        self.codes = {k: _texts(ends) for k, ends in mapping(told["codes"], PATH).items()}
        self.used: set[str] = set()
        self._left = iter(self.own)

    def areas(self) -> Iterator[Area]:
        """Yield the regions in the order of the index."""
        provincies = [Area(f"PV{a}", b, NEDERLAND) for a, b in _rows(self._told["provincies"], 2)]
        gemeenten = [
            Area(f"GM{digits}", name, _around(provincies, at))
            for digits, name, at in _rows(self._told["gemeenten"], 3)
        ]
        wijken = list(self._level(gemeenten, "wijken", Level.WIJK, _SHORT))
        size = _SHORT if wijken else _LONG
        yield from (*provincies, *gemeenten, *wijken)
        yield from self._level(wijken or gemeenten, "buurten", Level.BUURT, size)

    def _level(self, around: Sequence[Area], key: str, level: Level, size: int) -> Iterator[Area]:
        told = _texts(self._told[key])
        if len(told) not in {0, len(around)}:
            raise BuildError(_problem(f"{key} has not a text for each region around."))
        for area, signs in zip(around, told, strict=False):
            digits, names = area.code[2:], list(self._names(signs))
            ends = self.codes.get(digits, [f"{n:0{size}}" for n in range(len(names))])
            self.used |= {digits} & self.codes.keys()
            if len(ends) != len(names):
                raise BuildError(_problem(f"{digits} has not a code for each name."))
            for end, name in zip(ends, names, strict=True):
                code = end if len(end) > _LONG else f"{level.value}{digits}{end}"
                yield Area(code, name, area.code)

    def _names(self, signs: str) -> Iterator[str]:
        each = iter(signs)
        for sign in each:
            if sign == " ":
                name = next(self._left, None)
            else:
                place = _SIGNS.find(sign) * len(_SIGNS) + _SIGNS.find(next(each, ""))
                name = self.repeated[place] if 0 <= place < len(self.repeated) else None
            if name is None:
                raise BuildError(_problem("A name is in no list."))
            yield name


def _around(provincies: Sequence[Area], at: str) -> str:
    if at == "-1":
        return NEDERLAND
    if not at.isdecimal() or int(at) >= len(provincies):
        raise BuildError(_problem("A gemeente lies in no provincie."))
    return provincies[int(at)].code


def _rows(told: object, size: int) -> list[tuple[str, ...]]:
    rows = told if isinstance(told, list) else [told]
    found = [tuple(map(str, row)) for row in rows if isinstance(row, list) and len(row) == size]
    if len(found) < len(rows):
        raise BuildError(_problem("It lacks a list of rows."))
    return found


def _texts(told: object) -> list[str]:
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        raise BuildError(_problem("It lacks a list of texts."))
    return told


def _problem(what: str) -> Problem:
    return Problem(what, PATH, _TODO)
