"""Regions beside each other on the page to compare, by every way of using it."""

import json
import re

import pytest

from tests.browser.visit import Visit
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

PAGE = "vergelijk/"
GOES, VEERE, TERNEUZEN = "GM0664", "GM0717", "GM0715"
CHOSEN = f"?gebied={GOES}&gebied={VEERE}&onderwerp=drugsverdachten&onderwerp=doorsluiswoningen"
WIDE = "document.documentElement.scrollWidth"
SYMBOLS = {"withheld": "x", "impossible": "n.v.t.", "missing": ".", "pending": "volgt"}
CELLS = """() => [...document.querySelectorAll(".naast-elkaar tbody tr")].map(row =>
  [...row.cells].slice(1).map(
    cell => (cell.querySelector(".leeg") ?? cell.firstChild).textContent))"""
YEARS = """() => [...document.querySelectorAll(".naast-elkaar tbody th small")].map(
  small => Number(small.textContent.slice(-4)))"""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture(scope="module")
def wijk(zeeland_site):
    return min(path.name for path in (zeeland_site / "wijk").glob("wk0664*"))[:8].upper()


def stand(page):
    """Wait until the answer stands."""
    page.locator("#vergelijking[aria-busy=false]").wait_for(state="attached")


def chips(page):
    return page.locator(".gekozen button").evaluate_all(
        "all => all.map(one => one.childNodes[1].textContent)"
    )


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.innerText")


def go_to(page, found):
    """Press Tab until the part with this id or text has the focus."""
    for _ in range(150):
        if focused(page).startswith(found):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{found} is not reached with the keyboard")


def column(site, key, level="gemeenten"):
    return json.loads((site / f"data/indicator/{key}/{level}.json").read_text("utf-8"))


def told(site, key, code, year):
    """Return a figure of the files as a page writes it, without the star of a provisional one."""
    found = column(site, key, "wijken" if code.startswith("WK") else "gemeenten")
    cells = dict(zip(found["regions"], found["values"], strict=True))
    cell = cells[code][found["years"].index(year)]
    if isinstance(cell, dict):
        return SYMBOLS[cell["state"]]
    plain = f"{cell:,.{found['decimals']}f}"
    return plain.replace(",", "_").replace(".", ",").replace("_", ".")


def test_the_table_holds_what_the_files_hold(browser, address, zeeland_site, wijk):
    codes = [GOES, wijk, "NL01", "PV29"]
    keys = ["drugsverdachten", "doorsluiswoningen", "inwoners"]
    query = "&".join([f"gebied={code}" for code in codes] + [f"onderwerp={key}" for key in keys])
    with Visit(browser, address) as visit:
        page = visit.open(f"{PAGE}?{query}")
        stand(page)
        rows, years = page.evaluate(CELLS), page.evaluate(YEARS)
    for key, row, year in zip(keys, rows, years, strict=True):
        assert [text.rstrip("*") for text in row] == [
            told(zeeland_site, key, code, year) for code in codes
        ]


def test_with_the_keyboard_alone(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE)
        stand(page)
        go_to(page, "gebied")
        page.wait_for_selector("#gebied[role=combobox]")
        for name in ("goes", "veere"):
            page.keyboard.type(name)
            page.keyboard.press("Enter")
            stand(page)
            assert focused(page) == "gebied"
        assert chips(page) == ["Goes", "Veere"]
        assert page.locator("[role=status].melding p").first.inner_text() == "Veere is toegevoegd."
        go_to(page, "Kies onderwerpen")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        stand(page)
        assert "onderwerp=" in page.url
        page.locator("#gebieden").focus()
        go_to(page, "Goes")
        page.keyboard.press("Enter")
        stand(page)
        assert chips(page) == ["Veere"]
        assert focused(page).startswith("Veere"), "the focus stays among the regions"


