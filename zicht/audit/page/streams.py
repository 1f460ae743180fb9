"""Flows on a page: what each table, sentence and chart of them should hold."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from lxml.html import HtmlElement

from zicht.audit.page.cells import figure_cell, place_of, unknown_cell
from zicht.audit.page.found import Found, unstarred
from zicht.audit.page.grid import ROWS, Table
from zicht.audit.page.talk import Talk
from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.figure import Cell, State
from zicht.model.published import PublishedFlow

_AFTER_NUMBER: Final = re.compile(r"(?<=\d), ")
_CODE: Final = re.compile(r"/(gm\d{4})(?:-[^/]*)?/?$")
_REST: Final = "Niet apart getoond, samen"
_SHARE: Final = 100


def count(flow: PublishedFlow, year: int, pair: tuple[str, str]) -> Cell:
    """Return a number of a flow; withheld where none is told."""
    told = flow.years[year]
    found = told.counts.get(pair)
    if found is None:
        return Cell(State.WITHHELD)
    return Cell(State.SHOWN, float(found), told.provisional)


def total(flow: PublishedFlow, year: int, code: str, *, side: str) -> Cell:
    """Return how many come from a gemeente ("uit") or go to it ("in")."""
    return count(flow, year, (code, NEDERLAND) if side == "uit" else (NEDERLAND, code))


def partners(flow: PublishedFlow, year: int, code: str, side: str) -> list[tuple[str, int]]:
    """Return the other gemeenten with a number that is shown, the largest first."""
    own, other = (0, 1) if side == "uit" else (1, 0)
    found = [
        (pair[other], number)
        for pair, number in flow.years[year].counts.items()
        if pair[own] == code and pair[other] not in {code, NEDERLAND}
    ]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def share(part: Cell, whole: Cell) -> Cell:
    """Return the share that two shown numbers tell."""
    if part.value is None or not whole.value:
        return Cell(State.WITHHELD)
    return Cell(State.SHOWN, float(np.round(_SHARE * part.value / whole.value, 1)))


def stream_of(table: Table) -> PublishedFlow | None:
    """Return the flow that a table is about: that of its section, or of its page."""
    flows = table.facts.published.flows
    for around in table.element.iterancestors("section"):
        if around.get("aria-labelledby") in flows:
            return flows[str(around.get("aria-labelledby"))]
    return flows.get(table.about.key)


def stream_findings(table: Table) -> Iterator[Found]:
    """Yield each cell of a table of a flow that tells something else than its numbers."""
    flow, kind = stream_of(table), table.element.get("class", "").split()[1:2]
    if flow is None or not flow.years or not kind:
        yield Found("a table of no flow", place_of(table.element), ROWS)
        return
    made = {"uit": _side, "in": _side, "jaren": _years, "grootste": _largest, "alle": _every}
    if kind[0] not in made or (kind[0] != "jaren" and not _newest(table, flow)):
        yield Found("a table of a flow", place_of(table.element), ROWS)
        return
    yield from made[kind[0]](table, flow)


def _newest(table: Table, flow: PublishedFlow) -> bool:
    return table.caption.endswith(f", {max(flow.years)}")


def _area(table: Table, element: HtmlElement) -> Area | None:
    """Return the gemeente that a cell names and links to."""
    link = element.find("a")
    found = None if link is None else _CODE.search(link.get("href", ""))
    code = found[1].upper() if found else ""
    if code not in table.facts.division:
        return None
    area = table.facts.division[code]
    return area if unstarred(element.text_content()) == unstarred(area.name) else None


def _side(table: Table, flow: PublishedFlow) -> Iterator[Found]:
    """Yield what is wrong in a table of one end: the own gemeente, others, the rest."""
    own, year = table.about.code, max(flow.years)
    side = table.element.get("class", "").split()[1]
    whole, listed = total(flow, year, own, side=side), partners(flow, year, own, side)
    inside = count(flow, year, (own, own))
    numbers = [inside, *(_shown(number) for _, number in listed)]
    rest = (whole.value or 0) - sum(cell.value or 0 for cell in numbers)
    names = [table.facts.division[own].name]
    names += [table.facts.division[code].name for code, _ in listed]
    if rest or inside.value is None:
        names, numbers = [*names, _REST], [*numbers, _shown(rest)]
    said = [unstarred(row[0].text_content()) for row in table.rows]
    if said != [unstarred(name) for name in names] or whole.value is None:
        yield Found(f"the rows of {own}", place_of(table.element), ROWS)
        return
    for row, cell in zip(table.rows, numbers, strict=True):
        named = f"{flow.key} of {own}"
        yield from _cells(row, [(cell, 0), (share(cell, whole), 1)], named=named)


def _shown(number: float) -> Cell:
    return Cell(State.SHOWN, float(number))


def _cells(row: HtmlElement, wanted: Sequence[tuple[Cell, int]], *, named: str) -> Iterator[Found]:
    """Yield cells that are not as wanted; a share may be held back."""
    for element, (cell, decimals) in zip(row.findall("td"), wanted, strict=False):
        yield from figure_cell(
            element, cell, decimals=decimals, named=named, lenient=bool(decimals)
        )
    for element in row.findall("td")[len(wanted) :]:
        yield Found(f"a cell too many of {named}", place_of(element), ROWS)


def _ends(flow: PublishedFlow, year: int, code: str) -> list[tuple[Cell, int]]:
    """Return both totals of a gemeente, each with the share that is inside."""
    inside = count(flow, year, (code, code))
    out, into = (total(flow, year, code, side=side) for side in ("uit", "in"))
    return [(out, 0), (share(inside, out), 1), (into, 0), (share(inside, into), 1)]


def _years(table: Table, flow: PublishedFlow) -> Iterator[Found]:
    own = table.about.code
    said = [unstarred(row[0].text_content()) for row in table.rows]
    if said != [str(year) for year in sorted(flow.years)]:
        yield Found(f"the years of {flow.key}", place_of(table.element), ROWS)
        return
    for row, year in zip(table.rows, sorted(flow.years), strict=True):
        whole = [(count(flow, year, (own, own)), 0)]
        wanted = whole if own == NEDERLAND else _ends(flow, year, own)
        yield from _cells(row, wanted, named=f"{flow.key} of {own} in {year}")


def largest(flow: PublishedFlow) -> list[tuple[tuple[str, str], int]]:
    """Return the numbers between two gemeenten, the largest first."""
    told = flow.years[max(flow.years)].counts
    apart = [
        (pair, number)
        for pair, number in told.items()
        if pair[0] != pair[1] and NEDERLAND not in pair
    ]
    return sorted(apart, key=lambda one: (-one[1], one[0]))


def _largest(table: Table, flow: PublishedFlow) -> Iterator[Found]:
    for row, (pair, number) in zip(table.rows, largest(flow), strict=False):
        cells = row.findall("td")
        areas = [_area(table, element) for element in (row[0], *cells[:1])]
        if [None if area is None else area.code for area in areas] != [*pair]:
            yield Found(f"a row of {flow.key}", place_of(row), ROWS)
            continue
        named = f"{flow.key} from {pair[0]} to {pair[1]}"
        yield from figure_cell(cells[-1], _shown(number), decimals=0, named=named)
        if len(cells) != len(pair):
            yield Found(f"a cell too many of {named}", place_of(row), ROWS)


def _every(table: Table, flow: PublishedFlow) -> Iterator[Found]:
    """Yield what is wrong in the table of all gemeenten, which stand by name."""
    seen, division = list[str](), table.facts.division
    for row in table.rows:
        area = _area(table, row[0])
        if area is None:
            yield Found(f"a row of {flow.key}", place_of(row), ROWS)
            continue
        seen.append(area.code)
        around = [each.name for each in division.parents(area.code)]
        provincie, *cells = row.findall("td")
        if unstarred(provincie.text_content()) not in {"", *around} or len(cells) != len("uit+"):
            yield from unknown_cell(provincie, table.about)
        for element, (cell, decimals) in zip(
            cells, _ends(flow, max(flow.years), area.code), strict=False
        ):
            named, loose = f"{flow.key} of {area.code}", bool(decimals)
            yield from figure_cell(element, cell, decimals=decimals, named=named, lenient=loose)
    if sorted(seen) != [area.code for area in division.of(Level.GEMEENTE)]:
        yield Found(f"the rows of {flow.key}", place_of(table.element), ROWS)


def inside(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Van de 120 verdenkingen met woongemeente X heeft 45,0% ook pleeggemeente X."""
    code = talk.about.code
    for flow in talk.facts.published.flows.values():
        year = max(flow.years)
        stay = count(flow, year, (code, code))
        for side in ("uit", "in"):
            whole = total(flow, year, code, side=side)
            part = share(stay, whole).value
            if _same(found[1], whole.value) and _same(found[2], part):
                return True
    return False


