from collections import defaultdict
from pathlib import Path

import pytest
from lxml import html

from zicht.draw import KINDS, chart_of
from zicht.model.chart import Drawing
from zicht.model.dutch import SYMBOLS
from zicht.model.prose import Prose
from zicht.publish import tokens_of
from zicht.render import Site, make_environment, prose_pages, render_page

ROOT = Path(__file__).parents[3]
TOKENS = tokens_of((ROOT / "theme" / "style" / "tokens.css").read_bytes())


@pytest.fixture
def page(atlas):
    prose = Prose("uitleg/ontwerp/index.html", "Ontwerp", "<h1>Ontwerp</h1>", "Deze site", 1)
    (page,) = prose_pages(atlas, [prose], tokens=TOKENS)
    return page


@pytest.fixture
def shown(atlas, page):
    """The page as it is published, with a word in the place of each drawing."""
    site = Site(atlas.delivery, atlas.themes, defaultdict(str), ())
    charts = [chart_of(ask) for ask in page.charts]
    drawings = {one.key: Drawing(one, f"<svg><title>{one.kind}</title></svg>") for one in charts}
    environment = make_environment(ROOT / "templates", site)
    return html.fromstring(render_page(environment, page, drawings).content.decode())


def test_every_kind_of_chart_stands_on_it_and_none_asks_for_data(shown):
    assert {title.text for title in shown.findall(".//svg/title")} == set(KINDS)
    assert shown.xpath("//@data-chart") == []
    assert len(shown.xpath("//figure[starts-with(@id, 'grafiek-')]")) == len(KINDS) - 1


def test_every_colour_and_every_size_of_letters_is_told(shown):
    told = {code.text for code in shown.iter("code")}
    colours = [token for token in TOKENS if token.night]
    sizes = {token.name for token in TOKENS if token.name.startswith("--type-")}
    assert told == sizes | {told for t in colours for told in (t.name, t.day, t.night)}
    assert "#1d3b73" in shown.xpath("//svg[@class='staal']/rect/@fill")


def test_every_state_of_a_cell_a_place_and_a_button_is_shown(shown):
    symbols = {each.text for each in shown.xpath("//span[@class='leeg']")}
    assert set(SYMBOLS.values()) <= symbols
    places = {name for each in shown.xpath("//span/@class") for name in each.split()}
    assert {"v1", "v2", "v3", "v4", "v5"} <= places
    for state in ("als-aangewezen", "als-gekozen"):
        assert len(shown.xpath(f"//*[contains(@class, '{state}')]")) == 3
    assert len(shown.xpath("//main//*[@disabled]")) == 2


def test_what_is_shown_is_invented_and_its_links_lead_somewhere(atlas, page, shown):
    names = {area.name for area in atlas.division.areas} - {"Nederland"}
    assert not names & {item.name for item in page.told["map"].items}
    known = {f"../../thema/t/{key}/" for key in atlas.figures}
    rows = shown.xpath("//table[@class='rijen']//th/a/@href")
    assert len(rows) == 4
    assert set(rows) <= known
