"""The browser brings the same charts to life under a strict policy, and adds only a tooltip."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from zicht.draw import KINDS, browser_assets, page_specification

pytestmark = pytest.mark.browser

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
CSS = "figure{position:relative;width:360px;margin:80px}.tip{position:absolute}"
LOADER = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (e) =>
  violations.push(e.violatedDirective + ' ' + e.blockedURI));
window.enlivened = Promise.all([...document.querySelectorAll('figure')].map((figure) =>
  zichtCharts.enliven(figure, {
    vegaUrl: 'vega.js', kindsUrl: 'kinds.json', dataUrl: 'grafieken.json'})));
"""


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serves with the policy of the site, and says nothing."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(kinds, engine, charts, tmp_path_factory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("site")
    drawn = engine.draw(charts())
    for name, content in browser_assets(kinds).items():
        (root / name).write_bytes(content)
    page = page_specification(charts(), kinds=kinds, title="t", notice=None)
    (root / "grafieken.json").write_text(page)
    shutil.copy(Path("theme/charts.js"), root)
    (root / "load.js").write_text(LOADER)
    (root / "site.css").write_text(CSS)
    figures = "".join(
        f'<figure class="chart" data-chart="{d.chart.key}" data-kind="{d.chart.kind}">'
        f"{d.svg}</figure>"
        for d in drawn
    )
    (root / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="site.css">'
        f'{figures}<script src="charts.js"></script><script src="load.js"></script>'
    )
    (root / "still.html").write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="site.css">{figures}'
    )
    handler = functools.partial(Strict, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def live(browser, site) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 800, "height": 900})
    page.goto(f"{site}/index.html")
    page.wait_for_function("() => 'enlivened' in window")
    page.evaluate("enlivened")
    yield page
    page.close()


def test_no_policy_is_violated_and_every_chart_lives(live):
    assert live.evaluate("violations") == []
    assert live.locator("figure[data-live]").count() == len(KINDS)
    assert live.evaluate("document.querySelectorAll('style, [style*=url]').length") == 0


def test_the_name_for_a_screen_reader_stays(live):
    svg = live.locator("figure svg").first
    assert svg.get_attribute("role") == "img"
    assert svg.get_attribute("aria-labelledby") == "lijn0-t lijn0-d"
    assert svg.get_attribute("viewBox") == "0 0 360 210"
    assert svg.locator("title").count() == 1


MARKS = """(svg) => [...svg.querySelectorAll('path, circle, line, text')]
  .filter((e) => !e.closest('.hit_marks, .ring') && !/ground/.test(e.getAttribute('class') || ''))
  .filter((e) => e.getAttribute('d') !== '' && e.textContent + e.tagName !== 'text')
  .map((e) => { const b = e.getBBox(), m = e.getCTM(); return [e.textContent, ...[
    b.x * m.a + m.e, b.y * m.d + m.f].map(Math.round)]; })"""


def test_the_live_chart_has_the_marks_of_the_still_one(live, browser, site):
    page = browser.new_page(viewport={"width": 800, "height": 900})
    page.goto(f"{site}/still.html")
    for key in ("lijn0", "vonk0", "staaf0", "strook0", "kaart0"):
        still, alive = (
            p.locator(f"figure[data-chart={key}] svg").evaluate(MARKS) for p in (page, live)
        )
        assert [mark[0] for mark in still] == [mark[0] for mark in alive]
        for one, other in zip(still, alive, strict=True):
            if not one[0]:
                assert one[1:] == pytest.approx(other[1:], abs=2)
    page.close()


def test_the_pointer_shows_and_hides_the_tooltip(live):
    live.locator("figure[data-chart=staaf0] svg").hover(position={"x": 60, "y": 30})
    tip = live.locator("figure[data-chart=staaf0] .tip")
    assert tip.is_visible()
    assert tip.inner_text() == "Almere 0: 0,0 per 10.000 woningen"
    live.mouse.move(2, 2)
    assert not tip.is_visible()


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("lijn0", "2016, per 10.000 woningen: Almere 3,0; Nederland 2,3"),
        ("staaf0", "Almere 5: 8,5 per 10.000 woningen"),
        ("strook0", "Almere 5: 8,5 per 10.000 woningen"),
        ("kaart0", "Almere 5: 8,5 per 10.000 woningen"),
    ],
)
def test_the_keyboard_walks_over_the_marks(live, key, first):
    figure = live.locator(f"figure[data-chart={key}]")
    figure.focus()
    tip = figure.locator(".tip")
    assert tip.inner_text().startswith(first)
    assert figure.locator(".ring").count() == 1
    live.keyboard.press("End")
    last = tip.inner_text()
    live.keyboard.press("ArrowLeft")
    live.keyboard.press("Home")
    assert tip.inner_text() != last
    live.keyboard.press("Escape")
    assert not tip.is_visible()
    assert figure.locator(".ring").count() == 0


def test_enter_follows_the_link(live):
    live.locator("figure[data-chart=kaart0]").focus()
    live.keyboard.press("ArrowRight")
    live.keyboard.press("Enter")
    live.wait_for_url("**/wk003405/")


def test_a_click_follows_the_link(live):
    live.locator("figure[data-chart=staaf0] svg").click(position={"x": 60, "y": 30})
    live.wait_for_url("**/wk003400/")


def test_what_does_not_load_leaves_the_still_chart(browser, site):
    page = browser.new_page()
    page.route("**/kinds.json", lambda route: route.abort())
    page.goto(f"{site}/index.html")
    page.wait_for_function("() => 'enlivened' in window")
    assert page.evaluate("enlivened.then(() => 'alive', () => 'still')") == "still"
    assert page.locator("figure svg[role=img]").count() == len(KINDS)
    page.close()