def within(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Van de 46 verdenkingen met woongemeente X hebben er 22 ook pleeggemeente X."""
    code = talk.about.code
    return any(
        _same(found[1], total(flow, max(flow.years), code, side=side).value)
        and _same(found[2], count(flow, max(flow.years), (code, code)).value)
        for flow in talk.facts.published.flows.values()
        for side in ("uit", "in")
    )


def counted(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Er zijn 120 verdenkingen met woongemeente X."""
    return any(
        _same(found[1], total(flow, max(flow.years), talk.about.code, side=side).value)
        for flow in talk.facts.published.flows.values()
        for side in ("uit", "in")
    )


def listed(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Utrecht 716, Amsterdam 60. Or: van Amsterdam naar Diemen 93. A name may have a comma."""
    parts = _AFTER_NUMBER.split(found[0].removesuffix("."))
    known = {text for flow in talk.facts.published.flows.values() for text in _said(flow, talk)}
    return all(part in known for part in parts)


def _said(flow: PublishedFlow, talk: Talk) -> Iterator[str]:
    division, own = talk.facts.division, talk.about.code
    for (a, b), number in flow.years[max(flow.years)].counts.items():
        words = f"{number:,}".replace(",", ".")
        if NEDERLAND in {a, b}:
            continue
        if own in {a, b}:
            yield f"{division[b if a == own else a].name} {words}"
        if own == NEDERLAND:
            yield f"van {division[a].name} naar {division[b].name} {words}"


def _same(text: str, value: float | None) -> bool:
    """Tell whether a text is a number as the Dutch write it."""
    return value is not None and float(text.replace(".", "").replace(",", ".")) == value
