"""Bare pages in a frame of another site: they live there, and their links lead out of it."""

import re
from html import escape
from urllib.request import urlopen

import pytest

from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

THEME = "gemeente/gm0687-middelburg-z/drugs/"
INDICATOR = "thema/vastgoed/doorsluiswoningen/"
HOST = "https://gemeente.example/"
STRANGER = "https://elders.example/"
WIDE = "document.documentElement.scrollWidth"
SHOWN = "parts => parts.filter(part => part.getClientRects().length).map(part => part.id)"


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base.rstrip("/") + "/"


@pytest.fixture
def host(browser):
    """Return how to open a page of another site with this code in it, and what it then says."""
    contexts = []

    def open_host(code, *, at=HOST, width=800, **options):
        size = {"width": width, "height": 800}
        allowed = ["local-network-access"]  # our own server is on this machine
        context = browser.new_context(viewport=size, permissions=allowed, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page, said = context.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        text = f"<!doctype html><title>Gemeente</title><h1>Over ons</h1>{code}"
        page.route(at, lambda route: route.fulfill(body=text, content_type="text/html"))
        page.goto(at, wait_until="networkidle")
        return page, said

    yield open_host
    for context in contexts:
        context.close()


def code_of(src):
    return f'<iframe src="{escape(src)}" title="Cijfers" width="100%" height="600"></iframe>'


def framed(page):
    """Return the frame of a page."""
    (frame,) = page.main_frame.child_frames
    return frame


@pytest.mark.parametrize("path", [THEME, INDICATOR])
def test_a_bare_page_stands_in_a_frame_and_its_charts_come_alive(host, address, path):
    page, said = host(code_of(f"{address}embed/{path}"))
    frame = framed(page)
    figure = frame.locator("figure[data-kind=line]").first
    figure.hover()
    frame.wait_for_selector("figure[data-live]")
    assert frame.locator("header, .deel, .delen-knop, [role=search]").count() == 0
    assert "Verzonnen cijfers." in frame.locator("aside").inner_text()
    assert "Uitgave van 1 november 2026" in frame.locator("footer").inner_text()
    assert frame.locator("h1").count() == 1
    assert said == []


def test_a_site_that_is_not_named_and_a_page_that_is_not_bare_are_refused(host, address):
    for src, at in ((THEME, HOST), (f"embed/{THEME}", STRANGER)):
        page, said = host(code_of(address + src), at=at)
        assert framed(page).url.startswith("chrome-error:")
        assert any("frame-ancestors" in each for each in said), said


def test_the_headers_of_a_bare_page_alone_let_it_be_framed(address):
    framers = "'self' http://127.0.0.1:* https://gemeente.example"
    for path, by, base in ((THEME, "'none'", "'none'"), (f"embed/{THEME}", framers, "'self'")):
        with urlopen(address + path) as answer:  # noqa: S310  our own server
            policy = answer.headers["Content-Security-Policy"].split("; ")
        assert f"frame-ancestors {by}" in policy
        assert f"base-uri {base}" in policy


def test_without_scripts_every_link_leads_to_the_whole_page_outside_the_frame(host, address):
    page, said = host(code_of(f"{address}embed/{THEME}"), java_script_enabled=False)
    frame = framed(page)
    assert frame.locator("base").get_attribute("target") == "_top"
    links = frame.locator("main a, footer a")
    assert links.count() > 20
    told = links.evaluate_all("every => every.map(link => link.href)")
    assert not [link for link in told if "/embed/" in link]
    frame.locator("footer a").click()
    page.wait_for_url(address + THEME)
    assert said == []


def test_a_region_on_a_map_leads_out_of_the_frame(host, address):
    page, said = host(code_of(f"{address}embed/{THEME}#grafiek-kaart-hennepkwekerijen"))
    figure = framed(page).locator("#grafiek-kaart-hennepkwekerijen")
    figure.hover()
    framed(page).wait_for_selector("#grafiek-kaart-hennepkwekerijen[data-live]")
    figure.focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(address) + "wijk/wk0687"))
    assert said == []


@pytest.mark.parametrize("scripts", [False, True])
def test_an_address_of_a_part_shows_that_part_alone(host, address, scripts):
    every = f"{address}embed/{THEME}"
    counts = []
    for part in ("", "#hennepkwekerijen", "#grafiek-kaart-hennepkwekerijen"):
        page, _ = host(code_of(every + part), java_script_enabled=scripts)
        frame = framed(page)
        heads = frame.locator("main h2").evaluate_all(SHOWN)
        figures = frame.locator("main figure").evaluate_all(SHOWN)
        counts.append((len(heads), len(figures)))
        assert not part or heads == ["hennepkwekerijen"]
        assert frame.locator("h1").is_visible()
        assert frame.locator("footer a").is_visible()
    assert counts[0][0] > 3
    assert counts[0][1] > counts[1][1] > counts[2][1] == 1
    page, _ = host(code_of(f"{address}embed/{INDICATOR}#tabel"), java_script_enabled=scripts)
    assert framed(page).locator("#tabel").is_visible()


@pytest.mark.parametrize("part", ["", "#grafiek-kaart-hennepkwekerijen"])
def test_a_frame_fits_a_phone(host, address, part):
    src = f"{address}embed/{THEME}{part}"
    page, said = host(f"<style>body {{ margin: 0 }}</style>{code_of(src)}", width=360)
    assert framed(page).evaluate(WIDE) <= 360
    assert said == []


def test_the_code_that_a_page_hands_out_shows_the_chart(browser, host, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + THEME, wait_until="networkidle")
    figure = page.locator("#grafiek-kaart-hennepkwekerijen")
    figure.get_by_role("button").click()
    page.get_by_role("button", name="Kopieer code om in te sluiten").first.click()
    page.wait_for_function("document.querySelector('.deel[open] [role=status]').textContent")
    code = page.evaluate("navigator.clipboard.readText()")
    page.goto(f"{address}vergelijk/?gebied=GM0687", wait_until="networkidle")
    assert page.locator("body[data-embed]").count() == 0
    context.close()
    src = f"{address}embed/{THEME}#grafiek-kaart-hennepkwekerijen"
    title = "Geruimde hennepkwekerijen, Middelburg (Z.)"
    size = 'width="100%" height="600" loading="lazy"'
    assert code == f'<iframe src="{src}" title="{title}" {size}></iframe>'
    shown, said = host(code)
    assert framed(shown).locator("#grafiek-kaart-hennepkwekerijen").is_visible()
    assert said == []
