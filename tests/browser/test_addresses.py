"""Addresses that somebody made up: a sentence, a whole page, and nothing from elsewhere."""

import pytest

from tests.browser.visit import Visit
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

KEYS = ("hennepkwekerijen", "doorsluiswoningen")
MARKUP = "%22%3E%3Cimg%20src=https://elders.example/x%20onerror=alert(1)%3E"
SCRIPT = "%3Cscript%20src=https://elders.example/x.js%3Ealert(1)%3C/script%3E"
LONE = "%ED%A0%80"
DEEP = "%F0%9D%94%8A%E2%80%AE%CC%88" * 30
BAD = {
    "unknown": "nep",
    "markup": MARKUP,
    "script": SCRIPT,
    "a lone surrogate": LONE,
    "a percent sign that begins nothing": "%E0%A4%A%",
    "marks upon marks": DEEP,
    "much too long": "a" * 5_000,
    "a name of every object": "__proto__",
    "another name of every object": "constructor",
    "a null": "%00",
}
MANY = "&".join(f"{{name}}=GM{n:05d}{{more}}" for n in range(3_000))
TELLS = "kennen wij niet"
QUERIES = {
    **{f"x: {name}": f"x={bad}" for name, bad in BAD.items()},
    **{f"y: {name}": f"x={KEYS[0]}&y={bad}" for name, bad in BAD.items()},
    **{f"binnen: {name}": f"x={KEYS[0]}&y={KEYS[1]}&binnen={bad}" for name, bad in BAD.items()},
    **{f"jaar: {name}": f"x={KEYS[0]}&y={KEYS[1]}&jaar={bad}" for name, bad in BAD.items()},
    **{f"niveau: {name}": f"x={KEYS[0]}&niveau={bad}" for name, bad in BAD.items()},
    "x: ten thousand": MANY.format(name="x", more=""),
}
LISTS = {
    **{f"signaal: {name}": f"signaal={bad}:1" for name, bad in BAD.items()},
    **{f"a threshold: {name}": f"signaal={KEYS[0]}:{bad}" for name, bad in BAD.items()},
    **{f"begin: {name}": f"begin={bad}" for name, bad in BAD.items()},
    **{
        f"minstens: {name}": f"signaal={KEYS[0]}:1&signaal={KEYS[1]}:1&minstens={bad}"
        for name, bad in BAD.items()
    },
    **{f"binnen: {name}": f"signaal={KEYS[0]}:1&binnen={bad}" for name, bad in BAD.items()},
    **{f"jaar: {name}": f"signaal={KEYS[0]}:1&jaar={bad}" for name, bad in BAD.items()},
    **{
        f"a threshold of {number}": f"signaal={KEYS[0]}:{number}"
        for number in ("NaN", "1e308", "-4", "Infinity", "9" * 90, "0x10", "4,1", "1;2")
    },
    "minstens: none of them": f"signaal={KEYS[0]}:1&minstens=0",
    "minstens: more than there are": f"signaal={KEYS[0]}:1&minstens=12",
    "signaal: ten thousand": MANY.format(name="signaal", more=":1"),
    "signaal: the same again": f"signaal={KEYS[0]}:1&signaal={KEYS[0]}:2",
}
GO = """async ([query, id]) => {
  history.replaceState(null, "", query);
  dispatchEvent(new PopStateEvent("popstate"));
  const part = document.getElementById(id);
  while (part.getAttribute("aria-busy") !== "false") await new Promise(requestAnimationFrame);
}"""
SAFE = """() => ({
  foreign: document.querySelectorAll("main img, main script, main iframe, main [onerror]").length,
  objects: Object.keys(Object.prototype).length,
})"""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture(scope="module")
def visit(browser, address):
    with Visit(browser, address) as visit:
        visit.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        visit.open("combineer/?minstens=2")
        yield visit


def told(visit, query, view, said):
    """Return what the page says of an address once its answer stands."""
    page = visit.page
    page.evaluate(GO, [f"?{query}", view])
    assert page.locator("h1").is_visible()
    assert page.locator(f"#{view}").is_visible()
    assert page.evaluate(SAFE) == {"foreign": 0, "objects": 0}
    assert visit.said == [], visit.said
    return page.locator(said).inner_text()


@pytest.mark.parametrize("name", QUERIES)
def test_two_indicators_say_what_they_do_not_know(visit, name):
    words = told(visit, QUERIES[name], "paar", "#paar-gezegd")
    assert TELLS in words or "Voor het jaar" in words
    assert len(words) < 500


@pytest.mark.parametrize("name", LISTS)
def test_a_shortlist_says_what_it_does_not_know(visit, name):
    words = told(visit, LISTS[name], "lijst", "#lijst .let-op")
    assert TELLS in words or "kan niet: kies" in words or "meer dan een keer" in words
    assert len(words) < 500
    assert visit.page.locator("#lijst .uitkomst").inner_text()


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_page_that_is_opened_so_says_it_too(browser, address, bad):
    with Visit(browser, address) as visit:
        page = visit.open(f"combineer/?signaal={bad}:{bad}&begin={bad}&minstens={bad}&jaar={bad}")
        assert TELLS in page.locator("#lijst .let-op").inner_text()
        page = visit.open(f"combineer/?x={bad}&y={bad}&binnen={bad}&jaar={bad}")
        assert TELLS in page.locator("#paar-gezegd").inner_text()
        assert page.evaluate(SAFE) == {"foreign": 0, "objects": 0}


def test_a_huge_threshold_is_reached_by_nobody(visit):
    query = f"signaal={KEYS[0]}:999999999999&signaal={KEYS[1]}:1000000000000&minstens=1"
    words = told(visit, query, "lijst", "#lijst .uitkomst")
    assert "Geen enkele gemeente" in words


def test_thirteen_signals_are_twelve(visit, zeeland_site):
    keys = [path.name for path in sorted((zeeland_site / "data/indicator").iterdir())]
    own = [key for key in keys if (zeeland_site / f"data/indicator/{key}/gemeenten.json").exists()]
    query = "&".join(f"signaal={key}:1" for key in own[:13])
    assert len(own) >= 13
    assert "hoogstens 12" in told(visit, query, "lijst", "#lijst .let-op")
    assert visit.page.locator(".signaal").count() == 12


def test_an_address_that_asks_for_nothing_gets_a_page(visit):
    for query in ("", "signaal=", "signaal=:", "minstens=", "begin=", "&&&=&?", "%", "x=&y="):
        page = visit.page
        page.goto(f"{visit.address}combineer/?{query}", wait_until="networkidle")
        assert page.locator("#paar:visible, #lijst:visible").count() == 1, query
    assert visit.said == []
