"""A spreadsheet: sheets of figures with many rows, and a sheet that explains them."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from string import ascii_uppercase

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zicht.model.archive import archive
from zicht.model.atlas import Atlas
from zicht.model.figure import Grid, State
from zicht.render.about import notice_of

EMPTY = {
    State.WITHHELD: "niet getoond",
    State.IMPOSSIBLE: "kan niet voorkomen",
    State.MISSING: "niet geleverd",
    State.PENDING: "nog niet gepubliceerd",
}
"""What stands in a cell that has no number."""
_NAMES = tuple(ascii_uppercase)
"""Columns are named by one letter: 26 are more than any sheet has."""
_MOST_DECIMALS = 3
_HEAD, _WORD = 1, 2
_FIRST_NUMBER = 3
"""Formats by number: 1 a heading, 2 a word for a number, then 0 decimals, 1 decimal and so on."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of figures: its heading, how wide its columns are, and its rows as they are stored.

    The first `named` columns are words.
    """

    name: str
    head: Sequence[str]
    widths: Sequence[int]
    named: int
    rows: Sequence[str]


def workbook(
    atlas: Atlas, title: str, sheets: Sequence[Sheet], told: Sequence[tuple[str, str]]
) -> bytes:
    """Return a spreadsheet of these sheets and, at the end, what is told of them.

    xlsxwriter makes all but the rows of figures: these are put where it left one of each, for it
    writes some 140,000 cells a second and there are ten million.
    Errors: none.
    """
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"in_memory": True}) as book:
        _describe(book, atlas, title)
        formats = _formats(book)
        for sheet in sheets:
            _frame(book.add_worksheet(sheet.name), sheet, formats)
        _explain(book, told)
    with zipfile.ZipFile(sink) as file:
        parts = {each.filename: file.read(each) for each in file.infolist()}
    for number, sheet in enumerate(sheets, start=1):
        path = f"xl/worksheets/sheet{number}.xml"
        parts[path] = _filled(parts[path], sheet)
    return archive(parts)


def _describe(book: xlsxwriter.Workbook, atlas: Atlas, title: str) -> None:
    delivery = atlas.delivery
    properties = {
        "title": title,
        "author": delivery.title,
        "comments": notice_of(delivery) or "",
        "created": datetime(delivery.release.year, delivery.release.month, delivery.release.day),  # noqa: DTZ001  the format knows no zones
    }
    book.set_properties(properties)


def _formats(book: xlsxwriter.Workbook) -> list[Format]:
    """Return the formats in the order of their numbers."""
    numbers = ["#,##0", *(f"#,##0.{'0' * n}" for n in range(1, _MOST_DECIMALS + 1))]
    return [
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"align": "right", "font_color": "#595959"}),
        *(book.add_format({"num_format": each}) for each in numbers),
    ]


def _frame(made: Worksheet, sheet: Sheet, formats: Sequence[Format]) -> None:
    """Give a sheet its size and its looks, and use every format once, in its order."""
    last = len(sheet.head) - 1
    places = ((row, column) for row in (0, 1) for column in range(last + 1))
    for place, each in zip(places, formats, strict=False):
        made.write_blank(*place, None, each)
    made.write_blank(len(sheet.rows), last, None, formats[0])
    for column, width in enumerate(sheet.widths):
        made.set_column(column, column, width)
    made.freeze_panes(1, sheet.named)
    made.autofilter(0, 0, len(sheet.rows), last)


def _explain(book: xlsxwriter.Workbook, told: Sequence[tuple[str, str]]) -> None:
    made = book.add_worksheet("Toelichting")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    made.set_column(0, 0, 24)
    made.set_column(1, 1, 90)
    for row, (name, text) in enumerate(told):
        made.write_string(row, 0, name, bold)
        made.write_string(row, 1, text, wrapped)


def _filled(part: bytes, sheet: Sheet) -> bytes:
    """Return a sheet with its own rows in place of those that it was framed with."""
    before, rest = part.split(b"<sheetData>")
    _, after = rest.split(b"</sheetData>")
    head = row_text(1, [text_cell(text, _HEAD) for text in sheet.head])
    data = "".join([head, *sheet.rows]).encode()
    return b"".join([before, b"<sheetData>", data, b"</sheetData>", after])


def row_text(number: int, cells: Iterable[str]) -> str:
    """Return a row as it is stored; a cell lacks its place, which it gets here."""
    placed = (f'<c r="{name}{number}"{cell}</c>' for name, cell in zip(_NAMES, cells, strict=False))
    return f'<row r="{number}">{"".join(placed)}</row>'


def text_cell(text: str, style: int = 0) -> str:
    """Return a cell with a text, but for its beginning."""
    styled = f' s="{style}"' if style else ""
    return f'{styled} t="inlineStr"><is><t>{escape(text, quote=False)}</t></is>'


def figure_cells(grid: Grid, rows: Sequence[int], *, decimals: int) -> list[list[str]]:
    """Return the cells of a grid, a list for each of these regions, but for their beginning.

    A number is a number; a state is said in words.
    """
    style, whole = _FIRST_NUMBER + min(decimals, _MOST_DECIMALS), decimals == 0
    some, kinds = grid.values[rows].tolist(), grid.states[rows].tolist()
    return [
        [
            _EMPTY[state] if state else f' s="{style}"><v>{int(value) if whole else value}</v>'
            for value, state in zip(values, states, strict=True)
        ]
        for values, states in zip(some, kinds, strict=True)
    ]


_EMPTY = ["", *(text_cell(word, _WORD) for word in EMPTY.values())]
LACKING = _EMPTY[State.MISSING]
"""A cell of a year that the figures do not have."""
