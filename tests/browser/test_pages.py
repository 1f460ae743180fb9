"""The built site in a real browser, from a real server that sends the headers of a host."""

import re

import pytest

from tests.browser.visit import Visit
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

PAGES = {
    "start": "",
    "gemeenten": "gemeente/",
    "gemeente": "gemeente/gm0363-amsterdam/",
    "gemeente en thema": "gemeente/gm0106-assen/drugs/",
    "thema": "thema/vastgoed/",
    "indicator": "thema/vastgoed/doorsluiswoningen/",
    "uitleg": "uitleg/",
    "beslissing": "uitleg/decisions/0005-drawing/",
}


@pytest.fixture(scope="module")
def address(large_site):
    with running(large_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture(scope="module")
def wijk(large_site):
    return sorted(p.name for p in (large_site / "wijk").glob("wk0106*"))[1]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_kind_of_page_stands(browser, address, wijk, scripts, width):
    with Visit(browser, address, scripts=scripts, width=width) as visit:
        for name, path in {**PAGES, "wijk": f"wijk/{wijk}/"}.items():
            page = visit.open(path)
            assert page.locator("h1").count() == 1, name
            assert page.locator("main").inner_text().strip(), name
            wide = page.evaluate("document.documentElement.scrollWidth") if scripts else width
            assert wide <= width, f"{name} is {wide - width} px too wide"


def test_no_page_of_an_indicator_is_wider_than_a_phone(browser, address, large_site):
    with Visit(browser, address, width=360) as visit:
        for path in sorted((large_site / "thema").glob("*/*/index.html")):
            page = visit.open(f"{path.parent.relative_to(large_site)}/")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_charts_and_tables_are_there_without_scripts(browser, address):
    with Visit(browser, address, scripts=False) as visit:
        page = visit.open("gemeente/gm0106-assen/drugs/")
        charts = page.locator("figure svg[role=img]")
        assert charts.count() >= 12
        for index in range(charts.count()):
            assert charts.nth(index).locator("title").text_content()
            assert charts.nth(index).bounding_box()["height"] > 30
        assert page.locator("table").count() >= 8
        page.locator("summary").first.click()
        assert page.locator("table.jaren").first.is_visible()


def test_a_light_page_loads_no_runtime_until_a_reader_turns_to_a_chart(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open("gemeente/gm0106-assen/drugs/")
        assert not any("vega" in url for url in visit.asked)
        page.locator("figure[data-kind=line]").first.hover()
        page.wait_for_selector("figure[data-kind=line] .tip", state="attached")
        assert sum("vega" in url for url in visit.asked) == 1


def test_a_chart_comes_alive_for_the_keyboard(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open("gemeente/gm0106-assen/drugs/")
        figure = page.locator("figure[data-kind=strip]").first
        figure.focus()
        page.wait_for_selector("figure[data-kind=strip] .tip", state="attached")
        page.keyboard.press("ArrowRight")
        tip = figure.locator(".tip")
        assert re.search(r"\d", tip.inner_text())
        page.keyboard.press("Escape")
        assert tip.is_hidden()


def test_a_living_chart_looks_like_the_drawn_one(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open("gemeente/gm0106-assen/drugs/")
        for kind in ("line", "bar", "strip", "map"):
            figure = page.locator(f"figure[data-kind={kind}]").nth(2)
            texts = "e => [...e.querySelectorAll('svg text')].map(t => t.textContent).sort()"
            drawn = figure.evaluate(texts)
            figure.hover()
            figure.locator(".tip").wait_for(state="attached")
            assert figure.evaluate(texts) == drawn, kind
            roles = "e => [...e.querySelectorAll('[role]')].map(part => part.getAttribute('role'))"
            assert figure.evaluate(roles) == ["img", "status"], kind
            assert figure.locator("[aria-roledescription]").count() == 0


INSIDE = """figure => {
  for (const path of figure.querySelectorAll("svg path")) {
    const box = path.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (document.elementFromPoint(x, y) === path && box.width < 100) return [x, y];
  }
}"""
"""A point inside one of the regions of a map."""


def test_a_click_on_the_map_opens_the_region(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open("")
        figure = page.locator("figure[data-kind=map]")
        figure.hover()
        figure.locator(".tip").wait_for(state="attached")
        with page.expect_navigation():
            page.mouse.click(*figure.evaluate(INSIDE))
        assert re.search(r"/gemeente/gm\d{4}-", page.url)
        assert page.locator("h1").inner_text()


def test_tables_sort_with_numbers_first_and_symbols_last(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open("thema/drugs/drugsverdachten/")
        table = page.locator("table.filter")
        head = table.locator("thead th").nth(2)
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == "descending"
        told = table.locator("tbody tr td:nth-child(3)").evaluate_all(
            "cells => cells.map(c => c.dataset.v === undefined ? null : Number(c.dataset.v))"
        )
        known = [value for value in told if value is not None]
        assert known == sorted(known, reverse=True)
        assert told[: len(known)] == known
        assert None in told


def test_a_table_is_filtered_by_name(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open("thema/drugs/drugsverdachten/")
        page.get_by_label("Zoek in deze tabel").fill("amster")
        assert page.locator("table.filter tbody tr:visible").count() == 1


def test_an_unknown_address_says_so(browser, address):
    visit = Visit(browser, address)
    answer = visit.page.goto(f"{address}gemeente/gm9999/")
    assert answer.status == 404
    assert "bestaat niet" in visit.page.locator("h1").inner_text()
    visit.page.get_by_role("link", name="lijst van alle gemeenten").click()
    assert visit.page.url == f"{address}gemeente/"
    visit.context.close()


def test_a_page_opens_from_disk(browser, large_site):
    path = large_site / "gemeente/gm0106-assen/index.html"
    visit = Visit(browser, "file://")
    visit.page.goto(path.as_uri())
    assert visit.page.locator("h1").inner_text() == "Assen"
    assert visit.page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight") == "650"
    assert visit.page.locator("figure svg").count() >= 1
    visit.context.close()
