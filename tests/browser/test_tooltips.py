"""What a chart tells on being pointed at: by pointer and keyboard, until a reader dismisses it."""

import pytest

from tests.browser.visit import Visit
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

KINDS = pytest.mark.parametrize(("path", "which"), [
    ("gemeente/gm0664-goes/drugs/", "figure[data-kind=line]"),
    ("gemeente/gm0664-goes/drugs/", "figure[data-kind=strip]"),
    ("thema/drugs/drugsverdachten/", "figure[data-kind=map]"),
    ("combineer/?x=drugsverdachten&y=doorsluiswoningen", "#paar-punten"),
    ("combineer/?x=drugsverdachten&y=doorsluiswoningen", "#paar-kaart"),
    ("combineer/?signaal=hennepkwekerijen:1&signaal=drugsverdachten:4", ".fig:has(.chart-lijst)"),
])  # fmt: skip


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture
def turned(browser, address):
    """Return a function that opens a page and turns to a chart with the keyboard."""
    visits = []

    def opened(path, which):
        visits.append(visit := Visit(browser, address))
        page = visit.open(path)
        figure = page.locator(which).first
        figure.focus()
        figure.locator(".tip").wait_for(state="visible")
        return page, figure, figure.locator(".tip")

    yield opened
    for visit in visits:
        visit.__exit__()


@KINDS
def test_a_chart_tells_the_keyboard_until_escape(turned, path, which):
    page, figure, tip = turned(path, which)
    first = tip.inner_text()
    assert first
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    assert figure.locator(".ring").count() == 0
    assert figure.evaluate("figure => figure === document.activeElement")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert tip.is_visible()
    page.mouse.move(2, 2)
    assert tip.is_visible(), "the pointer closes what the keyboard asked for"
    page.keyboard.press("Tab")
    assert tip.is_hidden()


@KINDS
def test_a_pointer_goes_to_the_words_and_dismisses_them(turned, path, which):
    page, figure, tip = turned(path, which)
    at = told(page, figure, tip)
    words = tip.inner_text()
    box = tip.bounding_box()
    above = box["y"] < at[1]
    for step in range(1, 21):
        edge = box["y"] + box["height"] / 2
        page.mouse.move(at[0], at[1] + (edge - at[1]) * step / 20)
        assert tip.is_visible(), f"gone after {step} of 20 steps {'up' if above else 'down'}"
    assert tip.inner_text() == words
    page.keyboard.press("Escape")
    assert tip.is_hidden()


@KINDS
def test_what_is_dismissed_stays_away_until_the_pointer_comes_anew(turned, path, which):
    page, figure, tip = turned(path, which)
    x, y = told(page, figure, tip)
    words = tip.inner_text()
    page.keyboard.press("Escape")
    page.mouse.move(x + 0.5, y)
    assert tip.is_hidden()
    page.mouse.move(2, 2)
    page.mouse.move(x, y)
    assert tip.is_visible()
    assert tip.inner_text() == words


def told(page, figure, tip):
    """Move a pointer to what the keyboard is at, or near it, until that tells; return where."""
    page.keyboard.press("Home")
    ring = figure.locator(".ring").bounding_box()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    for part in (0.5, 0.35, 0.65, 0.2, 0.8):
        x, y = ring["x"] + ring["width"] / 2, ring["y"] + ring["height"] * part
        page.mouse.move(x, y)
        if tip.is_visible():
            return x, y
    return pytest.fail("the pointer is told nothing")
