"""Two small countries to attack: one made by hand, one as delivered; and the truth about both."""

from dataclasses import dataclass, replace

import numpy as np

from zicht.model.area import Area, Division
from zicht.model.figure import Grid, Peers, SafeFigures, SafeSeries, State
from zicht.model.ledger import EMPTY
from zicht.model.published import Published, PublishedSeries
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.rules import DEFAULT
from zicht.model.theme import Breakdown, Counts, Indicator, Rate, Series, Theme
from zicht.protect import protect
from zicht.shape import shape_figures

YEARS = (2023, 2024)


@dataclass(frozen=True)
class World:
    """Regions, figures and themes, with everything that is done to them."""

    division: Division
    raw: RawFigures
    themes: tuple

    def protect(self, *, ledger=EMPTY):
        return protect(self.raw, self.themes, division=self.division, ledger=ledger)

    def safe(self, *, ledger=EMPTY):
        return self.protect(ledger=ledger).figures

    def naked(self):
        """Return the figures as if nothing needed protection: what the truth is."""
        return SafeFigures(
            {
                key: SafeSeries(
                    raw.series,
                    Grid(raw.years, raw.values, raw.states, raw.provisional),
                    np.ones(raw.values.shape, dtype=np.bool_),
                )
                for key, raw in self.raw.series.items()
            }
        )

    @property
    def peers(self):
        """Return all gemeenten as peers of each."""
        codes = [area.code for area in self.division.areas if area.code.startswith("GM")]
        return {
            code: Peers(tuple(one for one in codes if one != code), "gemeenten") for code in codes
        }

    def shape(self, safe):
        return list(shape_figures(self.themes, safe, division=self.division, peers=self.peers))

    def truth(self, cell, year):
        key, code = cell
        raw = self.raw.series[key]
        return raw.values[self.division.row[code], raw.years.index(year)]

    def ruled(self, **rules):
        """Return this world with other rules for every series."""
        return replace(
            self,
            raw=RawFigures(
                {
                    key: replace(
                        raw, series=replace(raw.series, rules=replace(raw.series.rules, **rules))
                    )
                    for key, raw in self.raw.series.items()
                }
            ),
        )


def grids_of(figures):
    """Return the published counts of an indicator and its categories, and which are whole."""
    key = figures.indicator.key
    grids = {key: figures.values if figures.counts is None else figures.counts}
    for breakdown, parts in figures.parts.items():
        grids |= {f"{key}.{breakdown}.{part}": each.counts for part, each in parts.items()}
    wholes = [total for each in figures.indicator.breakdowns for total in each.sums(key)]
    return grids, wholes


def published(world, safe):
    """Return what is published of a world, as an auditor reads it."""
    found = {}
    for each in world.shape(safe):
        grids, _ = grids_of(each)
        own, *parts = grids.items()
        categories = {"soort": {key.rpartition(".")[2]: grid for key, grid in parts}}
        rules = each.indicator.series.rules
        found[own[0]] = PublishedSeries(
            *own, each.values, categories if parts else {}, rules.zero, True, 1, rules.adds_up
        )
    return Published(world.division, found)


def division_of(tree, *, year=2024, changes=()):
    """Return a division from the code around each region."""
    areas = (Area(code, code, parent) for code, parent in tree.items())
    return Division.sorted(year, areas, changes)


def series(key, counts=Counts.PERSONS, *, source=False, rules=DEFAULT):
    return Series(key, key, "stuks", counts, 1, source, (), rules)


def indicator(key, *, rate=None, parts=(), rules=DEFAULT):
    """Return an indicator, in the categories `parts` when there are any."""
    own = tuple(series(f"{key}.soort.{part}", rules=rules) for part in parts)
    breakdowns = (Breakdown("soort", "Soort", own),) if parts else ()
    text = ("", "", rate, "", "", "", {}, breakdowns)
    return Indicator(series(key, rules=rules), "thema", *text)


def theme(*indicators, context=()):
    return Theme("thema", "Thema", "", 1, tuple(indicators), tuple(context))


def raw(one, division, numbers, *, years=YEARS):
    """Return a series from a number, or a state, by code: the same in all years, or one a year."""
    shape = len(division.areas), len(years)
    values, states = np.full(shape, np.nan), np.full(shape, State.MISSING, dtype=np.uint8)
    for code, told in numbers.items():
        for at, number in enumerate(told if isinstance(told, tuple) else [told] * len(years)):
            row = division.row[code]
            states[row, at] = number if isinstance(number, State) else State.SHOWN
            values[row, at] = np.nan if isinstance(number, State) else number
    return RawSeries(one, years, values, states, tuple(False for _ in years))


def added_up(leaves, division):
    """Return the numbers of all regions from those of the regions without others inside."""
    numbers = dict(leaves)
    for area in reversed(division.areas):
        if area.code not in numbers:
            numbers[area.code] = sum(numbers[one.code] for one in division.children(area.code))
    return numbers


def world_of(division, *told, context=()):
    """Return a world of indicators, each with its numbers by key of its series."""
    by_key = {}
    for one, numbers in told:
        every = [one.series, *(part for each in one.breakdowns for part in each.parts)]
        by_key |= {each.key: raw(each, division, numbers[each.key]) for each in every}
    by_key |= {one.key: raw(one, division, numbers) for one, numbers in context}
    themes = (theme(*(one for one, _ in told), context=[one for one, _ in context]),)
    return World(division, RawFigures(by_key), themes)


GEMEENTEN = [f"GM000{n}" for n in range(1, 9)]
TREE = {
    "NL01": None,
    "PV20": "NL01",
    **dict.fromkeys(GEMEENTEN, "PV20"),
    **{f"WK{code[2:]}0{n}": code for code in GEMEENTEN for n in (1, 2, 3)},
}


def hamlets():
    """Return eight gemeenten of three wijken: in GM0003 hardly anything happens."""
    division = division_of(TREE)
    wijken = [code for code in TREE if code.startswith("WK")]
    shares = {code: 30 + 17 * (n % 7) + n for n, code in enumerate(wijken)}
    shares |= {"WK000301": 2, "WK000302": 1, "WK000303": 3, "WK000701": 4, "WK000502": 8}
    shares |= {"WK000401": 67, "WK000402": 700}  # as many per 1.000, but for a little
    some = {code: number // 3 for code, number in shares.items()} | {"WK000203": 3}
    rest = {code: number - some[code] for code, number in shares.items()}
    key = "meldingen"
    numbers = {
        key: added_up(shares, division),
        f"{key}.soort.a": added_up(some, division),
        f"{key}.soort.b": added_up(rest, division),
    }
    people = {code: 400 + 30 * n for n, code in enumerate(wijken)} | {"WK000402": 7003}
    rate = Rate(1000, "inwoners", "inwoners")
    counted = indicator(key, rate=rate, parts=("a", "b"))
    context = [(series("inwoners", source=True), added_up(people, division))]
    return world_of(division, (counted, numbers), context=context)
