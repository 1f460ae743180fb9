"""A stranger with a solver narrows down every flow that is not shown, from all that is."""

import numpy as np
import pytest
from scipy.optimize import linprog

from zicht.model.rules import Rules
from zicht.protect.flow.hiding import choose_shown, first_shown

RULES = Rules()
FINE = 1e-6


def world(seed):
    """Return a matrix with many zeros, a few small numbers and a heavy diagonal."""
    chance = np.random.default_rng(seed)
    height, width = chance.integers(1, 7, size=2)
    counts = chance.poisson(chance.gamma(0.4, 12, size=(height, width)))
    for at in range(min(height, width)):
        counts[at, at] += chance.poisson(25)
    return np.where(chance.random(counts.shape) < 0.2, 0, counts).astype(np.int64)


def known(counts, shown):
    """Return what the page says as equations over cells, totals by origin and by destination."""
    height, width = counts.shape
    size = height * width + height + width
    rows, right = [], []

    def says(places, number):
        row = np.zeros(size)
        for place, factor in places:
            row[place] += factor
        rows.append(row)
        right.append(number)

    cell = np.arange(height * width).reshape(height, width)
    out, into = height * width + np.arange(height), height * width + height + np.arange(width)
    for a in range(height):
        says([*((at, 1) for at in cell[a]), (out[a], -1)], 0)
        if shown.origins[a]:
            says([(out[a], 1)], counts[a].sum())
    for b in range(width):
        says([*((at, 1) for at in cell[:, b]), (into[b], -1)], 0)
        if shown.destinations[b]:
            says([(into[b], 1)], counts[:, b].sum())
    for a, b in np.argwhere(shown.flows):
        says([(cell[a, b], 1)], counts[a, b])
    says([(at, 1) for at in out], counts.sum())
    return np.array(rows), np.array(right), cell, out, into


def narrowed(counts, shown):
    """Yield the least and the most that each cell and total that is not shown can be."""
    left, right, cell, out, into = known(counts, shown)
    asked = [
        *((cell[a, b]) for a, b in np.argwhere(~shown.flows)),
        *out[~shown.origins],
        *into[~shown.destinations],
    ]
    for place in asked:
        goal = np.zeros(left.shape[1])
        goal[place] = 1
        low = linprog(goal, A_eq=left, b_eq=right, method="highs").fun
        high = -linprog(-goal, A_eq=left, b_eq=right, method="highs").fun
        yield low, high


def leaks(counts, shown):
    """Return how many cells are narrower than promised; zero is known of a place without any."""
    return sum(
        high > FINE and (high < RULES.reach - FINE or high - low < RULES.width - FINE)
        for low, high in narrowed(counts, shown)
    )


@pytest.mark.parametrize("seed", range(40))
def test_nothing_withheld_is_narrower_than_promised(seed):
    counts = world(seed)
    shown = choose_shown(counts, RULES)
    if shown.whole:
        assert leaks(counts, shown) == 0


def test_without_holding_more_back_small_numbers_are_found():
    found = 0
    for seed in range(12):
        counts = world(seed)
        shown = first_shown(counts, RULES)
        shown.flows &= shown.origins[:, None] & shown.destinations[None, :]
        found += leaks(counts, shown) if shown.whole else 0
    assert found > 12


@pytest.mark.parametrize("seed", range(20))
def test_no_rest_is_a_small_number(seed):
    counts = world(seed)
    shown = choose_shown(counts, RULES)
    for matrix, flows, totals in (
        (counts, shown.flows, shown.origins),
        (counts.T, shown.flows.T, shown.destinations),
    ):
        rests = (matrix * ~flows).sum(axis=1)[totals]
        assert not ((rests > 0) & (rests < RULES.fewest)).any()
        assert not 0 < matrix.sum(axis=1)[~totals].sum() < RULES.fewest or not shown.whole


def test_enough_is_left_to_show():
    told = [choose_shown(world(seed), RULES).flows.sum() for seed in range(60)]
    assert sum(told) > 40
