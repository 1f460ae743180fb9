from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.unit.render.conftest import M, grid
from zicht.model.figure import Cell, State
from zicht.render import Site, make_environment
from zicht.render.breakdowns import divided

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture
def environment(atlas) -> Environment:
    return make_environment(TEMPLATES, Site(atlas.delivery, atlas.themes, {}, ()))


def test_the_newest_year_with_a_figure_of_the_level_is_told(atlas, split):
    (table,) = divided(atlas, split, "NL01")
    assert (table.title, table.head) == ("Naar leeftijd in 2023", "Leeftijd")
    assert [(line.title, line.count.value, line.share.value) for line in table.rows] == [
        ("Oud", 150, 75), ("Jong", 50, 25),
    ]  # fmt: skip


def test_a_withheld_category_keeps_its_line(atlas, split):
    (table,) = divided(atlas, split, "GM0001")
    assert [line.count for line in table.rows] == [
        Cell(State.WITHHELD), Cell(State.SHOWN, 20.0),
    ]  # fmt: skip
    assert {line.share.state for line in table.rows} == {State.WITHHELD}


@pytest.mark.parametrize("code", ["GM0002", "WK000100"])
def test_where_nothing_was_delivered_there_is_no_table(atlas, split, code):
    assert divided(atlas, split, code) == ()


def test_an_indicator_without_categories_has_no_table(atlas, plain):
    assert divided(atlas, plain, "GM0001") == ()


def written(environment, atlas, figures, code):
    macro = environment.get_template("_macros.html").make_module(
        {"root": "", "folder": "", "title": ""}
    )
    (table,) = divided(atlas, figures, code)
    return str(macro.delen(table, figures.indicator))


def test_the_table_says_counts_and_shares_in_dutch(environment, atlas, split):
    html = written(environment, atlas, split, "NL01")
    assert '<table class="delen">' in html
    assert "Zaken naar leeftijd in 2023" in html
    heads = ['<th scope="col">Leeftijd</th>', 'class="n">Aantal</th>', 'class="n">Aandeel</th>']
    assert all(head in html for head in heads)
    assert '<th scope="row">Oud</th><td class="n">150</td><td class="n">75,0%</td>' in html


def test_a_withheld_cell_has_the_usual_symbol_and_words(environment, atlas, split):
    html = written(environment, atlas, split, "GM0001")
    assert html.count('aria-hidden="true">x</span>') == 3
    assert html.count("niet getoond: geheim of te onbetrouwbaar</span>") == 3
    assert "%" not in html


def test_a_provisional_share_has_its_star_behind_the_percentage(environment, atlas, split):
    late = replace(
        split.parts["leeftijd"]["oud"],
        counts=grid([M, 1234], [M, M], [M, M], [M, M], [M, M]),
        shares=grid([M, 12.5], [M, M], [M, M], [M, M], [M, M]),
    )
    figures = replace(split, parts={"leeftijd": {"oud": late}})
    html = written(environment, atlas, figures, "NL01")
    assert '12,5%*<span class="sr"> (voorlopig)</span>' in html
    assert "1.234*" in html
