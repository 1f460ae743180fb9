"""Rows of the kind "line": a series over the years for each line, and what is written beside it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from zicht.draw.layout import LINE, LINE_LABEL, LINE_PITCH
from zicht.draw.ticks import apart, nice
from zicht.draw.words import Row, plain, rows_text, told, wrapped
from zicht.model.chart import Chart, Line, Role
from zicht.model.dutch import SYMBOLS
from zicht.model.figure import Cell, State


def line(
    key: str, *, title: str, description: str, lines: Sequence[Line], unit: str, decimals: int
) -> Chart:
    """Return the lines as a chart over the years, each labelled at its end.

    The vertical axis starts at nought, and lower only for figures below it. A line breaks where
    there is no figure and at a break of the series; of an absent figure of the own region the
    symbol stands on the axis, so that it tells nothing but its year.
    """
    low, high = _ends(lines)
    rows: list[Row] = [{"part": "unit", "label": unit}]
    rows.extend(row for one in lines for row in points(one))
    rows.extend(_breaks(lines))
    rows.extend(_labels(lines, low=low, high=high))
    rows.extend(_states(lines))
    rows.extend(_years(lines, ends=(low, high), unit=unit, decimals=decimals))
    return Chart(key, "line", title, description, {"rows": rows_text(rows)})


def points(one: Line) -> Iterator[Row]:
    """Yield a row a year, with a null where the line breaks.

    `dot` marks what a line alone does not show: its end, a figure that stands alone, and (hollow)
    a provisional one.
    """
    shown = [
        year for year, cell in zip(one.years, one.cells, strict=True) if cell.value is not None
    ]
    alone = _alone(one)
    for year, cell in zip(one.years, one.cells, strict=True):
        if year in one.breaks:
            yield {"part": "point", "role": one.role.value, "year": year - 0.5, "value": None}
        dotted = cell.value is not None and (year == shown[-1] or year in alone or cell.provisional)
        yield {
            "part": "point",
            "role": one.role.value,
            "year": year,
            "value": cell.value,
            "dot": ("hollow" if cell.provisional else "full") if dotted else None,
        }


def _alone(one: Line) -> set[int]:
    """Return the years whose figure has no line on either side."""
    joined: set[int] = set()
    for (year, cell), (later, next_cell) in pairwise(zip(one.years, one.cells, strict=True)):
        if cell.value is not None and next_cell.value is not None and later not in one.breaks:
            joined |= {year, later}
    return set(one.years) - joined


def _ends(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the ends of the vertical axis, from shown figures only; 0 and 1 without any."""
    shown = [cell.value for one in lines for cell in one.cells if cell.value is not None]
    low, high = nice(min(0.0, *shown, 0.0), max(0.0, *shown, 0.0))
    return (low, high) if high > low else (0.0, 1.0)


def _breaks(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield a rule before each year in which a series starts anew."""
    for year in sorted({year for one in lines for year in one.breaks if year in one.years[1:]}):
        yield {"part": "break", "year": year - 0.5}


def _labels(lines: Sequence[Line], *, low: float, high: float) -> Iterator[Row]:
    """Yield the name of each line at the height of its last figure, or as near as others allow."""
    named: list[tuple[float, Role, str]] = []
    for one in lines:
        shown = [cell.value for cell in one.cells if cell.value is not None]
        if shown:
            place = LINE.height * (high - shown[-1]) / (high - low)
            text = wrapped(plain(one.name), room_px=LINE_LABEL)
            named.append((place, one.role, text))
    named.sort(key=lambda label: label[0])
    yield from _placed(named)


def _placed(named: Sequence[tuple[float, Role, str]]) -> Iterator[Row]:
    """Yield the labels, pushed apart by whole lines of text; a label of two lines takes two."""
    wanted = [place for place, _, text in named for _ in text.split("\n")]
    lines = iter(apart(wanted, pitch=LINE_PITCH, low=0, high=LINE.height))
    for _, role, text in named:
        tops = [next(lines) for _ in text.split("\n")]
        yield {"part": "end", "role": role.value, "label": text, "at": round(tops[0], 1)}


def _states(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the symbol of each absent figure of the own region; one not delivered has none."""
    for one in lines:
        if one.role is Role.HERE:
            for year, cell in zip(one.years, one.cells, strict=True):
                if cell.state not in {State.SHOWN, State.MISSING}:
                    yield {"part": "state", "year": year, "label": SYMBOLS[cell.state]}


def _years(
    lines: Sequence[Line], *, ends: tuple[float, float], unit: str, decimals: int
) -> Iterator[Row]:
    """Yield a column a year with all that is known of it; it reaches half way to the next."""
    years = sorted({year for one in lines for year in one.years})
    own_first = sorted(lines, key=lambda one: one.role is not Role.HERE)
    for year in years:
        cells = [
            (one.name, one.cells[one.years.index(year)]) for one in own_first if year in one.years
        ]
        half = 0.5 if len(years) > 1 else 0.0
        yield {
            "part": "year",
            "from": max(year - half, years[0]),
            "to": min(year + half, years[-1]),
            "year": year,
            "value": ends[1],
            "low": ends[0],
            "tip": _tip(year, cells, unit=unit, decimals=decimals),
        }


def _tip(year: int, cells: Sequence[tuple[str, Cell]], *, unit: str, decimals: int) -> str:
    """Return what a year holds, the unit said once: "2024, per inwoner: Almere 4,1; …"."""
    near, once = (unit, "") if unit.startswith("%") else ("", unit)
    texts = (f"{plain(name)} {told(cell, unit=near, decimals=decimals)}" for name, cell in cells)
    return f"{year}{', ' if once else ''}{once}: {'; '.join(texts)}"
