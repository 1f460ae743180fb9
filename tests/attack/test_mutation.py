"""Show one shield of the built site: the audit finds what it hid, or it hid nothing after all."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from scipy.optimize import linprog

from tests.attack import attackers
from zicht.model.account import GIVEN_UP
from zicht.model.figure import State
from zicht.protect import cases, judge

FEWEST_TRIED = 60
MOST_SPARE = 0.15
UNBOUNDED = 3


@dataclass(frozen=True)
class Mutant:
    """The published figures of one indicator and year, with one shield shown."""

    cell: tuple
    case: object


@pytest.fixture(scope="module")
def mutants(country, delivered):
    """Return a mutant for every shield of the whole site."""
    _, published = country
    pattern = delivered.protect().account.reasons
    return [
        Mutant((key, delivered.division.areas[row].code), mutated(case, at, row, truth))
        for case in cases(published, certify=False)
        for at, key in enumerate(case.family.keys)
        for row, truth in shields(delivered, pattern, key, case.year)
    ]


def shields(world, pattern, key, year):
    """Yield the row and the number of each cell that was withheld for the sake of others."""
    raw = world.raw.series[key]
    if year not in raw.years:
        return
    column = raw.years.index(year)
    for row in np.flatnonzero(np.isin(pattern[key][:, column], GIVEN_UP)):
        yield int(row), raw.values[row, column]


def mutated(case, at, row, truth):
    grid = case.grids[at]
    column = grid.years.index(case.year)
    assert grid.states[row, column] == State.WITHHELD
    values, states = grid.values.copy(), grid.states.copy()
    values[row, column], states[row, column] = truth, State.SHOWN
    grids = list(case.grids)
    grids[at] = replace(grid, values=values, states=states)
    return replace(case, grids=tuple(grids))


@pytest.fixture(scope="module")
def verdicts(mutants):
    return [(mutant, judge(mutant.case).disclosures) for mutant in mutants]


def test_the_site_as_built_gives_nothing_away(country):
    _, published = country
    assert [d for case in cases(published, certify=False) for d in judge(case).disclosures] == []


def test_the_shields_are_many(mutants):
    assert len(mutants) >= FEWEST_TRIED
    assert len({mutant.case.family.keys[0] for mutant in mutants}) >= 5


def test_nearly_every_shield_that_is_shown_is_missed(verdicts):
    spare = [mutant.cell for mutant, found in verdicts if not found]
    assert len(spare) < MOST_SPARE * len(verdicts)


def test_a_shield_that_is_not_missed_hid_nothing(verdicts):
    """Linear programs over the sums around it say so too: another way to the same bounds."""
    for mutant, found in verdicts:
        if not found:
            assert attackers.too_much(bounds(mutant)) == {}, mutant.cell


def bounds(mutant):
    """Return what the withheld cells can be that are linked to the shield by sums."""
    case = mutant.case
    keys = case.family.keys
    wholes = [
        (keys[total], tuple(keys[part] for part in parts)) for total, parts in case.family.wholes
    ]
    book = attackers.read(
        dict(zip(keys, case.grids, strict=True)),
        case.division,
        case.year,
        wholes=wholes,
        least=case.least,
        adds_up=case.family.adds_up[0],
    )
    cells, sums = linked(book, mutant.cell)
    place = {cell: at for at, cell in enumerate(cells)}
    matrix, known = np.zeros((len(sums), len(cells))), np.zeros(len(sums))
    for row, (total, parts, _) in enumerate(sums):
        for cell, sign in ((total, -1.0), *((part, 1.0) for part in parts)):
            if cell in place:
                matrix[row, place[cell]] = sign
            else:
                known[row] -= sign * book.low[cell]
    loose = np.array([each[2] for each in sums])
    held = {"A_ub": matrix[loose], "b_ub": known[loose]} if loose.any() else {}
    held |= {"A_eq": matrix[~loose], "b_eq": known[~loose]} if not loose.all() else {}
    held["bounds"] = (case.least, None)
    return {cell: tuple(extreme(place[cell], sign, held) for sign in (1, -1)) for cell in cells}


def linked(book, start):
    """Return the withheld cells that sums link to a cell, and those sums."""
    cells, sums, found = set(), [], {start}
    while found:
        reached = [each for each in book.sums if each not in sums and found & {each[0], *each[1]}]
        sums += reached
        found = {c for total, parts, _ in reached for c in (total, *parts)} & book.hidden - cells
        cells |= found
    return sorted(cells), sums


def extreme(at, sign, held):
    """Return the lowest (sign 1) or highest number of a cell; these sums have whole corners."""
    goal = np.zeros(max(each.shape[1] for name, each in held.items() if name.startswith("A")))
    goal[at] = sign
    done = linprog(goal, **held)
    assert done.status in {0, UNBOUNDED}
    return -sign * np.inf if done.status == UNBOUNDED else round(done.x[at], 6)
