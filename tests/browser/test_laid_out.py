"""What stands below the screen is laid out after the rest, without anything moving for a reader."""

import pytest

from tests.browser.visit import Visit
from zicht.publish import running

PAGES = (
    "gemeente/gm0664-goes/",
    "gemeente/gm0664-goes/drugs/",
    "thema/verdachte-transacties/verdachte-transacties/",
)
WAITING = """[...document.querySelectorAll("main section, .later, .scroll, footer.bottom")]
    .filter((part) => getComputedStyle(part).contentVisibility !== "visible").length"""
SHIFTS = """globalThis.shifts = [];
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) shifts.push(one.value);
    }).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as url:
        yield url


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_all_is_laid_out_soon_and_nothing_moves(browser, address, path):
    with Visit(browser, address, width=360) as visit:
        visit.page.add_init_script(SHIFTS)
        page = visit.open(path)
        page.wait_for_function(f"{WAITING} === 0")
        page.wait_for_timeout(100)
        assert page.evaluate("shifts") == []


@pytest.mark.browser
def test_a_link_to_a_part_that_waits_leads_to_it(browser, address):
    with Visit(browser, address, width=360) as visit:
        page = visit.open("gemeente/gm0664-goes/#buren")
        page.wait_for_function(f"{WAITING} === 0")
        top = page.evaluate("document.getElementById('buren').getBoundingClientRect().top")
        assert 0 <= top < 200


@pytest.mark.browser
def test_without_scripts_nothing_waits(browser, address):
    with Visit(browser, address, scripts=False) as visit:
        page = visit.open("gemeente/gm0664-goes/")
        assert page.locator("main section").count() > 5
        assert page.evaluate(WAITING) == 0
