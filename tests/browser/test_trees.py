"""The tree of every template as assistive technology meets it, kept beside the test."""

import os
import re
from pathlib import Path

import pytest

from tests.browser.sample import CHOSEN, sample
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

TREES = Path(__file__).parent / "trees"
WRITE = os.environ.get("ZICHT_GOLDEN") == "write"
SHORT = """() => {
  for (const list of document.querySelectorAll("tbody, main ul, main ol, footer ul, header ul")) {
    for (const more of [...list.children].slice(3)) more.remove();
  }
}"""
"""Three rows and three items of each list tell what the rest is."""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", CHOSEN)
def test_the_tree_of_a_template_is_as_it_was(page, address, zeeland_site, name):
    page.goto(address + sample(zeeland_site)[name], wait_until="networkidle")
    page.evaluate(SHORT)
    told = page.locator("body").aria_snapshot()
    tree = re.sub(r"/url: .*", "/url: …", told.replace(address, "/")) + "\n"
    kept = TREES / f"{name.replace(' ', '-')}.yaml"
    if WRITE:
        TREES.mkdir(exist_ok=True)
        kept.write_text(tree, encoding="utf-8")
    assert kept.exists(), "ZICHT_GOLDEN=write pytest tests/browser/test_trees.py makes it"
    assert tree == kept.read_text(encoding="utf-8"), (
        "the tree changed; if that is meant: ZICHT_GOLDEN=write pytest tests/browser/test_trees.py"
    )
