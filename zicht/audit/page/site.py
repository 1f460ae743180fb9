"""A page with its charts, and what is known of all pages before one of them is judged."""

import json
import os
import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from zicht.audit.page.about import About, Family, about_of
from zicht.audit.page.around import neighbours_of
from zicht.audit.page.charts import Drawn, charts_of
from zicht.audit.page.embeds import around_main, is_embed
from zicht.audit.page.facts import Facts, read_facts
from zicht.audit.page.found import telling
from zicht.audit.page.links import explained_link, from_root
from zicht.audit.page.markup import charts_within
from zicht.audit.page.narrow import facts_of
from zicht.audit.page.search import page_texts
from zicht.audit.page.specifications import Json, fixed_parts
from zicht.audit.page.talk import Talk
from zicht.audit.page.texts import Unit, is_in_card, is_link, plain_name, section_key, units_of
from zicht.audit.page.words import unexplained
from zicht.audit.sitemap import base_of
from zicht.audit.wording import COLOPHON, wording_of
from zicht.model.area import NEDERLAND
from zicht.model.published import Published

_SAMPLE = 3
"""So many pages of a family are read first, to know what stands on every page of it."""
_SENTENCE = 30
"""A text of so many signs is a sentence: one that other pages have may stand within another."""
CHARTS = "grafieken.json"
_JSON = "the data of the charts are no JSON object"
_TITLE = " \u2013 Zicht op Ondermijning"


@dataclass(frozen=True)
class Page:
    """A page, parsed, with the data of its charts; `document` is None where there are none.

    `facts` is what it is judged by.
    """

    about: About
    text: str
    tree: HtmlElement
    charts: Sequence[Drawn]
    document: Mapping[str, Json] | None
    facts: Facts

    @classmethod
    def read(cls, dist: Path, path: str, facts: Facts) -> "Page":
        """Return a page of the site; of a bare one what stands around its main part."""
        text = (dist / path).read_text("utf-8")
        text = around_main(text) if is_embed(path) else text
        tree, about = html.document_fromstring(text), about_of(path, facts)
        facts = facts_of(about, facts)
        file = (dist / path).with_name(CHARTS)
        told = charts_within(text)
        if path.endswith("index.html") and file.is_file():
            told = [*told, file.read_text("utf-8")]
        document = _parsed(told[0] if len(told) == 1 else "") if told else None
        return cls(about, text, tree, tuple(charts_of(tree, about, facts)), document, facts)

    def rows(self, name: str) -> list[Mapping[str, Json]]:
        """Return the data of a chart."""
        sets = (self.document or {}).get("datasets")
        rows = sets.get(name) if isinstance(sets, Mapping) else None
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []

    @cached_property
    def units(self) -> Mapping[str, Mapping[str, Json]]:
        """Return the specification of each chart by its name."""
        units = (self.document or {}).get("vconcat")
        told = units if isinstance(units, list) else []
        return {str(unit.get("name")): unit for unit in told if isinstance(unit, dict)}

    @cached_property
    def shapes(self) -> Mapping[str, Json]:
        """Return the outlines of regions by code."""
        outlines = self.rows("shapes")
        return {str(row.get("id")): row.get("geometry") for row in outlines}

    @cached_property
    def beside(self) -> Sequence[str]:
        """Return the gemeenten in its table of neighbours."""
        return neighbours_of(self.tree, self.about.code, self.facts.division)

    @property
    def title(self) -> str:
        """Return the title of the page, without that of the site."""
        return str(self.tree.findtext("head/title") or "").removesuffix(_TITLE)


def _parsed(text: str) -> Mapping[str, Json]:
    """Return a document; what is none becomes a part that nobody knows, and so is told."""
    try:
        loaded = json.loads(text, parse_constant=str)
    except json.JSONDecodeError:
        return {_JSON: None}
    return loaded if isinstance(loaded, dict) else {_JSON: None}


