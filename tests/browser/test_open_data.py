"""Another site may fetch the data, and a data block breaks no rule of the site."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.visit import Visit
from zicht.publish import running

pytestmark = pytest.mark.browser


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def address(zeeland_site):
    with running(zeeland_site) as base:
        yield base


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The address of another site: an empty page on a port of its own, without our headers."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "index.html").write_text("<!doctype html><title>Elders</title><p>Elders")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


FETCH = """async (url) => {
  try {
    const answer = await fetch(url);
    return `${answer.status} ${(await answer.arrayBuffer()).byteLength}`;
  } catch (error) {
    return String(error);
  }
}"""


@pytest.mark.parametrize(
    "path",
    [
        "data/indicatoren.json",
        "data/openapi.json",
        "data/catalogus.ttl",
        "data/all.parquet",
        "data/gemeente/gm0664.json",
        "data/gebieden/gemeenten.geojson",
        "manifest.json",
    ],
)
def test_another_site_may_fetch_data(browser, address, elsewhere, zeeland_site, path):
    page = browser.new_page()
    page.goto(elsewhere)
    size = (zeeland_site / path).stat().st_size
    assert page.evaluate(FETCH, f"{address}{path}") == f"200 {size}"
    page.close()


def test_another_site_may_not_fetch_a_page(browser, address, elsewhere):
    page = browser.new_page()
    page.goto(elsewhere)
    assert "Failed to fetch" in page.evaluate(FETCH, f"{address}gemeente/")
    page.close()


@pytest.mark.parametrize(
    "path", ["gemeente/gm0664-goes/", "gemeente/gm0664-goes/drugs/", "thema/drugs/"]
)
def test_a_data_block_breaks_no_rule(browser, address, path):
    with Visit(browser, address) as visit:
        page = visit.open(path)
        block = page.locator('script[type="application/ld+json"]')
        assert '"@type":"Dataset"' in block.text_content()
