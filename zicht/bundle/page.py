"""A page of the site as it stands in a bundle: the same, but for where its links lead."""

import re
from functools import partial
from html import escape, unescape

from zicht.bundle.links import Links, standing

_TAG = re.compile(r"<(?:a|area|iframe|img|link|script|source)\b[^<>]*>")
"""Ours hold no bare < or > in an attribute: templates and Markdown both escape them."""

_ADDRESS = re.compile(r'(\s(?:href|src)=)"([^"]*)"')
_ROW = re.compile(r'("href":)"([^"]*)"')
"""In the rows of a chart: where a region on a map leads."""

_BASE = re.compile(r'(<base\b[^<>]*?\shref=)"([^"]*)"')
_SEARCH = re.compile(r'<form\b[^<>]*\srole="search".*?</form>\s*', re.DOTALL)
_MODULE = re.compile(
    r'<script type="module"[^<>]*></script>\s*|<link rel="modulepreload"[^<>]*>\s*'
)
"""A browser takes none from disk, and they ask for files of the whole country."""

_HEADER = re.compile(r"<header\b.*?</header>", re.DOTALL)
_OUTSIDE = re.compile(r'<li>\s*<a\b[^<>]*\srel="external"[^<>]*>[^<]*</a>\s*</li>\s*')


def bundled_page(html: str, *, folder: str, links: Links, header: Links) -> str:
    """Return a page of the site for a bundle.

    Links lead to files by name, or are marked as leading outside; the header has those of
    `header` and only what leads to the bundle; there is no field to search the country with, and
    no module.
    """
    base = _BASE.search(html)
    at = folder if base is None else standing(folder, unescape(base[2]))
    html = _MODULE.sub("", _SEARCH.sub("", html))
    html = _HEADER.sub(lambda found: _inside(found[0], at, header), html, count=1)
    html = _rows(_TAG.sub(partial(_tag, folder=at, links=links), html), folder=at, links=links)
    if base is None:
        return html
    whole = Links(links.paths, links.base_url).lead(unescape(base[2]), folder)[0]
    return _BASE.sub(lambda found: f'{found[1]}"{escape(whole)}"', html, count=1)


def bundled_rows(text: str, *, folder: str, links: Links) -> str:
    """Return the charts of a page with the links in their rows as those of the page."""
    return _rows(text, folder=folder, links=links)


def _inside(header: str, folder: str, links: Links) -> str:
    told = _TAG.sub(partial(_tag, folder=folder, links=links), header)
    return _OUTSIDE.sub("", told)


def _tag(found: re.Match[str], *, folder: str, links: Links) -> str:
    """Return a tag with its addresses led anew; an anchor that leads outside says so."""
    tag, outside = found[0], False

    def led(address: re.Match[str]) -> str:
        nonlocal outside
        target, outside = links.lead(unescape(address[2]), folder)
        return f'{address[1]}"{escape(target)}"'

    told = _ADDRESS.sub(led, tag)
    if outside and tag.startswith("<a ") and ' rel="' not in tag:
        return f'{told[:2]} rel="external"{told[2:]}'
    return told


def _rows(text: str, *, folder: str, links: Links) -> str:
    return _ROW.sub(lambda row: f'{row[1]}"{links.lead(row[2], folder)[0]}"', text)
