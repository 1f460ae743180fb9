"""Hierarchies as trees: which branches there are, how many times a share is that of Nederland."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from zicht.model.area import NEDERLAND, Division, Level
from zicht.model.branche import SBI, TIMES_DECIMALS, Branche, Node, Tree
from zicht.model.figure import Category, Figures, Grid, State
from zicht.model.theme import Breakdown, Form

LEVELS = (Level.NEDERLAND, Level.PROVINCIE, Level.GEMEENTE)


def branches_of(figures: Iterable[Figures]) -> Mapping[str, Branche]:
    """Return all branches of the SBI by code, each before those inside it, in order of code.

    Its title, and in which other it lies, are those that are given first.
    """
    found: dict[str, Branche] = {}
    for each in figures:
        for breakdown in each.indicator.breakdowns:
            if breakdown.key == SBI and breakdown.form is Form.HIERARCHY:
                for one in _named(breakdown):
                    found.setdefault(one.code, one)
    return {one.code: one for one in _ordered(found)}


def trees_of(
    figures: Iterable[Figures], branches: Mapping[str, Branche], *, division: Division
) -> Mapping[str, tuple[Tree, ...]]:
    """Return a tree for each hierarchy of each indicator, by key of the indicator.

    Everything in it is made from counts that are shown, as they are shown.
    Shape:  indicators without a hierarchy are absent.
    Errors: none.
    """
    found = {
        each.indicator.key: tuple(
            _tree(each, breakdown, branches, division)
            for breakdown in each.indicator.breakdowns
            if breakdown.form is Form.HIERARCHY
        )
        for each in figures
    }
    return {key: trees for key, trees in found.items() if trees}


def _named(breakdown: Breakdown) -> Iterator[Branche]:
    """Yield the categories of a breakdown in its own words."""
    under = breakdown.under or (-1,) * len(breakdown.parts)
    for part, code, place in zip(breakdown.parts, breakdown.codes, under, strict=True):
        yield Branche(code, part.title, breakdown.codes[place] if place >= 0 else None)


def _ordered(branches: Mapping[str, Branche]) -> list[Branche]:
    """Return branches in the order of their codes, each before those inside it."""

    def path(code: str) -> tuple[str, ...]:
        around = branches[code].parent
        place = branches[code].place
        return (place,) if around is None else (*path(around), place)

    return [branches[code] for code in sorted(branches, key=path)]


def _tree(
    figures: Figures, breakdown: Breakdown, branches: Mapping[str, Branche], division: Division
) -> Tree:
    whole = figures.values if figures.counts is None else figures.counts
    parts = figures.parts[breakdown.key].values()
    own = {one.code: one for one in _named(breakdown)}
    category = dict(zip(own, parts, strict=True))
    depths: dict[str, int] = {}
    nodes = []
    for one in _ordered(own):
        depths[one.code] = 0 if one.parent is None else depths[one.parent] + 1
        title = branches[one.code].title if breakdown.key == SBI else one.title
        grid = times(category[one.code], whole, division=division)
        nodes.append(Node(replace(one, title=title), depths[one.code], category[one.code], grid))
    return Tree(breakdown.key, breakdown.title, tuple(nodes), dict(_latest(nodes, division)))


def _latest(nodes: Iterable[Node], division: Division) -> Iterator[tuple[Level, int]]:
    """Yield the newest year in which any of the categories has a count, for each level."""
    counts = [node.category.counts for node in nodes]
    for level in LEVELS:
        rows = division.rows(level)
        years = (
            year
            for grid in counts
            for at, year in enumerate(grid.years)
            if (grid.states[rows, at] == State.SHOWN).any()
        )
        newest = max(years, default=None)
        if newest is not None:
            yield level, newest


def times(part: Category, whole: Grid, *, division: Division) -> Grid:
    """Return how many times the share of a category is its share in Nederland.

    It is told only where both shares are shown, from counts that are shown beside them.

    Shape:  the years of the part; rows down to the gemeenten.
    Units:  1.0 is as large a share as in Nederland; one decimal.
    Errors: none. Without a share here its reason; else that of Nederland; IMPOSSIBLE where there
            are none in Nederland.
    """
    stop, country = division.rows(Level.GEMEENTE).stop, division.row[NEDERLAND]
    own = part.shares.states[:stop]
    states = np.where(own == State.SHOWN, part.shares.states[country], own)
    counts, of = part.counts.values[:stop], whole.values[:stop]
    none = part.counts.values[country] == 0
    states = np.where((states == State.SHOWN) & none, np.uint8(State.IMPOSSIBLE), states)
    shown = states == State.SHOWN
    share = np.full(counts.shape, np.nan)
    np.divide(counts, of, out=share, where=shown)
    values = np.full(counts.shape, np.nan)
    np.divide(share, share[country], out=values, where=shown)
    return Grid(
        part.shares.years,
        np.round(values, TIMES_DECIMALS),
        states.astype(np.uint8),
        part.shares.provisional,
    )
