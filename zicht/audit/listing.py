"""Every file of a site: known by its address, and silent on regions unless it is about them."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from zicht.audit.bundles import bundle_path
from zicht.audit.catalogus import CATALOGUE, TURTLE
from zicht.audit.explorer import explorer_paths
from zicht.audit.feed import FEED, feed_disclosures
from zicht.audit.manifest import MANIFEST, manifest_disclosures
from zicht.audit.mentions import mentions
from zicht.audit.metadata import METADATA, metadata_paths
from zicht.audit.names import PATH as NAMES
from zicht.audit.oembed import oembed_disclosures
from zicht.audit.openapi import OPENAPI
from zicht.audit.pictures import picture_disclosures
from zicht.audit.search import PATH
from zicht.audit.sitemap import SITEMAP, base_of, sitemap_disclosures
from zicht.audit.sought import csv_path
from zicht.model.address import (
    SITE_PICTURE,
    area_folder,
    gemeente_picture,
    indicator_folder,
    oembed_path,
    search_folder,
    theme_folder,
    theme_picture,
)
from zicht.model.area import Level
from zicht.model.disclosure import Disclosure
from zicht.model.published import Published

_FIXED = (
    ".well-known/security.txt",
    "404.html",
    "_headers",
    "_nginx.conf",
    "_redirects",
    "robots.txt",
    "apple-touch-icon.png",
    "favicon.ico",
    FEED,
    SITE_PICTURE,
    "data/all.parquet",
    "embed/zicht.js",
    CATALOGUE,
    TURTLE,
    OPENAPI,
    NAMES,
    "data/woordenboek.csv",
    "data/woordenboek.json",
    MANIFEST,
)
_PROSE = re.compile(r"uitleg/([a-z0-9-]+/)*index\.html")
_OUTLINES = re.compile(r"data/gebieden/(gemeenten|overzicht|wijken)\.geojson")
_SEARCH = re.compile(r"data/zoekgebieden\.json")
_ASSET = re.compile(r"assets/[a-z][a-z-]*\.([0-9a-f]{10})\.(css|js|json|svg|png|ico|woff2)")
_FAMILIES = (_PROSE, _OUTLINES, _SEARCH, SITEMAP)
_TEXTS = (".txt", ".conf", ".css", ".js", ".svg", "")
_MOVED = re.compile(rb"[ \t]+30[1278][ \t]*$", re.MULTILINE)
_WHOLE = "The file may tell anything."


def listing_disclosures(
    dist: Path,
    published: Published,
    *,
    themes: frozenset[str],
    branches: frozenset[str] = frozenset(),
    combinations: frozenset[str] = frozenset(),
) -> Iterator[Disclosure]:
    """Yield the files that no address knows, that the manifest tells otherwise, or that speak.

    Whether a page, its charts or a table tells too much is for others; this is about files that
    have no reason to tell any figure, and about what a name or a size could tell.

    Errors: none.
    """
    known = _addresses(published, themes) | _files(branches) | _searched(combinations)
    places, base = sorted(dist.rglob("*")), base_of(dist)
    full = {folder for place in places if place.is_file() for folder in place.parents}
    digests: dict[str, str] = {}
    for place in places:
        path = place.relative_to(dist).as_posix()
        if place.is_symlink() or not (place.is_file() or place.is_dir()):
            yield Disclosure(_WHOLE, path, "its kind", "It is no plain file.")
        elif place.is_dir() and place not in full:
            yield Disclosure(_WHOLE, path, "its name", "A folder without files has no reason.")
        elif place.is_file():
            content = place.read_bytes()
            digests[path] = hashlib.sha256(content).hexdigest()
            if not _is_known(path, digests[path], known):
                yield Disclosure(_WHOLE, path, "its name", "No file of a site has this address.")
            yield from _speaking(path, content, published)
            yield from oembed_disclosures(dist, path, content, base=base)
            yield from picture_disclosures(path, content)
    yield from manifest_disclosures(dist, digests)
    yield from sitemap_disclosures(dist, frozenset(digests))
    yield from feed_disclosures(dist, published)


def _addresses(published: Published, themes: frozenset[str]) -> frozenset[str]:
    """Return the addresses of all pages and downloads, from the regions and the indicators."""
    gemeenten = published.division.of(Level.GEMEENTE)
    pages = {theme_folder(theme) for theme in themes}
    pages |= {indicator_folder(theme, key) for theme in themes for key in published.series}
    pages |= {indicator_folder(flow.theme, flow.key) for flow in published.flows.values()}
    described = {oembed_path(page) for page in (*pages, *map(area_folder, gemeenten))}
    for area in gemeenten:
        pages |= {f"{area_folder(area)}{theme}" for theme in ("", *(f"{t}/" for t in themes))}
    wijken = {f"{area_folder(area)}index.html" for area in published.division.of(Level.WIJK)}
    bare = {f"embed/{path}" for path in (*(f"{page}index.html" for page in pages), *wijken)}
    pages |= {"", "gemeente/", "vergelijk/", "combineer/"}
    papers = {f"{area_folder(a)}{area_folder(a).split('/')[1]}.pdf" for a in gemeenten}
    forms = ("csv", "plain.csv", "json", "xlsx")
    tables = {f"data/indicator/{key}.{form}" for key in published.series for form in forms}
    tables |= {f"data/stroom/{key}.csv" for key in published.flows}
    tables |= {f"data/gebieden/{area.code.lower()}.geojson" for area in gemeenten}
    tables |= explorer_paths(published)
    tables |= {bundle_path(theme) for theme in themes | {f.theme for f in published.flows.values()}}
    tables |= metadata_paths(flows=bool(published.flows))
    dossiers = {f"data/gemeente/{a.code.lower()}.{form}" for a in gemeenten for form in forms}
    pictures = {theme_picture(theme) for theme in themes}
    pictures |= {gemeente_picture(area.code) for area in gemeenten}
    known = {*_files(pages), *wijken, *bare, *described, *pictures, *papers}
    return frozenset({*known, *tables, *dossiers, *_FIXED})


def _files(folders: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{at}{name}" for at in folders for name in ("index.html", "grafieken.json"))


def _searched(combinations: frozenset[str]) -> frozenset[str]:
    """Return the addresses of zoekgebieden; none where there are no combinations."""
    if not combinations:
        return frozenset()
    pages = {search_folder(key) for key in ("", *combinations)}
    tables = {csv_path(key) for key in combinations}
    tables |= {f"data/zoekgebied/{METADATA}"}
    return frozenset({PATH, *tables, *(f"{page}index.html" for page in pages)})


def _is_known(path: str, digest: str, known: frozenset[str]) -> bool:
    if asset := _ASSET.fullmatch(path):
        return digest.startswith(asset[1])
    return path in known or any(family.fullmatch(path) for family in _FAMILIES)


def _speaking(path: str, content: bytes, published: Published) -> Iterator[Disclosure]:
    """Yield the numbers that follow a region in a file that is not about regions."""
    silent = PurePosixPath(path).suffix in _TEXTS or path.startswith("assets/")
    if not silent and not _SEARCH.fullmatch(path):
        return
    text = _MOVED.sub(b"", content) if path == "_redirects" else content
    for place, name in mentions(text.decode(errors="replace"), published.division):
        how = "The file has no reason to tell figures of regions."
        yield Disclosure(f"{name}: a number follows it.", path, place, how)
