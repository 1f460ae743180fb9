"""Small countries with counts in categories, and an oracle that knows only what is shown."""

import re
from dataclasses import dataclass

import highspy
import numpy as np

from zicht.model.area import Area, Division
from zicht.model.errors import Problem
from zicht.model.figure import Grid, State
from zicht.model.ledger import Known
from zicht.model.published import Published, PublishedSeries
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.rules import DEFAULT, Rules, Zero
from zicht.model.theme import Breakdown, Counts, Indicator, Measure, Rate, Series, Theme
from zicht.protect.family import families
from zicht.protect.job import Job
from zicht.protect.primary import find_primary
from zicht.protect.tables import table_of

FAR = 1e4
"""More than any cell of these countries counts: who cannot be bounded within it is not bounded."""
YEAR = 2024
LEVELS = ("NL", "PV", "GM", "WK", "BU")
SHOWN, WITHHELD, MISSING = int(State.SHOWN), int(State.WITHHELD), int(State.MISSING)


def nested(**children):
    """Make a division from the codes inside each region: `nested(NL01=["PV20"], PV20=[...])`."""
    inside = {code: parent for parent, codes in children.items() for code in codes}
    return Division.sorted(
        YEAR, [Area("NL01", "Nederland", None), *(Area(c, c, p) for c, p in inside.items())]
    )


def grown(chance, *, most=3, depth=4):
    """Draw a division in which every region above the last level holds one to `most` others."""
    areas, around = [Area("NL01", "Nederland", None)], ["NL01"]
    for level in LEVELS[1 : depth + 1]:
        inner = []
        for parent in around:
            for _ in range(chance.integers(1, most + 1)):
                inner.append(f"{level}{len(inner):04}")
                areas.append(Area(inner[-1], inner[-1], parent))
        around = inner
    return Division.sorted(YEAR, areas)


def parents(division):
    return np.array([division.row[a.parent] if a.parent else -1 for a in division.areas])


def added(division, leaves):
    """Return numbers by region of which those of a region are those inside it together."""
    found, up = np.array(leaves, float), parents(division)
    inner = np.isin(np.arange(len(up)), up)
    found[inner] = 0
    for row in range(len(up) - 1, 0, -1):
        found[up[row]] += found[row]
    return found


def series(key, *, rules=DEFAULT, counts=Counts.PERSONS, protected=False):
    return Series(key, key, "personen", counts, 0, protected, (Measure("T", "M"),), rules)


def indicator(key, *, parts=(), rate=None, concentration=None, **about):
    """Make an indicator; `parts` are the keys of the categories of each breakdown."""
    breakdowns = tuple(
        Breakdown(f"b{n}", f"B{n}", tuple(series(part, **about) for part in each))
        for n, each in enumerate(parts)
    )
    own = series(key, **about)
    return Indicator(own, "t", "", "", rate, "", "", "", {}, breakdowns, concentration)


def theme(*indicators, context=(), identities=()):
    return Theme("t", "T", "", 1, tuple(indicators), tuple(context), tuple(identities))


def column(told, numbers, states=None, years=(YEAR,)):
    """Make a series as delivered: numbers by region, or by region and year."""
    values = np.array(numbers, float).reshape(-1, len(years))
    kinds = np.where(np.isnan(values), np.uint8(WITHHELD), np.uint8(SHOWN))
    if states is not None:
        kinds = np.array(states, np.uint8).reshape(values.shape)
    values = np.where(kinds == SHOWN, values, np.nan)
    return RawSeries(told, years, values, kinds, (False,) * len(years))


@dataclass(frozen=True)
class Country:
    """A delivery of one indicator, and the truth that the source did not tell."""

    division: Division
    theme: Theme
    raw: RawFigures
    truth: dict

    @property
    def indicator(self):
        return self.theme.indicators[0]


