from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.unit.render.conftest import M, W, grid
from zicht.model.chart import Ages, Composition
from zicht.model.figure import Category, Cell, State
from zicht.model.theme import Breakdown, Form
from zicht.render import Site, make_environment
from zicht.render.breakdowns import divided

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture
def environment(atlas) -> Environment:
    return make_environment(TEMPLATES, Site(atlas.delivery, atlas.themes, {}, ()))


def shared(figures, form, **rows):
    """Return the indicator with categories of which Nederland has these shares."""
    empty = [[M, M]] * 4
    parts = {
        key: Category(key.capitalize(), grid(shares, *empty), grid(shares, *empty))
        for key, shares in rows.items()
    }
    (old,) = figures.indicator.breakdowns
    series = tuple(replace(old.parts[0], key=f"zaken.leeftijd.{key}") for key in rows)
    breakdown = Breakdown("leeftijd", "Leeftijd", series, form)
    indicator = replace(figures.indicator, breakdowns=(breakdown,))
    return replace(figures, indicator=indicator, parts={"leeftijd": parts})


def test_the_years_that_were_delivered_are_told(atlas, split):
    (told,) = divided(atlas, split, "NL01")
    assert (told.head, told.years) == ("Leeftijd", (2023,))
    assert [(line.title, line.counts[0].value, line.shares[0].value) for line in told.lines] == [
        ("Oud", 150, 75), ("Jong", 50, 25),
    ]  # fmt: skip


def test_a_withheld_category_keeps_its_line(atlas, split):
    (told,) = divided(atlas, split, "GM0001")
    assert [line.counts for line in told.lines] == [
        (Cell(State.WITHHELD),), (Cell(State.SHOWN, 20.0),),
    ]  # fmt: skip
    assert told.chart is None


@pytest.mark.parametrize("code", ["GM0002", "WK000100"])
def test_where_nothing_was_delivered_nothing_is_told(atlas, split, code):
    assert divided(atlas, split, code) == ()


def test_an_indicator_without_categories_tells_none(atlas, plain):
    assert divided(atlas, plain, "GM0001") == ()


def test_a_hierarchy_is_told_elsewhere(atlas, split):
    assert divided(atlas, shared(split, Form.HIERARCHY, oud=[60, 60], jong=[40, 40]), "NL01") == ()


@pytest.mark.parametrize(
    ("oud", "jong", "title"),
    [
        ([60, 70], [40, 30], "Het grootste deel in 2024: Oud, 70,0%"),
        ([60, W], [40, W], "Het grootste deel in 2023: Oud, 60,0%"),
        ([60, 50], [40, 50], "Naar leeftijd"),
        ([W, W], [40, 30], "Naar leeftijd"),
    ],
)
def test_a_composition_says_the_largest_part_of_a_year_that_is_whole(
    atlas, split, oud, jong, title
):
    (told,) = divided(atlas, shared(split, Form.COMPOSITION, oud=oud, jong=jong), "NL01")
    assert told.title == title
    assert isinstance(told.chart, Composition)


@pytest.mark.parametrize(
    ("oud", "jong", "title"),
    [
        ([60, 70], [40, 30], "Het meest gegroeid: Oud, van 60,0% in 2023 naar 70,0% in 2024"),
        ([60, 60], [40, 40], "Naar leeftijd"),
        ([60, W], [40, 30], "Naar leeftijd"),
    ],
)
def test_ages_say_what_grew_most(atlas, split, oud, jong, title):
    (told,) = divided(atlas, shared(split, Form.AGES, oud=oud, jong=jong), "NL01")
    assert told.title == title
    assert isinstance(told.chart, Ages)


def test_nothing_is_compared_across_a_break(atlas, split):
    figures = shared(split, Form.AGES, oud=[60, 70], jong=[40, 30])
    broken = replace(figures.indicator, breaks={2024: "Anders geteld."})
    (told,) = divided(atlas, replace(figures, indicator=broken), "NL01")
    assert told.title == "Naar leeftijd"


@pytest.mark.parametrize(
    ("highest", "bounds"),
    [(4.9, (1, 2, 3, 4)), (31.0, (8, 16, 24, 32)), (100.0, (20, 40, 60, 80))],
)
def test_classes_are_round_and_hold_the_largest_share(atlas, split, highest, bounds):
    (told,) = divided(atlas, shared(split, Form.AGES, oud=[highest, 1], jong=[1, 1]), "NL01")
    assert told.chart.bounds == bounds


def written(environment, atlas, figures, code):
    macros = environment.get_template("_verdeling.html").make_module(
        {"root": "", "folder": "", "title": "", "chart": lambda ask: f"[{ask.key}]"}
    )
    (told,) = divided(atlas, figures, code)
    return str(macros.verdeling(told, figures.indicator, "Nederland"))


def test_the_tables_say_counts_and_shares_in_dutch(environment, atlas, split):
    html = written(environment, atlas, split, "NL01")
    assert "[verdeling-leeftijd-zaken]" in html
    assert '<th scope="row">Oud</th>\n<td class="n">75,0</td>' in html
    assert '<th scope="row">Oud</th>\n<td class="n">150</td>' in html


def test_a_withheld_cell_has_the_usual_symbol_and_words(environment, atlas, split):
    html = written(environment, atlas, split, "GM0001")
    assert html.count('aria-hidden="true">x</span>') == 3
    assert html.count("niet getoond: geheim of te onbetrouwbaar</span>") == 3
    assert "%" not in html


def test_a_provisional_figure_has_its_star(environment, atlas, split):
    html = written(
        environment, atlas, shared(split, Form.AGES, oud=[60, 70], jong=[40, 30]), "NL01"
    )
    assert '70,0*<span class="sr"> (voorlopig)</span>' in html
