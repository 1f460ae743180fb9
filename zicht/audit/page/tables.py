"""Tables of a page, read by their headers: each cell against the published figure."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from zicht.audit.page.boughs import FIRST, bough_findings
from zicht.audit.page.cells import place_of, position_cell, unknown_cell
from zicht.audit.page.found import Found, unstarred
from zicht.audit.page.grid import PLACES, ROWS, Table
from zicht.audit.page.narrow import SHARE
from zicht.audit.page.parts import part_findings
from zicht.audit.page.regions import LEVELS, region_findings
from zicht.audit.page.seekers import search_findings
from zicht.audit.page.streams import stream_findings
from zicht.model.area import NEDERLAND, Level

_YEAR = re.compile(r"(\d{4})$")
_ASIDE = "Verloop"


def table_findings(table: Table) -> Iterator[Found]:
    """Yield each cell that tells something else than the published figures."""
    first = table.heads[0] if table.heads else ""
    yield from table.strays(named=first in LEVELS)
    if "zoek" in table.element.get("class", "").split():
        yield from search_findings(table)
        return
    if "stroom" in table.element.get("class", "").split():
        yield from stream_findings(table)
    elif first == "Onderwerp":
        yield from _indicators(table)
    elif first == "Jaar" and table.key:
        yield from _years(table)
    elif first in LEVELS:
        yield from region_findings(table, first)
    elif first == FIRST and "boom" in table.element.get("class", "").split():
        yield from bough_findings(table)
    elif "delen" in table.element.get("class", "").split() and table.key:
        yield from part_findings(table)
    else:
        for cell in table.element.iter("td", "th"):
            yield from unknown_cell(cell, table.about)


def _indicators(table: Table) -> Iterator[Found]:
    keys = {each.title: key for key, each in table.facts.wording.items()}
    for row in table.rows:
        title = unstarred(row.findtext("th/a") or "")
        small = unstarred(row.findtext("th/small") or "")
        key, year = keys.get(title, ""), _YEAR.search(small)
        whole = unstarred(row[0].text_content())
        unit = table.facts.wording[key].unit if key else ""
        if year is None or whole != f"{title} {unit}, {year[1]}":
            yield Found(f"row {title}", place_of(row), ROWS)
            continue
        for head, cell in table.cells(row):
            yield from _beside(table, cell, head, key=key, year=int(year[1]))


def _beside(
    table: Table, element: HtmlElement, head: str, *, key: str, year: int
) -> Iterator[Found]:
    """Yield what is wrong in a column that sets a figure against others."""
    facts, own = table.facts, table.about.code
    around = [area.code for area in facts.division.parents(own) if area.level is Level.GEMEENTE]
    told = {
        "Hier": own,
        "Nederland": NEDERLAND,
        "Gemeente": next(iter(around), own),
    }
    if head in told:
        loose = head != "Hier"
        yield from table.figure(element, key, code=told[head], year=year, lenient=loose)
    elif head == "Vergelijkbaar":
        yield from table.similar(element, key, year)
    elif head in PLACES:
        yield from position_cell(element, facts, key=key, code=own)
    elif head == _ASIDE:
        yield from _only_drawing(element)
    else:
        yield from unknown_cell(element, table.about)


def _years(table: Table) -> Iterator[Found]:
    facts, own, key = table.facts, table.about.code, table.key
    known = facts.published.series[key].compared.years
    for row in table.rows:
        text = unstarred(row[0].text_content())
        if not text.isdigit() or int(text) not in known:
            yield Found(f"row of {key}", place_of(row), ROWS)
            continue
        year = int(text)
        for place, (head, cell) in enumerate(table.cells(row)):
            if place == 0 and head in {facts.division[own].name, facts.wording[key].unit}:
                yield from table.figure(cell, key, code=own, year=year)
            elif head == "Vergelijkbaar":
                yield from table.similar(cell, key, year)
            elif head == "Nederland":
                yield from table.figure(cell, key, code=NEDERLAND, year=year)
            elif head.startswith("Aantal "):
                yield from table.count(cell, key, code=own, year=year)
            elif head == "Aandeel" and f"{key}-{SHARE}" in facts.wording:
                yield from table.figure(cell, f"{key}-{SHARE}", code=own, year=year, lenient=True)
            else:
                yield from unknown_cell(cell, table.about)


def _only_drawing(element: HtmlElement) -> Iterator[Found]:
    """Yield a finding when a cell holds something beside its drawing."""
    texts = [element.text, *(child.tail for child in element)]
    if any(child.tag != "svg" for child in element) or any((t or "").strip() for t in texts):
        yield Found("beside a drawing", place_of(element), ROWS)
