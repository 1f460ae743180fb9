"""What is derivable exactly in any system, decided without rounding: arithmetic modulo a prime."""

import heapq
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from zicht.model.system import Bools, System

_PRIME = 2**61 - 1
_SEED = 8

Row = dict[int, int]


def classes(system: System, unknown: Bools) -> npt.NDArray[np.uint64]:
    """Return a class for each cell: 0 is known exactly; who knows one of a class derives the rest.

    Shape:  a number for each cell, 0 for one that is not unknown; the same at every call.
    Errors: none. Only sums count, no limits. Each answer is wrong with a chance of 1 in 10**18
            for each pair of cells, and then the same wrong at every call.
    Source: decision 8: two random changes that keep every sum. A cell that neither changes is
            known; two cells that change in one proportion are tied to each other.
    """
    pivots = _eliminated(_rows(system, unknown))
    chance = np.random.default_rng(_SEED)
    one, other = (_change(pivots, unknown, chance) for _ in range(2))
    found = np.zeros(system.cells, dtype=np.uint64)
    for cell in np.flatnonzero(unknown).tolist():
        if one[cell] or other[cell]:
            found[cell] = 1 + one[cell] * pow(other[cell], _PRIME - 2, _PRIME) % _PRIME
    return found


def _rows(system: System, unknown: Bools) -> list[Row]:
    """Return the sums of unknown cells modulo the prime: what each cell counts in each sum."""
    rows: list[Row] = [{} for _ in range(system.sums)]
    inside = unknown[system.cell_of]
    sums, cells, signs = system.sum_of[inside], system.cell_of[inside], system.sign_of[inside]
    for row, cell, sign in zip(sums.tolist(), cells.tolist(), signs.tolist(), strict=True):
        exact = Fraction(repr(sign))
        weight = exact.numerator * pow(exact.denominator, -1, _PRIME)
        rows[row][cell] = (rows[row].get(cell, 0) + weight) % _PRIME
    return [{cell: weight for cell, weight in row.items() if weight} for row in rows]


def _eliminated(rows: list[Row]) -> list[tuple[int, Row]]:
    """Return cells and the row that gives each; no row holds the cell of an earlier one.

    The cell in the fewest rows goes first, by its shortest row: in a network that only joins two
    sums into one, and no row ever grows beyond the cells of both.
    """
    holders: dict[int, set[int]] = {}
    for number, row in enumerate(rows):
        for cell in row:
            holders.setdefault(cell, set()).add(number)
    queue = [(len(numbers), cell) for cell, numbers in holders.items()]
    heapq.heapify(queue)
    pivots = []
    while queue:
        count, cell = heapq.heappop(queue)
        if count != len(holders[cell]):
            if holders[cell]:
                heapq.heappush(queue, (len(holders[cell]), cell))
            continue
        if not count:
            continue
        number = min(holders[cell], key=lambda k: (len(rows[k]), k))
        pivot = rows[number]
        pivots.append((cell, pivot))
        for other in pivot:
            holders[other].discard(number)
        for target in sorted(holders[cell]):
            _subtract(rows, target, pivot, cell, holders)
    return pivots


def _subtract(
    rows: list[Row], target: int, pivot: Row, cell: int, holders: dict[int, set[int]]
) -> None:
    """Take the pivot from a row as often as clears the cell from it."""
    row = rows[target]
    times = row[cell] * pow(pivot[cell], -1, _PRIME) % _PRIME
    for other, weight in pivot.items():
        rest = (row.get(other, 0) - times * weight) % _PRIME
        if rest:
            row[other] = rest
            holders[other].add(target)
        else:
            row.pop(other, None)
            holders[other].discard(target)


def _change(
    pivots: list[tuple[int, Row]], unknown: Bools, chance: np.random.Generator
) -> list[int]:
    """Return a random change of the unknown cells that keeps every sum, modulo the prime."""
    drawn = chance.integers(1, _PRIME, len(unknown))
    change: list[int] = np.where(unknown, drawn, 0).tolist()
    for cell, row in reversed(pivots):
        rest = sum(weight * change[other] for other, weight in row.items() if other != cell)
        change[cell] = -rest * pow(row[cell], -1, _PRIME) % _PRIME
    return change
