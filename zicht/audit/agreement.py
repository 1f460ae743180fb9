"""The rows of data/all.parquet among themselves: no row says more than the others allow."""

from collections.abc import Iterator, Mapping

import numpy as np

from zicht.audit.parquet import PATH
from zicht.audit.rows import NOTICE, NUMBERS, YEAR, Rows
from zicht.audit.told import Key, Told
from zicht.model.address import EVERYONE
from zicht.model.area import Division
from zicht.model.disclosure import Disclosure
from zicht.model.figure import Grid, State
from zicht.model.published import Published
from zicht.model.system import Bools, Floats, Ints

_SHARE_DECIMALS = 1
_SLACK = 1e-6
"""Rounding halves a decimal away at most; this much more is the noise of a computer."""


def row_disclosures(
    rows: Rows, series: Mapping[Key, Told], published: Published
) -> Iterator[Disclosure]:
    """Yield where the canonical file contradicts itself, or tells what its states withhold.

    A number beside a state that says that there is none, more decimals than are shown, a rate or
    share beside a withheld count, a share that is not that of its counts, rows in an order of
    their own, and words that change where nothing but a number does.
    """
    yield from _numbers(rows, published)
    yield from _words(rows, published.division)
    yield from _order(rows, series, published.division)
    for key, told in series.items():
        whole = _whole(key, series)
        yield from _rates(key, told, published.division)
        if key[1] and whole is not None:
            yield from _shares(key, told, whole, published.division)


def _whole(key: Key, series: Mapping[Key, Told]) -> Told | None:
    """Return what a category is part of: its indicator, or all the categories of everyone."""
    if not key[1].endswith(EVERYONE):
        return series.get((key[0], "", ""))
    every = [told.counts for other, told in series.items() if other[:2] == key[:2]]
    counts = [grid for grid in every if grid is not None]
    states = np.max([grid.states for grid in counts], axis=0)
    values = np.where(states == State.SHOWN, sum(grid.values for grid in counts), np.nan)
    told = Grid(counts[0].years, values, states, counts[0].provisional)
    return Told(told, told)


def _numbers(rows: Rows, published: Published) -> Iterator[Disclosure]:
    for column in NUMBERS:
        words, numbers = rows.texts[f"{column}_toestand"], rows.numbers[column]
        shown = np.array([*(name == State.SHOWN.key for name in words.names), False])[words.codes]
        given = rows.given[column]
        how = "A number stands beside a state that says there is none."
        yield from rows.disclosures(given & ~shown, column=column, how=how)
        how = "It is said to be shown and is no number."
        yield from rows.disclosures(shown & ~np.isfinite(numbers), column=column, how=how)
        fine = _rounded(numbers, _decimals(rows, column, published)) == numbers
        how = "It has more decimals than are shown."
        yield from rows.disclosures(np.isfinite(numbers) & ~fine, column=column, how=how)
    for column in rows.others:
        how = "The file has a column that is not ours, or one twice."
        yield Disclosure("A column may tell anything.", PATH, f"column {column}", how)


def _decimals(rows: Rows, column: str, published: Published) -> Ints:
    """Return how many decimals each row may show."""
    if column == "aantal":
        return np.zeros(len(rows.years), dtype=np.int64)
    words = rows.texts["indicator"]
    known = [published.series[name].decimals for name in words.names]
    whole = rows.texts["categorie"].codes < 0
    return np.where(whole, np.array([*known, 0])[words.codes], _SHARE_DECIMALS)


def _rounded(numbers: Floats, decimals: Ints) -> Floats:
    found = np.full_like(numbers, np.nan)
    for places in np.unique(decimals).tolist():
        some = decimals == places
        found[some] = np.round(numbers[some], places)
    return found


