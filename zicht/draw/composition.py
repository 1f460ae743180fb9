"""Rows of the kind "composition": parts of a whole, a bar a year."""

from collections.abc import Iterator, Sequence

from zicht.draw.layout import COMPOSITION, COMPOSITION_START, COMPOSITION_TEXT
from zicht.draw.style import PARTS_DARK
from zicht.draw.words import Row, plain, rows_text, told
from zicht.model.chart import Chart, Share
from zicht.model.dutch import SPOKEN, SYMBOLS, cell_text
from zicht.model.figure import Cell, State

_WHOLE = 100.0


def composition(
    key: str,
    *,
    title: str,
    description: str,
    years: Sequence[int],
    shares: Sequence[Share],
    tints: Sequence[int],
    unit: str,
    decimals: int,
) -> Chart:
    """Return a bar a year, in parts in the order given; what is not shown is one hatched rest.

    The rest stands last whatever it holds, so that it tells nothing but what is left of 100.
    """
    rows: list[Row] = []
    for place, year in enumerate(years):
        cells = [(share.name, share.cells[place]) for share in shares]
        early = any(cell.provisional for _, cell in cells)
        rows.append({"row": place, "part": "year", "label": f"{year}{'*' if early else ''}"})
        parts = _parts(cells, tints, year=year, unit=unit, decimals=decimals)
        rows.extend({"row": place, **part} for part in parts)
    return Chart(key, "composition", title, description, {"rows": rows_text(rows)})


def _parts(
    cells: Sequence[tuple[str, Cell]], tints: Sequence[int], *, year: int, unit: str, decimals: int
) -> Iterator[Row]:
    start = 0.0
    for tint, (name, cell) in zip(tints, cells, strict=True):
        if cell.value:
            end = round(min(_WHOLE, start + cell.value), decimals)
            wide = (end - start) / _WHOLE * (COMPOSITION.width - COMPOSITION_START)
            text = cell_text(cell, decimals=decimals).rstrip("*")
            yield {
                "part": "share",
                "tint": tint,
                "from": start,
                "to": end,
                "value": cell.value,
                "text": text if wide >= COMPOSITION_TEXT else None,
                "dark": tint in PARTS_DARK or None,
                "tip": f"{plain(name)}, {year}: {told(cell, unit=unit, decimals=decimals)}",
            }
            start = end
    absent = sorted({cell.state for _, cell in cells} - {State.SHOWN})
    if absent:
        yield {
            "part": "rest" if State.WITHHELD in absent else "none",
            "from": start,
            "to": _WHOLE,
            "text": SYMBOLS[absent[0]],
            "tip": f"{year}, de rest: {SPOKEN[absent[0]]}",
        }
