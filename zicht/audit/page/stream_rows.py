"""Charts of flows: what each row of their data should hold."""

from collections.abc import Iterator, Sequence
from typing import Final

from zicht.audit.page.charts import Drawn
from zicht.audit.page.facts import Facts
from zicht.audit.page.streams import count, largest, partners
from zicht.audit.page.wanted import Row, Wanted, fitted, linked, number
from zicht.model.area import NEDERLAND, Area
from zicht.model.published import PublishedFlow

_MOST: Final = 10
_MOST_OF_COUNTRY: Final = 60
_STEPS: Final = (0.1, 0.25, 0.5, 0.75)


def stream_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the rows of bars, or of lines on a map, of one end of a flow.

    Which regions lie around the lines is for the map to choose: each is told by code and name.
    """
    flow = facts.published.flows[chart.key]
    if chart.kind == "bar":
        yield from _bars(chart, flow, facts)
        return
    told = [*_routes(chart, flow)]
    drawn = [str(row.get("code")) for row in rows if row.get("part") == "area"]
    codes = sorted(code for code in set(drawn) if code in facts.division)
    shown = [(pair, n) for pair, n in told if set(pair) <= set(codes)]
    ends = {code for pair, _ in shown for code in pair}
    own = chart.about.code
    for code in sorted(codes, key=lambda code: (code == own, code)):
        area, here = facts.division[code], code == own
        kind = "here" if here else "end" if code in ends else "other"
        fixed: Wanted = {"part": "area", "kind": kind, "here": here or None, "tip": area.name}
        yield {**fixed, "code": code, "name": area.name, "href": linked(area)}
    most = max((n for _, n in shown), default=0)
    for pair, n in shown:
        yield {**_line(chart, facts, flow, pair, n), "width": _width(n, most)}


def _width(value: int, most: int) -> str:
    return str(len([step for step in _STEPS if value >= step * most]))


def _routes(chart: Drawn, flow: PublishedFlow) -> Iterator[tuple[tuple[str, str], int]]:
    own = chart.about.code
    if own == NEDERLAND:
        told = largest(flow)[:_MOST_OF_COUNTRY]
        yield from sorted(told, key=lambda one: (-one[1], one[0][1]))
        return
    for other, n in partners(flow, max(flow.years), own, chart.side)[:_MOST]:
        yield ((own, other) if chart.side == "uit" else (other, own)), n


def _line(chart: Drawn, facts: Facts, flow: PublishedFlow, pair: tuple[str, str], n: int) -> Wanted:
    origin, end = (facts.division[code] for code in pair)
    area = origin if chart.side == "in" else end
    name = area.name
    if chart.about.code == NEDERLAND:
        name = f"van {origin.name} naar {end.name}"
    told = _told(area, n, flow)
    out = None if chart.side == "in" else True
    words: Wanted = {"part": "line", "name": name, "out": out, "tip": _tip(name, n, flow)}
    return {**told, **words, "x": number, "y": number, "x2": number, "y2": number}


def _told(area: Area, n: int, flow: PublishedFlow) -> Wanted:
    words = f"{n:,}".replace(",", ".")
    tip = _tip(area.name, n, flow)
    return {"code": area.code, "name": area.name, "text": words, "tip": tip, "href": linked(area)}


def _tip(name: str, n: int, flow: PublishedFlow) -> str:
    words = f"{n:,}".replace(",", ".")
    return f"{name}: {words} {flow.unit}"


def _bars(chart: Drawn, flow: PublishedFlow, facts: Facts) -> Iterator[Wanted]:
    own, year = chart.about.code, max(flow.years)
    told = partners(flow, year, own, chart.side)[:_MOST]
    inside = count(flow, year, (own, own)).value
    if inside is not None:
        told.append((own, int(inside)))
    told.sort(key=lambda one: -one[1])
    for at, (code, n) in enumerate(told):
        area, here = facts.division[code], code == own
        more: Wanted = {"part": "item", "row": at, "value": float(n), "here": here or None}
        yield {**_told(area, n, flow), **more, "label": fitted(area.name)}