def country(
    seed, *, breakdowns=0, zero=Zero.STRUCTURAL, mean=6, gaps=0.0, most=3, depth=4, **rules
):
    """Draw a country; `gaps` is the share of cells that the source withheld or did not deliver."""
    chance = np.random.default_rng(seed)
    division = grown(chance, most=most, depth=depth)
    size = len(division.areas)
    total = np.where(chance.random(size) < 0.2, 0, chance.poisson(mean, size))
    truth, keys = {"k": added(division, total)}, []
    for each in range(breakdowns):
        kinds = int(chance.integers(2, 4))
        share = chance.dirichlet(np.ones(kinds))
        split = chance.multinomial(total, share)
        keys.append(tuple(f"k.b{each}.{kind}" for kind in range(kinds)))
        truth |= {k: added(division, split[:, n]) for n, k in enumerate(keys[-1])}
    told = Rules(zero=zero, **rules)
    kind = indicator("k", parts=keys, rules=told)
    deepest = {key: chance.integers(1, depth + 1) for part in keys for key in [part]}
    level = np.array([LEVELS.index(area.code[:2]) for area in division.areas])
    empty = (truth["k"] == 0) & (chance.random(size) < gaps)
    nothing = ~np.isin(np.arange(size), parents(division)) & (chance.random(size) < gaps)
    raw = {}
    for key in truth:
        states = np.zeros(size, np.uint8)
        if gaps:
            hit = chance.random(size)
            source = (hit < gaps / 2) & ((truth[key] > 0) | (zero is not Zero.PUBLISH))
            states[source] = WITHHELD
            states[(hit > 1 - gaps / 2) & (level > 0)] = MISSING
            alone = nothing & (truth[key] == 0) & key.endswith(".1")
            states[_impossible(division, empty | alone)] = State.IMPOSSIBLE
        for part in keys:
            if key in part:
                states[level > deepest[part]] = MISSING
        raw[key] = column(series(key, rules=told), truth[key], states)
    return Country(division, theme(kind), RawFigures(raw), truth)


def tree_of(division, numbers, **rules):
    """Make a country of one count from its numbers by region, NaN where the source has none."""
    told = Rules(**rules)
    raw = RawFigures({"k": column(series("k", rules=told), numbers)})
    return Country(division, theme(indicator("k", rules=told)), raw, {"k": np.array(numbers)})


def _impossible(division, leaves):
    """Return the regions in which nothing can occur: leaves, and what holds no others."""
    found, up = leaves.copy(), parents(division)
    for row in reversed(np.unique(up[up >= 0])):
        found[row] = found[up == row].all()
    return found


def jobs(country, *, known=None, size=None):
    """Make the jobs of a country, of one year each; `known` is told by key of the series."""
    made = {
        key: each
        for one in country.theme.indicators
        for key, each in find_primary(one, country.raw, dominance=None).items()
    }
    people = np.zeros(len(country.division.areas)) if size is None else size
    for family in families([country.theme]):
        told = tuple(country.raw.series[key] for key in family.keys)
        for year in told[0].years:
            past = tuple((known or {}).get(key) for key in family.keys)
            primary = tuple(made[key] for key in family.keys)
            yield Job(family, year, country.division, told, primary, past, people)


def table(country, *, lower=0.0):
    """Return the system of a country of which everything was delivered, with its true numbers."""
    (family,) = families([country.theme])
    size = len(country.division.areas) * len(family.keys)
    return table_of(
        family,
        [country.raw.series[key].states[:, 0] for key in family.keys],
        [country.truth[key] for key in family.keys],
        division=country.division,
        lower=np.full(size, lower),
        upper=np.full(size, np.inf),
    ).system


def past(numbers):
    """Make what an earlier release told: NaN for a cell that it did not tell."""
    low = np.array(numbers, float).reshape(-1, 1)
    day = np.where(np.isnan(low), np.datetime64("NaT"), np.datetime64("2023-11-01"))
    return Known(low, low.copy(), day, np.zeros(low.shape, bool))


