"""Gebruik en deel: what can be taken along from a page, with scripts and without."""

import csv
import json
import re
import struct
import zlib
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
import vl_convert
from lxml import etree

from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

THEME = "gemeente/gm0687-middelburg-z/drugs/"
KINDS = ("line", "strip", "bar", "map", "ages", "flow")
PAGES = {
    "start": "",
    "gemeente": "gemeente/gm0687-middelburg-z/",
    "gemeente en thema": THEME,
    "branches": "gemeente/gm0687-middelburg-z/branches/",
    "thema": "thema/drugs/",
    "indicator": "thema/vastgoed/doorsluiswoningen/",
    "stroom": "thema/drugs/woon-en-pleeggemeente/",
    "branche": "branche/",
}
TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TEXTS = "svg => [...svg.querySelectorAll('text')].map(t => t.textContent.trim()).filter(Boolean)"
BLOCK = """part => {
  for (let around = part.parentElement; around; around = around.parentElement) {
    const block = around.querySelector(":scope > details.deel");
    if (block) return block;
  }
}"""
WIDE = "document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture
def opened(browser, address):
    """Return how to open a page; whatever a page says on the console is a fault."""
    contexts, said = [], []

    def open_page(path, **options):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        assert page.goto(address + path, wait_until="networkidle").status == 200
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def block_of(part):
    """Return the block that is about a chart or table."""
    return part.evaluate_handle(BLOCK).as_element()


def asked(figure):
    """Ask for what can be done with a chart, as a reader does; return its block.

    The pointer brings the chart to life: what is taken along is the living one.
    """
    figure.get_by_role("button", name="Gebruik en deel deze grafiek").click()
    figure.page.wait_for_function("one => 'live' in one.dataset", arg=figure.element_handle())
    block = block_of(figure)
    block.wait_for_selector(".knoppen button:focus, select:focus")
    return block


