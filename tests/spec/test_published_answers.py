"""Instances whose answers others published, with where they stand; ours must be the same.

HandbookSDC   github.com/sdcTools/HandbookSDC, eef4a18, CC BY-SA 4.0, chapters 4.2 and 5
sdcTable      github.com/sdcTools/sdcTable, 6393dfb, GPL (>= 2), tests/testthat
checkTauArgus github.com/sdcTools/checkTauArgus, d5dbee1, GPL-3, inst/tests/Batch
rtauargus     github.com/InseeFrLab/rtauargus, 60ef137, MIT, README
UserSupport   github.com/sdcTools/UserSupport, issues, no licence stated

Only facts are taken over: the numbers of a table, and which of its cells came out how.
"""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from tests.unit.protect.systems import cross, system, total
from zicht.model.rules import Dominance
from zicht.model.system import Needs
from zicht.protect.dominance import dominated, upper_need
from zicht.protect.program.nullspace import classes
from zicht.protect.program.patches import open_around_cell, open_patches
from zicht.protect.program.program import program_ranges

SHARED = Path(__file__).parents[3] / "shared" / "data" / "sdc"
FAR = 10_000


@pytest.fixture
def shared():
    if not SHARED.exists():
        pytest.skip(f"the published instances are not here: {SHARED}")
    return SHARED


def mask(table, cells):
    found = np.zeros(table.cells, bool)
    found[list(cells)] = True
    return found


def interval(table, unknown, cell):
    found = program_ranges(table, unknown, enough=FAR)
    return table.base[cell] - found.down[cell], table.base[cell] + found.up[cell]


def around(table, unknown, level):
    """Ask that each unknown cell could lie `level` below and above its number."""
    asked = np.where(unknown, level, 0.0)
    far = np.where(unknown, 0.0, np.inf)
    return Needs(table.base + asked - far, table.base - asked + far, 2 * asked)


def withheld(table, unknown, *, level, cost, may=None):
    """Return what is withheld as well for the unknown cells to be hidden on both sides."""
    candidates = ~unknown if may is None else may & ~unknown
    need = around(table, unknown, level)
    found = open_patches(table, unknown=unknown, may=candidates, cost=cost, needs=need)
    assert not need.short(table.base, program_ranges(table, found, enough=FAR)).any()
    return set(np.flatnonzero(found & ~unknown).tolist())


def test_handbook_example_3_is_known_within_three_to_six():
    table, place = cross([[5, 2], [1, 2], [3, 3]])
    unknown = mask(table, place[:2, :2].ravel())
    assert interval(table, unknown, place[0, 0]) == (3, 6)
    found = classes(table, unknown)[place]
    assert found[0, 0] == found[0, 1] != 0, "the contributor to X12 alone knows X11 exactly"


WXYZ = [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]]
NINE = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 1), (2, 3), (3, 1), (3, 3)]


def test_two_withheld_cells_in_every_line_do_not_protect_sdctable():
    table, place = cross(WXYZ)
    unknown = mask(table, [place[spot] for spot in NINE])
    assert interval(table, unknown, place[0, 1]) == (47, 47)
    assert classes(table, unknown)[place[0, 1]] == 0


@pytest.mark.parametrize(
    ("spot", "published"), [((1, 3), (0, 78)), ((0, 3), (0, 136)), ((1, 1), (0, 141))]
)
def test_one_cell_more_protects_sdctable(spot, published):
    table, place = cross(WXYZ)
    unknown = mask(table, [place[one] for one in [*NINE, spot]])
    assert interval(table, unknown, place[0, 1]) == published


def test_we_add_one_cell_to_sdctable_as_its_heuristic_does():
    table, place = cross(WXYZ)
    unknown = mask(table, [place[spot] for spot in NINE])
    assert len(withheld(table, unknown, level=1, cost=np.ones(table.cells))) == 1


LINKED = dict(zip("ABIJKLMN", (2, 2, 8, 8, 3, 3, 3, 7), strict=True))
COUNTIES = [("ABIJ", 20), ("KLMN", 16)]
SIZES = [("LM", 6), ("ABIJKN", 30)]


def linked(tables):
    """Make the sums of UserSupport 136: eight municipalities, and totals that are all shown."""
    base, sums = list(LINKED.values()), []
    for members, value in tables:
        sums.append(total(len(base), ["ABIJKLMN".index(name) for name in members]))
        base.append(value)
    table = system(sums, base)
    return table, mask(table, ["ABIJKLMN".index(name) for name in "ABKLM"])


