"""Our pages in a frame of another site, which is on another port: with its script and without."""

import tomllib
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.browser.visit import laid_out
from zicht.publish import running
from zicht.render.frame import HEIGHT, frame_code

pytestmark = [pytest.mark.browser, pytest.mark.large]

PROMISED = tomllib.loads((Path(__file__).parents[1] / "contract/embeds.toml").read_text())
GEMEENTE = "gemeente/gm0687-middelburg-z/"
THEME = f"{GEMEENTE}drugs/"
INDICATOR = "thema/vastgoed/doorsluiswoningen/"
KINDS = [GEMEENTE, THEME, "wijk/wk068700-centrum/", "thema/drugs/", INDICATOR]
BEYOND = "document.documentElement.scrollHeight - innerHeight"
SHOWN = "parts => parts.filter(part => part.getClientRects().length).length"
PAPER = "getComputedStyle(document.body).backgroundColor"
LISTEN = """
told = []; addEventListener("message", ({ data }) => told.push(data));
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder of another site, and its address."""
    folder = tmp_path_factory.mktemp("host")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def host(browser, place):
    """Return how to open a page of that other site with this code in it."""
    folder, base = place
    contexts = []

    def open_host(code, *, scripts=True, at=base):
        text = f"<!doctype html><title>Gemeente</title><h1>Over ons</h1>{code}"
        (folder / "index.html").write_text(text)
        size = {"width": 900, "height": 800}
        context = browser.new_context(viewport=size, java_script_enabled=scripts)
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(at, wait_until="load")
        return page

    yield open_host
    for context in contexts:
        context.close()


def code_of(address, path, *, more=""):
    return frame_code(f"{address}embed/{path}", "Cijfers").replace(' loading="lazy"', more)


def framed(page):
    (frame,) = page.main_frame.child_frames
    frame.wait_for_load_state("load")
    return frame


def until(frame, expression):
    """Wait until something is so on a page of ours, whose policy lets nobody wait inside it."""
    for _ in range(400):
        if frame.evaluate(expression):
            return
        frame.wait_for_timeout(50)
    pytest.fail(f"never: {expression}")


def height(page):
    return page.locator("iframe").bounding_box()["height"]


@pytest.mark.parametrize("path", KINDS)
def test_with_the_script_a_frame_becomes_as_high_as_what_is_in_it(host, address, path):
    script = f'<script src="{address}{PROMISED["script"]["path"]}" async></script>'
    page = host(code_of(address, path) + script)
    frame = framed(page)
    laid_out(frame)
    page.wait_for_function(f"document.querySelector('iframe').clientHeight > {HEIGHT}")
    until(frame, f"{BEYOND} === 0")
    high = height(page)
    frame.evaluate("document.querySelector('footer').remove()")
    page.wait_for_function(f"document.querySelector('iframe').clientHeight < {high - 50}")


@pytest.mark.parametrize("path", KINDS)
def test_without_the_script_a_frame_has_its_height_and_scrolls(host, address, path):
    page = host(code_of(address, path))
    frame = framed(page)
    assert height(page) in {HEIGHT, HEIGHT + 4}  # with the border of a frame
    assert frame.evaluate(BEYOND) > 0
    assert frame.locator("h1").is_visible()
    assert frame.locator("footer a").get_attribute("href") == "./"


@pytest.mark.parametrize("path", KINDS)
def test_without_scripts_inside_texts_and_charts_are_there(host, address, path):
    for more, scripts in ((' sandbox=""', True), ("", False)):
        frame = framed(host(code_of(address, path, more=more), scripts=scripts))
        assert frame.locator("h1").is_visible()
        assert "Bron: " in frame.locator("footer").inner_text()
        charts = frame.locator("svg.chart")
        assert charts.evaluate_all(SHOWN) > 0
        assert charts.first.locator("path, circle, rect").count() > 0
        assert (
            frame.evaluate("getComputedStyle(document.querySelector('.wide')).maxWidth") != "none"
        )


def test_a_frame_tells_its_height_and_nothing_else(host, address):
    page = host(f"<script>{LISTEN}</script>" + code_of(address, f"{INDICATOR}#id=mijn-kader"))
    framed(page)
    page.wait_for_function("told.length > 0")
    message = page.evaluate("told.at(-1)")
    assert sorted(message) == PROMISED["message"]["fields"]
    wanted = (PROMISED["message"]["type"], PROMISED["message"]["v"], "mijn-kader")
    assert (message["type"], message["v"], message["id"]) == wanted
    assert message["height"] > HEIGHT
    page.evaluate("told.length = 0; frames[0].postMessage({ wat: 'ook' }, '*')")
    page.wait_for_function("told.length > 0")
    assert page.evaluate("told.at(-1)") == message


FORGED = """([height, from]) => {
  const [ours, other] = [...document.querySelectorAll("iframe")];
  const data = { type: "zicht-hoogte", v: 1, height, id: "" };
  const { origin } = new URL(ours.src);
  const source = { ours: ours.contentWindow, other: other.contentWindow, none: null }[from];
  const sent = new MessageEvent("message", { data, source, origin });
  dispatchEvent(sent);
  dispatchEvent(new MessageEvent("message", { data, source: ours.contentWindow, origin: "null" }));
  for (const strange of [null, "x", 7, { ...data, v: 2 }, { ...data, type: "x" }, []]) {
    dispatchEvent(new MessageEvent("message", { data: strange, source, origin }));
  }
  return [ours.style.height, other.style.height];
}"""


