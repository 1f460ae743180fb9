"""The page of a branche: what the files tell of it, as if it were an indicator of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from zicht.audit.knots import SBI, Knot
from zicht.audit.page.about import About, Family
from zicht.audit.page.facts import Facts, Wording
from zicht.model.area import NEDERLAND, Level
from zicht.model.figure import Cell, Grid, State
from zicht.model.published import Published, PublishedSeries

SHARE, TIMES = "aandeel", "keer"
SHARE_UNIT = "% van het totaal"
TIMES_UNIT = "keer zo vaak als in Nederland"
_BOUNDS = (0.5, 0.8, 1.3, 2.0)
_PERCENT = 100
_DECIMALS = 1


def facts_of(about: About, facts: Facts) -> Facts:
    """Return by what a page is judged.

    On the page of a branche an indicator is the count of that branche; its share and how many
    times that is the share of Nederland stand beside it, under keys that end in "-aandeel" and
    "-keer". On any other page nothing is another.
    """
    if about.family is not Family.BRANCHE:
        return facts
    told = {
        key: (words, knot)
        for key, words in facts.wording.items()
        for knot in words.trees.get(SBI, ())
        if knot.code == about.key
    }
    wording: dict[str, Wording] = {}
    series: dict[str, PublishedSeries] = {}
    for key, (words, knot) in told.items():
        wording |= _wording(key, words)
        series |= _series(key, knot, facts)
    return replace(
        facts,
        published=Published(facts.division, series),
        wording=wording,
        fixed={f"{key}-{TIMES}": _BOUNDS for key in told},
        whole=facts,
        _latest={},
        _sorted={},
        _first={},
        _named={},
    )


def _wording(key: str, words: Wording) -> Mapping[str, Wording]:
    plain = replace(words, unit=words.counted, decimals=0)
    share = replace(plain, title="Aandeel", unit=SHARE_UNIT, decimals=_DECIMALS, trees={})
    times = replace(share, title="Keer Nederland", unit=TIMES_UNIT)
    return {key: plain, f"{key}-{SHARE}": share, f"{key}-{TIMES}": times}


def _series(key: str, knot: Knot, facts: Facts) -> Mapping[str, PublishedSeries]:
    own = facts.published.series[key]
    counts = own.parts[SBI][knot.part]
    rows = facts.division.rows(Level.GEMEENTE).stop

    def grid(made: Mapping[tuple[int, int], Cell]) -> Grid:
        shape = (rows, len(counts.years))
        values, states = np.full(shape, np.nan), np.full(shape, State.MISSING, np.uint8)
        for at, cell in made.items():
            states[at] = cell.state
            values[at] = np.nan if cell.value is None else cell.value
        return Grid(counts.years, values, states, counts.provisional)

    areas = [area.code for area in facts.division.areas[:rows]]
    shares, times = (
        grid(
            {
                (row, column): made(facts, key, (SBI, knot.part), code=code, year=year)
                for row, code in enumerate(areas)
                for column, year in enumerate(counts.years)
            }
        )
        for made in (share_of, times_of)
    )
    plain = replace(own, compared=counts, counts=None, decimals=0)
    return {
        key: plain,
        f"{key}-{SHARE}": replace(plain, compared=shares, decimals=_DECIMALS),
        f"{key}-{TIMES}": replace(plain, compared=times, decimals=_DECIMALS),
    }


def share_of(facts: Facts, key: str, part: tuple[str, str], *, code: str, year: int) -> Cell:
    """Return the share of a category that its count and that of the whole tell."""
    some, whole = facts.part(key, *part, code=code, year=year), facts.count(key, code, year)
    if State.WITHHELD in {some.state, whole.state}:
        return Cell(State.WITHHELD)
    for cell in (some, whole):
        if cell.value is None:
            return Cell(cell.state)
    if not whole.value:
        return Cell(State.IMPOSSIBLE)
    share = np.round(_PERCENT * (some.value or 0.0) / whole.value, _DECIMALS)
    return Cell(State.SHOWN, float(share))


def times_of(facts: Facts, key: str, part: tuple[str, str], *, code: str, year: int) -> Cell:
    """Return how many times the share of a category is its share in Nederland, from counts."""
    for each in (code, NEDERLAND):
        share = share_of(facts, key, part, code=each, year=year)
        if share.value is None:
            return share
    here, there = (
        (facts.part(key, *part, code=each, year=year).value or 0.0)
        / (facts.count(key, each, year).value or 1.0)
        for each in (code, NEDERLAND)
    )
    if not there:
        return Cell(State.IMPOSSIBLE)
    return Cell(State.SHOWN, float(np.round(here / there, _DECIMALS)))


def newest(facts: Facts, key: str, tree: str, level: Level) -> int | None:
    """Return the newest year in which any category has a count at a level."""
    rows = facts.division.rows(level)
    years = (
        year
        for grid in facts.published.series[key].parts[tree].values()
        for at, year in enumerate(grid.years)
        if (grid.states[rows, at] == State.SHOWN).any()
    )
    return max(years, default=None)


def delivered(
    facts: Facts, key: str, tree: str, *, code: str, year: int
) -> Iterator[tuple[Knot, Cell]]:
    """Yield the categories of a hierarchy of which anything came for a region, with the count."""
    for knot in facts.wording[key].trees.get(tree, ()):
        cell = facts.part(key, tree, knot.part, code=code, year=year)
        if cell.state is not State.MISSING:
            yield knot, cell
