"""What a reader may try. An attacker sees what is published, and returns what it learned from it.

No attacker knows of `zicht.protect`, or sees a withheld number. A cell is the key of a series and
the code of a region; what is learned of it are the lowest and the highest number it can be.
"""

import math
from dataclasses import dataclass, field

from zicht.draw.ticks import nice
from zicht.model.figure import State
from zicht.shape.peers import FEWEST_PEERS

FEW, WIDTH = 10, 5
"""Who can tell that a withheld count is below FEW, or not WIDTH wide, has learned too much."""
EXISTING = {State.SHOWN, State.WITHHELD}
ABSENT = {State.MISSING, State.PENDING}


@dataclass
class Book:
    """What is told of the counts of one year: what each can be, and the sums that hold.

    `sums` has for each total its parts, and whether a part of it was not delivered.
    """

    low: dict = field(default_factory=dict)
    high: dict = field(default_factory=dict)
    hidden: set = field(default_factory=set)
    sums: list = field(default_factory=list)

    def tell(self, cell, number):
        self.low[cell] = self.high[cell] = number


def read(grids, division, year, *, wholes=(), least=0, adds_up=True):
    """Return what grids tell, by key of their series; `wholes` are (total, parts) of keys."""
    book = Book()
    for key, grid in grids.items():
        for row, area in enumerate(division.areas):
            cell, found = (key, area.code), grid.cell(row, year)
            if found.state is State.SHOWN:
                book.tell(cell, found.value)
            elif found.state is State.WITHHELD:
                book.low[cell], book.high[cell] = least, math.inf
                book.hidden.add(cell)
        if adds_up:
            book.sums += _over_regions(key, grid, division, year)
    for total, parts in wholes:
        book.sums += _over_series(total, parts, grids, division, year)
    return book


def _over_regions(key, grid, division, year):
    state = {area.code: grid.cell(row, year).state for row, area in enumerate(division.areas)}
    inside, loose = {}, set()
    for area in division.areas:
        around = [one.code for one in division.parents(area.code) if state[one.code] in EXISTING]
        if around and state[area.code] in EXISTING:
            inside.setdefault(around[-1], []).append((key, area.code))
        if around and state[area.code] in ABSENT and not division.children(area.code):
            loose.add(around[-1])
    return [((key, code), parts, code in loose) for code, parts in inside.items()]


def _over_series(total, parts, grids, division, year):
    for row, area in enumerate(division.areas):
        states = [grids[key].cell(row, year).state for key in (total, *parts)]
        there = [key for key, s in zip(parts, states[1:], strict=True) if s in EXISTING]
        if states[0] in EXISTING and there:
            loose = any(state in ABSENT for state in states)
            yield (total, area.code), [(key, area.code) for key in there], loose


def subtract(book):
    """Subtract what is known from every total, again and again; return what can be told."""
    low, high = dict(book.low), dict(book.high)
    cells = {cell for total, parts, _ in book.sums for cell in (total, *parts)}
    missing = cells - low.keys()
    assert not missing
    changed = True
    while changed:
        changed = False
        for total, parts, loose in book.sums:
            changed |= _narrow(total, parts, low, high, loose=loose)
    return {cell: (low[cell], high[cell]) for cell in sorted(book.hidden)}


def _narrow(total, parts, low, high, *, loose):
    before = [(low[cell], high[cell]) for cell in (total, *parts)]
    least, most = sum(low[cell] for cell in parts), sum(high[cell] for cell in parts)
    low[total] = max(low[total], least)
    for cell in parts:
        high[cell] = min(high[cell], high[total] - (least - low[cell]))
    if not loose:
        high[total] = min(high[total], most)
        for cell in parts:
            others = sum(high[one] for one in parts if one != cell)
            low[cell] = max(low[cell], low[total] - others)
    return before != [(low[cell], high[cell]) for cell in (total, *parts)]


def too_much(told):
    """Return of what can be told what should not be: surely few, or nearly known."""
    return {
        cell: (low, high)
        for cell, (low, high) in told.items()
        if low < FEW and (high < FEW or high - low < WIDTH)
    }


def exactly(told):
    return {cell: low for cell, (low, high) in told.items() if low == high}


def invert(rates, counts, of, *, per, decimals):
    """Multiply a rate by its denominator; return by row and year what a withheld count can be."""
    told, half = {}, 0.5 * 10**-decimals
    for row in range(len(rates.values)):
        for year in rates.years:
            rate, whole = rates.cell(row, year).value, of.cell(row, year).value
            if rate is not None and whole and counts.cell(row, year).state is State.WITHHELD:
                low, high = ((rate + side) * whole / per for side in (-half, half))
                told[row, year] = max(0, math.ceil(low - 1e-9)), math.floor(high + 1e-9)
    return told


