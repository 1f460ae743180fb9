"""Branches on pages: as far down as anything was delivered, in the order of the codes."""

from dataclasses import replace

import pytest

from tests.unit.render.conftest import CANARY, M, W, grid, series
from zicht.model.area import Level
from zicht.model.branche import Branche, Node, Tree
from zicht.model.figure import Category, State
from zicht.model.theme import Breakdown, Form
from zicht.render import branche_page, branches_page
from zicht.render.branches import boughs_of
from zicht.render.breakdowns import divided

NAMES = (("I", "Horeca", None), ("56", "Eten", "I"), ("J", "IT", None))
HORECA = Category("Horeca", grid([150, 160], [40, W], [110, 120], [M, M], [M, M]),
                  grid([75, 53.3], [44.4, W], [100, 60], [M, M], [M, M]))  # fmt: skip
ETEN = Category("Eten", grid([70, 80], [M, M], [10, 12], [M, M], [M, M]),
                grid([35, 26.7], [M, M], [9.1, 6], [M, M], [M, M]))  # fmt: skip
IT = Category("IT", grid([50, 60], [15, 19], [6, 7], [M, M], [M, M]),
              grid([25, 20], [16.7, W], [5.5, 3.5], [M, M], [M, M]))  # fmt: skip


@pytest.fixture
def branched(atlas, split):
    """The atlas with a hierarchy of branches in place of ages."""
    parts = tuple(series(f"zaken.sbi.{code.lower()}", title) for code, title, _ in NAMES)
    codes = tuple(code for code, _, _ in NAMES)
    breakdown = Breakdown("sbi", "Branche", parts, Form.HIERARCHY, None, (-1, 0, -1), codes)
    figures = replace(
        split,
        indicator=replace(split.indicator, breakdowns=(breakdown,)),
        parts={"sbi": dict(zip(("i", "56", "j"), (HORECA, ETEN, IT), strict=True))},
    )
    branches = {code: Branche(code, title, around) for code, title, around in NAMES}
    grids = (
        grid([1, 1], [1.8, W], [1.3, 1.1]),
        grid([1, 1], [M, M], [0.3, 0.2]),
        grid([1, 1], [2.9, 2.4], [0.2, 0.2]),
    )
    nodes = tuple(
        Node(branches[code], depth, category, grid_)
        for code, depth, category, grid_ in zip(
            codes, (0, 1, 0), (HORECA, ETEN, IT), grids, strict=True
        )
    )
    tree = Tree("sbi", "Branche", nodes, {Level.NEDERLAND: 2024, Level.GEMEENTE: 2023})
    return replace(
        atlas,
        figures={**atlas.figures, "zaken": figures},
        branches=branches,
        trees={"zaken": (tree,)},
    )


def bough(atlas, code):
    (found,) = boughs_of(atlas, atlas.figures["zaken"], code, base="gemeente/x/t/")
    return found


def test_a_tree_is_open_as_far_as_anything_was_delivered(branched):
    assert [row.branche.code for row in bough(branched, "GM0001").rows] == ["I", "J"]
    assert [row.branche.code for row in bough(branched, "GM0002").rows] == ["I", "56", "J"]
    assert [leaf.depth for leaf in bough(branched, "GM0002").chart.leaves] == [0, 1, 0]


def test_a_heading_names_the_branche_that_differs_most_and_never_a_tiny_one(branched):
    assert bough(branched, "GM0001").message == "Horeca: 1,8 keer zo vaak als in Nederland"
    assert bough(branched, "NL01").message == "De verdeling over de branches"


def test_nothing_is_set_beside_nederland_on_its_own_page(branched):
    found = bough(branched, "NL01")
    assert not found.compared
    assert all(leaf.there is None for leaf in found.chart.leaves)
    assert all(row.times is None for row in found.rows)


def test_a_hierarchy_is_no_table_of_categories(branched):
    assert divided(branched, branched.figures["zaken"], "GM0001") == ()


def test_a_branche_has_its_years_its_place_and_its_gemeenten_by_name(branched):
    page = branche_page(branched, "I")
    assert (page.folder, page.title) == ("branche/i-horeca/", "Horeca (sectie I)")
    (found,) = page.told["found"]
    assert [(year.year, year.count.value) for year in found.years] == [(2023, 150), (2024, 160)]
    assert [row.branche.code for row in found.inside] == ["56"]
    assert [(one.area.name, one.times.value) for one in found.gemeenten] == [
        ("Appingedam", 1.8),
        ("Beerta", 1.3),
    ]
    assert found.map is None
    inner = branche_page(branched, "56")
    assert [one.code for one, _ in inner.told["around"]] == ["I"]


def test_what_is_withheld_of_a_gemeente_is_a_state(branched):
    later = replace(
        branched.trees["zaken"][0], latest={Level.NEDERLAND: 2024, Level.GEMEENTE: 2024}
    )
    page = branche_page(replace(branched, trees={"zaken": (later,)}), "I")
    (found,) = page.told["found"]
    first = found.gemeenten[0]
    assert {first.count.state, first.share.state, first.times.state} == {State.WITHHELD}
    assert str(CANARY) not in str(page.told)


def test_all_branches_are_listed_with_what_nederland_counts(branched):
    page = branches_page(branched)
    assert [(row.branche.code, row.depth) for row in page.told["rows"]] == [
        ("I", 0),
        ("56", 1),
        ("J", 0),
    ]
    assert [cell.value for row in page.told["rows"] for cell in row.cells] == [160, 80, 60]
    assert page.told["rows"][1].href == "56-eten/"
    assert len(page.charts) == 1
