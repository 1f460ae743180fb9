"""Two indicators combined in a real browser: keyboard, pointer, phone, no scripts, any address."""

import re
from itertools import islice, product
from string import ascii_lowercase
from urllib.parse import quote

import pytest

from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

PAIR = "?x=drugsmisdrijven&y=verdachte-transacties"
LETTERS = product(ascii_lowercase, repeat=3)
HOSTILE = {
    "unknown subjects": "?x=niets&y=ook-niets",
    "markup": f"?x={quote('<img src=x onerror=alert(1)>')}&y={quote('javascript:alert(1)')}",
    "half a letter": "?x=%E0%A4%A&y=%&jaar=%C3",
    "ten thousand values": "?"
    + "&".join(map("x={0[0]}{0[1]}{0[2]}".format, islice(LETTERS, 10_000))),
    "one long value": f"?x={'a' * 60_000}",
    "huge year": f"{PAIR}&jaar=999999999999999999999",
    "year in words": f"{PAIR}&jaar=NaN",
    "unknown gemeente": f"{PAIR}&binnen=GM9999",
    "a path for a gemeente": f"{PAIR}&binnen=../../data",
    "unknown level": f"{PAIR}&niveau=straat&grens=hier",
    "names of objects": "?x=__proto__&y=constructor&jaar=toString",
}
"""Queries that nobody chose on the page, each with something that it does not know."""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/combineer/"


