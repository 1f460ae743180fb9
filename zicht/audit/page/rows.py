"""Rows of a chart's data, made anew from the published figures and compared field by field."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from zicht.audit.page.boughs import tree_rows
from zicht.audit.page.charts import Drawn
from zicht.audit.page.divided import ages_rows, composition_rows, profile_rows
from zicht.audit.page.dots import dot_rows
from zicht.audit.page.facts import Facts
from zicht.audit.page.lines import line_rows, spark_rows
from zicht.audit.page.search import map_rows
from zicht.audit.page.stream_rows import stream_rows
from zicht.audit.page.strips import strip_rows
from zicht.audit.page.wanted import Row, Wanted, fitted, linked, unlike
from zicht.model.area import Area
from zicht.model.figure import Cell, State

Differing: TypeAlias = Iterator[tuple[int, str]]


def differing(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Differing:
    """Yield the number of each row that tells something else, and in which fields.

    Shape:  -1 stands for a row that is absent.
    Errors: none; a row of an unknown part differs.
    """
    made = stream_rows if chart.side else _MAKERS.get(chart.kind)
    wanted = list(made(chart, rows, facts)) if made else []
    for at, row in enumerate(rows):
        fields = unlike(row, wanted[at]) if at < len(wanted) else sorted(row)
        if fields:
            yield at, ",".join(fields)
    if len(wanted) > len(rows):
        yield -1, "rows"


def _map_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the regions of a map by code; those without an outline are not drawn."""
    codes = {row.get("code") for row in rows}
    for sought in facts.sought:
        if chart.key == chart.name == f"zoek-{sought.key}":
            yield from map_rows(sought, chart.areas(facts), codes)
            return
    year = facts.latest(chart.key, chart.level())
    bounds = facts.bounds(chart.key, chart.level())
    for area in chart.areas(facts) if year is not None else ():
        if area.code in codes:
            cell = facts.cell(chart.key, area.code, year or 0)
            yield {
                **_named(area, cell, chart, facts),
                "class": cell.state.key
                if cell.value is None
                else str(bisect_right(bounds, cell.value)),
            }


def _named(area: Area, cell: Cell, chart: Drawn, facts: Facts) -> Wanted:
    return {
        "code": area.code,
        "name": area.name,
        "text": facts.say(chart.key, cell),
        "tip": f"{area.name}: {facts.told(chart.key, cell)}",
        "href": linked(area),
    }


def _bar_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the bars: perhaps a reference, then the highest first, those without a figure last."""
    key, code, year = chart.key, chart.about.code, facts.latest(chart.key, chart.level())
    if year is None:
        return
    first = 0
    if rows and rows[0].get("part") == "reference":
        cell, area = facts.cell(key, code, year), facts.division[code]
        named = {**_named(area, cell, chart, facts), "code": "reference", "href": None}
        yield {**named, **_bar(area, cell, 0), "part": "reference"}
        first = 1
    told = [(area, facts.cell(key, area.code, year)) for area in chart.areas(facts)]
    told.sort(key=lambda pair: (-(pair[1].value or 0), pair[1].state, pair[0].name))
    told.sort(key=lambda pair: pair[1].state is not State.SHOWN)
    for at, (area, cell) in enumerate(told[: len(rows) - first], start=first):
        yield {**_named(area, cell, chart, facts), **_bar(area, cell, at)}


def _bar(area: Area, cell: Cell, at: int) -> Wanted:
    return {"part": "item", "label": fitted(area.name), "value": cell.value, "row": at}


_Maker: TypeAlias = Callable[[Drawn, Sequence[Row], Facts], Iterator[Wanted]]
_MAKERS: Mapping[str, _Maker] = {
    "map": _map_rows,
    "bar": _bar_rows,
    "line": line_rows,
    "spark": spark_rows,
    "strip": strip_rows,
    "dots": dot_rows,
    "profile": profile_rows,
    "composition": composition_rows,
    "ages": ages_rows,
    "tree": tree_rows,
}