@dataclass
class Site:
    """What is known of the site before a page is read: figures, files, what all pages share."""

    facts: Facts
    files: Collection[str]
    base: str = ""
    colophon: str = ""
    texts: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    wordings: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def shared(self, unit: Unit, about: About) -> bool:
        """Tell whether a text stands on another page too, or is put together from such texts."""
        if self._elsewhere(self.texts.get(unit.key, set()), about):
            return True
        rest = unit.text
        for text in sorted(self.wordings, key=lambda text: (-len(text), text)):
            if text in rest and self._elsewhere(self.wordings[text], about):
                rest = rest.replace(text, " ")
        return not telling(rest)

    @staticmethod
    def _elsewhere(seen: Collection[tuple[str, str]], about: About) -> bool:
        """Tell whether a text was seen on another page, of another region or of none."""
        return any(
            path != about.path and (code != about.code or code == NEDERLAND) for path, code in seen
        )

    def alike(self, page: Page) -> frozenset[str]:
        """Return the parts of the file of a page's charts that other pages have too."""
        parts = fixed_parts(page.document or {})
        return frozenset(part for part in parts if self.parts.get(part, set()) - {page.about.path})


def read_pages(dist: Path, published: Published) -> Site:
    """Return what pages are judged by: the figures, the files, what samples of pages share.

    Errors: FileNotFoundError for a site without data files.
    """
    facts = read_facts(dist, published)
    files = {
        posixpath.relpath(posixpath.join(folder, name), dist)
        for folder, _, names in os.walk(dist)
        for name in names
    }
    site = Site(facts, frozenset(files), base_of(dist), wording_of(dist, [COLOPHON]))
    for path in _samples(sorted(files), facts):
        page = Page.read(dist, path, facts)
        for unit in left_over(page, site):
            site.texts[unit.key].add((path, page.about.code))
            if len(unit.text) >= _SENTENCE:
                site.wordings[unit.text].add((path, page.about.code))
        for part in fixed_parts(page.document or {}):
            site.parts[part].add(path)
    return site


def _samples(files: Sequence[str], facts: Facts) -> Iterator[str]:
    """Yield the first pages of each family; prose tells no figures and is no sample.

    Pages of branches have the same words but for their titles; bare pages all have one frame.
    """
    taken: dict[tuple[bool, Family, str, str], int] = defaultdict(int)
    for path in files:
        if path.endswith("index.html"):
            about, bare = about_of(path, facts), is_embed(path)
            alike = bare or about.family is Family.BRANCHE
            family = (bare, about.family, about.theme, "" if alike else about.key)
            taken[family] += 1
            if about.family is not Family.PROSE and taken[family] <= _SAMPLE:
                yield path


def left_over(page: Page, site: Site) -> Iterator[Unit]:
    """Yield the texts and attributes with a number that figures do not explain."""
    facts, about = page.facts, page.about
    sought = page_texts(about, facts)
    talks: dict[str, Talk] = {}
    for unit in units_of(page.tree):
        if unit.text in sought or unit.element.tag == "base" or is_in_card(unit.element):
            continue
        if is_link(unit):
            folder, files = about.folder, site.files
            address = from_root(unit.text, site.base)
            known = explained_link(address, folder=folder, files=files, facts=facts)
        else:
            key = section_key(unit.element, about, facts)
            talk = talks.setdefault(key, talks.get(key) or _talk(key, page, facts))
            known = plain_name(unit, facts) or not unexplained(unit.text, talk)
        if not known:
            yield unit


def _talk(key: str, page: Page, facts: Facts) -> Talk:
    """Return what a text can be about that stands with an indicator, or with none."""
    bars = [row for row in page.rows(f"staaf-{key}") if row.get("part") == "item"]
    maps = [chart for chart in page.charts if chart.kind == "map" and chart.key == key]
    drawn = [str(row.get("code")) for chart in maps for row in page.rows(chart.name)]
    known = tuple(code for code in drawn if code in facts.division)
    keys = [key] if key else list(facts.wording)
    return Talk(facts, page.about, keys, len(bars) or None, known, page.beside)
