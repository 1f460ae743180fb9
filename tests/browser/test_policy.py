"""The content security policy, in Chromium: no page breaks it, and it is there to be broken."""

import pytest

from tests.browser.sample import sample
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

LISTEN = """
globalThis.broken = [];
addEventListener("securitypolicyviolation", (told) => {
  broken.push(`${told.effectiveDirective} ${told.blockedURI} ${told.sample}`);
});
"""
ALIVE = """async () => {
  const kinds = new Map();
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    if (figure.getClientRects().length) kinds.set(figure.dataset.kind, figure);
  }
  for (const figure of kinds.values()) {
    figure.scrollIntoView();
    figure.dispatchEvent(new PointerEvent("pointerenter"));
  }
  for (let turn = 0; turn < 100; turn++) {
    if ([...kinds.values()].every((figure) => "live" in figure.dataset)) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return [...kinds.values()].map((figure) => "live" in figure.dataset);
}"""
ATTEMPTS = """() => {
  const script = document.createElement("script");
  script.textContent = "globalThis.ran = true";
  const image = document.createElement("img");
  image.setAttribute("onerror", "globalThis.ran = true");
  image.src = "data:image/png;base64,";
  const style = document.createElement("p");
  style.setAttribute("style", "color: red");
  document.body.append(script, image, style);
}"""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def test_no_page_breaks_the_policy_with_its_charts_alive_and_its_search_open(
    page, address, zeeland_site
):
    said, broken, alive = [], {}, []
    page.on("console", lambda message: said.append(message.text))
    for name, path in sample(zeeland_site).items():
        page.goto(address + path, wait_until="load")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        field = page.locator("form[role=search] input").first
        if field.count() and field.is_visible():
            field.fill("Goes")
            page.locator("[role=listbox] [role=option]").first.wait_for()
        alive += page.evaluate(ALIVE)
        if found := page.evaluate("broken"):
            broken[name] = found
    assert broken == {}
    assert said == []
    assert len(alive) > 20
    assert all(alive)


def test_what_the_policy_forbids_does_not_run(page, address):
    page.goto(address)
    page.evaluate(ATTEMPTS)
    page.wait_for_function("broken.length >= 4")
    kinds = {each.split()[0] for each in page.evaluate("broken")}
    assert kinds == {"script-src-elem", "script-src-attr", "img-src", "style-src-attr"}
    assert page.evaluate("globalThis.ran") is None
