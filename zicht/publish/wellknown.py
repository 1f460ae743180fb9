"""The files that machines look for at a fixed address."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

from zicht.model.errors import Problem
from zicht.model.page import OutputFile

_MOST_ADDRESSES = 50_000
"""In one sitemap: https://www.sitemaps.org/protocol.html."""

_VALID = timedelta(days=364)
"""RFC 9116 recommends less than a year."""

_SOON = timedelta(days=60)
_SECURITY = ".well-known/security.txt"


def robots_txt(base_url: str, *, fictional: bool) -> OutputFile:
    """Return robots.txt: archives and search engines may read all, unless figures are invented.

    Pages made to be framed tell of which page they are: an archive needs them, no list does.
    """
    base = _folder(base_url)
    root = urlsplit(base).path
    if fictional:
        told = f"User-agent: *\nDisallow: {root}\n"
    else:
        told = f"User-agent: *\nAllow: {root}\n\nSitemap: {base}sitemap.xml\n"
    return OutputFile("robots.txt", told.encode())


def security_txt(release: date, base_url: str, *, until: date | None = None) -> OutputFile:
    """Return security.txt (RFC 9116), valid for a year less a day after the release, or `until`.

    The site itself is the contact: its explanation says whom to tell.
    """
    base = _folder(base_url)
    told = (
        f"Contact: {base}uitleg/contact/\n"
        f"Expires: {(until or release + _VALID).isoformat()}T00:00:00Z\n"
        "Preferred-Languages: nl, en\n"
        f"Canonical: {base}{_SECURITY}\n"
    )
    return OutputFile(_SECURITY, told.encode())


def security_doubts(dist: Path, *, today: date) -> Iterator[Problem]:
    """Yield that the security.txt of a built site is about to end, or ends too far away.

    Only who publishes knows what day it is. It is a doubt: the figures are not wrong.
    """
    told = (dist / _SECURITY).read_text(encoding="utf-8")
    expires = date.fromisoformat(told.partition("Expires: ")[2][:10])
    left = (expires - today).days
    if left < 0:
        what = f"security.txt ended on {expires.isoformat()}, and tells nobody anything since."
    elif left < _SOON.days:
        what = f"security.txt ends on {expires.isoformat()}, in {left} days."
    elif left > _VALID.days + 1:
        what = f"security.txt ends on {expires.isoformat()}, more than a year from now."
    else:
        return
    todo = "Publish a newer release, or build this one again with --expires, within a year."
    yield Problem(what, str(dist / _SECURITY), todo, blocks=False)


def sitemap(paths: Iterable[str], *, base_url: str, release: date) -> Iterator[OutputFile]:
    """Yield sitemap.xml: the pages by address, changed on the day of the release.

    Shape:  pages made to be framed are left out; above 50,000 pages, sitemap.xml lists
            sitemap-1.xml and so on.
    """
    base = _folder(base_url)
    pages = sorted(
        base + path.removesuffix("index.html") for path in paths if not path.startswith("embed/")
    )
    if len(pages) <= _MOST_ADDRESSES:
        yield _listing("sitemap.xml", pages, release=release, kind="url")
        return
    starts = range(0, len(pages), _MOST_ADDRESSES)
    names = [f"sitemap-{number}.xml" for number in range(1, len(starts) + 1)]
    for name, start in zip(names, starts, strict=True):
        part = pages[start : start + _MOST_ADDRESSES]
        yield _listing(name, part, release=release, kind="url")
    yield _listing(
        "sitemap.xml", [urljoin(base, name) for name in names], release=release, kind="sitemap"
    )


def _listing(name: str, addresses: Sequence[str], *, release: date, kind: str) -> OutputFile:
    """Return a list of addresses; `kind` is "url" for pages and "sitemap" for other lists."""
    around = {"url": "urlset", "sitemap": "sitemapindex"}[kind]
    rows = "".join(
        f"<{kind}><loc>{escape(address)}</loc><lastmod>{release.isoformat()}</lastmod></{kind}>\n"
        for address in addresses
    )
    told = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{around} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</{around}>\n'
    )
    return OutputFile(name, told.encode())


def _folder(base_url: str) -> str:
    """Return where the site stands, ending in a slash."""
    return base_url if base_url.endswith("/") else f"{base_url}/"
