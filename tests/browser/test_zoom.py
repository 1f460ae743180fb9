"""A page of every template enlarged, with wide text, large targets, forced colours, no motion."""

import pytest

from tests.browser.sample import sample
from tests.browser.visit import laid_out
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""Success criterion 1.4.12: what a reader may ask of every text."""

OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = """() => [...document.querySelectorAll("body *")].filter(each => {
  const look = getComputedStyle(each);
  const hides = [look.overflowX, look.overflowY].some(way => way === "hidden" || way === "clip");
  if (!hides || look.clipPath !== "none" || each.closest("svg")) return false;
  return each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
}).map(each => each.outerHTML.slice(0, 120))"""
"""What hides a part of itself; words for a screen reader alone do so on purpose."""

SMALL = """() => {
  for (const each of document.querySelectorAll(".scroll")) each.style.maxHeight = "none";
  const all = [...document.querySelectorAll("a, button, input, select, summary, [tabindex='0']")]
    .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.closest(".skip"))
    .map(each => ({each, box: each.getBoundingClientRect()}))
    .filter(({box}) => box.width > 0);
  const far = (x, y, {left, right, top, bottom}) =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) >= 12;
  return all.filter(({each, box}) => {
    if (box.width >= 24 && box.height >= 24) return false;
    const parent = each.parentElement;
    const inline = getComputedStyle(each).display === "inline" &&
      parent.innerText.trim() !== each.innerText.trim();
    if (inline) return false;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return all.some(other => other.each !== each && !other.each.contains(each) &&
      !each.contains(other.each) && !far(x, y, other.box));
  }).map(({each, box}) =>
    `${Math.round(box.width)} x ${Math.round(box.height)}: ${each.outerHTML.slice(0, 110)}`);
}"""
"""Targets under 24 pixels that stand in no sentence and have another within 12 of their middle."""

MOVING = """() => [...document.querySelectorAll("*")].filter(each => {
  const {transitionDuration, animationName} = getComputedStyle(each);
  return animationName !== "none" || transitionDuration.split(", ").some(one => one !== "0s");
}).map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture(scope="module")
def each(browser, address, zeeland_site):
    """Return a function that asks one thing of every template, in one look of the browser."""

    def asked(question, *, width, style="", **look):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, bypass_csp=bool(style), **look
        )
        page, found = context.new_page(), {}
        for name, path in sample(zeeland_site).items():
            page.goto(address + path, wait_until="networkidle" if "?" in path else "load")
            laid_out(page)
            page.evaluate(OPEN)
            if style:
                page.add_style_tag(content=style)
            found[name] = question(page)
        context.close()
        return {name: told for name, told in found.items() if told}

    return asked


def whole(page):
    """Return how many pixels a page is too wide, and what is cut off."""
    return [over for over in [page.evaluate(WIDE)] if over > 0] + page.evaluate(CUT)


@pytest.mark.parametrize(("zoom", "width"), [(200, 640), (400, 320)])
def test_nothing_is_lost_when_a_page_is_enlarged(each, zoom, width):
    assert width == 1280 * 100 / zoom
    assert each(whole, width=width) == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_is_lost_when_text_is_spaced(each, width):
    assert each(whole, width=width, style=SPACED) == {}


def test_targets_are_large_enough_or_stand_apart(each):
    assert each(lambda page: page.evaluate(SMALL), width=360) == {}


def test_nothing_moves_for_who_asks_for_rest(each):
    assert each(lambda page: page.evaluate(MOVING), width=1280, reduced_motion="reduce") == {}


CLASSES = """() => [...document.querySelectorAll(".legenda i")].map(
  each => [each.className, getComputedStyle(each).backgroundColor])"""
FOCUS = "getComputedStyle(document.activeElement).outlineStyle"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_classes_and_focus_are_seen_in_forced_colours(browser, address, scheme):
    context = browser.new_context(forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}thema/drugs/drugsverdachten/")
    told = dict(page.evaluate(CLASSES))
    classes = [told[f"k{number}"] for number in range(1, 6)]
    assert len(set(classes)) == 5, "the classes of the map cannot be told apart"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) != "none"
    button = page.locator("table.sort th button").first
    button.focus()
    assert page.evaluate(FOCUS) != "none"
    context.close()