def test_groups_are_set_beside_each_other_with_a_click(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(f"{PAGE}?gebied={GOES}")
        stand(page)
        page.get_by_role("button", name="Vergelijkbare gemeenten").click()
        stand(page)
        assert len(chips(page)) == 6
        assert page.get_by_text(re.compile("dichtst bij in aantal inwoners")).is_visible()
        page.get_by_role("button", name="Nederland", exact=True).click()
        assert page.get_by_text(re.compile("Er staan al zes gebieden")).is_visible()
        page.get_by_role("button", name=re.compile("^Goes")).click()
        stand(page)
        assert len(chips(page)) == 5


def test_back_and_forward_show_what_was_chosen(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE + CHOSEN)
        stand(page)
        page.locator(".jaar select").select_option("2022")
        stand(page)
        assert page.evaluate(YEARS) == [2022, 2022]
        page.go_back()
        stand(page)
        assert page.evaluate(YEARS) != [2022, 2022]
        assert page.locator(".jaar select").input_value() == ""
        page.go_forward()
        stand(page)
        assert page.evaluate(YEARS) == [2022, 2022]


def test_a_shared_link_opens_the_same_view(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE + CHOSEN)
        stand(page)
        page.get_by_role("button", name="Provincie Zeeland").click()
        stand(page)
        link, cells = page.url, page.evaluate(CELLS)
    with Visit(browser, address) as visit:
        page = visit.open(link.removeprefix(address))
        stand(page)
        assert page.evaluate(CELLS) == cells
        assert "Zeeland" in page.title()


def test_charts_speak_and_have_a_table(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE + CHOSEN)
        stand(page)
        charts = page.locator(".vergeleken svg[role=img]")
        assert charts.count() == 4
        for index in range(4):
            chart = charts.nth(index)
            assert chart.locator("title").text_content()
            assert chart.locator("desc").text_content()
            assert chart.locator("path.merk").count() >= 1
        page.locator(".vergeleken summary").first.click()
        assert page.locator(".vergeleken table").first.is_visible()


def test_what_stands_there_can_be_taken_along(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE + CHOSEN)
        stand(page)
        page.get_by_text("Gebruik en deel").first.click()
        page.get_by_role("button", name="CSV van deze tabel").wait_for()
        page.locator("details.deel select").select_option(index=1)
        assert page.locator("details.deel cite").first.inner_text() == (
            "Vergelijking van Goes en Veere"
        )
        link = page.locator("details.deel a", has_text="CSV").first
        assert link.get_attribute("href") == f"{address}data/indicator/drugsverdachten.csv"
        with page.expect_download() as caught:
            page.get_by_role("button", name="SVG").click()
        picture = caught.value.path().read_text("utf-8")
        assert "Goes" in picture
        assert "var(--" not in picture


def test_dots_are_all_gemeenten_with_a_figure(browser, address, zeeland_site):
    with Visit(browser, address) as visit:
        page = visit.open(f"{PAGE}?gebied={GOES}&onderwerp=drugsverdachten")
        stand(page)
        year = page.evaluate(YEARS)[0]
        page.wait_for_selector(".anderen")
        path = page.locator(".anderen").get_attribute("d")
    found = column(zeeland_site, "drugsverdachten")
    at = found["years"].index(year)
    others = [
        row[at]
        for code, row in zip(found["regions"], found["values"], strict=True)
        if code.startswith("GM") and code != GOES
    ]
    assert path.count("M") == sum(not isinstance(cell, dict) for cell in others) > 5


@pytest.mark.parametrize("width", [1280, 360])
def test_no_view_is_wider_than_its_screen(browser, address, wijk, width):
    many = "&".join(f"gebied={code}" for code in (GOES, VEERE, TERNEUZEN, wijk, "NL01", "PV29"))
    with Visit(browser, address, width=width) as visit:
        for query in ("", CHOSEN, f"?{many}", f"?{many}&onderwerp=inwoners&onderwerp=woz"):
            page = visit.open(PAGE + query)
            stand(page)
            assert page.evaluate(WIDE) <= width, query
            small = page.locator(".chart text").evaluate_all(
                "all => all.filter(one => one.getBoundingClientRect().height < 12).length"
            )
            assert small == 0, "text keeps its size"


def starts_of(cells, years, broken):
    """Return how often a line starts: at a figure after none, and at one of another kind."""
    shown = [isinstance(cell, int | float) for cell in cells]
    return sum(
        now and (not before or year in broken)
        for now, before, year in zip(shown, [False, *shown], years, strict=False)
    )


def test_a_line_breaks_where_the_area_changed_and_says_so(browser, address, zeeland_site):
    key = "drugsverdachten"
    found = column(zeeland_site, key)
    cells = dict(zip(found["regions"], found["values"], strict=True))
    query = f"?gebied={GOES}&gebied={TERNEUZEN}&onderwerp={key}"
    with Visit(browser, address) as visit:
        page = visit.open(f"{PAGE}{query}")
        stand(page)
        figure = page.locator("figure", has=page.locator(".lijnen"))
        drawn = [line.get_attribute("d").count("M") for line in page.locator(".lijn").all()]
        years = found["years"]
        right = [starts_of(cells[GOES], years, {2022}), starts_of(cells[TERNEUZEN], years, set())]
        assert drawn == right
        assert right[0] > starts_of(cells[GOES], years, set())
        assert "Vanaf 2022 geldt een andere gemeentegrens voor Goes." in figure.inner_text()
        spoken = figure.locator("desc").text_content()
        assert f"Goes: van {told(zeeland_site, key, GOES, 2022)} in 2022 naar" in spoken


def test_without_scripts_regions_are_compared_too(browser, address):
    with Visit(browser, address, scripts=False) as visit:
        page = visit.open(PAGE + CHOSEN)
        assert page.get_by_text("Zonder JavaScript").is_visible()
        assert page.locator("table.regios tbody tr").count() == 2
        page.locator("summary", has_text="Zeeland").click()
        page.get_by_role("link", name="Goes").click()
        assert page.url.endswith("gemeente/gm0664-goes/#vergelijkbaar")
        section = page.locator("section[aria-labelledby=vergelijkbaar]")
        assert section.locator("tbody tr").count() == 7
        assert section.locator("tbody tr.own").inner_text().startswith("Goes")


def test_the_page_of_a_gemeente_leads_to_a_comparison(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open("gemeente/gm0664-goes/")
        page.get_by_role("link", name="Vergelijk Goes met omliggende gemeenten").click()
        stand(page)
        assert chips(page)[0] == "Goes"
        assert len(chips(page)) > 2


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (f"?gebied=GM9999&gebied={GOES}", "Het gebied “GM9999” kennen wij niet."),
        (f"?gebied={GOES}&onderwerp=niets", "Het onderwerp “niets” kennen wij niet."),
        (f"?gebied={GOES}&jaar=1492", "Over het jaar “1492” zijn er geen cijfers."),
        ("?gebied=<script>alert(1)</script>", "Het gebied “<SCRIPT>ALERT(1)</SCRIPT>” kennen wij"),
        ("?gebied=__proto__&onderwerp=constructor", "Het onderwerp “constructor” kennen wij niet."),
        ("?gebied=%ff%00&jaar=%27;--", "kennen wij niet."),
    ],
)
def test_what_is_not_known_is_said_beside_what_is(browser, address, query, said):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE + query)
        stand(page)
        assert page.locator(".melding").get_by_text(said).first.is_visible()
        main = page.locator("main").inner_text()
        assert "Goes" in main
        assert page.locator("main script").count() == 0


def test_ten_thousand_regions_do_no_harm(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE)
        stand(page)
        asked = len(visit.asked)
        page.evaluate(
            """codes => {
              history.pushState(null, "", "?" + codes.map(code => `gebied=${code}`).join("&"));
              dispatchEvent(new PopStateEvent("popstate"));
            }""",
            [GOES, *(f"GM{number:04}" for number in range(10_000)), VEERE],
        )
        stand(page)
        page.wait_for_selector(".naast-elkaar")
        assert chips(page)[0] == "Goes"
        assert len(chips(page)) <= 6
        assert page.get_by_text(re.compile("en nog .* gebieden kennen wij niet")).is_visible()
        assert len(visit.asked) - asked < 20


def test_a_file_that_cannot_be_had_is_said(browser, address):
    visit = Visit(browser, address)
    visit.page.route("**/data/indicator/**", lambda route: route.abort())
    page = visit.open(PAGE + CHOSEN)
    stand(page)
    assert "konden nu niet worden opgehaald" in page.locator(".melding").inner_text()
    visit.context.close()
