"""Tables of regions: each cell against the figure of its region, under the header of its column."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeAlias

from lxml.html import HtmlElement

from zicht.audit.page.cells import place_of, position_cell, unknown_cell
from zicht.audit.page.found import Found, unstarred
from zicht.audit.page.grid import PLACES, ROWS, Table
from zicht.audit.page.narrow import SHARE, TIMES
from zicht.model.address import slug
from zicht.model.area import Area, Level

LEVELS = {
    "Provincie": Level.PROVINCIE,
    "Gemeente": Level.GEMEENTE,
    "Wijk": Level.WIJK,
    "Buurt": Level.BUURT,
    "Gebied": Level.PROVINCIE,
}
_BESIDE = {"Aandeel": SHARE, "Keer Nederland": TIMES}
"""Columns on the page of a branche, beside its counts."""
_YEAR = re.compile(r"(\d{4})$")
_CODE = re.compile(r"(?:^|/|#)((?:gm|wk|bu|pv|nl)\w{2,8})(?:-[^/]*)?/?$")
_ORDER = "the order of regions follows neither their codes, nor their names"
_Column: TypeAlias = Callable[[HtmlElement, Area], Iterator[Found]]


def region_findings(table: Table, first: str) -> Iterator[Found]:
    """Yield rows that are no regions of this page, their order, and cells that differ."""
    level = LEVELS[first]
    places = iter(range(len(table.rows)))
    listed = [
        _area(table, row, -1 if row.get("class") == "own" else next(places), level)
        for row in table.rows
    ]
    known = [area for area in listed if area is not None]
    yield from _ordered(table, known)
    columns = [_column(table, head, level) for head in table.heads[1:]]
    for row, area in zip(table.rows, listed, strict=True):
        named = area is not None and row.get("id", area.code.lower()) == area.code.lower()
        if area is None or not named or unstarred(row[0].text_content()) not in _names(table, area):
            yield Found("a row", place_of(row), ROWS)
            continue
        for column, cell in zip(columns, row.findall("td"), strict=False):
            yield from column(cell, area)


def _names(table: Table, area: Area) -> Collection[str]:
    """Return how a row may name its region: one in another provincie has that beside it."""
    division, own = table.facts.division, table.facts.division[table.about.code]
    name = unstarred(area.name)
    if area.level is not Level.GEMEENTE or own.level is not Level.GEMEENTE:
        return (name,)
    elsewhere = area.parent is not None and area.parent != own.parent
    return (f"{name} {unstarred(division[area.parent or ''].name)}",) if elsewhere else (name,)


def _area(table: Table, row: HtmlElement, place: int, level: Level) -> Area | None:
    """Return the region of a row: by its link, as the page's own, or by its place.

    Nederland may stand among the provincies, where the page is about no region in particular.
    """
    division = table.facts.division
    href = row.find("th/a")
    code = _CODE.search(href.get("href", "")) if href is not None else None
    area: Area | None
    if code is not None and code[1].upper() in division:
        area = division[code[1].upper()]
    elif row.get("class") == "own":
        area = division[table.about.code]
    else:
        children = division.children(table.about.code)
        area = children[place] if place < len(children) else None
    country = level is Level.PROVINCIE and row.get("class") == "own"
    levels = {level, Level.NEDERLAND} if country else {level}
    return area if area is not None and area.level in levels else None


def _ordered(table: Table, areas: Sequence[Area]) -> Iterator[Found]:
    others = [area for area in areas if area.code != table.about.code]
    codes = [area.code for area in others]
    names = [slug(a.name.removeprefix("'s-").removeprefix("'t ")) for a in others]
    if len(set(codes)) != len(codes) or (codes != sorted(codes) and names != sorted(names)):
        yield Found("the order of the rows", place_of(table.element), _ORDER)


def _column(table: Table, head: str, level: Level) -> _Column:
    """Return what a column holds for a region, by its header."""
    facts = table.facts
    whole = {f"{each.title} {each.unit}": key for key, each in facts.wording.items()}
    told = _YEAR.search(head)
    title = head[: told.start()].rstrip(" ,") if told else head
    own = table.key and title == facts.wording[table.key].unit
    key = table.key if own else whole.get(title, "")
    at = _YEAR.search(table.caption) or told
    newest = facts.latest(key or table.key, level) if key or table.key else None
    year = int(at[1]) if at else newest
    if key and year is not None:
        return lambda cell, area: table.figure(cell, key, code=area.code, year=year)
    beside = f"{table.key}-{_BESIDE.get(head, '')}"
    if beside in facts.wording and year is not None:
        return lambda cell, area: table.figure(
            cell, beside, code=area.code, year=year, lenient=True
        )
    if table.key and (head == "Aantal" or head.startswith("Aantal ")) and year is not None:
        return lambda cell, area: table.count(cell, table.key, code=area.code, year=year)
    if table.key and head in PLACES:
        return lambda cell, area: position_cell(cell, facts, key=table.key, code=area.code)
    return lambda cell, _area: unknown_cell(cell, table.about)
