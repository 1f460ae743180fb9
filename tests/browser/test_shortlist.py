"""A shortlist of three and more signals on the page to combine, by every way of using it."""

import csv
import json
import re

import pytest

from tests.browser.visit import Visit
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

PAGE = "combineer/"
CHOSEN = (
    "?signaal=hennepkwekerijen:1&signaal=drugsverdachten:4"
    "&signaal=panden-van-een-veroordeelde-eigenaar:20&minstens=2"
)
SIGNS = {"ja": r"✓ \d", "nee": r"\d", "niet getoond": "x", "geen cijfer": r"\.|n\.v\.t\.|volgt"}
WIDE = "document.documentElement.scrollWidth"
ROWS = """() => [...document.querySelectorAll("#lijst tr[data-code]")].map(row => ({
  code: row.dataset.code,
  enough: row.closest("details") === null,
  cells: [...row.cells].slice(2).map(cell => cell.innerText.trim() || cell.textContent.trim()),
}))"""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


def stand(page):
    """Wait until the answer stands."""
    page.locator("#lijst[aria-busy=false]").wait_for(state="attached")


def answer(page):
    return page.locator("#lijst .uitkomst").inner_text()


def focused(page):
    return page.evaluate("document.activeElement.id")


def go_to(page, name):
    """Press Tab until the part with this id has the focus."""
    for _ in range(150):
        if focused(page) == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{name} is not reached with the keyboard")


def combinations(site):
    told = json.loads((site / "data/zoekgebieden.json").read_text("utf-8"))
    return {
        key: each
        for key, each in told["combinations"].items()
        if any("wijk" in signal["levels"] for signal in each["signals"])
    }


def published(site, key):
    path = site / f"data/zoekgebied/{key}.csv"
    rows = csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";")
    return {row["regiocode"]: row for row in rows if row["niveau"] == "wijk"}


def test_a_combination_gives_the_zoekgebieden_that_are_published(browser, address, zeeland_site):
    found = combinations(zeeland_site)
    assert len(found) >= 2
    for key, told in found.items():
        signals = [s["indicator"] for s in told["signals"] if "wijk" in s["levels"]]
        rows = published(zeeland_site, key)
        with Visit(browser, address) as visit:
            page = visit.open(f"{PAGE}?begin={key}")
            stand(page)
            shown = page.evaluate(ROWS)
            text = answer(page)
        for verdict, enough in (("ja", True), ("niet te zeggen", False)):
            asked = {code for code, row in rows.items() if row["zoekgebied"] == verdict}
            assert {row["code"] for row in shown if row["enough"] == enough} == asked
        for row in shown:
            for signal, cell in zip(signals, row["cells"], strict=True):
                assert re.match(SIGNS[rows[row["code"]][signal]], cell), (row, signal)
        many = sum(row["zoekgebied"] == "ja" for row in rows.values())
        assert text.startswith(f"{many} van de {len(rows)} wijken" if many else "Geen enkele wijk")


