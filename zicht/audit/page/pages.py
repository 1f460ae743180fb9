"""Pages: every number in text, tables, attributes, drawings and their data must be explained."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from zicht.audit.page.about import Family
from zicht.audit.page.alike import alike_findings
from zicht.audit.page.cards import card_findings
from zicht.audit.page.cells import place_of
from zicht.audit.page.datasets import dataset_findings
from zicht.audit.page.drawings import drawing_findings
from zicht.audit.page.embeds import embed_findings, is_embed
from zicht.audit.page.found import Found, disclosures
from zicht.audit.page.grid import Table
from zicht.audit.page.links import leads_nowhere
from zicht.audit.page.markup import charts_within, markup_findings
from zicht.audit.page.prose import prose_findings
from zicht.audit.page.seekers import told_findings
from zicht.audit.page.site import CHARTS, Page, Site, left_over
from zicht.audit.page.specifications import specification_findings
from zicht.audit.page.tables import table_findings
from zicht.audit.page.texts import section_key
from zicht.model.disclosure import Disclosure

_NUMBER = "a number stands here that no published figure, year or count explains"


def page_disclosures(dist: Path, site: Site, *, paths: Sequence[str]) -> Iterator[Disclosure]:
    """Yield what these pages and the files of their charts tell beyond the published figures.

    Shape:  `site` is what `read_pages` made of the same folder. `paths` are pages of the site
            ("gemeente/gm0363-amsterdam/index.html"), any share of them: the same disclosures come
            of all shares together as of all at once. A file of charts is read with its page.
    Errors: FileNotFoundError for a path that is not there.
    """
    for path in paths:
        page = Page.read(dist, path, site.facts)
        yield from disclosures(path, embed_findings(dist, path, page.tree))
        yield from disclosures(path, _page_findings(page, site))
        if page.document is not None:
            place = path if charts_within(page.text) else path.removesuffix("index.html") + CHARTS
            yield from disclosures(place, _chart_findings(page, site))


def _page_findings(page: Page, site: Site) -> Iterator[Found]:
    """Yield what a page tells in its markup, texts, tables and drawings."""
    yield from markup_findings(page.text)
    yield from dataset_findings(page, site)
    yield from card_findings(page, site)
    if page.about.family is Family.PROSE:
        yield from prose_findings(page.tree, site.facts)
        yield from _dead_links(page, site)
        return
    for unit in left_over(page, site):
        if not site.shared(unit, page.about):
            what = f"A number on the page of {page.about.code}"
            where = f"{place_of(unit.element)}{f', attribute {unit.name}' if unit.name else ''}"
            yield Found(what, where, _NUMBER)
    if not is_embed(page.about.path):
        yield from told_findings(page.tree, page.about, site.facts)
    yield from alike_findings(page.tree, page.about, site.facts)
    for table in page.tree.iter("table"):
        key = section_key(table, page.about, page.facts)
        yield from table_findings(Table(table, page.facts, page.about, key))
    for chart in page.charts:
        unit_ = page.units.get(chart.name, {})
        text = json.dumps([unit_, (page.document or {}).get("config")], separators=(",", ":"))
        rows, shapes = page.rows(chart.name), page.shapes
        yield from drawing_findings(chart, rows, unit_, shapes=shapes, specification=text)


def _dead_links(page: Page, site: Site) -> Iterator[Found]:
    """Yield the links of a text that lead to no file of the site; 404.html has no place in it."""
    for link in page.tree.iter("a") if page.about.path != "404.html" else ():
        address, folder = str(link.get("href", "")), page.about.folder
        if leads_nowhere(address, folder=folder, files=site.files):
            yield Found("a link", place_of(link), "it leads to no file of the site")


def _chart_findings(page: Page, site: Site) -> Iterator[Found]:
    document, alike = page.document or {}, site.alike(page)
    yield from specification_findings(
        document, page.charts, page.facts, title=page.title, alike=alike
    )