@pytest.fixture
def visit(browser):
    """Return a function that opens a page; whatever a page says to the console is a fault."""
    contexts, said = [], []

    def opened(url, *, scripts=True, width=1280):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(url, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def told(page):
    """Return the figures of the table by the name of a region, as they stand there."""
    rows = page.locator("#paar-lijst tbody tr").all()
    return {row.locator("th").inner_text(): row.locator("td").all_inner_texts() for row in rows}


def test_the_first_view_is_whole_without_a_choice(visit, address):
    page = visit(address)
    assert re.search(r"\d+ gemeenten? met beide cijfers in \d{4}", outcome(page))
    assert page.locator("#paar-lijst tbody tr").count() == 13
    assert page.locator("#paar-kaart .gebieden path").count() == 13
    assert "x=" in page.url
    assert "y=" in page.url


def turned(page, url):
    """Wait until the page has this address, and its answer stands."""
    page.wait_for_url(url)
    page.locator("#paar[aria-busy=false]").wait_for(state="attached")


def outcome(page):
    """Return what the page says of the choice."""
    return page.locator("#paar-uitkomst").inner_text()


def test_the_counts_are_those_of_the_table(visit, address):
    page = visit(address + PAIR)
    rows = told(page).values()
    both = [row for row in rows if all(re.match(r"-?\d", figure) for figure in row[:2])]
    assert outcome(page).startswith(f"{len(both)} gemeenten met beide cijfers")
    assert f"{len(rows) - len(both)} gemeenten vallen weg" in outcome(page)
    legend = page.locator("#paar-legenda").inner_text()
    higher = [row for row in both if row[2] == "hoger op beide"]
    assert re.search(rf"hoger op beide: {len(higher)} gemeente", legend)


def test_the_keyboard_walks_along_the_dots_and_opens_a_page(visit, address):
    page = visit(address + PAIR)
    figure = page.locator("#paar-punten")
    figure.focus()
    tip = figure.locator(".tip")
    first = tip.inner_text()
    assert re.search(r"Geregistreerde drugsmisdrijven \d", first)
    page.keyboard.press("ArrowRight")
    assert tip.inner_text() != first
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    page.keyboard.press("Home")
    assert tip.inner_text() == first
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert re.search(r"/gemeente/gm\d{4}-", page.url)
    assert page.locator("h1").inner_text() in first


def test_a_choice_is_made_with_the_keyboard_alone(visit, address):
    page = visit(address + PAIR)
    page.locator("#paar-x").focus()
    page.keyboard.type("Verk")
    turned(page, "**x=verkochte-woningen**")
    assert "Verkochte woningen" in page.locator("#paar-lijst caption").inner_text()
    page.locator("#paar-jaar").focus()
    page.keyboard.press("ArrowLeft")
    turned(page, "**jaar=**")
    year = page.locator("#paar-jaar-nu").inner_text()
    assert year in outcome(page)
    assert f"jaar={year}" in page.url


def test_a_pointer_is_told_what_a_dot_and_a_region_are(visit, address):
    page = visit(address + PAIR)
    path = page.locator("#paar-kaart .gebieden path").nth(3)
    path.hover()
    told = page.locator("#paar-kaart .tip").inner_text()
    assert re.search(r": .+ \d", told)
    with page.expect_navigation():
        path.click()
    assert page.locator("h1").inner_text() == told.split(":")[0]


def test_a_table_is_sorted_with_cells_without_a_number_at_the_end(visit, address):
    page = visit(address + PAIR)
    head = page.locator("#paar-lijst thead button").nth(1)
    for direction in ("descending", "ascending"):
        head.click()
        column = [row[0] for row in told(page).values()]
        found = [re.match(r"-?\d+,\d+", text) for text in column]
        numbers = [float(each[0].replace(",", ".")) for each in found if each]
        assert numbers == sorted(numbers, reverse=direction == "descending")
        assert all(text.startswith("x") for text in column[len(numbers) :])
        assert 0 < len(numbers) < len(column)
        assert page.locator(f"#paar-lijst th[aria-sort={direction}]").count() == 1


def test_every_year_is_told_from_its_own_figures(visit, address):
    page = visit(address + PAIR)
    newest = told(page)
    page.locator("#paar-eerder").click()
    turned(page, "**jaar=**")
    before = told(page)
    assert before.keys() == newest.keys()
    assert before != newest
    page.locator("#paar-later").click()
    turned(page, lambda url: "jaar=" not in url)
    assert told(page) == newest


def test_back_and_forward_walk_through_what_was_chosen(visit, address):
    page = visit(address + PAIR)
    page.locator("#paar-waar").select_option(label="Goes")
    turned(page, "**binnen=GM0664**")
    wijken = outcome(page)
    assert "in Goes" in wijken
    page.locator("#naar-drie").click()
    page.wait_for_url("**begin=**")
    assert page.locator("#twee").is_hidden()
    page.go_back()
    turned(page, "**binnen=GM0664**")
    page.locator("#twee").wait_for()
    assert outcome(page) == wijken
    page.go_back()
    turned(page, lambda url: "binnen" not in url)
    assert "gemeenten met beide cijfers" in outcome(page)
    assert page.locator("#paar-waar").input_value() == "gemeente"
    page.go_forward()
    turned(page, "**binnen=GM0664**")
    assert outcome(page) == wijken


def test_a_shared_link_opens_the_same_view(visit, address):
    page = visit(address + PAIR)
    page.locator("#paar-waar").select_option("wijk")
    page.locator("#paar-grens").select_option("nederland")
    page.locator("#paar-wissel").click()
    turned(page, "**x=verdachte-transacties**")
    other = visit(page.url)
    assert outcome(other) == outcome(page)
    assert told(other) == told(page)
    assert other.locator("#paar-lijnen").inner_text() == page.locator("#paar-lijnen").inner_text()


def test_only_a_part_of_a_long_table_stands_there_until_it_is_asked_for(visit, address):
    page = visit(f"{address}{PAIR}&niveau=wijk")
    rows = page.locator("#paar-lijst tbody tr")
    assert rows.count() == 50
    page.locator("#paar-lijst .scroll ~ button").click()
    assert rows.count() > 50


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_an_address_that_nobody_chose_gets_a_sentence(visit, address, query):
    page = visit(address + query)
    sentences = page.locator("#paar-gezegd").inner_text()
    assert "kennen wij niet" in sentences or "geen" in sentences or "niet allebei" in sentences
    assert len(sentences) < 600
    assert page.locator("#paar-lijst tbody tr").count() > 0
    assert page.locator("main img, main script").count() == 0


def test_a_subject_beside_itself_gets_a_sentence(visit, address):
    page = visit(f"{address}?x=woningen&y=woningen")
    assert "twee keer" in page.locator("#paar-gezegd").inner_text()
    assert page.locator("#paar-beeld").is_hidden()
    page.locator("#paar-y").select_option("inwoners")
    turned(page, "**y=inwoners**")
    assert page.locator("#paar-beeld").is_visible()
    assert page.locator("#paar-gezegd").is_hidden()


@pytest.mark.parametrize("query", ["", PAIR, f"{PAIR}&niveau=wijk", f"{PAIR}&binnen=GM0664"])
def test_the_page_fits_a_phone(visit, address, query):
    page = visit(address + query, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    size = page.locator("#paar-punten text").first.evaluate("e => e.getBoundingClientRect().height")
    assert size > 11


def test_without_scripts_the_page_tells_what_there_is(visit, address):
    page = visit(address + PAIR, scripts=False)
    assert page.locator("#paar").is_hidden()
    assert page.locator("#paar-stil a").count() > 10
    page.locator("#paar-stil summary").first.click()
    with page.expect_navigation():
        page.locator("#paar-stil details a").first.click()
    assert page.locator("h1").count() == 1


def taken(page, words):
    """Return the text of a file that the page hands over."""
    page.locator("#paar-beeld > details.deel > summary").click()
    button = page.locator("#paar-beeld > details.deel button", has_text=words)
    with page.expect_download() as found:
        button.first.click()
    return found.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize(("words", "begins"), [("CSV van alle", "\ufeffregio"), ("Vega-Lite", "{")])
def test_what_is_taken_along_is_what_is_shown(visit, address, words, begins):
    page = visit(address + PAIR)
    text = taken(page, words)
    assert text.startswith(begins)
    assert "Deze cijfers zijn verzonnen" in text
    shown = [name for name, row in told(page).items() if row[2].startswith("hoger")]
    assert shown
    assert all(name in text for name in shown)


def test_a_picture_that_is_taken_along_needs_no_style_sheet(visit, address):
    page = visit(address + PAIR)
    text = taken(page, "SVG")
    assert text.startswith("<svg")
    assert "hoger op beide" in text
    assert "var(--" not in text
    assert "class=" not in text


def test_what_is_shared_is_what_stands_there_now(visit, address):
    page = visit(address + PAIR)
    page.locator("#paar-beeld > details.deel > summary").click()
    button = page.locator("#paar-beeld > details.deel button", has_text="SVG")
    button.wait_for()
    page.locator("#paar-eerder").click()
    turned(page, "**jaar=**")
    year = page.locator("#paar-jaar-nu").inner_text()
    with page.expect_download() as found:
        button.click()
    assert f", {year}" in found.value.path().read_text(encoding="utf-8")
