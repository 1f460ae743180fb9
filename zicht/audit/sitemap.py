"""The lists of pages for machines: addresses of pages that there are, and one day."""

import re
from collections.abc import Iterator
from pathlib import Path

from zicht.model.disclosure import Disclosure

SITEMAP = re.compile(r"sitemap(-\d+)?\.xml")
_RECORD = re.compile(r"<(url|sitemap)><loc>([^<>]*)</loc><lastmod>(\d{4}-\d\d-\d\d)</lastmod></\1>")
_PLACE = re.compile(r"<loc>([^<>]*)</loc>")
_AROUND = re.compile(
    r'<\?xml version="1.0" encoding="UTF-8"\?>\s+'
    r'<(urlset|sitemapindex) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\s+</\1>\s+'
)


def sitemap_disclosures(dist: Path, paths: frozenset[str]) -> Iterator[Disclosure]:
    """Yield what the sitemaps tell besides the pages of the site and the day of the release.

    `paths` are all files of the site. The site stands where its shortest address says.
    Errors: none.
    """
    lists = {path: _read(dist / path) for path in sorted(paths) if SITEMAP.fullmatch(path)}
    records = {path: _RECORD.findall(text) for path, text in lists.items()}
    pages = [place for found in records.values() for kind, place, _ in found if kind == "url"]
    base = min(pages, key=len, default="")
    known = {f"{base}{path.removesuffix('index.html')}" for path in paths}
    days = {day for found in records.values() for _, _, day in found}
    for path, found in records.items():
        places = [place for _, place, _ in found]
        if not known.issuperset(places):
            yield _fault(path, "It has an address that is no page.")
        if len(days) > 1 or places != sorted(set(places)):
            yield _fault(path, "It has more than one day, or an order of its own.")
        if not _AROUND.fullmatch(_RECORD.sub("", lists[path])):
            yield _fault(path, "It says more than addresses and a day.")


def base_of(dist: Path) -> str:
    """Return where a site stands: the shortest address of its pages; empty where none is told."""
    lists = sorted(path for path in dist.glob("sitemap*.xml") if SITEMAP.fullmatch(path.name))
    return min(
        (place for path in lists for place in _PLACE.findall(_read(path))), key=len, default=""
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _fault(path: str, how: str) -> Disclosure:
    return Disclosure("The list of pages may tell anything.", path, "somewhere", how)
