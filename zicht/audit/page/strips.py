"""Rows of a strip (all gemeenten on one axis), made anew from the published figures."""

from collections.abc import Iterator, Sequence

from zicht.audit.page.axes import ends
from zicht.audit.page.charts import Drawn
from zicht.audit.page.facts import Facts
from zicht.audit.page.wanted import Good, Row, Wanted, fitted, linked, number
from zicht.model.area import Area
from zicht.model.dutch import SPOKEN
from zicht.model.figure import Cell, State

_NAMED = 2
_ALIGNED = ("left", "right", "center")


def strip_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the rows of a strip: the axis, marks that share a column, the own region.

    A mark stands for the next so many regions in order of their figures: which, its number tells.
    """
    year = facts.latest(chart.key, chart.level())
    told = [(a, facts.cell(chart.key, a.code, year or 0)) for a in chart.areas(facts)]
    shown = [(cell.value, area) for area, cell in told if cell.value is not None]
    shown.sort(key=lambda pair: (pair[0], pair[1].name, pair[1].code))
    low, high = _ends([value for value, _ in shown])
    yield {"part": "axis", "value": low, "to": high}
    start, tops = 0, dict[object, object]()
    for row in rows:
        size = row.get("n")
        if row.get("part") == "item" and isinstance(size, int):
            members = shown[start : start + size]
            start += size
            yield _column(
                members, facts, chart, size=size, top=tops.setdefault(size, row.get("top"))
            )
    if start != len(shown):
        yield {}
    own = chart.about.code
    cell = facts.cell(chart.key, own, year or 0)
    yield from own_rows(facts.division[own], cell, chart, facts)


def _ends(values: Sequence[float]) -> tuple[float, float]:
    low, high = ends(min(values), max(values)) if values else (0.0, 1.0)
    return (low, high) if high > low else (min(0.0, low), max(low, 0.0) or 1.0)


def _column(
    members: Sequence[tuple[float, Area]], facts: Facts, chart: Drawn, *, size: int, top: object
) -> Wanted:
    """Return what one mark should hold; a mark of fewer regions than it says holds nothing."""
    if not members or len(members) != size:
        return {}
    names = [area.name for _, area in members]
    named = " en ".join(names)
    if len(names) > _NAMED:
        named = f"{', '.join(names[:_NAMED])} en {len(names) - _NAMED} andere"
    ends_ = [facts.say(chart.key, _shown(value)) for value in (members[0][0], members[-1][0])]
    unit = facts.wording[chart.key].unit
    figures = " tot ".join(dict.fromkeys(ends_))
    return {
        "part": "item",
        "n": size,
        "value": members[(size - 1) // 2][0],
        "top": top if isinstance(top, float | int) else None,
        "tip": f"{named}: {figures}{'' if unit.startswith('%') else ' '}{unit}".rstrip(),
        "href": linked(members[0][1]) if size == 1 else None,
    }


def _shown(value: float) -> Cell:
    return Cell(State.SHOWN, value)


def own_rows(area: Area, cell: Cell, chart: Drawn, facts: Facts) -> Iterator[Wanted]:
    """Yield the pin and the label of the own region; without a figure only words, at the left."""
    if cell.value is None:
        reason = SPOKEN[cell.state].partition(":")[0]
        label = fitted(f"{area.name}: {reason}")
        yield {"part": "label", "label": label, "at": 0, "align": "left"}
        return
    told = facts.told(chart.key, cell)
    yield {
        "part": "here",
        "value": cell.value,
        "dot": lambda value: value in {"full", "hollow"},
        "tip": f"{area.name}: {told}",
        "here": True,
        "href": linked(area),
    }
    yield {
        "part": "label",
        "label": _label(f"{area.name} {told}"),
        "at": number,
        "align": lambda value: value in _ALIGNED,
    }


def _label(text: str) -> Good:
    """Return whether a value is the text without its star, perhaps cut off or without a unit."""

    def good(value: object) -> bool:
        return isinstance(value, str) and fitted(text)(value.replace("*", ""))

    return good
