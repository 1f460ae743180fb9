"""The catalogue for portals: files that there are, their sizes, words that pages have too."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from zicht.audit.exact import is_exact, mapping, parsed
from zicht.audit.page.found import numeric, telling
from zicht.audit.sitemap import base_of
from zicht.audit.wording import COLOPHON, is_there, keys_of, wording_of
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError
from zicht.model.published import Published

CATALOGUE, TURTLE = "data/catalogus.jsonld", "data/catalogus.ttl"
_VOCABULARIES = re.compile(
    r"http://publications\.europa\.eu/resource/authority/[a-z-]+(/[A-Z_]+(_\d)?)?"
    r"|https://www\.iana\.org/assignments/media-types/[a-z]+/[a-z.+-]+"
    r"|https://spec\.openapis\.org/oas/v3\.1\.0"
    r"|http://www\.opengis\.net/def/crs/OGC/1\.3/CRS84"
    r"|http://spdx\.org/rdf/terms#checksumAlgorithm_sha256"
    r"|https://creativecommons\.org/(licenses|publicdomain)/[a-z-]+/\d\.\d/"
)
_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_NAMES = ("WGS 84", "OpenAPI 3.1")
_DIVISION = re.compile(r", indeling van (\d{4})\b")
_ENDS = re.compile(r"(: (alle onderwerpen|bestanden))?( \(verzonnen cijfers\))?$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_TERM = re.compile(r'<([^<>"\s]*)>|"((?:[^"\\]|\\.)*)"')
_WHAT = "The catalogue may tell anything."
_HOW = "No file, page, year or day of the site explains it."


def catalogus_disclosures(
    dist: Path, published: Published, *, about: Mapping[str, object]
) -> Iterator[Disclosure]:
    """Yield what the catalogue tells besides addresses, sizes, days and words of the pages.

    Errors: none; a file that cannot be read is told as a disclosure.
    """
    if not (dist / CATALOGUE).is_file():
        if (dist / TURTLE).exists():
            yield Disclosure(_WHAT, TURTLE, "the file", "There is none in JSON-LD.")
        return
    content = (dist / CATALOGUE).read_bytes()
    try:
        told = mapping(parsed(content, CATALOGUE), CATALOGUE)
    except BuildError:
        yield Disclosure(_WHAT, CATALOGUE, "the file", "It is no JSON.")
        return
    if not is_exact(content, told, indent=1) or told.get("@context") != _CONTEXT:
        how = "It says a thing twice, or names in words of its own."
        yield Disclosure(_WHAT, CATALOGUE, "somewhere", how)
    known = _Known(dist, base_of(dist), str(about.get("release")), published, told)
    for thing, name, text in _said(told):
        if not known.explains(thing, name, text):
            yield Disclosure(_WHAT, CATALOGUE, name, _HOW)
    yield from _turtle(dist, told)


def _said(told: Mapping[str, object]) -> Iterator[tuple[Mapping[str, object], str, str]]:
    """Yield every text of the catalogue with the thing it is said of, and the name of it."""
    for key, value in told.items():
        if key not in {"@context", "@graph"}:
            yield {}, key, f"{key} {value}"
    graph = told.get("@graph")
    for thing in graph if isinstance(graph, list) else [graph]:
        if not isinstance(thing, dict):
            yield {}, "@graph", str(thing)
            continue
        for name, value in thing.items():
            yield thing, "a name", str(name)
            yield from ((thing, str(name), text) for text in _texts(value))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (text for one in value for text in _texts(one))
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in _texts(one))
        yield from (str(key) for key in value)
    else:
        yield str(value)


@dataclass(frozen=True)
class _Known:
    """What a site has that explains its catalogue."""

    dist: Path
    base: str
    release: str
    published: Published
    told: Mapping[str, object]

    def explains(self, thing: Mapping[str, object], name: str, text: str) -> bool:
        """Tell whether a text of the catalogue follows from the rest of the site."""
        if name == "dcat:byteSize":
            path = self._path(next(_texts(thing.get("dcat:downloadURL")), ""))
            size = str((self.dist / path).stat().st_size) if is_there(self.dist, path) else ""
            return text == size or not numeric(text)
        if name == "spdx:checksumValue":
            return text == self._digest(str(thing.get("@id"))) or not numeric(text)
        if name in {"dct:modified", "dct:issued", "dcat:version"}:
            return text == self.release or not numeric(text)
        if name in {"dcat:startDate", "dcat:endDate"}:
            ends = {f"{year:04}{day}" for year in self._years for day in ("-01-01", "-12-31")}
            return text in ends or not numeric(text)
        if re.match(r"https?:|mailto:", text):
            return self._leads(text)
        return not telling(text) or self._worded(text)

    def _path(self, address: str) -> str:
        """Return the path of a file of the site; empty for what is elsewhere."""
        return address.removeprefix(self.base) if address.startswith(self.base) else ""

    def _digest(self, address: str) -> str:
        path = address.partition("#controle/")[2]
        known = path and is_there(self.dist, path)
        return hashlib.sha256((self.dist / path).read_bytes()).hexdigest() if known else ""

    def _leads(self, address: str) -> bool:
        """Tell whether an address is of a file, a page, a thing of the catalogue or a term."""
        if not address.startswith(self.base):
            known = _VOCABULARIES.fullmatch(address) or not numeric(address)
            return bool(known) or address.removeprefix("mailto:").lower() in self._words
        path, _, name = unquote(self._path(address)).partition("#")
        kind, _, rest = name.partition("/")
        if kind in {"bestand", "controle"}:
            return is_there(self.dist, path) and is_there(self.dist, rest)
        if kind == "periode":
            return {int(year) for year in re.findall(r"\d+", rest)} <= self._years
        keys = {*self.published.series, *self.published.flows, *keys_of(self.dist)}
        for key in sorted(keys, key=lambda key: (-len(key), key)):
            name = name.replace(key, "")
        return is_there(self.dist, path) and not numeric(name)

    def _worded(self, text: str) -> bool:
        """Tell whether every sentence that tells something stands on a page of the catalogue."""
        plain = _DIVISION.sub("", _ENDS.sub("", text))
        for known in _NAMES:
            plain = plain.replace(known, "")
        return all(
            not telling(sentence) or " ".join(sentence.split()).lower() in self._words
            for sentence in _SENTENCE.split(plain)
        )

    @cached_property
    def _years(self) -> frozenset[int]:
        """Return the years of the figures and, where all titles agree, that of the division."""
        grids = (series.compared.years for series in self.published.series.values())
        years = {year for known in grids for year in known}
        years |= {year for flow in self.published.flows.values() for year in flow.years}
        titles = json.dumps(self.told, ensure_ascii=False)
        told = {int(year) for year in _DIVISION.findall(titles)}
        return frozenset(years | (told if len(told) == 1 else set()))

    @cached_property
    def _words(self) -> str:
        """Return the text of all pages that the catalogue refers to, in small letters."""
        found = {COLOPHON}
        for thing, name, text in _said(self.told):
            if thing and name in {"dcat:landingPage", "foaf:page"}:
                found.add(self._path(text).partition("#")[0])
        return wording_of(self.dist, found)


def _turtle(dist: Path, told: Mapping[str, object]) -> Iterator[Disclosure]:
    """Yield where the same catalogue as Turtle has a word that the other has not."""
    place = dist / TURTLE
    text = place.read_text("utf-8", errors="replace") if place.is_file() else ""
    known = {*_CONTEXT.values(), *(said for _, _, said in _said(told))}
    for found in _TERM.finditer(text):
        word = found[1] if found[1] is not None else _unescaped(found[0])
        if word not in known:
            yield Disclosure(_WHAT, TURTLE, "a term", "The catalogue in JSON-LD has it not.")
    if numeric(_TERM.sub("", text)):
        yield Disclosure(_WHAT, TURTLE, "between the terms", "A number stands there.")


def _unescaped(quoted: str) -> str | None:
    try:
        return str(json.loads(quoted))
    except ValueError:
        return None
