"""axe-core over a page of every template: light and dark, wide and narrow, everything opened."""

from pathlib import Path

import pytest

from tests.browser.sample import sample
from tests.browser.visit import laid_out
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

AXE = Path(__file__).parent.parent / "node/node_modules/axe-core/axe.min.js"
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["cat.color", "cat.aria", "cat.name-role-value"]
"""What colours and what lies over the page can break: the rest was seen in the light."""

OPEN = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  const seen = new Map();
  for (const drawn of document.querySelectorAll("svg[role=img]")) {
    const count = (seen.get(drawn.classList[1]) ?? 0) + 1;
    seen.set(drawn.classList[1], count);
    if (count > 2) for (const part of drawn.querySelectorAll(":scope > g")) part.remove();
  }
}"""
"""Open all that opens. Of the pictures, which speak as one, two of each kind keep their marks:
axe takes its time for each of thousands."""

LOOK = """async (rules) => {
  const found = await axe.run({runOnly: rules, resultTypes: ["violations"]});
  if (found.passes.length === 0) throw new Error("axe looked at nothing");
  return found.violations.map(({id, nodes: [first, ...more]}) => [id, 1 + more.length,
    first.html.slice(0, 150), first.failureSummary]);
}"""
"""What axe finds: each fault with its first place."""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture(params=[1280, 360])
def page(browser, request):
    assert AXE.exists(), "axe-core is not there: make tests/node/node_modules"
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, reduced_motion="reduce"
    )
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_on_any_template(page, address, zeeland_site):
    found = {}
    for name, path in sample(zeeland_site).items():
        opened(page, address + path)
        found[name] = look(page, ALL, "light")
        tell(page)
        found[name] += look(page, LOOKS, "dark")
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("path", ["", "404.html"])
def test_axe_finds_nothing_in_the_suggestions_of_a_field(page, address, path):
    opened(page, address + path)
    for field in page.locator("[role=search] input").all():
        field.fill("vlis")
        page.locator("[role=option]:visible").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert look(page, ALL, "light") + look(page, LOOKS, "dark") == []
        field.fill("")


def opened(page, url):
    page.goto(url, wait_until="networkidle" if "?" in url else "load")
    laid_out(page)
    page.evaluate(OPEN)


def look(page, rules, scheme):
    page.emulate_media(color_scheme=scheme)
    return page.evaluate(LOOK, rules)


def tell(page):
    """Turn to the first chart that tells something: its words lie over the page."""
    chart = page.locator("figure[data-chart]:visible, #paar-punten:visible").first
    if chart.count():
        chart.focus()
        chart.locator(".tip").wait_for(state="visible")