def test_linked_tables_that_are_safe_alone_are_not_together():
    for tables in (COUNTIES, SIZES):
        table, unknown = linked(tables)
        assert classes(table, unknown)[unknown].all()
    table, unknown = linked(COUNTIES + SIZES)
    assert interval(table, unknown, "ABIJKLMN".index("K")) == (3, 3)


def test_linked_tables_are_repaired_by_one_cell_with_the_published_intervals():
    table, unknown = linked(COUNTIES + SIZES)
    towns = mask(table, range(8))
    extra = withheld(table, unknown, level=1, cost=np.ones(table.cells), may=towns)
    assert extra == {"ABIJKLMN".index("N")}
    repaired = unknown | mask(table, extra)
    found = {name: interval(table, repaired, "ABIJKLMN".index(name)) for name in "ABKLM"}
    assert found == {"A": (0, 4), "B": (0, 4), "K": (0, 10), "L": (0, 6), "M": (0, 6)}


def test_checktauargus_1_has_the_published_pattern():
    """MAN(20): a fifth of the cell on either side; the total of the withheld is the least."""
    table, place = cross([[895, 137], [753, 973], [569, 486], [540, 793]])
    unknown = mask(table, [place[0, 1]])
    extra = withheld(table, unknown, level=0.2 * 137, cost=table.base)
    status = np.full(table.cells, "s")
    status[list(extra)], status[unknown] = "x", "u"
    rows = status[place][[4, 0, 1, 2, 3]][:, [2, 0, 1]]
    assert " ".join(rows.ravel()) == "s s s s x u s s s s x x s s s"


def test_checktauargus_2_has_the_published_pattern(shared):
    """FREQ(5,20)|P(20,5) on 100 records; the total of num1 is 10484.95."""
    values = defaultdict(list)
    with (shared / "checktauargus" / "microdata_ex2.asc").open(encoding="ascii") as lines:
        for region, gender, _, _, num1, _ in filter(None, csv.reader(lines)):
            values[region.strip(), gender.strip()].append(float(num1))
    spots = [(r, g) for r in "ABCD" for g in ("male", "female")]
    assert sum(sum(values[spot]) for spot in spots) == pytest.approx(10484.95)
    inner = np.array([sum(values[spot]) for spot in spots]).reshape(4, 2)
    table, place = cross(inner, whole=False)
    rule = Dominance(fewest=5, p_pct=20, largest_pct=100)
    unsafe = [dominated(*told(values[spot]), rule=rule)[0] for spot in spots]
    assert [spot for spot, one in zip(spots, unsafe, strict=True) if one] == [("A", "female")]
    unknown = mask(table, [place[0, 1]])
    extra = withheld(table, unknown, level=0.2 * inner[0, 1], cost=table.base)
    assert extra == set(place[[0, 2, 2], [0, 0, 1]].tolist())


def told(values):
    """Return what the rules are told of some contributions, as arrays of one."""
    largest = [*sorted(values, reverse=True), 0, 0][:2]
    return (np.array([float(one)]) for one in (sum(values), *largest, len(values)))


def test_rtauargus_has_the_published_statuses():
    """FREQ(3,10)|NK(1,85): A 02|tr1, B 06|tr2, D 02|tr2 and 06|tr1."""
    table, place = cross([[100, 50], [30, 20], [60, 40]])
    counted = [[10, 5], [2, 5], [8, 6]]
    largest = np.array([[20, 15], [20, 10], [16, 38]], float)
    rule = Dominance(fewest=3, n=1, k_pct=85, largest_pct=100)
    turnover = table.base[place[:3, :2]]
    few = np.array(counted) < rule.fewest
    assert np.argwhere(few).tolist() == [[1, 0]]
    unsafe = dominated(turnover, largest, 0 * largest, np.array(counted, float), rule=rule)
    assert np.argwhere(unsafe & ~few).tolist() == [[2, 1]]
    unknown = mask(table, place[:3, :2][unsafe])
    level = np.zeros(table.cells)
    level[place[1, 0]] = 0.1 * turnover[1, 0]
    level[place[2, 1]] = upper_need(turnover, largest, 0 * largest, rule=rule)[2, 1]
    assert level[place[2, 1]] == pytest.approx(38 / 0.85 - 40)
    extra = withheld(table, unknown, level=level, cost=table.base)
    assert extra == {place[1, 1], place[2, 0]}


