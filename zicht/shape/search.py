"""Zoekgebieden: which signals are met in which wijk and buurt, and which are unknown."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division, Level
from zicht.model.figure import FIFTHS, Figures, State
from zicht.model.search import SEARCHED, Combination, Edge, Meets, Search, SearchLevel, Signal


def search(
    combinations: Iterable[Combination], figures: Mapping[str, Figures], *, division: Division
) -> Iterator[Search]:
    """Yield where the signals of each combination meet.

    A signal is met where the figure that is shown is at least its edge, and unknown where no
    figure is shown: that follows from the page alone, whatever is withheld.

    Shape:  wijken and buurten in the order of the division.
    Units:  edges in the unit of the indicator.
    Errors: KeyError for an indicator without figures; `read` refused those that are unknown.
    Source: decisions/0012-zoekgebieden.md
    """
    for combination in combinations:
        own = [figures[signal.indicator] for signal in combination.signals]
        levels = {}
        for level in SEARCHED:
            told = _level(combination.signals, own, level, division)
            if told.signals >= combination.fewest:
                levels[level] = told
        yield Search(combination, tuple(each.indicator for each in own), levels)


def _level(
    signals: Iterable[Signal], figures: Iterable[Figures], level: Level, division: Division
) -> SearchLevel:
    rows = division.rows(level)
    edges: list[Edge | None] = []
    columns: list[npt.NDArray[np.uint8]] = []
    for signal, each in zip(signals, figures, strict=True):
        edge = _edge(signal, each, level, rows)
        edges.append(edge)
        columns.append(_meets(each, edge, rows))
    return SearchLevel(rows.start, tuple(edges), np.column_stack(columns))


def _edge(signal: Signal, figures: Figures, level: Level, rows: slice) -> Edge | None:
    """Return from which figure on a signal counts; None where a level has no highest fifth.

    That is so with fewer than five figures, and where the highest fifth begins with the lowest.
    """
    ranking = figures.rankings.get(level)
    if ranking is None:
        return None
    value = signal.at_least
    if value is None:
        if ranking.among < FIFTHS or not ranking.bounds:
            return None
        value = ranking.bounds[-1]
    column = figures.values.years.index(ranking.year)
    shown = figures.values.states[rows, column] == State.SHOWN
    reached = int((figures.values.values[rows, column][shown] >= value).sum())
    return Edge(ranking.year, value, reached, ranking.among)


def _meets(figures: Figures, edge: Edge | None, rows: slice) -> npt.NDArray[np.uint8]:
    if edge is None:
        return np.full(rows.stop - rows.start, Meets.ABSENT, dtype=np.uint8)
    column = figures.values.years.index(edge.year)
    states = figures.values.states[rows, column]
    found = np.full(states.shape, Meets.LACKING, dtype=np.uint8)
    found[states == State.WITHHELD] = Meets.WITHHELD
    shown = states == State.SHOWN
    high = figures.values.values[rows, column][shown] >= edge.value
    found[shown] = np.where(high, Meets.YES, Meets.NO)
    return found
