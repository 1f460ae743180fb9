"""What the data files of a site tell, in the form in which pages tell it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from zicht.audit.knots import SBI, Knot, branches_of, knots_of
from zicht.audit.page.found import telling
from zicht.audit.page.peers import read_likeness
from zicht.audit.search import Sought, read_sought
from zicht.model.area import Division, Level
from zicht.model.dutch import SPOKEN, SYMBOLS, number
from zicht.model.figure import Cell, Grid, State
from zicht.model.published import Published

_FIFTHS = 5
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an indicator; `parts` are the titles of its categories, by breakdown.

    `forms` and `heads` are the form and the title of each breakdown, `everyone` what a profile
    is held against. `counted` is the unit of the count, `trees` are the categories of hierarchies.
    """

    title: str
    theme: str
    unit: str
    decimals: int
    parts: Mapping[str, Mapping[str, str]]
    forms: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    everyone: Mapping[str, str] = field(default_factory=dict)
    counted: str = ""
    trees: Mapping[str, tuple[Knot, ...]] = field(default_factory=dict)

    def of_form(self, *forms: str) -> tuple[str, ...]:
        """Return the breakdowns of these forms, in the order of the theme."""
        return tuple(key for key, form in self.forms.items() if form in forms)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a region stands among those of its level with a figure; rank 1 is the highest."""

    fifth: int | None
    rank: int
    ties: int
    among: int


@dataclass(frozen=True)
class Facts:
    """Everything by which a number on a page can be explained.

    `fixed` are classes that no figures make, by key; `whole` is all of it, where these are only
    what is told of one branche; `people` has the inhabitants of gemeenten as their pages tell.
    """

    published: Published
    wording: Mapping[str, Wording]
    release: str
    peers: Mapping[str, Sequence[str]]
    sought: Sequence[Sought] = ()
    branches: Mapping[str, Knot] = field(default_factory=dict)
    fixed: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    whole: "Facts | None" = None
    people: Mapping[str, int] = field(default_factory=dict)
    _latest: dict[tuple[str, Level], int | None] = field(default_factory=dict)
    _sorted: dict[tuple[str, Level], list[float]] = field(default_factory=dict)
    _first: dict[str, int] = field(default_factory=dict)
    _named: dict[str, str] = field(default_factory=dict)

    @property
    def division(self) -> Division:
        """Return the regions."""
        return self.published.division

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the titles, units and categories of all indicators that count or compare."""
        texts = {text for each in self.wording.values() for text in (each.title, each.unit)}
        for each in self.wording.values():
            texts |= {part for parts in each.parts.values() for part in parts.values()}
        return frozenset(text for text in texts if telling(text))

    def key_in(self, name: str) -> str:
        """Return the indicator that the name of a section or chart holds; empty if it is none."""
        if name not in self._named:
            whole = next((k for k in (name, name.partition("-")[2]) if k in self.wording), "")
            ends = (key for key in self.wording if name.endswith(f"-{key}"))
            self._named[name] = whole or max(ends, key=len, default="")
        return self._named[name]

    def cell(self, key: str, code: str, year: int) -> Cell:
        """Return the compared figure of a region."""
        return self.published.series[key].compared.cell(self.division.row[code], year)

    def count(self, key: str, code: str, year: int) -> Cell:
        """Return the count behind it; the figure itself where that is a count."""
        series = self.published.series[key]
        grid = series.compared if series.counts is None else series.counts
        return grid.cell(self.division.row[code], year)

    def part(self, key: str, breakdown: str, part: str, *, code: str, year: int) -> Cell:
        """Return the count of a category."""
        grid = self.published.series[key].parts[breakdown][part]
        return grid.cell(self.division.row[code], year)

    def similar(self, key: str, code: str, year: int) -> Cell:
        """Return the median of the shown figures of similar gemeenten, as rounded on a page."""
        near = (self.cell(key, other, year) for other in self.peers.get(code, ()))
        values = [cell.value for cell in near if cell.value is not None]
        if not values:
            return Cell(State.MISSING)
        # Rounded as the figures are: numpy's rounding and Python's differ on some halves.
        median = np.round(np.median(np.array(values)), self.wording[key].decimals)
        return Cell(State.SHOWN, float(median))

    def years(self, key: str) -> tuple[int, ...]:
        """Return the years from the first of which anything is known of any region."""
        grid = self.published.series[key].compared
        if key not in self._first:
            known = np.flatnonzero((grid.states != State.MISSING).any(axis=0))
            self._first[key] = int(known[0]) if known.size else 0
        return grid.years[self._first[key] :]

    def latest(self, key: str, level: Level) -> int | None:
        """Return the newest year in which the level has a figure."""
        if (key, level) not in self._latest:
            grid: Grid = self.published.series[key].compared
            shown = (grid.states[self.division.rows(level)] == State.SHOWN).any(axis=0)
            year = grid.years[int(np.flatnonzero(shown)[-1])] if shown.any() else None
            self._latest[key, level] = year
        return self._latest[key, level]

    def _ordered(self, key: str, level: Level) -> list[float]:
        """Return the figures of a level in its newest year, ascending."""
        if (key, level) not in self._sorted:
            year, found = self.latest(key, level), list[float]()
            if year is not None:
                grid = self.published.series[key].compared
                column, rows = grid.years.index(year), self.division.rows(level)
                shown = grid.states[rows, column] == State.SHOWN
                found = sorted(grid.values[rows, column][shown].tolist())
            self._sorted[key, level] = found
        return self._sorted[key, level]

    def bounds(self, key: str, level: Level) -> tuple[float, ...]:
        """Return where the second to the highest fifth of a level begin, ascending."""
        if key in self.fixed:
            return self.fixed[key]
        ordered = self._ordered(key, level)
        at = [-(-k * len(ordered) // _FIFTHS) for k in range(1, _FIFTHS)]
        found = sorted({ordered[i] for i in at if i < len(ordered)})
        return tuple(bound for bound in found if bound > ordered[0])

    def place(self, key: str, code: str) -> Place | None:
        """Return where a region stands in the newest year; None without a figure."""
        level = Level.of(code)
        year = self.latest(key, level)
        value = None if year is None else self.cell(key, code, year).value
        if value is None:
            return None
        ordered, bounds = np.array(self._ordered(key, level)), self.bounds(key, level)
        above = len(ordered) - int(np.searchsorted(ordered, value, side="right"))
        below = int(np.searchsorted(ordered, value, side="left"))
        fifth = 1 + sum(value >= b for b in bounds) if len(bounds) == _FIFTHS - 1 else None
        return Place(fifth, above + 1, len(ordered) - above - below, len(ordered))

    def say(self, key: str, cell: Cell) -> str:
        """Return the figure as a page writes it, or the symbol of a cell without a number."""
        if cell.value is None:
            return SYMBOLS[cell.state]
        return number(cell.value, decimals=self.wording[key].decimals)

    def told(self, key: str, cell: Cell, *, unit: str | None = None) -> str:
        """Return the figure with its unit, or the words for a cell without a number."""
        if cell.value is None:
            return SPOKEN[cell.state]
        unit = self.wording[key].unit if unit is None else unit
        return f"{self.say(key, cell)}{'' if unit.startswith('%') else ' '}{unit}".rstrip()


def read_facts(dist: Path, published: Published) -> Facts:
    """Return what the data files of a built site tell, with the words of its indicators.

    Errors: FileNotFoundError for a site without the JSON of a single gemeente.
    """
    files = sorted((dist / "data/gemeente").glob("gm*.json"))
    if not files:
        raise FileNotFoundError(dist / "data/gemeente")
    told = json.loads(files[0].read_text("utf-8"))
    year, month, day = (int(part) for part in told["release"].split("-"))
    branches = branches_of(told["indicators"])
    alike = read_likeness(dist, published.division)
    return Facts(
        published,
        {key: _wording(about, branches) for key, about in told["indicators"].items()},
        f"{day} {_MONTHS[month - 1]} {year}",
        alike.peers,
        read_sought(dist, published),
        branches,
        people=alike.people,
    )


def _wording(about: Mapping[str, object], branches: Mapping[str, Knot]) -> Wording:
    told = about.get("breakdowns")
    breakdowns = told if isinstance(told, dict) else {}
    parts = {
        str(key): {str(part): str(title) for part, title in each["parts"].items()}
        for key, each in breakdowns.items()
    }
    trees = {
        str(key): _named(str(key), knots_of(each), branches) for key, each in breakdowns.items()
    }
    unit, decimals = str(about["unit"]), about["decimals"]
    places = decimals if isinstance(decimals, int) else 0
    return Wording(
        str(about["title"]),
        str(about["theme"]),
        unit,
        places,
        parts,
        {str(key): str(each.get("form", "composition")) for key, each in breakdowns.items()},
        {str(key): str(each.get("title", "")) for key, each in breakdowns.items()},
        {
            str(k): str(each["everyone"]["title"])
            for k, each in breakdowns.items()
            if "everyone" in each
        },
        str(about.get("counted", unit)),
        {key: knots for key, knots in trees.items() if knots},
    )


def _named(tree: str, knots: Sequence[Knot], branches: Mapping[str, Knot]) -> tuple[Knot, ...]:
    """Return the categories of a tree; a branche is called what its page is called."""
    if tree != SBI:
        return tuple(knots)
    return tuple(replace(knot, title=branches[knot.code].title) for knot in knots)
