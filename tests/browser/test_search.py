"""The field to search: by keyboard, by pointer, on a desk, on a phone, with scripts and without."""

import re

import pytest

from tests.browser.visit import Visit
from zicht.publish import running

pytestmark = pytest.mark.browser

HERE = "gemeente/gm0664-goes/"
WIDTHS = (1280, 360)


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


def field_of(page):
    """Turn to the field in the header and return it, when it knows the names."""
    page.locator("#zoek").focus()
    page.locator("#zoek[role=combobox]").wait_for()
    return page.locator("#zoek")


def listed(page):
    """Return what the list says: name and note of each choice."""
    texts = page.locator("[role=option]").all_inner_texts()
    return [text.split("\n") for text in texts]


def looked_for(page, text):
    field_of(page).fill(text)
    return listed(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_with_the_keyboard_alone_a_page_is_found(browser, address, width):
    with Visit(browser, address, width=width) as visit:
        page = visit.open(HERE)
        for _ in range(3):
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "zoek"
        page.locator("#zoek[role=combobox]").wait_for()
        page.keyboard.type("vliss")
        page.locator("[role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url == f"{address}gemeente/gm0718-vlissingen/"


def test_the_keys_do_what_the_pattern_says(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        field = field_of(page)
        assert field.get_attribute("aria-expanded") == "false"
        field.press_sequentially("centrum")
        assert field.get_attribute("aria-expanded") == "true"
        assert field.get_attribute("aria-controls") == page.locator("[role=listbox]").get_attribute(
            "id"
        )
        assert field.get_attribute("aria-activedescendant") is None
        page.keyboard.press("ArrowDown")
        first = page.locator("[role=option]").first
        assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
        assert first.get_attribute("aria-selected") == "true"
        page.keyboard.press("ArrowUp")
        assert field.get_attribute("aria-activedescendant") is None
        page.keyboard.press("ArrowUp")
        last = page.locator("[role=option]").last
        assert field.get_attribute("aria-activedescendant") == last.get_attribute("id")
        page.keyboard.press("Home")
        assert field.evaluate("e => e.selectionStart") == 0
        assert field.get_attribute("aria-activedescendant") is None
        page.keyboard.press("End")
        assert field.evaluate("e => e.selectionStart") == len("centrum")
        page.keyboard.press("Escape")
        assert field.get_attribute("aria-expanded") == "false"
        assert page.locator("[role=listbox]").is_hidden()
        assert field.input_value() == "centrum"
        page.keyboard.press("ArrowDown")
        assert field.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Tab")
        assert page.locator("[role=listbox]").is_hidden()


def test_how_many_there_are_is_told(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        status = page.locator("form[role=search] [role=status]")
        looked_for(page, "vlissingen")
        assert re.search(r"^1 resultaat$|^\d+ resultaten", status.inner_text())
        looked_for(page, "xqxqxq")
        assert status.inner_text() == "Niets gevonden. Probeer een ander woord."
        assert status.bounding_box()["height"] > 20
        looked_for(page, "")
        assert status.inner_text() == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_with_a_pointer_a_choice_is_opened(browser, address, width):
    with Visit(browser, address, width=width) as visit:
        page = visit.open(HERE)
        page.locator("#zoek").click()
        page.locator("#zoek[role=combobox]").wait_for()
        page.locator("#zoek").fill("hennep")
        choice = page.locator("[role=option]", has_text="Geruimde hennepkwekerijen")
        box = choice.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["height"] >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        with page.expect_navigation():
            choice.click()
        assert page.url == f"{address}thema/drugs/hennepkwekerijen/"


def test_a_name_that_many_have_says_where_each_lies(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        told = looked_for(page, "centrum")
        assert len(told) == 8
        assert len({tuple(one) for one in told}) == 8
        assert all(re.match(r"(wijk|buurt) in ", note) for _, note in told)
        assert looked_for(page, "centrum goes")[0] == ["Centrum", "wijk in Goes"]


def test_a_buurt_is_shown_on_the_page_of_its_wijk(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        field = field_of(page)
        field.fill("BU06640000")
        with page.expect_navigation():
            field.press("Enter")
        assert re.search(r"/wijk/wk066400-[a-z-]+/#bu06640000$", page.url)
        row = page.locator("#bu06640000")
        assert row.count() == 1
        assert row.bounding_box()["y"] < 900


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        ("vlisingen", "Vlissingen", "gemeente in Zeeland"),
        ("Reimersawal", "Reimerswaal", "gemeente in Zeeland"),
        ("FLUSHING", "Flushing (Vlissingen)", "gemeente in Zeeland"),
        ("GM0718", "Vlissingen", "gemeente in Zeeland"),
        ("schouwen duiveland", "Schouwen-Duiveland", "gemeente in Zeeland"),
        ("zeeland", "Zeeland", "provincie"),
        ("vastgoed", "Vastgoed", "thema"),
        ("witwassen", "Signalen van witwassen", "zoekgebied"),
        ("privacy", "Privacy", "uitleg"),
    ],
)
def test_what_was_meant_is_found(browser, address, text, name, note):
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        told = looked_for(page, text)
        assert any(one[0].startswith(name) and one[-1].startswith(note) for one in told[:2]), told


def test_a_postcode_leads_to_a_wijk_and_says_that_it_is_invented(browser, address, zeeland):
    postcode, code = (zeeland / "areas/postcodes.csv").read_text().splitlines()[1].split(";")
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        field = field_of(page)
        field.fill(f"{postcode} AB")
        assert listed(page)[0][0].startswith(f"{postcode} (verzonnen) ")
        with page.expect_navigation():
            field.press("Enter")
        assert f"/wijk/{code.lower()}-" in page.url


def test_every_choice_leads_to_a_page(browser, address, zeeland_site):
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        field_of(page)
        script = page.evaluate("document.querySelector('script[data-search]').dataset.search")
        module = next((zeeland_site / "assets").glob("find-places.*.js")).name
        assert "search." in script
        addresses = page.evaluate(
            """async ([module, index]) => {
              const { placesOf } = await import(module);
              const told = await (await fetch(index)).json();
              return placesOf(told).places.map(one => one.address);
            }""",
            [f"{address}assets/{module}", f"{address}data/zoekindex.json"],
        )
        assert len(addresses) > 500
        lost = {
            one
            for one in addresses
            if not (zeeland_site / one.split("#")[0] / "index.html").is_file()
        }
        assert lost == set()


def test_names_are_fetched_when_a_reader_turns_to_the_field(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        assert not any("zoekindex" in url or "/search." in url for url in visit.asked)
        field_of(page)
        page.locator("#zoek").blur()
        field_of(page)
        assert sum("zoekindex" in url for url in visit.asked) == 1


@pytest.mark.parametrize("path", ["", "uitleg/", "wijk/", "thema/drugs/", "vergelijk/"])
def test_the_field_stands_in_every_header(browser, address, zeeland_site, path):
    if path == "wijk/":
        path = f"wijk/{min(one.name for one in (zeeland_site / 'wijk').iterdir())}/"
    with Visit(browser, address) as visit:
        page = visit.open(path)
        with page.expect_navigation():
            looked_for(page, "goes")
            page.keyboard.press("Enter")
        assert page.url == address + HERE


@pytest.mark.parametrize("path", ["", "bestaat/niet/"])
def test_start_and_the_page_for_what_is_not_there_have_a_larger_field(browser, address, path):
    visit = Visit(browser, address)
    page = visit.page
    page.goto(address + path)
    field = page.get_by_role("search", name="Zoek uw gemeente, wijk, onderwerp").get_by_label(
        "Zoek"
    )
    page.locator("#zoek-hier").focus()
    page.locator("#zoek-hier[role=combobox]").wait_for()
    page.locator("#zoek-hier").fill("goes")
    assert field.count() == 1
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == address + HERE
    visit.context.close()


def test_without_scripts_the_field_leads_to_all_gemeenten(browser, address):
    with Visit(browser, address, scripts=False) as visit:
        page = visit.open(HERE)
        page.locator("#zoek").fill("goes")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}gemeente/?zoek=goes")
        assert page.locator("h1").inner_text() == "Alle gemeenten"


def test_where_the_names_cannot_be_had_the_field_leads_to_all_gemeenten(browser, address):
    visit = Visit(browser, address)
    page = visit.page
    page.route("**/zoekindex.json", lambda route: route.abort())
    page.goto(address + HERE)
    page.locator("#zoek").fill("goes")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}gemeente/?zoek=goes")
    visit.context.close()


def test_from_disk_the_field_says_nothing_and_leads_to_the_folder_of_gemeenten(
    browser, zeeland_site
):
    visit = Visit(browser, "file://")
    page = visit.page
    page.goto((zeeland_site / HERE / "index.html").as_uri())
    page.locator("#zoek").focus()
    page.wait_for_timeout(200)
    assert visit.said == []
    assert page.locator("#zoek[role=combobox]").count() == 0
    assert page.locator("form[role=search]").get_attribute("action") == "../"
    visit.context.close()


def test_what_is_typed_is_never_markup(browser, address):
    with Visit(browser, address) as visit:
        page = visit.open(HERE)
        looked_for(page, "<img src=x onerror=alert(1)>")
        assert page.locator("form[role=search] img").count() == 0
