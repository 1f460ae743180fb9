"""Spreadsheets: every cell and every part is what the published figures and words make of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from zicht.audit.container import members_of
from zicht.audit.dictionary import Words, read_dictionary
from zicht.audit.frame import MOST, NUMBER, WORD, Facts, Sheet, parts_of, stored, word
from zicht.audit.gemeente import inside
from zicht.audit.told import Key, Told
from zicht.model.area import Area, Division, Level
from zicht.model.disclosure import Disclosure
from zicht.model.figure import Grid, State

_WHAT = "The spreadsheet may tell more than the figures do."
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
_EMPTY = {
    State.WITHHELD: "niet getoond",
    State.IMPOSSIBLE: "kan niet voorkomen",
    State.MISSING: "niet geleverd",
    State.PENDING: "nog niet gepubliceerd",
}
_STATES = (
    ("niet getoond", "Geheim of te onbetrouwbaar om te tonen. Het cijfer bestaat wel."),
    ("kan niet voorkomen", "Er is niets om te tellen, dus er kan geen cijfer zijn."),
    ("niet geleverd", "De bron heeft voor dit gebied en dit jaar geen cijfer geleverd."),
    ("nog niet gepubliceerd", "Het cijfer volgt in een latere uitgave."),
    ("* achter een jaar", "De cijfers van dat jaar zijn voorlopig."),
)
_FIXED = (("Code", 13), ("Gebied", 30), ("Niveau", 12))
_SERIES = (("Onderwerp", 44), ("Eenheid", 26), ("Voorlopig", 11))
_YEAR = 12
_PROSE = (
    ("Onderwerp", "title"),
    ("Betekenis", "meaning"),
    ("Definitie", "definition"),
    ("Cijfers", "unit"),
    ("Aantallen", "counted"),
    ("Peildatum", "reference"),
    ("Bron", "source"),
    ("Eigenaar", "owner"),
    ("Let op", "caveat"),
)


def spreadsheet_disclosures(
    dist: Path, series: Mapping[Key, Told], division: Division
) -> Iterator[Disclosure]:
    """Yield where a spreadsheet holds anything but the canonical cells and known words.

    Its words are those of the data dictionary.
    Errors: BuildError for a dictionary that is no JSON.
    """
    dictionary = read_dictionary(dist)
    if not dictionary:
        return
    made = _Maker(dictionary, series, division)
    for key in made.indicators:
        yield from _compared(dist, f"data/indicator/{key}.xlsx", made.of_indicator(key))
    for area in division.of(Level.GEMEENTE):
        path = f"data/gemeente/{area.code.lower()}.xlsx"
        if (dist / path).is_file():
            yield from _compared(dist, path, made.of_gemeente(area))


def _compared(dist: Path, path: str, right: Mapping[str, bytes]) -> Iterator[Disclosure]:
    if not (dist / path).is_file():
        return
    try:
        told = members_of((dist / path).read_bytes())
    except ValueError:
        yield Disclosure(_WHAT, path, "somewhere", "Bytes in it belong to no part.")
        return
    if list(told) != list(right):
        yield Disclosure(_WHAT, path, "its parts", "They are not those that are known.")
    for name in told.keys() & right.keys():
        if told[name] != right[name]:
            rows = zip_longest(told[name].split(b"<row "), right[name].split(b"<row "))
            odd = next((n for n, (one, other) in enumerate(rows) if one != other), 0)
            how = "It is not what the figures and words elsewhere make of it."
            yield Disclosure(_WHAT, path, f"{name}, row {odd}", how)


class _Maker:
    """Makes spreadsheets anew from what the other files tell."""

    def __init__(self, told: Words, series: Mapping[Key, Told], division: Division) -> None:
        self._told, self._series, self._division = told, series, division
        said = told.get("indicators")
        named = said if isinstance(said, dict) else {}
        self.indicators: dict[str, Words] = {
            str(key): one
            for key, one in named.items()
            if isinstance(one, dict) and (str(key), "", "") in series
        }
        every = {year for key in self.indicators for year in self._whole(key).values.years}
        self._years = sorted(every)

    def of_indicator(self, key: str) -> Mapping[str, bytes]:
        """Return the parts of the spreadsheet of an indicator."""
        said, whole = self.indicators[key], self._whole(key)
        grid = whole.values
        years = [
            f"{y}{'*' if e else ''}" for y, e in zip(grid.years, grid.provisional, strict=True)
        ]
        columns = (*_FIXED, *((year, _YEAR) for year in years))
        rows = [row for row in range(len(self._division.areas)) if _delivered(whole, row)]
        sheets = []
        for name, cells in self._sheets(key):
            told = [[*_named(self._division.areas[row]), *cells[row]] for row in rows]
            sheets.append(_sheet(name, columns, len(_FIXED), told))
        breaks = said.get("breaks")
        broken = breaks.items() if isinstance(breaks, dict) else ()
        words = [(name, self._word(key, field)) for name, field in _PROSE]
        told_words = [(name, text) for name, text in words if text]
        told_words += [(f"Breuk in {year}", str(why)) for year, why in broken]
        title = str(said.get("title"))
        return parts_of(self._facts(title), sheets, [*told_words, *_STATES, *self._release(title)])

    def of_gemeente(self, area: Area) -> Mapping[str, bytes]:
        """Return the parts of the spreadsheet of a gemeente."""
        columns = (*_FIXED, *_SERIES, *((str(year), _YEAR) for year in self._years))
        rows: dict[str, list[list[str]]] = {"Cijfers": [], "Aantallen": []}
        for one in inside(area.code, self._division):
            row = self._division.row[one.code]
            for key in self.indicators:
                if _delivered(self._whole(key), row):
                    for name, cells in self._lines(key, row):
                        rows[name].append([*_named(one), *cells])
        sheets = [_sheet(name, columns, len(_FIXED) + 1, told) for name, told in rows.items()]
        contents = [(str(o.get("title")), str(o.get("meaning"))) for o in self.indicators.values()]
        told = [*contents, *_STATES, *self._release(area.name)]
        return parts_of(self._facts(area.name), sheets, told)

    def _lines(self, key: str, row: int) -> Iterator[tuple[str, list[str]]]:
        """Yield the cells of an indicator in the sheets of a gemeente."""
        said, grid = self.indicators[key], self._whole(key).values
        early = [str(y) for y, e in zip(grid.years, grid.provisional, strict=True) if e]
        lacking = word(_EMPTY[State.MISSING], WORD)
        for name, grid_, decimals in self._grids(key):
            unit = said.get("unit" if name == "Cijfers" else "counted")
            words = [word(str(text)) for text in (said.get("title"), unit, ", ".join(early))]
            own = dict(zip(grid.years, _cells(grid_, row, decimals), strict=True))
            yield name, [*words, *(own.get(year, lacking) for year in self._years)]

    def _sheets(self, key: str) -> Iterator[tuple[str, Mapping[int, list[str]]]]:
        for name, grid, decimals in self._grids(key):
            yield name, {n: _cells(grid, n, decimals) for n in range(len(self._division.areas))}

    def _grids(self, key: str) -> Iterator[tuple[str, Grid, int]]:
        whole, decimals = self._whole(key), self.indicators[key].get("decimals")
        yield "Cijfers", whole.values, decimals if isinstance(decimals, int) else 0
        if whole.counts is not None:
            yield "Aantallen", whole.counts, 0

    def _whole(self, key: str) -> Told:
        return self._series[key, "", ""]

    def _word(self, key: str, field: str) -> str:
        """Return what is said of an indicator; what is counted only where counts are apart."""
        if field == "counted" and self._whole(key).counts is None:
            return ""
        return str(self.indicators[key].get(field) or "")

    def _facts(self, title: str) -> Facts:
        author, notice = str(self._told.get("title")), str(self._told.get("notice") or "")
        return Facts(title, author, notice, datetime.fromisoformat(str(self._told.get("release"))))

    def _release(self, title: str) -> Iterator[tuple[str, str]]:
        date = day_of(self._told)
        if self._told.get("notice") is not None:
            yield "Verzonnen cijfers", str(self._told["notice"])
        yield "Uitgave", date
        yield "Bron van de uitgave", str(self._told.get("source"))
        yield "Licentie", str(self._told.get("licence"))
        yield "Bronvermelding", f"{self._told.get('title')}, {title}, uitgave van {date}"


def day_of(told: Words) -> str:
    """Return the day of the release in Dutch: "1 november 2024"."""
    year, month, day = str(told.get("release")).split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def _sheet(
    name: str, columns: Sequence[tuple[str, int]], fixed: int, told: Sequence[Sequence[str]]
) -> Sheet:
    rows = [stored(number, cells) for number, cells in enumerate(told, start=2)]
    return Sheet(name, [head for head, _ in columns], [wide for _, wide in columns], fixed, rows)


def _named(area: Area) -> list[str]:
    return [word(area.code), word(area.name), word(area.level.name.lower())]


def _delivered(told: Told, row: int) -> bool:
    grids = [grid for grid in (told.values, told.counts) if grid is not None]
    return any((grid.states[row] != State.MISSING).any() for grid in grids)


def _cells(grid: Grid, row: int, decimals: int) -> list[str]:
    look = NUMBER + min(decimals, MOST)
    return [
        word(_EMPTY[State(state)], WORD)
        if state
        else f' s="{look}"><v>{value if decimals else int(value)}</v>'
        for value, state in zip(grid.values[row].tolist(), grid.states[row].tolist(), strict=True)
    ]
