"""Trees of branches: tables, data and drawings, from the counts that the files tell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from lxml.html import HtmlElement

from zicht.audit.knots import SBI, Knot
from zicht.audit.page.about import Family
from zicht.audit.page.bars import is_tall, pitch_of
from zicht.audit.page.cells import figure_cell, place_of, unknown_cell
from zicht.audit.page.charts import Drawn
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import Found, unstarred
from zicht.audit.page.grid import ROWS, Table
from zicht.audit.page.marks import Mark
from zicht.audit.page.narrow import SHARE_UNIT, delivered, newest, share_of, times_of
from zicht.audit.page.plots import BASELINE, values
from zicht.audit.page.scale import Scale, from_nought, near, span
from zicht.audit.page.wanted import Good, Row, Wanted, fitted
from zicht.model.area import NEDERLAND, Level
from zicht.model.dutch import SPOKEN, SYMBOLS, number
from zicht.model.figure import Cell, State

FIRST = "Branche"
_YEAR = re.compile(r"(\d{4})$")
_UP = re.compile(r"(?:\.\./)*")
_INDENT = 10
_WHITE = 4.0
"""Above and under the bars together."""
_THICK, _THIN, _LINE = 12.0, 6.0, (2.0, 16.0)


def bough_findings(table: Table) -> Iterator[Found]:
    """Yield rows of a table of branches that are none or stand out of order, and odd cells."""
    if table.about.family is Family.BRANCHES and not table.key:
        yield from _listed(table)
        return
    facts = table.facts.whole or table.facts
    told, key = _YEAR.search(table.caption), table.key
    tree = _tree(table, facts)
    if told is None or not tree or int(told[1]) not in facts.published.series[key].compared.years:
        yield Found("a table of branches", place_of(table.element), ROWS)
        return
    for row, knot in _rows(table, facts.wording[key].trees[tree]):
        for head, cell in table.cells(row):
            made = _COLUMNS.get(head)
            if made is None:
                yield from unknown_cell(cell, table.about)
                continue
            part, year = (tree, knot.part), int(told[1])
            figure = made(facts, key, part, code=table.about.code, year=year)
            named = f"{table.about.code} ({key}, {knot.part}, {year})"
            whole = head == "Aantal"
            yield from figure_cell(
                cell, figure, decimals=0 if whole else 1, named=named, lenient=not whole
            )
    yield from _strangers(table, facts.wording[key].trees[tree])


def _count(facts: Facts, key: str, part: tuple[str, str], *, code: str, year: int) -> Cell:
    return facts.part(key, *part, code=code, year=year)


_COLUMNS = {"Aantal": _count, "Aandeel": share_of, "Keer Nederland": times_of}


def _tree(table: Table, facts: Facts) -> str:
    """Return the hierarchy of which a table has the categories; empty where there is none."""
    if table.key not in facts.wording:
        return ""
    said = {unstarred(row[0].text_content()) for row in table.rows}
    trees = facts.wording[table.key].trees
    names = (
        name for name, knots in trees.items() if said <= {f"{k.code} {k.title}" for k in knots}
    )
    return next(names, "")


def _rows(table: Table, knots: Sequence[Knot]) -> Iterator[tuple[HtmlElement, Knot]]:
    """Yield the rows that are categories, each with its own."""
    known = {f"{knot.code} {knot.title}": knot for knot in knots}
    for row in table.rows:
        knot = known.get(unstarred(row[0].text_content()))
        if knot is not None:
            yield row, knot


def _strangers(table: Table, knots: Sequence[Knot]) -> Iterator[Found]:
    """Yield rows that are no categories or lead elsewhere, and another order than theirs."""
    found = list(_rows(table, knots))
    for row, knot in found:
        href = row.find("th/a")
        link = None if href is None else href.get("href")
        if link is not None and not _leads(knot, table.facts)(link):
            yield Found(f"the link of {knot.code}", place_of(row), ROWS)
    order = [knots.index(knot) for _, knot in found]
    if len(found) != len(table.rows) or order != sorted(set(order)):
        yield Found("the rows of a table of branches", place_of(table.element), ROWS)


def _leads(knot: Knot, facts: Facts) -> Good:
    """Return whether a value is a link to the page of a branche, or none at all."""
    known = facts.branches.get(knot.code)

    def good(value: object) -> bool:
        if value is None or known is None:
            return value is None
        return isinstance(value, str) and known.folder.endswith(_UP.sub("", value, count=1))

    return good


def _listed(table: Table) -> Iterator[Found]:
    """Yield what is wrong in the list of all branches: a column for each indicator."""
    facts = table.facts
    heads = {
        f"{words.title} {words.counted}, {newest(facts, key, SBI, Level.NEDERLAND)}": key
        for key, words in facts.wording.items()
        if SBI in words.trees
    }
    every = tuple(facts.branches.values())
    yield from _strangers(table, every)
    for row, knot in _rows(table, every):
        for head, cell in table.cells(row):
            key = heads.get(head, "")
            parts = {k.code: k.part for k in facts.wording[key].trees[SBI]} if key else {}
            if knot.code not in parts:
                yield from unknown_cell(cell, table.about)
                continue
            year = newest(facts, key, SBI, Level.NEDERLAND) or 0
            count = facts.part(key, SBI, parts[knot.code], code=NEDERLAND, year=year)
            named = f"{NEDERLAND} ({key}, {knot.part}, {year})"
            yield from figure_cell(cell, count, decimals=0, named=named)


def tree_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the branches of a chart down to some depth, with Nederland beside another region."""
    key, code, tree = chart.key, chart.about.code, chart.breakdown
    year = newest(facts, key, tree, Level.of(code))
    depths = [d for row in rows if isinstance(d := row.get("depth"), int)]
    deepest = max(depths, default=0)
    told = [] if year is None else delivered(facts, key, tree, code=code, year=year)
    for at, (knot, _) in enumerate(k for k in told if k[0].depth <= deepest):
        part = (tree, knot.part)
        here = share_of(facts, key, part, code=code, year=year or 0)
        there = share_of(facts, key, part, code=NEDERLAND, year=year or 0)
        row = rows[at] if at < len(rows) else {}
        if row.get("value") is None and here.value is not None:
            here = Cell(State.WITHHELD)
        if code == NEDERLAND or row.get("there") is None:
            there = Cell(State.MISSING)
        yield _row(knot, here, there, at=at, paged=tree == SBI, facts=facts)


