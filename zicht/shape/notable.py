"""What stands out in a gemeente: figures far from those of similar gemeenten."""

import math
from collections.abc import Iterable

from zicht.model.area import NEDERLAND, Division, Level
from zicht.model.figure import FIFTHS, Figures, Notable

MOST = 3
TIMES = 1.5
FEWEST_COUNTED = 20


def find_notable(
    figures: Iterable[Figures], code: str, *, division: Division
) -> tuple[Notable, ...]:
    """Return at most three figures that differ most from what a reader would expect here.

    A figure stands out when it lies in the lowest or highest fifth of all gemeenten and is at
    least 1.5 times the median of similar gemeenten, or at most two thirds of it; Nederland
    stands in where there is no such median. Counts under twenty never stand out: chance moves
    them. All numbers are those on the page, so that a reader can check the sentence and
    it tells nothing that the page does not.
    """
    found = [note for each in figures if (note := _notable(each, code, division)) is not None]
    return tuple(sorted(found, key=_distance, reverse=True)[:MOST])


def _distance(note: Notable) -> float:
    return abs(math.log(note.here / note.there))


def _notable(figures: Figures, code: str, division: Division) -> Notable | None:
    row, year = division.row[code], figures.latest(Level.GEMEENTE)
    position = figures.position(row, Level.GEMEENTE)
    if year is None or position is None or not figures.indicator.placed:
        return None
    here = figures.values.cell(row, year).value
    similar = figures.similar.cell(row, year).value
    country = figures.values.cell(division.row[NEDERLAND], year).value
    there = country if similar is None else similar
    if not here or not there or position.fifth not in {1, FIFTHS}:
        return None
    counted = None if figures.counts is None else figures.counts.cell(row, year).value
    if counted is not None and counted < FEWEST_COUNTED:
        return None
    if 1 / TIMES < here / there < TIMES or (here > there) != (position.fifth == FIFTHS):
        return None
    against = "Nederland" if similar is None else "vergelijkbare gemeenten"
    return Notable(figures.indicator, year, here, there, against)