def taken(page, block, name):
    """Press a button of a block; return the name and the bytes of the file that comes of it."""
    with page.expect_download() as download:
        block.query_selector(f".knoppen button:text-is('{name}')").click()
    file = download.value
    assert f"Bestand gemaakt: {file.suggested_filename}" in block.inner_text()
    return file.suggested_filename, file.path().read_bytes()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_every_chart_and_table_has_a_block_with_files_without_scripts(opened, address, path):
    page = opened(path, java_script_enabled=False)
    parts = page.locator("main figure, main table")
    assert parts.count() > 0
    links = set()
    for index in range(parts.count()):
        block = block_of(parts.nth(index))
        assert block, parts.nth(index).inner_text()
        assert "uitgave van 1 november" in block.query_selector(".bron").text_content()
        found = [link.get_attribute("href") for link in block.query_selector_all("a[download]")]
        assert found
        links |= {urljoin(address + path, link) for link in found}
    for link in sorted(links):
        with urlopen(link) as answer:  # noqa: S310  our own server
            ending = link[link.rindex(".") :]
            assert answer.headers.get_content_type() == TYPES[ending], link
            assert answer.read(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_drawing_stands_alone_as_svg(opened, scheme):
    page = opened(THEME, color_scheme=scheme)
    for kind in KINDS:
        figure = page.locator(f"figure[data-kind={kind}]").first
        name, content = taken(page, asked(figure), "SVG")
        assert name == f"{THEME.replace('/', '-')}{figure.get_attribute('data-chart')}.svg"
        root = etree.fromstring(content)
        told = ["".join(t.itertext()).strip() for t in root.iter("{*}text")]
        assert "Middelburg (Z.)" in " ".join(told[:3])
        assert "Bron: Fictieve cijfers" in " ".join(told)
        assert set(figure.locator("svg").evaluate(TEXTS)) <= set(told), kind
        assert list(root.iter("{*}path", "{*}rect", "{*}circle", "{*}line"))
        looks = etree.tostring(root).decode()
        assert "var(" not in looks
        assert "class=" not in looks
        assert re.findall(r".{40} style=.{20}", looks) == []
        if "url(#hatch)" in looks:
            assert root.xpath("//*[@id='hatch']")


def test_a_chart_that_came_alive_since_is_taken_along_as_it_is_drawn_now(opened):
    page = opened(THEME)
    figure = page.locator("figure[data-kind=line]").first
    block = block_of(figure)
    block.query_selector("summary").click()
    block.wait_for_selector(".knoppen button")
    assert figure.get_attribute("data-live") is None
    figure.focus()
    page.locator("figure[data-kind=line][data-live]").first.wait_for()
    _, early = taken(page, block, "SVG")
    assert early == taken(page, asked(figure), "SVG")[1]


def test_by_night_a_drawing_is_taken_along_in_the_colours_of_the_day(opened):
    made = []
    for scheme in ("light", "dark"):
        page = opened(THEME, color_scheme=scheme)
        figures = [page.locator(f"figure[data-kind={kind}]").first for kind in KINDS]
        made.append([taken(page, asked(figure), "SVG")[1] for figure in figures])
    assert made[0] == made[1]


def pixels(content):
    """Return the width, the height and the colours of a PNG of eight bits and four channels."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    at, data, size = 8, b"", (0, 0)
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, chunk = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            size = struct.unpack(">II", chunk[:8])
            assert chunk[8:10] == b"\x08\x06"
        data += chunk if kind == b"IDAT" else b""
        at += length + 12
    return (*size, unfiltered(zlib.decompress(data), *size))


def unfiltered(data, width, height):
    """Return the rows of a picture, each a list of bytes."""
    rows, before = [], [0] * (width * 4)
    for start in range(0, height * (width * 4 + 1), width * 4 + 1):
        kind, row = data[start], list(data[start + 1 : start + 1 + width * 4])
        for at, byte in enumerate(row):
            left = row[at - 4] if at >= 4 else 0
            up, corner = before[at], before[at - 4] if at >= 4 else 0
            guess = min((left, up, corner), key=lambda p, s=left + up - corner: abs(s - p))
            row[at] = (byte + (0, left, up, (left + up) // 2, guess)[kind]) % 256
        rows.append(row)
        before = row
    return rows


def test_a_picture_is_twice_as_large_as_the_drawing_on_white_and_not_blank(opened):
    page = opened(THEME, color_scheme="dark")
    block = asked(page.locator("figure[data-kind=map]").first)
    _, drawn = taken(page, block, "SVG")
    name, content = taken(page, block, "PNG")
    assert name.endswith("-kaart-hennepkwekerijen.png")
    root = etree.fromstring(drawn)
    width, height, rows = pixels(content)
    assert (width, height) == (2 * int(root.get("width")), 2 * int(root.get("height")))
    assert rows[0][:4] == rows[-1][-4:] == [255, 255, 255, 255]
    colours = {tuple(row[at : at + 4]) for row in rows for at in range(0, len(row), 4)}
    assert (0xDC, 0xE6, 0xF4, 255) in colours
    assert len(colours) > 20


def test_a_table_as_csv_is_the_table(opened):
    page = opened("thema/drugs/drugsverdachten/")
    table = page.locator("table.filter")
    block = block_of(table)
    block.query_selector("summary").click()
    block.wait_for_selector(".knoppen button")
    name, content = taken(page, block, "CSV van deze tabel")
    assert name.startswith("thema-drugs-drugsverdachten-tabel-")
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    lines = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    rows = table.locator("tbody tr")
    assert len(lines) == rows.count() == 13
    heads = list(lines[0])
    for index, line in enumerate(lines):
        cells = rows.nth(index).locator("th, td")
        assert line[heads[0]] == cells.nth(0).inner_text()
        value, shown = cells.nth(2).get_attribute("data-v"), cells.nth(2).text_content()
        figure = heads[2]
        if value is None:
            assert line[figure] == ""
            assert line[f"{figure}: bijzonderheid"] in shown
            assert line[f"{figure}: bijzonderheid"]
        else:
            assert float(line[figure].replace(",", ".")) == float(value)
            assert "." not in line[figure]
            assert (line[f"{figure}: bijzonderheid"] == "voorlopig") == ("voorlopig" in shown)
    assert {line[f"{heads[2]}: bijzonderheid"] for line in lines} != {""}


def test_rows_that_a_reader_filtered_away_are_not_in_the_file(opened):
    page = opened("thema/drugs/drugsverdachten/")
    page.get_by_label("Zoek in deze tabel").fill("goes")
    block = block_of(page.locator("table.filter"))
    block.query_selector("summary").click()
    block.wait_for_selector(".knoppen button")
    lines = taken(page, block, "CSV van deze tabel")[1].decode("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["Gemeente", "Goes"]


def test_a_chart_is_cut_from_the_page_as_a_specification_that_compiles(opened):
    page = opened(THEME)
    for kind in KINDS:
        figure = page.locator(f"figure[data-kind={kind}]").first
        name, content = taken(page, asked(figure), "Vega-Lite")
        assert name.endswith(".vl.json")
        told = json.loads(content)
        assert told["datasets"].keys() - {"shapes"} == {figure.get_attribute("data-chart")}
        assert told["usermeta"]["notice"].startswith("Deze cijfers zijn verzonnen")
        drawn = etree.fromstring(vl_convert.vegalite_to_svg(told, vl_version="6.4"))
        texts = {"".join(text.itertext()).strip() for text in drawn.iter("{*}text")}
        assert {text.strip() for text in figure.locator("svg").evaluate(TEXTS)} <= texts | {""}, (
            kind
        )


def test_by_keyboard_a_reader_copies_a_link_and_a_citation(opened, address):
    page = opened(THEME, permissions=["clipboard-read", "clipboard-write"])
    figure = page.locator("figure[data-kind=bar]").first
    figure.get_by_role("button").focus()
    page.keyboard.press("Enter")
    block = block_of(figure)
    block.wait_for_selector(".knoppen button")
    page.wait_for_function("document.activeElement.matches('.deel select')")
    for name in ("PNG", "SVG", "Vega-Lite", "Kopieer link"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == name
    page.keyboard.press("Enter")
    link = f"{address}{THEME}#grafiek-staaf-hennepkwekerijen"
    status = block.query_selector("[role=status]")
    page.wait_for_function("status => status.textContent", arg=status)
    assert status.inner_text() == f"Gekopieerd: {link}"
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_function("status => status.textContent.includes('Zicht')", arg=status)
    told = page.evaluate("navigator.clipboard.readText()")
    assert told.startswith("Zicht op Ondermijning (")
    assert "Geruimde hennepkwekerijen, Middelburg (Z.). Bron: " in told
    assert told.endswith(f"Verzonnen cijfers. {link}")


def test_where_copying_is_not_allowed_the_text_is_selected(opened):
    page = opened(THEME)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    block = asked(page.locator("figure[data-kind=bar]").first)
    block.query_selector(".knoppen button:text-is('Kopieer link')").click()
    page.wait_for_function("document.activeElement.matches('.deel input')")
    chosen = page.evaluate(
        "document.activeElement.value.slice(document.activeElement.selectionStart)"
    )
    assert chosen.endswith("#grafiek-staaf-hennepkwekerijen")
    assert "geselecteerd" in block.query_selector("[role=status]").inner_text()


def test_a_link_to_a_chart_leads_to_it(opened):
    page = opened(f"{THEME}#grafiek-kaart-drugsverdachten")
    assert page.locator("#grafiek-kaart-drugsverdachten").evaluate(
        "part => part.matches(':target') && part.getBoundingClientRect().top < innerHeight"
    )


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_an_open_block_fits_a_phone(opened, path):
    page = opened(path)
    page.set_viewport_size({"width": 360, "height": 800})
    for block in page.locator("details.deel").all():
        block.locator("summary").click()
        block.locator(".knoppen button").first.wait_for()
    assert page.evaluate(WIDE) <= 360
    for button in page.locator(".knoppen button").all()[:20]:
        assert button.bounding_box()["height"] >= 24
