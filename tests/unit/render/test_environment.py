from datetime import date
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from zicht.model.chart import Chart, Drawing
from zicht.model.figure import Cell, State
from zicht.model.page import Page
from zicht.model.theme import Delivery
from zicht.render import Site, make_environment, render_page
from zicht.render.environment import figure, value

DELIVERY = Delivery("<b>Titel</b>", date(2026, 11, 1), 2024, "<script>bron</script>", "CC0", False)


@pytest.fixture
def templates(tmp_path):
    def write(text):
        (tmp_path / "t.html").write_text(text)
        return make_environment(tmp_path, Site(DELIVERY, (), {"site.css": "assets/x.css"}, ()))

    return write


def test_a_number_is_dutch_and_a_provisional_one_is_spoken():
    assert figure(Cell(State.SHOWN, 1234.5), 1) == "1.234,5"
    assert "(voorlopig)" in figure(Cell(State.SHOWN, 2.0, provisional=True), 0)


@pytest.mark.parametrize("state", [s for s in State if s is not State.SHOWN])
def test_a_cell_without_a_number_has_a_symbol_for_the_eye_and_words_for_the_ear(state):
    html = figure(Cell(state), 1)
    assert 'aria-hidden="true"' in html
    assert 'class="sr"' in html
    assert value(Cell(state)) == ""


@pytest.mark.parametrize(("amount", "text"), [(1234567.0, "1234567"), (0.1, "0.1"), (0.0, "0")])
def test_the_number_to_sort_by_is_exact(amount, text):
    assert value(Cell(State.SHOWN, amount)) == f' data-v="{text}"'


def test_text_from_a_delivery_is_shown_and_never_run(templates):
    page = render_page(templates("{{ site.delivery.source }}"), Page("", "t.html", "T", {}), {})
    assert page.content == b"&lt;script&gt;bron&lt;/script&gt;"


def test_links_are_relative_to_the_folder_of_the_page_or_to_a_root(templates):
    environment = templates("{{ to('wijk/x/') }}")
    page = Page("gemeente/y/", "t.html", "T", {})
    assert render_page(environment, page, {}).content == b"../../wijk/x/"
    assert render_page(environment, page, {}).path == "gemeente/y/index.html"
    assert render_page(environment, page, {}, root="/a/").content == b"/a/wijk/x/"


def test_a_template_that_was_not_told_something_fails(templates):
    with pytest.raises(UndefinedError):
        render_page(templates("{{ nothing }}"), Page("", "t.html", "T", {}), {})


def test_the_date_of_a_release_is_dutch():
    assert Site(DELIVERY, (), {}, ()).release == "1 november 2026"


def test_a_chart_stands_in_a_figure_that_a_link_can_lead_to(templates):
    chart = Chart("k", "line", "T", "D", {"rows": "[]"})
    environment = templates("{{ chart(ask) }}")
    page = Page("", "t.html", "T", {"ask": chart})
    html = render_page(environment, page, {"k": Drawing(chart, "<svg></svg>")}).content.decode()
    figure = (
        '<figure class="fig" id="grafiek-k" data-chart="k" data-kind="line"><svg></svg></figure>'
    )
    assert html == figure


def test_every_template_compiles():
    folder = Path(__file__).parents[3] / "templates"
    environment = make_environment(folder, Site(DELIVERY, (), {}, ()))
    for path in sorted(folder.glob("*.html")):
        environment.get_template(path.name)