def _words(rows: Rows, division: Division) -> Iterator[Disclosure]:
    """Yield rows whose words are not those of their region, series or year."""
    codes = rows.texts["regiocode"]
    areas = [division[name] for name in codes.names]
    for column, words in {
        "regionaam": [area.name for area in areas],
        "niveau": [area.level.name.lower() for area in areas],
    }.items():
        told = rows.texts[column]
        place = {name: code for code, name in enumerate(told.names)}
        right = np.array([place.get(word, -1) for word in words])[codes.codes]
        how = "It is not what the other files say of the region."
        yield from rows.disclosures(right != told.codes, column=column, how=how)
    series = _together(rows, ("indicator", "uitsplitsing", "categorie"))
    how = "It changes from row to row, where it should be the same."
    for column, groups in {
        "eenheid": series,
        "voorlopig": series * 10_000 + rows.years,
        NOTICE: np.zeros_like(series),
    }.items():
        if column in rows.texts:
            found = _unlike_first(groups, rows.texts[column].codes)
            yield from rows.disclosures(found, column=column, how=how)
    if NOTICE in rows.texts and rows.texts[NOTICE][0] != rows.about.get("notice"):
        yield Disclosure("A notice may tell anything.", PATH, f"column {NOTICE}", how)


def _together(rows: Rows, columns: tuple[str, ...]) -> Ints:
    found = np.zeros(len(rows.years), dtype=np.int64)
    for column in columns:
        found = found * (len(rows.texts[column].names) + 1) + rows.texts[column].codes + 1
    return found


def _unlike_first(groups: Ints, codes: Ints) -> Bools:
    """Return the rows that differ from the first row of their group."""
    _, first, group = np.unique(groups, return_index=True, return_inverse=True)
    return np.asarray(codes != codes[first][group])


def _order(rows: Rows, series: Mapping[Key, Told], division: Division) -> Iterator[Disclosure]:
    """Yield the rows that do not follow the one before: a sort order tells who has more."""
    columns = ("indicator", "uitsplitsing", "categorie")
    rank = {key: number for number, key in enumerate(series)}
    groups = _together(rows, columns)
    _, first, group = np.unique(groups, return_index=True, return_inverse=True)
    firsts = [tuple(rows.texts[column][row] for column in columns) for row in first.tolist()]
    number = np.array([rank[a, b, c] for a, b, c in firsts])[group]
    names = rows.texts["regiocode"]
    region = np.array([division.row[name] for name in names.names])[names.codes]
    place = (number * len(division.areas) + region) * 10_000 + rows.years
    how = "Rows go by series, region and year; another order tells who has more."
    found = np.diff(place, prepend=-1) <= 0
    yield from rows.disclosures(found, column=YEAR, how=how)


def _rates(key: Key, told: Told, division: Division) -> Iterator[Disclosure]:
    """Yield the rates and shares that are told of counts that are withheld."""
    if told.counts is None:
        return
    hidden = told.counts.states == State.WITHHELD
    kind = "share" if key[1] else "rate"
    how = f"A {kind} of a withheld count tells how large it is."
    yield from _cells(hidden & _tells(told.values), key, told.values, division, how=how)


def _shares(key: Key, told: Told, whole: Told, division: Division) -> Iterator[Disclosure]:
    """Yield the shares that are told of a withheld whole, and those that counts deny."""
    total = whole.values if whole.counts is None else whole.counts
    how = "A share of a withheld total tells how large it is."
    found = (total.states == State.WITHHELD) & _tells(told.values)
    yield from _cells(found, key, told.values, division, how=how)
    if told.counts is None:
        return
    with np.errstate(divide="ignore", invalid="ignore"):
        share = 100 * told.counts.values / total.values
    apart = np.abs(share - told.values.values) > 0.5 * 10**-_SHARE_DECIMALS + _SLACK
    how = "A share that is not that of its counts tells of something else."
    yield from _cells(apart, key, told.values, division, how=how)


def _tells(grid: Grid) -> Bools:
    """Return the cells that tell something of a count: a figure, or that there can be none."""
    return np.asarray((grid.states == State.SHOWN) | (grid.states == State.IMPOSSIBLE))


def _cells(
    found: Bools, key: Key, grid: Grid, division: Division, *, how: str
) -> Iterator[Disclosure]:
    words = " ".join(word for word in key if word)
    for row, column in np.argwhere(found).tolist():
        name = f"{division.areas[row].code}, {words}, {grid.years[column]}"
        yield Disclosure(f"{name}: more is told than may be.", PATH, "column waarde", how)
