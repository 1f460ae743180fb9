"""The feed of releases: what the site is, the day, and how many regions it has."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import format_datetime
from html import unescape
from pathlib import Path

from zicht.audit.page.found import numeric, telling
from zicht.audit.sitemap import base_of
from zicht.audit.wording import COLOPHON, wording_of
from zicht.model.area import Level
from zicht.model.disclosure import Disclosure
from zicht.model.published import Published

FEED = "uitgaven.xml"
_RSS = re.compile(
    r'<\?xml version="1\.0" encoding="UTF-8"\?>\n'
    r'<rss version="2\.0" xmlns:atom="http://www\.w3\.org/2005/Atom">\n<channel>\n'
    r"<title>[^<>0-9]*</title>\n<link>(?P<site>[^<>]*)</link>\n"
    r"<description>[^<>0-9]*</description>\n<language>nl</language>\n"
    r'<atom:link href="(?P<self>[^<>"]*)" rel="self" type="application/rss\+xml"/>\n'
    r"<pubDate>(?P<day>[^<>]*)</pubDate>\n"
    r"<item>\n<title>(?P<title>[^<>]*)</title>\n<link>(?P<link>[^<>]*)</link>\n"
    r'<guid isPermaLink="false">(?P<guid>[^<>]*)</guid>\n'
    r"<pubDate>(?P=day)</pubDate>\n<description>(?P<words>[^<>]*)</description>\n"
    r"(?P<themes>(?:<category>[^<>]*</category>\n)*)</item>\n</channel>\n</rss>\n"
)
_COUNT = re.compile(r"(\d{1,3}(?:\.\d{3})*) (gemeenten|wijken|buurten)\b")
_THEME = re.compile(r"<category>([^<>]*)</category>")
_LEVELS = {"gemeenten": Level.GEMEENTE, "wijken": Level.WIJK, "buurten": Level.BUURT}
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def feed_disclosures(dist: Path, published: Published) -> Iterator[Disclosure]:
    """Yield what the feed tells besides the addresses, the day and the regions of the release.

    Errors: none.
    """
    text = (dist / FEED).read_text("utf-8", "replace") if (dist / FEED).is_file() else ""
    told = _RSS.fullmatch(text)
    if told is None:
        yield _fault("It is absent, or says more than a feed of this site does.")
        return
    base, day = base_of(dist), _release(dist)
    if not base or day is None:  # which is told of the list of pages, or of the manifest
        return
    wanted = {
        "site": base,
        "self": f"{base}{FEED}",
        "link": f"{base}{COLOPHON}",
        "guid": f"{base}#{day.isoformat()}",
        "day": format_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC), usegmt=True),
        "title": f"Uitgave van {day.day} {_MONTHS[day.month - 1]} {day.year}",
    }
    for name, value in wanted.items():
        if unescape(told[name]) != value:
            yield _fault(f"Its {name} is not that of the site.")
    if telling(_COUNT.sub(lambda one: _left(one, published), told["words"])):
        yield _fault("It counts otherwise than the regions of the site.")
    words = wording_of(dist, [""])
    themes = (unescape(one).lower() for one in _THEME.findall(told["themes"]))
    if any(numeric(theme) and theme not in words for theme in themes):
        yield _fault("It names a theme that the start does not.")


def _left(found: re.Match[str], published: Published) -> str:
    """Return nothing for a right number of regions, and else the number."""
    count = len(published.division.of(_LEVELS[found[2]]))
    return "" if found[1] == f"{count:,}".replace(",", ".") else found[0]


def _release(dist: Path) -> date | None:
    """Return the day of the release; None where the manifest tells none, which is told of it."""
    try:
        return date.fromisoformat(json.loads((dist / "manifest.json").read_bytes())["release"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _fault(how: str) -> Disclosure:
    return Disclosure("The feed may tell anything.", FEED, "somewhere", how)