def test_a_reader_with_a_keyboard_makes_a_shortlist(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(f"{PAGE}?minstens=2")
        stand(page)
        assert "Kies" in answer(page)
        for times in (1, 2):
            go_to(page, "lijst-erbij")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.locator(".signaal").nth(times - 1).wait_for()
        keys = page.locator(".signaal").evaluate_all("all => all.map(e => e.dataset.signaal)")
        assert focused(page) == f"signaal-{keys[1]}"
        page.keyboard.press("Control+a")
        page.keyboard.type("3,5")
        page.wait_for_url(re.compile(f"signaal={keys[1]}:3\\.5"))
        stand(page)
        before = answer(page)
        go_to(page, "lijst-minstens")
        page.keyboard.press("ArrowUp")
        page.wait_for_url(re.compile("minstens=1"))
        stand(page)
        assert answer(page) != before
        go_to(page, "lijst-waar")
        page.keyboard.type("Alle w")
        page.wait_for_url(re.compile("niveau=wijk"))
        stand(page)
        assert "wijken" in answer(page)


def test_a_reader_with_a_pointer_changes_it(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE + CHOSEN)
        stand(page)
        row = page.locator(".signaal").first
        row.get_by_role("button", name="Hoogste vijfde").click()
        stand(page)
        high = row.locator("input").input_value()
        assert f"Hoogste vijfde: {high}" in row.inner_text()
        assert f"hennepkwekerijen:{high.replace(',', '.')}" in page.url
        row.get_by_role("button", name="Weglaten").click()
        stand(page)
        assert page.locator(".signaal").count() == 2
        assert focused(page) == "lijst-erbij"
        page.go_back()
        stand(page)
        assert page.locator(".signaal").count() == 3
        head = page.locator("#lijst thead th").first
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == "ascending"
        names = page.locator("#lijst table").first.locator("tbody th").all_inner_texts()
        assert names == sorted(names)
        with page.expect_navigation():
            page.locator(".chart-lijst path.enough").first.click()
        assert "/gemeente/gm" in page.url


def test_back_forward_and_a_shared_link_show_the_same(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE + CHOSEN)
        stand(page)
        first = answer(page)
        page.locator("#lijst-minstens").select_option("3")
        stand(page)
        second, url = answer(page), page.url
        assert second != first
        page.go_back()
        stand(page)
        assert answer(page) == first
        page.go_forward()
        stand(page)
        assert (answer(page), page.url) == (second, url)
    with Visit(browser, address) as visit:
        page = visit.open(url.removeprefix(address))
        stand(page)
        assert answer(page) == second


def test_counts_live_while_a_reader_types(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(PAGE + CHOSEN)
        stand(page)
        field, words = page.locator(".signaal input").nth(2), page.locator(".signaal p.mild").nth(2)
        before = words.inner_text()
        assert words.get_attribute("aria-live") == "polite"
        field.fill("0")
        page.wait_for_function(
            "([e, t]) => e.innerText !== t", arg=[words.element_handle(), before]
        )
        assert re.match(r"(\d+) van de \1 gemeenten", words.inner_text())
        field.fill("veel")
        page.wait_for_function("e => e.innerText.includes('getal')", arg=words.element_handle())
        assert field.input_value() == "veel"
        assert field.get_attribute("aria-invalid") == "true"
        assert "van de 2 signalen" in answer(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "query", ["?minstens=2", CHOSEN, CHOSEN + "&binnen=GM0687", "?begin=witwassen"]
)
def test_it_fits_a_phone(browser, address, query, scheme):
    with Visit(browser, address, width=360) as visit:
        visit.page.emulate_media(color_scheme=scheme)
        page = visit.open(PAGE + query)
        stand(page)
        page.locator("#lijst details").evaluate_all("all => all.forEach(e => { e.open = true; })")
        assert page.evaluate(WIDE) <= 360


LONG = """async url => {
  const { regionTable } = await import(url);
  const found = { meets: ["yes"], met: 1, unknown: 0, enough: true, unsure: false };
  const lines = Array.from({ length: 230 }, (_, at) => ({
    code: `WK${at}`, name: `Wijk ${230 - at}`, around: "", href: "#", found, cells: [at],
  }));
  const heads = [{ title: "Lang", unit: "", decimals: 0, year: 2024, provisional: false }];
  const table = regionTable("Een lange lijst", { first: "Wijk", heads, lines });
  table.id = "lang";
  document.querySelector("main").append(table);
}"""


def test_a_long_list_shows_a_hundred_at_a_time_and_sorts_all(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(f"{PAGE}?minstens=2")
        page.evaluate(LONG, next(url for url in visit.asked if "shortlist-list." in url))
        table = page.locator("#lang")
        names = table.locator("tbody th")
        assert names.count() == 100
        assert names.first.inner_text() == "Wijk 1"
        table.get_by_role("button", name="Lang").click()
        assert table.locator("tbody td:last-child").first.text_content() == "✓ 229 signaal"
        more = table.get_by_role("button", name="Toon er")
        for shown, left in ((200, "Toon er 30 meer"), (230, None)):
            more.click()
            assert names.count() == shown
            assert f"{shown} van de 230" in table.get_by_role("status").inner_text()
            assert more.inner_text() == left if left else more.is_hidden()
        assert page.evaluate("document.activeElement.textContent") == "Wijk 201"


def test_without_scripts_there_are_the_combinations(browser, address, zeeland_site):
    with Visit(browser, address, scripts=False) as visit:
        page = visit.open(PAGE + CHOSEN)
        part = page.locator("#drie")
        assert "alleen met JavaScript" in part.inner_text()
        assert part.locator("form, button").count() == 0
        for key, told in combinations(zeeland_site).items():
            link = part.get_by_role("link", name=told["title"], exact=True)
            assert link.get_attribute("href") == f"../zoekgebied/{key}/"
        assert part.get_by_role("link", name="Begin hiermee").count() == 0


def test_figures_that_cannot_be_fetched_give_a_sentence(browser, address):
    visit = Visit(browser, address)
    visit.page.route("**/data/indicator/**", lambda route: route.abort())
    visit.page.goto(address + PAGE + CHOSEN)
    stand(visit.page)
    assert "niet worden opgehaald" in visit.page.get_by_role("alert").inner_text()
    visit.context.close()
