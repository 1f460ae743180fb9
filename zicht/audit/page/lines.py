"""Rows of lines over the years, made anew from the published figures."""

from collections.abc import Iterator, Sequence
from itertools import product

from zicht.audit.page.axes import ends
from zicht.audit.page.charts import Drawn
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import unstarred
from zicht.audit.page.wanted import Good, Row, Wanted, fitted, number
from zicht.model.area import NEDERLAND
from zicht.model.dutch import SPOKEN, SYMBOLS
from zicht.model.figure import Cell, State

_DOTS = {None, "full", "hollow"}
_HALF = 0.5


def spark_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the rows of a small line: a year each, with a null where it breaks."""
    name = facts.division[chart.about.code].name
    for row, year, cell in _points(chart, rows, facts, "here"):
        tip = f"{name}: {facts.told(chart.key, cell, unit='')} ({row.get('year')})"
        dotted = row.get("dot") is not None
        yield {
            "part": "point",
            "year": year,
            "value": cell.value,
            "dot": _dot(cell),
            "tip": tip if dotted and cell.value is not None else None,
        }


def _points(
    chart: Drawn, rows: Sequence[Row], facts: Facts, role: str
) -> Iterator[tuple[Row, float, Cell]]:
    """Yield the rows of a line, each with the year and cell that belong there."""
    years = iter(facts.years(chart.key))
    year: int | None = next(years, None)
    for row in rows:
        if year is not None and row.get("year") == year - _HALF:
            yield row, year - _HALF, Cell(State.MISSING)
        elif year is not None:
            yield row, year, _cell(chart, facts, role, year=year, told=row.get("value"))
            year = next(years, None)


def _cell(chart: Drawn, facts: Facts, role: str, *, year: int, told: object) -> Cell:
    """Return the cell of a line; what is similar may be held back."""
    if role == "similar":
        held = Cell(State.MISSING)
        return held if told is None else facts.similar(chart.key, chart.about.code, year)
    return facts.cell(chart.key, NEDERLAND if role == "country" else chart.about.code, year)


def _dot(cell: Cell) -> Good:
    return lambda value: value in _DOTS and (value is None or cell.value is not None)


def line_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the rows of a chart of lines, part by part in the order of the rows."""
    roles = list(dict.fromkeys(str(r.get("role")) for r in rows if r.get("part") == "point"))
    low, high = _ends(rows)
    wanted: dict[int, Wanted] = {}
    for role in roles:
        mine = [r for r in rows if r.get("part") == "point" and r.get("role") == role]
        for row, year, cell in _points(chart, mine, facts, role):
            point: Wanted = {"part": "point", "role": role, "year": year}
            wanted[id(row)] = {**point, "value": cell.value, "dot": _dot(cell)}
    for row in rows:
        if id(row) not in wanted:
            wanted[id(row)] = _other(chart, row, facts, roles=roles, ends_=(low, high))
    yield from (wanted[id(row)] for row in rows)


def _ends(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the ends that the values of the lines need."""
    told = [r.get("value") for r in rows if r.get("part") == "point"]
    shown = [value for value in told if isinstance(value, int | float)]
    low, high = ends(min(0.0, *shown, 0.0), max(0.0, *shown, 0.0))
    return (low, high) if high > low else (0.0, 1.0)


def _other(
    chart: Drawn, row: Row, facts: Facts, *, roles: Sequence[str], ends_: tuple[float, float]
) -> Wanted:
    """Return what a row of another part than the points should hold."""
    years, part = facts.years(chart.key), row.get("part")
    year = row.get("year")
    if part == "unit":
        return {"part": part, "label": facts.wording[chart.key].unit}
    if part == "break":
        return {"part": part, "year": year if year in [y - _HALF for y in years[1:]] else ""}
    if part == "end" and row.get("role") in roles:
        role = str(row["role"])
        label = fitted(_name(chart, facts, role))
        return {"part": part, "role": role, "label": label, "at": number}
    if part == "state" and year in years and isinstance(year, int):
        cell = facts.cell(chart.key, chart.about.code, year)
        return {"part": part, "year": year, "label": SYMBOLS.get(cell.state, "")}
    if part == "year" and year in years and isinstance(year, int):
        half = _HALF if len(years) > 1 else 0.0
        return {
            "part": part,
            "year": year,
            "from": max(year - half, years[0]),
            "to": min(year + half, years[-1]),
            "low": ends_[0],
            "value": ends_[1],
            "tip": _tip(chart, facts, roles, year=year),
        }
    return {}


def _name(chart: Drawn, facts: Facts, role: str) -> str:
    if role == "similar":
        return "Vergelijkbaar"
    return facts.division[NEDERLAND if role == "country" else chart.about.code].name


def _tip(chart: Drawn, facts: Facts, roles: Sequence[str], *, year: int) -> Good:
    """Return whether a value tells the figures of a year, each line with its name."""
    unit = facts.wording[chart.key].unit
    near, once = (unit, "") if unit.startswith("%") else ("", f", {unit}")
    parts = []
    for role in roles:
        cell = _cell(chart, facts, role, year=year, told=0)
        said = [facts.told(chart.key, cell, unit=near)]
        said += [words for words in SPOKEN.values() if role == "similar"]
        parts.append([f"{_name(chart, facts, role)} {words}" for words in said])
    tips = {unstarred(f"{year}{once}: {'; '.join(chosen)}") for chosen in product(*parts)}
    return lambda value: isinstance(value, str) and unstarred(value) in tips
