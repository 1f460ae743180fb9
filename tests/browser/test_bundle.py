"""Everything of one gemeente, unpacked in a folder and opened from disk."""

import zipfile

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(build, zeeland_site, tmp_path_factory):
    place = tmp_path_factory.mktemp("bundle")
    build("bundle", "GM0664", "--dist", zeeland_site, "--out", place / "goes.zip")
    with zipfile.ZipFile(place / "goes.zip") as bundle:
        bundle.extractall(place / "op de schijf")
    return place / "op de schijf"


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("request", lambda one: one.url.startswith("file:") or wrong.append(one.url))
    yield page
    context.close()
    assert wrong == []


def stands(page, heading):
    """The page is what it should be, with its looks and its pictures."""
    assert page.url.split("#")[0].endswith("/index.html")
    assert page.locator("h1").inner_text().startswith(heading)
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight") == "650"
    for image in page.locator("img").all():
        assert image.evaluate("e => e.naturalWidth") > 0


def test_a_reader_goes_from_the_start_through_the_gemeente_without_a_server(page, folder):
    page.goto((folder / "index.html").as_uri())
    stands(page, "Goes")
    page.get_by_role("link", name="Naar de pagina van Goes").click()
    stands(page, "Goes")
    page.get_by_role("link", name="Alles over drugs in Goes").click()
    stands(page, "Drugs in Goes")
    figure = page.locator("figure[data-chart]").first
    figure.hover()
    figure.click(position={"x": 5, "y": 5})
    assert figure.locator("svg").first.bounding_box()["height"] > 30
    page.locator(".crumbs").get_by_role("link", name="Goes").click()
    page.locator("table.regios a").first.click()
    stands(page, page.locator("h1").inner_text())
    assert "/wijk/wk0664" in page.url
    page.get_by_role("link", name="Volgende wijk").click()
    assert "/wijk/wk0664" in page.url
    page.locator("footer").get_by_role("link", name="Zo leest u de cijfers").click()
    stands(page, "Zo leest u de cijfers")
    page.locator("header .brand").click()
    assert page.url == (folder / "index.html").as_uri()


def test_what_can_be_done_without_a_second_file_can_be_done(page, folder):
    page.goto((folder / "gemeente/gm0664-goes/index.html").as_uri())
    table = page.locator("table.sort").first
    first = table.locator("tbody tr").first.inner_text()
    table.locator("thead button").first.click()
    table.locator("thead button").first.click()
    assert table.locator("tbody tr").first.inner_text() != first
    assert page.locator("form[role=search]").count() == 0
    page.locator("details.deel summary").first.click()
    link = page.locator("details.deel").first.get_by_role("link", name="CSV", exact=True)
    assert link.evaluate("e => e.href") == (folder / "data/gemeente/gm0664.csv").as_uri()
    assert (folder / "data/gemeente/gm0664.csv").stat().st_size > 10_000


def test_a_bare_page_opens_from_disk(page, folder):
    bare = next((folder / "embed").glob("**/drugs/index.html"))
    page.goto(bare.as_uri())
    stands(page, "Drugs in Goes")
    page.locator("footer a").last.click()
    assert page.url == (folder / "gemeente/gm0664-goes/drugs/index.html").as_uri()