def published(country, reasons):
    """Return the grids that readers see when cells are withheld for these reasons."""
    grids = {}
    for key, why in reasons.items():
        raw = country.raw.series[key]
        hidden = (why != 0) & (raw.states == SHOWN)
        states = np.where(hidden, np.uint8(WITHHELD), raw.states)
        values = np.where(states == SHOWN, raw.values, np.nan)
        grids[key] = Grid(raw.years, values, states, raw.provisional)
    return grids


def told(country, grids):
    """Return a site on which these grids are all there is."""
    own = country.indicator
    parts = {
        each.key: {part.key.rsplit(".", 1)[1]: grids[part.key] for part in each.parts}
        for each in own.breakdowns
    }
    shown = PublishedSeries(
        own.key, grids[own.key], grids[own.key], parts, own.series.rules.zero, True, 0
    )
    return Published(country.division, {own.key: shown})


def named(notes: tuple[Problem, ...]):
    """Return the cells that notes name, as (series, code); a code of "*" stands for all."""
    found = set()
    for note in notes:
        key = note.where.split(",")[0]
        found |= {(key, code) for code in re.findall(r"\b(?:NL|PV|GM|WK|BU)\d+", note.what)}
        if re.search(r"and \d+ more", note.what):
            found.add((key, "*"))
    return found


def bounds(country, grids, *, everything=True):
    """Return the least and the most that each withheld cell can be, from what is shown alone.

    Shape:  by (series, row). Every region is those inside it together, every count its categories.
    A cell that was not delivered may be any number; without `everything` a reader adds up no
    categories where one of them was not delivered.
    """
    model, size, up = highspy.Highs(), len(country.division.areas), parents(country.division)
    model.silent()
    least = 1.0 if country.indicator.series.rules.zero is Zero.PUBLISH else 0.0
    place = {key: n * size for n, key in enumerate(grids)}
    limits = {SHOWN: None, WITHHELD: (least, FAR), int(State.IMPOSSIBLE): (0.0, 0.0)}
    for grid in grids.values():
        for state, value in zip(grid.states[:, 0].tolist(), grid.values[:, 0], strict=True):
            low, high = (value, value) if state == SHOWN else limits.get(state, (0.0, FAR))
            model.addVar(low, high)

    def equal(total, cells):
        index = np.array([total, *cells], np.int32)
        model.addRow(0.0, 0.0, len(index), index, np.array([-1.0, *(1.0 for _ in cells)]))

    for start in place.values():
        for row in np.unique(up[up >= 0]):
            equal(start + row, start + np.flatnonzero(up == row))
    for each in country.indicator.breakdowns:
        keys = [part.key for part in each.parts]
        for row in range(size):
            here = [grids[key].states[row, 0] for key in (country.indicator.key, *keys)]
            if everything or MISSING not in here:
                equal(place[country.indicator.key] + row, [place[key] + row for key in keys])
    return {
        (key, int(row)): tuple(
            sign * _least(model, place[key] + int(row), sign) for sign in (1.0, -1.0)
        )
        for key, grid in grids.items()
        for row in np.flatnonzero(grid.states[:, 0] == WITHHELD)
    }


def _least(model, cell, sign):
    model.changeColCost(cell, sign)
    model.run()
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    found = model.getObjectiveValue()
    model.changeColCost(cell, 0.0)
    return round(found, 6)


def told_too_exactly(found, *, reach=10, width=5):
    """Return the withheld cells that a reader can bound too well."""
    return {
        cell
        for cell, (low, high) in found.items()
        if high < reach or (low < reach and high - low < width)
    }


def rate(of, *, part_of=False):
    return Rate(1000, of, of, part_of)


def silent(country, found, notes):
    """Return those of some cells that no note names."""
    names = named(notes)
    return {
        (key, row)
        for key, row in found
        if not names & {(key, country.division.areas[row].code), (key, "*")}
    }
