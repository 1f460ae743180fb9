"""Rows of the kind "ages": categories under each other, years beside each other."""

from bisect import bisect_right
from collections.abc import Sequence

from zicht.draw.layout import AGES, AGES_START, AGES_TEXT, AGES_YEAR
from zicht.draw.words import Row, fitted, plain, rows_text, told
from zicht.model.chart import Chart, Share
from zicht.model.dutch import cell_text
from zicht.model.figure import Cell

_GAP = 8


def ages(
    key: str,
    *,
    title: str,
    description: str,
    years: Sequence[int],
    shares: Sequence[Share],
    bounds: tuple[float, ...],
    unit: str,
    decimals: int,
) -> Chart:
    """Return a table of colours: a row a category, a column a year, in classes of shares.

    A share is written in its cell where there is room; a cell without one has its symbol.
    """
    wide = (AGES.width - AGES_START) / len(years)
    rows: list[Row] = [
        {
            "row": 0,
            "part": "year",
            "year": year,
            "label": str(year) if wide >= AGES_YEAR else str(year)[2:],
        }
        for year in years
    ]
    for place, share in enumerate(shares, start=1):
        label = fitted(plain(share.name), room_px=AGES_START - _GAP)
        rows.append({"row": place, "part": "name", "label": label})
        for year, cell in zip(years, share.cells, strict=True):
            text = cell_text(cell, decimals=decimals).rstrip("*")
            rows.append(
                {
                    "row": place,
                    "part": "cell",
                    "year": year,
                    "class": _class(cell, bounds=bounds),
                    "text": text if wide >= AGES_TEXT or cell.value is None else None,
                    "tip": f"{plain(share.name)}, {year}: "
                    f"{told(cell, unit=unit, decimals=decimals)}",
                }
            )
    return Chart(key, "ages", title, description, {"rows": rows_text(rows)})


def _class(cell: Cell, *, bounds: tuple[float, ...]) -> str:
    """Return "0" for the lowest class, up to "4"; the state where there is no share."""
    if cell.value is None:
        return cell.state.key
    return str(bisect_right(bounds, cell.value))
