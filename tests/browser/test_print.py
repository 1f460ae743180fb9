"""Pages on paper: what Chromium makes of them for a printer."""

import json
import multiprocessing
import re
from concurrent.futures import ProcessPoolExecutor

import pytest

from zicht.publish import gemeente_pages, link_papers, print_pages, publish_site

pytestmark = pytest.mark.browser

MOST = 4
DARK = {"media": "print", "color_scheme": "dark"}


@pytest.fixture
def page(browser):
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def pdf_of(page, place):
    page.goto(place.as_uri())
    return page.pdf(prefer_css_page_size=True, tagged=True, outline=True)


def pages_in(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def visible(page, selector):
    return [one for one in page.locator(selector).all() if one.is_visible()]


def test_a_gemeente_is_a_note_of_at_most_four_pages(page, zeeland_site):
    places = zeeland_site.glob("gemeente/*/index.html")
    ordered = sorted(places, key=lambda place: (place.stat().st_size, place))
    for place in (ordered[1], *ordered[-3:]):
        assert 2 <= pages_in(pdf_of(page, place)) <= MOST, place.parent.name


@pytest.mark.large
def test_the_largest_gemeente_is_a_note_of_at_most_four_pages(page, large_site):
    place = large_site / "gemeente/gm0363-amsterdam/index.html"
    assert pages_in(pdf_of(page, place)) <= MOST
    page.emulate_media(media="print")
    table = page.locator("section[aria-labelledby=wijken] .regios")
    assert not table.locator("tbody").is_visible()
    told = table.evaluate("e => getComputedStyle(e, '::after').content")
    assert "te lang voor papier" in told
    assert page.locator("section[aria-labelledby=wijken] figure svg").is_visible()


def test_a_note_says_what_a_council_asks(page, zeeland_site):
    page.goto((zeeland_site / "gemeente/gm0664-goes/index.html").as_uri())
    page.emulate_media(media="print")
    for needed in (
        "h1",
        "#opvallend",
        ".opvallend :is(li, ul + p, h2 + p)",
        "#thema-drugs",
        "#thema-vastgoed",
        "table.rijen",
        "section[aria-labelledby=wijken] figure svg",
        "section[aria-labelledby=wijken] .legenda",
        "section[aria-labelledby=wijken] table",
        "section[aria-labelledby=buren] table",
        ".tekens",
    ):
        assert visible(page, needed), needed
    for idle in (".top nav", "form", ".crumbs", "summary", "#mee", ".bottom .links", ".skip"):
        assert not visible(page, idle), idle
    told = page.locator(".op-papier").inner_text()
    assert told.startswith("Uitgave van 1 november 2026. Bron: ")


@pytest.mark.parametrize("kind", ["gemeente/gm0664-goes", "thema/drugs", "uitleg/lezen"])
def test_paper_is_white_whatever_the_reader_chose_for_the_screen(page, zeeland_site, kind):
    page.goto((zeeland_site / kind / "index.html").as_uri())
    page.emulate_media(media="screen", color_scheme="dark")
    screen = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    page.emulate_media(**DARK)
    paper = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    ink = page.locator("h1").evaluate("e => getComputedStyle(e).color")
    assert (screen, paper) == ("rgb(17, 22, 31)", "rgb(255, 255, 255)")
    assert max(map(int, re.findall(r"\d+", ink))) < 128


def test_long_tables_say_their_heads_on_each_page_and_no_row_is_cut(page, zeeland_site):
    page.goto((zeeland_site / "thema/drugs/hennepkwekerijen/index.html").as_uri())
    page.emulate_media(media="print")
    styles = page.locator("table thead").first.evaluate("e => getComputedStyle(e).display")
    row = page.locator("table tbody tr").first.evaluate("e => getComputedStyle(e).breakInside")
    assert (styles, row) == ("table-header-group", "avoid")
    page.goto((zeeland_site / "gemeente/gm0664-goes/index.html").as_uri())
    scrolls = page.locator(".scroll").first.evaluate("e => getComputedStyle(e).overflowY")
    assert scrolls == "visible"


@pytest.fixture(scope="module")
def papers(zeeland_site, tmp_path_factory):
    """Two gemeenten on paper, twice, by a process of its own: one drives one browser."""
    pages = [page for page in gemeente_pages(zeeland_site) if re.search("gm06(64|77)", page)]
    folders = [tmp_path_factory.mktemp("paper") for _ in range(2)]
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        printed = [executor.submit(print_pages, zeeland_site, at, pages) for at in folders]
        return folders, [each.result() for each in printed]


def test_a_pdf_has_a_title_a_language_and_headings_and_the_same_bytes_each_time(papers):
    (first, second), (entries, again) = papers
    assert entries == again
    for entry in entries:
        told = (first / entry.path).read_bytes()
        assert told == (second / entry.path).read_bytes()
        assert b"/CreationDate (D:20261101000000" in told
        assert b"/Lang (nl)" in told
        assert b"/MarkInfo" in told
        assert b"/Outlines" in told
        assert entry.type == "application/pdf"
        assert pages_in(told) <= MOST


def test_a_published_page_links_to_its_pdf_and_none_without_does(papers, zeeland_site, tmp_path):
    (folder, _), (entries, _) = papers
    some = [entry.path.rpartition("/")[0] + "/index.html" for entry in entries]
    link_papers(zeeland_site, folder, entries)
    target = tmp_path / "site"
    publish_site(zeeland_site, target, allow_fictional=True, beside=folder)
    told = json.loads((target / "manifest.json").read_bytes())
    assert list(told["files"]) == sorted(told["files"])
    for entry, path in zip(entries, some, strict=True):
        assert told["files"][entry.path]["sha256"] == entry.sha256
        name = entry.path.rpartition("/")[2]
        assert f'href="{name}"'.encode() in (target / path).read_bytes()
        assert b".pdf" not in (zeeland_site / path).read_bytes()
    linked = [page for page in target.glob("gemeente/*/index.html") if b".pdf" in page.read_bytes()]
    assert len(linked) == len(entries)
