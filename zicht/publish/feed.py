"""The releases as a feed: who follows the site hears of a new one."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from zicht.model.page import OutputFile

FEED = "uitgaven.xml"
_NAME = "Zicht op Ondermijning"


def release_feed(
    release: date, *, base_url: str, title: str, words: str, subjects: Sequence[str]
) -> OutputFile:
    """Return the feed, with the one release that a build knows.

    `base_url` ends in a slash; `title` is that of the release, `words` say what it has, and
    `subjects` are its themes.
    Source: https://www.rssboard.org/rss-specification
    """
    start = datetime(release.year, release.month, release.day, tzinfo=UTC)
    day = format_datetime(start, usegmt=True)
    themes = "".join(f"<category>{escape(subject)}</category>\n" for subject in subjects)
    told = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>Uitgaven van {_NAME}</title>\n<link>{escape(base_url)}</link>\n"
        "<description>Elke nieuwe uitgave van de cijfers.</description>\n"
        "<language>nl</language>\n"
        f'<atom:link href="{escape(base_url)}{FEED}" rel="self" type="application/rss+xml"/>\n'
        f"<pubDate>{day}</pubDate>\n"
        f"<item>\n<title>{escape(title)}</title>\n<link>{escape(base_url)}uitleg/colofon/</link>\n"
        f'<guid isPermaLink="false">{escape(base_url)}#{release.isoformat()}</guid>\n'
        f"<pubDate>{day}</pubDate>\n<description>{escape(words)}</description>\n"
        f"{themes}</item>\n</channel>\n</rss>\n"
    )
    return OutputFile(FEED, told.encode())