def bracket_by_rank(figures, level, division):
    """Return between which shown figures a ranked region without a figure must lie, by code."""
    ranking, told = figures.rankings[level], {}
    rows = division.rows(level)
    cells = [figures.values.cell(row, ranking.year) for row in range(rows.start, rows.stop)]
    ranks = [int(rank) for rank in ranking.ranks]
    shown = [(r, c.value) for r, c in zip(ranks, cells, strict=True) if c.value is not None]
    for area, cell, rank in zip(division.of(level), cells, ranks, strict=True):
        if cell.value is None and rank:
            above = [value for other, value in shown if other < rank]
            below = [value for other, value in shown if other > rank]
            told[area.code] = max(below, default=0), min(above, default=math.inf)
    return told


def bracket_by_gap(figures, level, division):
    """Return the figures around each rank that nobody seems to have, though someone must."""
    ranking, rows = figures.rankings[level], division.rows(level)
    cells = [figures.values.cell(row, ranking.year) for row in range(rows.start, rows.stop)]
    shown = sorted((cell.value for cell in cells if cell.value is not None), reverse=True)
    rank = {
        cell.value: int(found)
        for cell, found in zip(cells, ranking.ranks, strict=True)
        if cell.value is not None
    }
    expected = {value: 1 + shown.index(value) for value in rank}
    return [
        (value, rank[value] - expected[value]) for value in rank if rank[value] > expected[value]
    ]


def unequal_equals(figures, level, division):
    """Return the figures that look equal and are ranked as if they were not."""
    ranking, rows = figures.rankings[level], division.rows(level)
    ranks = {}
    for row, rank in zip(range(rows.start, rows.stop), ranking.ranks, strict=True):
        value = figures.values.cell(row, ranking.year).value
        if value is not None:
            ranks.setdefault(value, set()).add(int(rank))
    return sorted(value for value, found in ranks.items() if len(found) > 1)


def unexplained_bounds(figures, level, division):
    """Return the limits of classes that are no figure of any region: they are a hidden one's."""
    ranking, rows = figures.rankings[level], division.rows(level)
    cells = [figures.values.cell(row, ranking.year) for row in range(rows.start, rows.stop)]
    shown = {cell.value for cell in cells}
    return [bound for bound in ranking.bounds if bound not in shown]


def beyond_the_axis(rows):
    """Return between which numbers the highest figure lies, where the axis of a chart tells."""
    shown = [row["value"] for row in rows if row["part"] == "point" and row["value"] is not None]
    (top,) = {row["value"] for row in rows if row["part"] == "year"}
    explained = nice(0.0, max(shown))[1] if any(shown) else 1.0
    return None if top == explained else (max(shown, default=0), top)


def bracket_by_order(items):
    """Return by code between which figures a bar without one stands, the highest bar first."""
    told = {}
    values = [item.cell.value for item in items]
    for at, item in enumerate(items):
        below = [value for value in values[at:] if value is not None]
        if item.cell.value is None and below:
            above = [value for value in values[:at] if value is not None]
            told[item.code] = max(below), min(above, default=math.inf)
    return told


def bracket_by_median(figures, code, peers, division, *, year):
    """Return what the only withheld peer can be for the median to be what it is, by code.

    A median that the shown peers have by themselves tells nothing of the other.
    """
    here = figures.similar.cell(division.row[code], year).value
    cells = {peer: figures.values.cell(division.row[peer], year) for peer in peers}
    shown = [cell.value for cell in cells.values() if cell.value is not None]
    hidden = [peer for peer, cell in cells.items() if cell.state is State.WITHHELD]
    step = 10**-figures.indicator.decimals

    def fits(numbers):
        return math.isclose(_median(numbers), here, rel_tol=0, abs_tol=0.51 * step)

    if here is None or len(hidden) != 1 or len(shown) < FEWEST_PEERS or fits(shown):
        return {}
    every = [number * step for number in range(int(10 * max(shown) / step))]
    found = [number for number in every if fits([*shown, number])]
    return {hidden[0]: (min(found), max(found))} if found else {}


def _median(numbers):
    ordered = sorted(numbers)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def nearly_everybody(shares, *, share_pct=90):
    """Return the rows and years of which a reader learns something of nearly everybody."""
    return [
        (row, year)
        for row in range(len(shares.values))
        for year in shares.years
        if (shares.cell(row, year).value or 0) >= share_pct
    ]


def the_rest(counts, of):
    """Subtract a count from its denominator; return where that leaves a few others."""
    told = {}
    for row in range(len(counts.values)):
        for year in counts.years:
            count, whole = counts.cell(row, year).value, of.cell(row, year).value
            if count is not None and whole is not None and 0 < whole - count < FEW:
                told[row, year] = whole - count
    return told


def of_few_people(rates, of, *, fewest=100):
    """Return the rates of so few people that they nearly tell of each."""
    return [
        (row, year)
        for row in range(len(rates.values))
        for year in rates.years
        if rates.cell(row, year).value is not None and 0 < (of.cell(row, year).value or 0) < fewest
    ]