def test_a_message_that_is_not_of_the_frame_or_tells_nonsense_is_ignored(host, address):
    script = f'<script src="{address}embed/zicht.js"></script>'
    other = '<iframe src="about:blank" title="Iets anders"></iframe>'
    page = host(code_of(address, INDICATOR) + other + script)
    page.wait_for_function("document.querySelector('iframe').style.height !== ''")
    before = page.evaluate("document.querySelector('iframe').style.height")
    for tall in (float("nan"), float("inf"), 1e9, -5, 0, "1e9", None, {}):
        assert page.evaluate(FORGED, [tall, "ours"]) == [before, ""], tall
    for source in ("other", "none"):
        assert page.evaluate(FORGED, [777, source]) == [before, ""], source
    assert page.evaluate(FORGED, [777, "ours"]) == ["777px", ""]


def test_a_site_that_is_not_on_the_list_may_frame_nothing(host, address, place):
    page = host(code_of(address, INDICATOR), at=place[1].replace("127.0.0.1", "localhost"))
    (frame,) = page.main_frame.child_frames
    frame.wait_for_url("chrome-error:**")


def look(frame):
    """Return how many sections, charts and tables a reader sees."""
    return [frame.locator(f"main {kind}").evaluate_all(SHOWN) for kind in ("h2", "figure", "table")]


def test_a_fragment_chooses_a_theme_a_part_and_what_is_shown_of_it(host, address):
    page = host(code_of(address, GEMEENTE))
    frame = framed(page)
    everything = look(frame)

    def chosen(fragment):
        frame.evaluate("fragment => { location.hash = fragment }", fragment)
        frame.wait_for_timeout(50)
        return look(frame)

    assert chosen("thema=drugs") == chosen("thema-drugs") == [1, 0, 1]
    assert chosen("deel=wijken") == [1, 1, 1]
    assert chosen("deel=wijken&toon=grafiek") == [1, 1, 0]
    assert chosen("deel=wijken&toon=tabel") == [1, 0, 1]
    assert chosen("thema=drugs&toon=grafiek") == [1, 0, 1]  # it has no chart to show alone
    heads, charts, tables = chosen("toon=tabel")
    assert charts == 0
    assert tables >= everything[2]
    assert heads <= everything[0]
    heads, charts, tables = chosen("toon=grafiek")
    assert (charts, tables) == (everything[1], 0)
    for hostile in ("deel=inhoud&toon=<b>", "thema=../..&deel=%00", "toon=alles", "kleur=rood",
                    "deel=zoek", "x=" + "y" * 5000, "%", "deel=%E0%A4%A", "=&=&&", ""):  # fmt: skip
        assert chosen(hostile) == everything, hostile


def test_a_table_that_was_folded_is_unfolded_where_tables_alone_are_wanted(host, address):
    frame = framed(host(code_of(address, f"{THEME}#deel=drugsverdachten&toon=tabel")))
    section = frame.locator("section[aria-labelledby=drugsverdachten]")
    assert section.locator("table").first.is_visible()
    assert section.locator("figure").evaluate_all(SHOWN) == 0
    frame.evaluate("location.hash = 'deel=drugsverdachten'")
    section.locator("figure").first.wait_for()
    assert section.locator("details[open]").count() == 0
    assert section.locator("table").first.is_hidden()


def test_a_host_chooses_the_colours(host, address):
    seen = {}
    for colour in ("", "#kleur=licht", "#kleur=donker", "#kleur=rood"):
        frame = framed(host(code_of(address, INDICATOR + colour)))
        seen[colour] = frame.evaluate(PAPER)
    assert seen[""] == seen["#kleur=licht"] == seen["#kleur=rood"]
    assert seen["#kleur=donker"] != seen[""]


def test_the_page_makes_the_code_that_its_preview_shows(browser, host, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(20_000)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}uitleg/insluiten/", wait_until="networkidle")
    page.locator("#insluiten-zoek").press_sequentially("middelb")
    page.get_by_role("option", name="Middelburg (Z.) gemeente").click()
    page.locator("#insluiten-thema").select_option(label="Drugs")
    page.wait_for_selector("#insluiten-deel option[value=hennepkwekerijen]", state="attached")
    page.locator("#insluiten-deel").select_option("hennepkwekerijen")
    page.locator("#insluiten-kleur").select_option("donker")
    page.locator("#insluiten-hoogte").fill("450")
    page.locator("#insluiten-groei").check()
    page.get_by_role("button", name="Kopieer code").click()
    page.get_by_text("De code is gekopieerd.").wait_for()
    code = page.evaluate("navigator.clipboard.readText()")
    src = f"{address}embed/{THEME}#deel=hennepkwekerijen&kleur=donker"
    title = "Geruimde hennepkwekerijen, Drugs in Middelburg (Z.)"
    script = f'<script src="{address}embed/zicht.js" async></script>'
    assert code == f"{frame_code(src, title, height=450)}\n{script}"
    until(page, "document.querySelector('main iframe').clientHeight > 600")
    assert framed(page).locator("#hennepkwekerijen").is_visible()
    assert said == []
    context.close()
    shown = framed(host(code))
    assert look(shown)[0] == 1
    assert shown.locator("#hennepkwekerijen").is_visible()


def test_the_page_starts_from_the_page_that_led_to_it(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + INDICATOR, wait_until="networkidle")
    page.locator("details.deel summary").first.click()
    page.get_by_role("link", name="Insluiten op uw eigen site").first.click()
    until(page, "document.querySelector('#insluiten-code')?.value.includes('Doorsluis')")
    code = page.locator("#insluiten-code").input_value()
    assert code == frame_code(f"{address}embed/{INDICATOR}", "Doorsluiswoningen")
    for strange in ("//elders.example/", "javascript:alert(1)", "uitleg/"):
        page.goto(f"{address}uitleg/insluiten/?pagina={strange}", wait_until="networkidle")
        assert page.locator("#insluiten-code").is_hidden()
    context.close()
