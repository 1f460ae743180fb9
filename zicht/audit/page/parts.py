"""Tables of categories: each cell against the published counts and the shares that they tell."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from zicht.audit.page.cells import figure_cell, place_of, unknown_cell
from zicht.audit.page.found import Found, numeric, unstarred
from zicht.audit.page.grid import ROWS, Table
from zicht.audit.page.shares import Part, parts_of, profile_parts

_YEAR = re.compile(r"(\d{4})$")
_COUNT, _SHARE = "Aantal", "Aandeel in procenten"
_ORDER = "the order of categories is neither that of the theme nor that of the figures shown"


def part_findings(table: Table) -> Iterator[Found]:
    """Yield what is wrong in a table of categories: over the years, or beside everyone."""
    if "profiel" in table.element.get("class", "").split():
        yield from _profile(table)
    else:
        yield from _years(table)


def _years(table: Table) -> Iterator[Found]:
    """Yield what is wrong where a row is a category and a column a year."""
    titles = [unstarred(row[0].text_content()) for row in table.rows]
    said = next((word for word in (_COUNT, _SHARE) if table.caption.startswith(word)), "")
    for breakdown in table.facts.wording[table.key].of_form("composition", "ages"):
        parts = parts_of(table.facts, table.key, breakdown, table.about.code)
        if said and titles == [part.title for part in parts]:
            yield from _cells(table, parts, said)
            return
    yield Found(f"a breakdown of {table.key}", place_of(table.element), ROWS)


def _cells(table: Table, parts: Sequence[Part], said: str) -> Iterator[Found]:
    known = table.facts.published.series[table.key].compared.years
    for row, part in zip(table.rows, parts, strict=True):
        for head, cell in table.cells(row):
            year = int(head) if head.isdigit() else 0
            named = f"{part.code} ({part.key}, {part.part}, {head})"
            if year not in known:
                yield from unknown_cell(cell, table.about)
            elif said == _COUNT:
                yield from figure_cell(cell, part.count(year), decimals=0, named=named)
            else:
                share = part.share(year)
                yield from figure_cell(cell, share, decimals=1, named=named, lenient=True)


def _profile(table: Table) -> Iterator[Found]:
    """Yield what is wrong where a row is a category of one of the profiles."""
    year = _YEAR.search(table.caption)
    parts = profile_parts(table.facts, table.key, table.about.code)
    listed = [_part(row, parts) for row in table.rows]
    known = [part for part in listed if part is not None]
    if year is None or len(known) != len(listed):
        yield Found(f"a profile of {table.key}", place_of(table.element), ROWS)
        return
    told = [numeric(row[-1].text_content()) for row in table.rows]
    if known != _ordered(known, told, parts, int(year[1])):
        yield Found(f"a profile of {table.key}", place_of(table.element), _ORDER)
    for row, part in zip(table.rows, known, strict=True):
        for head, cell in table.cells(row):
            yield from _cell(table, cell, head, part=part, year=int(year[1]))


def _part(row: HtmlElement, parts: Sequence[Part]) -> Part | None:
    """Return the category of a row: its title, then small that of its breakdown."""
    whole = unstarred(row[0].text_content())
    return next(
        (p for p in parts if whole == f"{p.title} {p.facts.wording[p.key].heads[p.breakdown]}"),
        None,
    )


def _ordered(
    known: Sequence[Part], told: Sequence[bool], parts: Sequence[Part], year: int
) -> list[Part]:
    """Return the categories as they should stand: most times first, those without last."""
    shown = [part for part, some in zip(known, told, strict=True) if some]
    place = {(part.breakdown, part.part): at for at, part in enumerate(parts)}

    def key(part: Part) -> tuple[bool, float, int]:
        some = part in shown
        times = part.times(year).value or 0.0
        return not some, -times if some else 0.0, place[part.breakdown, part.part]

    return sorted(known, key=key)


def _cell(
    table: Table, element: HtmlElement, head: str, *, part: Part, year: int
) -> Iterator[Found]:
    everyone = table.facts.wording[table.key].everyone.get(part.breakdown, "")
    named = f"{part.code} ({part.key}, {part.part}, {year})"
    if head == _COUNT:
        yield from figure_cell(element, part.count(year), decimals=0, named=named)
        return
    shares = {
        "Aandeel": part.share(year),
        f"Bij {everyone}": part.among(year),
        "Keer zo vaak": part.times(year),
    }
    if head in shares:
        yield from figure_cell(element, shares[head], decimals=1, named=named, lenient=True)
    else:
        yield from unknown_cell(element, table.about)
