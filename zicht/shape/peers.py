"""Similar gemeenten: the same stedelijkheid and about as many inhabitants."""

from collections.abc import Mapping

import numpy as np

from zicht.model.area import Division, Level
from zicht.model.figure import Grid, Peers, SafeFigures, State

SIZES = (20_000, 50_000, 100_000, 250_000)
FEWEST_PEERS = 3
STEDELIJKHEID = {
    1: "zeer sterk stedelijke",
    2: "sterk stedelijke",
    3: "matig stedelijke",
    4: "weinig stedelijke",
    5: "niet-stedelijke",
}
SIZE_WORDS = (
    "minder dan 20.000 inwoners",
    "20.000 tot 50.000 inwoners",
    "50.000 tot 100.000 inwoners",
    "100.000 tot 250.000 inwoners",
    "250.000 inwoners of meer",
)


def newest(grid: Grid, row: int) -> float | None:
    """Return the newest number of a row; None where it has none."""
    shown = np.flatnonzero(grid.states[row] == State.SHOWN)
    return float(grid.values[row, shown[-1]]) if shown.size else None


def find_peers(figures: SafeFigures, *, division: Division) -> Mapping[str, Peers]:
    """Return for each gemeente those of the same stedelijkheid and size class.

    Both are read from numbers that are shown; a withheld number of inhabitants is passed over.

    Shape:  by code. Where fewer than three others share both, those of the size class alone;
            a gemeente without the two facts (series `inwoners` and `stedelijkheid`) is absent.
    Units:  inhabitants in classes of 20, 50, 100 and 250 thousand.
    Errors: none.
    Source: decisions/0004-similar-gemeenten.md
    """
    urban, people = figures.series.get("stedelijkheid"), figures.series.get("inwoners")
    if urban is None or people is None:
        return {}
    kinds: dict[str, tuple[int, int]] = {}
    for area in division.of(Level.GEMEENTE):
        row = division.row[area.code]
        degree, inhabitants = newest(urban.grid, row), newest(people.grid, row)
        if degree is not None and inhabitants is not None:
            size = sum(inhabitants >= bound for bound in SIZES)
            kinds[area.code] = (int(degree), size)
    return {code: _peers(code, kinds) for code in kinds}


def _peers(code: str, kinds: Mapping[str, tuple[int, int]]) -> Peers:
    degree, size = kinds[code]
    others = [other for other in kinds if other != code]
    alike = tuple(other for other in others if kinds[other] == (degree, size))
    words = f"gemeenten met {SIZE_WORDS[size]}"
    if len(alike) >= FEWEST_PEERS:
        return Peers(alike, f"{STEDELIJKHEID[degree]} {words}")
    return Peers(tuple(other for other in others if kinds[other][1] == size), words)


def similar_medians(values: Grid, peers: Mapping[str, Peers], *, division: Division) -> Grid:
    """Return the median of its peers for each gemeente, rounded by the caller.

    It is the median of the peers whose figure is shown, which all stand in one table on the site:
    a withheld figure of a peer takes no place in it, high or low, and changes nothing.

    Shape:  the rows and years of `values`; MISSING outside the gemeenten.
    Units:  those of the figures.
    Errors: none. Fewer than three peers with a number, or fewer than half of them, is no
            median: WITHHELD where a peer's figure is withheld, else MISSING.
    """
    medians = np.full(values.values.shape, np.nan)
    states = np.full(values.states.shape, State.MISSING, dtype=np.uint8)
    for code, group in peers.items():
        row = division.row[code]
        inside = [division.row[other] for other in group.codes]
        known = values.states[inside] == State.SHOWN
        counted = known.sum(axis=0)
        enough = (counted >= FEWEST_PEERS) & (2 * counted >= len(inside))
        withheld = (values.states[inside] == State.WITHHELD).any(axis=0)
        states[row] = np.where(withheld, State.WITHHELD, State.MISSING)
        states[row, enough] = State.SHOWN
        ordered = np.sort(np.where(known, values.values[inside], np.inf), axis=0)
        columns = np.flatnonzero(enough)
        below = ordered[(counted[columns] - 1) // 2, columns]
        above = ordered[counted[columns] // 2, columns]
        medians[row, columns] = (below + above) / 2
    return Grid(values.years, medians, states, values.provisional)
