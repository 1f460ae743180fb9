"""A built site is whole and can be found: by a reader, an archive, a search engine, a feed."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from lxml import etree, html

from zicht.inspection import links

BASE = "https://zicht-op-ondermijning.example/"
CARD = {"og:title", "og:description", "og:url", "og:type", "og:locale", "og:site_name", "og:image"}
CARD |= {"og:image:alt", "og:image:width", "og:image:height", "twitter:card"}


@pytest.fixture(scope="module")
def pages(zeeland_site):
    """Every page, parsed, by its path."""
    return {
        path.relative_to(zeeland_site).as_posix(): html.fromstring(path.read_bytes())
        for path in sorted(zeeland_site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def own(pages):
    """The pages that have an address of their own."""
    return {p: tree for p, tree in pages.items() if not p.startswith("embed/") and p != "404.html"}


def test_every_address_in_the_site_leads_somewhere(zeeland_site):
    with ThreadPoolExecutor(2) as executor:
        told = links(zeeland_site, executor, jobs=1, say=lambda *_: None)
    assert [str(one) for one in told] == []


def test_plain_links_reach_every_page_and_the_list_has_them_all(zeeland_site, own):
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        at = waiting.pop()
        for link in own[at].iter("a"):
            parts = urlsplit(link.get("href", ""))
            if parts.scheme or not parts.path:
                continue
            path = normpath(join(at.rpartition("/")[0], unquote(parts.path)))
            path = normpath(join(path, "index.html")) if parts.path.endswith("/") else path
            if path in own and path not in seen:
                seen.add(path)
                waiting.append(path)
    assert seen == set(own)
    root = ET.parse(zeeland_site / "sitemap.xml")  # noqa: S314  we wrote it
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {place.text.removeprefix(BASE) for place in root.iter(f"{space}loc")}
    assert {f"{folder}index.html" for folder in listed} == set(own)


def test_every_page_says_where_it_stands(pages):
    for path, tree in pages.items():
        there = tree.xpath('//head/link[@rel="canonical"]/@href')
        whole = path.removeprefix("embed/").removesuffix("index.html")
        assert there == ([] if path == "404.html" else [f"{BASE}{whole}"]), path
        assert tree.get("lang") == "nl", path


def test_every_page_has_a_card_with_a_picture_that_is_there(zeeland_site, own):
    for path, tree in own.items():
        told = {
            meta.get("property") or meta.get("name"): meta.get("content")
            for meta in tree.xpath("//head/meta[@property or starts-with(@name, 'twitter:')]")
        }
        assert set(told) == CARD, path
        assert (zeeland_site / told["og:image"].removeprefix(BASE)).is_file(), path
    goes = own["gemeente/gm0664-goes/drugs/index.html"]
    assert goes.xpath('//meta[@property="og:image"]/@content') == [
        f"{BASE}beeld/gemeente/gm0664.png"
    ]


def test_every_page_has_a_description_of_its_own(own):
    told = Counter(tree.xpath('//meta[@name="description"]/@content')[0] for tree in own.values())
    assert [text for text, count in told.items() if count > 1 or not 40 <= len(text) <= 320] == []


def test_links_of_the_missing_page_work_at_any_depth(pages):
    found = pages["404.html"].xpath("//@href | //@src | //@action")
    inside = [address for address in found if not address.startswith("#")]
    assert len(inside) > 20
    assert all(address.startswith("/") for address in inside)
    assert pages["404.html"].xpath('//form[@role="search"]')


def test_the_feed_tells_the_release(zeeland_site):
    root = etree.parse(zeeland_site / "uitgaven.xml").getroot()
    assert root.findtext("channel/item/title") == "Uitgave van 1 november 2026"
    words = root.findtext("channel/item/description")
    assert words.startswith("Cijfers over ondermijning van 13 gemeenten, ")
    assert "verzonnen" in words
    start = html.fromstring((zeeland_site / "index.html").read_bytes())
    feeds = start.xpath('//link[@type="application/rss+xml"]/@href | //footer//a/@href')
    assert feeds.count("uitgaven.xml") == 2