def test_sdctable_withholds_the_published_cells_for_one_small_count():
    """OPT, HYPERCUBE, HITAS and SIMPLEHEURISTIC: 5, 6, 11 and 12, with 6 the small one."""
    table, place = cross([[18, 2], [14, 19], [12, 10], [11, 14]])
    numbers = np.empty(table.cells, int)
    numbers[place[[4, 0, 1, 2, 3]][:, [2, 0, 1]].ravel()] = range(1, 16)
    unknown = numbers == 6
    extra = withheld(table, unknown, level=1, cost=table.base)
    assert {int(numbers[cell]) for cell in extra} == {5, 11, 12}


def test_one_of_two_singletons_would_know_the_other():
    """sdcTable: a 1, b 2, c 1, d 0, at most one is too few; 0 more cells, with insiders 1."""
    table = system([total(4, range(4))], [1, 2, 1, 0, 4])
    unknown, may = mask(table, [0, 2]), mask(table, [1, 3])
    cost = np.ones(table.cells)
    assert not withheld(table, unknown, level=1, cost=cost, may=may)
    tied = classes(table, unknown)
    assert tied[0] == tied[2] != 0
    found = open_around_cell(
        table, 0, avoid=mask(table, [2]), unknown=unknown, may=may, cost=cost, amount=1.0
    )
    assert found is not None
    assert np.count_nonzero(found & ~unknown) == 1
    tied = classes(table, found)
    assert tied[0] != tied[2]


def test_three_singletons_escape_those_who_look_at_pairs():
    """UserSupport 135: at most two is too few; the totals of A and B are too few as well."""
    table, place = cross([[1, 1, 7, 1, 0], [1, 0, 0, 2, 8]])
    unknown = (table.base > 0) & (table.base <= 2)
    ours = place[0, [0, 1, 3]]
    assert unknown[ours].all()
    found = classes(table, unknown)
    assert found[unknown].all(), "nothing is known exactly"
    assert len({*found[ours].tolist()}) == 3, "no two of the three are tied"
    two_know = unknown & ~mask(table, ours[:2])
    assert classes(table, two_know)[ours[2]] == 0, "and yet two of them know the third"


SAFE = {"fewest": 0, "largest_pct": 100.0}


@pytest.mark.parametrize(
    ("rule", "published"),
    [
        (Dominance(fewest=3, largest_pct=100), {6}),
        (Dominance(n=2, k_pct=75, **SAFE), {6, 14}),
        (Dominance(p_pct=70, **SAFE), {6, 14}),
        (Dominance(p_pct=100 * 60 / 80, **SAFE), {6, 14}),
    ],
    ids=["at most 2", "(2,75)", "p 70", "pq 60/80"],
)
def test_primary_rules_on_microdata1_of_sdctable(rule, published, shared):
    values = defaultdict(list)
    with (shared / "sdctable" / "microdata1.csv").open(encoding="ascii") as lines:
        for row in csv.DictReader(lines):
            for region in (row["region"], "Total"):
                for gender in (row["gender"], "total"):
                    values[region, gender].append(float(row["val"]))
    spots = [(r, g) for r in ("Total", *"ABCD") for g in ("total", "male", "female")]
    found = {k for k, s in enumerate(spots, 1) if dominated(*told(values[s]), rule=rule)[0]}
    assert found == published


@pytest.mark.parametrize(
    ("contributions", "rule", "unsafe"),
    [
        ((100_000, 50_000, 49_000), Dominance(n=1, k_pct=90, **SAFE), False),
        ((100_000, 50_000, 49_000), Dominance(p_pct=2, **SAFE), False),
        ((100_000, 50_000, 49_000), Dominance(p_pct=2.1, **SAFE), True),
        ((110_000, 52_000, 50_000), Dominance(p_pct=10, **SAFE), False),
        ((110_000, 52_000, 50_000), Dominance(p_pct=15.3, **SAFE), False),
        ((110_000, 52_000, 50_000), Dominance(p_pct=15.4, **SAFE), True),
        ((110_000, 52_000, 50_000), Dominance(n=2, k_pct=90.9, **SAFE), True),
        ((330, 300, 20), Dominance(n=1, k_pct=85, **SAFE), True),
    ],
)
def test_examples_1_2_and_4_of_the_handbook(contributions, rule, unsafe):
    arrays = [np.array([float(one)]) for one in contributions]
    assert dominated(*arrays, np.array([20.0]), rule=rule)[0] == unsafe


def test_example_4_of_the_handbook_must_reach_353():
    rule = Dominance(n=1, k_pct=85, **SAFE)
    need = upper_need(np.array([330.0]), np.array([300.0]), np.array([20.0]), rule=rule)
    assert 330 + need[0] == pytest.approx(352.94, abs=0.005)