def _row(knot: Knot, here: Cell, there: Cell, *, at: int, paged: bool, facts: Facts) -> Wanted:
    title = knot.title
    if paged:
        title = facts.branches[knot.code].title
    tip = f"{title}: {_told(here)}"
    if there.value is not None:
        tip = f"{tip}; {facts.division[NEDERLAND].name}: {_told(there)}"
    text = SYMBOLS[here.state] if here.value is None else f"{number(here.value, decimals=1)}%"
    return {
        "part": "item",
        "row": at,
        "code": knot.code,
        "name": title,
        "label": fitted(f"{knot.code} {title}"),
        "indent": _INDENT * knot.depth,
        "depth": knot.depth,
        "value": here.value,
        "there": there.value,
        "text": text,
        "tip": tip,
        "href": _leads(knot, facts) if paged else None,
    }


def _told(cell: Cell) -> str:
    if cell.value is None:
        return SPOKEN[cell.state]
    return f"{number(cell.value, decimals=1)}{SHARE_UNIT}"


def tree_marks(
    marks: Sequence[Mark], rows: Sequence[Row], unit: Mapping[str, object]
) -> Iterator[Mark | None]:
    """Yield marks of a tree that do not follow from its rows; None for a lack of marks."""
    left, right = span(unit, "x")
    theres = [float(v) for row in rows if isinstance(v := row.get("there"), int | float)]
    x, pitch = from_nought([*values(rows), *theres], start=left, end=right), pitch_of(unit)
    if marks and not is_tall(marks[0], pitch * len(rows) + _WHITE):
        yield None
    yield from _words([mark for mark in marks if mark.tag == "text"], rows, pitch=pitch)
    shown = [(at, row) for at, row in enumerate(rows) if row.get("value") is not None]
    wanted = [(*_bar(row, x), _THICK, at) for at, row in shown if row.get("depth") == 0]
    wanted += [(*_bar(row, x), _THIN, at) for at, row in shown if row.get("depth") != 0]
    for at, row in enumerate(rows):
        there = row.get("there")
        if isinstance(there, int | float):
            wanted.append((x.at(there) - _LINE[0] / 2, _LINE[0], _LINE[1], at))
    flat = x.high == x.low
    for mark, box in zip_longest([mark for mark in marks if mark.tag == "path"], wanted):
        if mark is None or box is None or not _stands(mark, box, pitch=pitch, flat=flat):
            yield mark
    yield from (mark for mark in marks if mark.tag not in {"text", "path"})


def _words(texts: Sequence[Mark], rows: Sequence[Row], *, pitch: float) -> Iterator[Mark | None]:
    """Yield texts that are neither the name of a row, set in as deep as it lies, nor its share."""
    said = [(str(row.get("label")), row.get("indent")) for row in rows]
    said += [(str(row.get("text")), None) for row in rows]
    heights = [pitch * (at + 0.5) + BASELINE for at in range(len(rows))] * 2
    right = {mark.x for mark in texts[len(rows) :]}
    for mark, text, height in zip_longest(texts, said, heights):
        if mark is None or text is None or not _said(mark, *text) or not near(mark.y, height):
            yield mark
    if len(right) > 1:
        yield None


def _said(mark: Mark, text: str, indent: object) -> bool:
    return mark.text == text and (
        not isinstance(indent, int | float) or near(mark.x, float(indent))
    )


def _bar(row: Row, x: Scale) -> tuple[float, float]:
    value = row.get("value")
    start, end = sorted((x.at(0.0), x.at(float(value) if isinstance(value, int | float) else 0.0)))
    return start, end - start


def _stands(
    mark: Mark, box: tuple[float, float, float, float], *, pitch: float, flat: bool
) -> bool:
    """Tell whether a rectangle is of this start, width, height and row."""
    drawn = mark.rectangle
    if drawn is None:
        return False
    start, width, height, at = box
    middle = drawn[1] + drawn[3] / 2
    sized = near(drawn[2], 0.0 if flat and width != _LINE[0] else width) and drawn[3] == height
    return sized and (flat or near(drawn[0], start)) and near(middle, pitch * (at + 0.5))
