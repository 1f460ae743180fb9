"""A spreadsheet without its figures: what a stranger to the builder would make of its looks."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

HEADING, WORD, NUMBER = 1, 2, 3
"""The looks of a heading, of a word for a number, and of a number without decimals."""
MOST = 3
_EDGES = b"<sheetData>", b"</sheetData>"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, headings, widths, fixed columns and rows as they should be stored."""

    name: str
    head: Sequence[str]
    widths: Sequence[int]
    fixed: int
    rows: Sequence[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file tells of itself: its title, who made it, when, and its notice."""

    title: str
    author: str
    notice: str
    release: datetime


def parts_of(
    facts: Facts, sheets: Sequence[Sheet], told: Sequence[tuple[str, str]]
) -> Mapping[str, bytes]:
    """Return every part of the spreadsheet by name. Errors: none."""
    sink = io.BytesIO()
    book = xlsxwriter.Workbook(sink, {"in_memory": True})
    book.set_properties(
        {
            "title": facts.title,
            "author": facts.author,
            "comments": facts.notice,
            "created": facts.release,
        }
    )
    looks = [
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"align": "right", "font_color": "#595959"}),
        *(book.add_format({"num_format": f"#,##0{text}"}) for text in ("", ".0", ".00", ".000")),
    ]
    for sheet in sheets:
        _look(book.add_worksheet(sheet.name), sheet, looks)
    last = book.add_worksheet("Toelichting")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    last.set_column(0, 0, 24)
    last.set_column(1, 1, 90)
    for row, (name, text) in enumerate(told):
        last.write_string(row, 0, name, bold)
        last.write_string(row, 1, text, wrapped)
    book.close()
    with zipfile.ZipFile(sink) as file:
        parts = {each: file.read(each) for each in file.namelist()}
    for number, sheet in enumerate(sheets, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _filled(parts[name], sheet)
    return parts


def _look(made: Worksheet, sheet: Sheet, looks: Sequence[Format]) -> None:
    """Give a sheet its size, its looks and its filter."""
    wide = len(sheet.head)
    for number, look in enumerate(looks[: 2 * wide]):
        made.write_blank(*divmod(number, wide), None, look)
    made.write_blank(len(sheet.rows), wide - 1, None, looks[0])
    for column, width in enumerate(sheet.widths):
        made.set_column(column, column, width)
    made.freeze_panes(1, sheet.fixed)
    made.autofilter(0, 0, len(sheet.rows), wide - 1)


def _filled(part: bytes, sheet: Sheet) -> bytes:
    before, after = part.split(_EDGES[0])[0], part.split(_EDGES[1])[1]
    rows = "".join([stored(1, [word(text, HEADING) for text in sheet.head]), *sheet.rows])
    return b"".join([before, _EDGES[0], rows.encode(), _EDGES[1], after])


def stored(number: int, cells: Sequence[str]) -> str:
    """Return a row of cells, which lack their places."""
    told = [f'<c r="{chr(65 + column)}{number}"{cell}</c>' for column, cell in enumerate(cells)]
    return f'<row r="{number}">{"".join(told)}</row>'


def word(text: str, look: int = 0) -> str:
    """Return a cell with words, without its place."""
    style = f' s="{look}"' if look else ""
    return f'{style} t="inlineStr"><is><t>{escape(text, quote=False)}</t></is>'
