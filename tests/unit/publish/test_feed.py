"""The feed of releases, as a reader of feeds would read it."""

from datetime import date, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from zicht.publish import release_feed

BASE = "https://example.org/zicht/"
NEEDED = {"title", "link", "description"}
"""Elements that RSS 2.0 asks of a channel."""


def fed(**more):
    told = {"title": "Uitgave van 29 februari 2024", "words": "Cijfers.", "subjects": ["Drugs"]}
    file = release_feed(date(2024, 2, 29), base_url=BASE, **{**told, **more})
    assert file.path == "uitgaven.xml"
    return etree.fromstring(file.content)


def test_a_feed_has_what_rss_asks_for():
    root = fed()
    channel, item = root.find("channel"), root.find("channel/item")
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert {child.tag for child in channel} >= NEEDED
    assert item.findtext("guid") == f"{BASE}#2024-02-29"
    assert item.find("guid").get("isPermaLink") == "false"
    assert channel.findtext("link") == BASE
    itself = channel.find("{http://www.w3.org/2005/Atom}link")
    assert (itself.get("rel"), itself.get("href")) == ("self", f"{BASE}uitgaven.xml")


def test_the_day_is_that_of_the_release():
    days = {element.text for element in fed().iter("pubDate")}
    assert days == {"Thu, 29 Feb 2024 00:00:00 GMT"}
    (day,) = days
    assert parsedate_to_datetime(day) == datetime.fromisoformat("2024-02-29T00:00:00Z")


def test_words_of_a_delivery_stay_words():
    root = fed(title="<b>&", words="a < b & c", subjects=["<script>"])
    assert root.findtext("channel/item/title") == "<b>&"
    assert root.findtext("channel/item/description") == "a < b & c"
    assert root.findtext("channel/item/category") == "<script>"
