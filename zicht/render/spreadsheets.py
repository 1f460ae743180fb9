"""Figures as spreadsheets: one of an indicator, one of a gemeente."""

from collections.abc import Iterator, Sequence

import numpy as np

from zicht.model.area import Area
from zicht.model.atlas import Atlas
from zicht.model.figure import Figures, Grid
from zicht.model.page import OutputFile
from zicht.render.dossier import around_and_inside
from zicht.render.explained import STATES, explained, released
from zicht.render.runs import runs_of
from zicht.render.workbook import LACKING, Sheet, figure_cells, row_text, text_cell, workbook

VALUES, COUNTS = "Cijfers", "Aantallen"
_REGION, _WIDTHS = ("Code", "Gebied", "Niveau"), (13, 30, 12)
_SERIES, _SERIES_WIDTHS = ("Onderwerp", "Eenheid", "Voorlopig"), (44, 26, 11)
_YEAR = 12


def indicator_xlsx(atlas: Atlas, figures: Figures) -> OutputFile:
    """Return an indicator as a spreadsheet: data/indicator/<key>.xlsx.

    Shape:  a sheet "Cijfers" with a row for each region of which anything was delivered and a
            column a year, "Aantallen" with the counts where they are something else, and
            "Toelichting". Categories are in the CSV and the JSON only.
    Units:  those of the indicator; counts on their own sheet.
    Errors: none.
    """
    indicator = figures.indicator
    rows = _delivered(figures, range(len(atlas.division.areas)))
    named = [_named(atlas.division.areas[row]) for row in rows]
    years = zip(figures.values.years, figures.values.provisional, strict=True)
    head = (*_REGION, *(f"{year}{'*' if early else ''}" for year, early in years))
    widths = (*_WIDTHS, *(_YEAR for _ in figures.values.years))
    sheets = [
        Sheet(name, head, widths, len(_REGION), _rows(named, figure_cells(grid, rows, decimals=n)))
        for name, grid, n in _grids(figures)
    ]
    told = [*explained(indicator), *STATES, *released(atlas, indicator.title)]
    content = workbook(atlas, indicator.title, sheets, told)
    return OutputFile(f"data/indicator/{indicator.key}.xlsx", content)


def gemeente_xlsx(atlas: Atlas, code: str) -> OutputFile:
    """Return a gemeente as a spreadsheet: data/gemeente/gm0363.xlsx.

    Shape:  as that of an indicator, with a row a region and indicator: the regions of the JSON of
            the gemeente, each with its indicators in the order of the themes.
    Units:  those in the column "Eenheid".
    Errors: none.
    """
    areas = list(around_and_inside(atlas, code))
    rows = [atlas.division.row[area.code] for area in areas]
    years = sorted({year for figures in atlas.figures.values() for year in figures.values.years})
    found: dict[str, dict[int, list[list[str]]]] = {VALUES: {}, COUNTS: {}}
    for figures in atlas.figures.values():
        for name, row, cells in _told(figures, rows, years):
            found[name].setdefault(row, []).append(cells)
    head = (*_REGION, *_SERIES, *map(str, years))
    widths = (*_WIDTHS, *_SERIES_WIDTHS, *(_YEAR for _ in years))
    sheets = []
    for name, lines in found.items():
        named = [(_named(area), lines.get(row, [])) for area, row in zip(areas, rows, strict=True)]
        some = [(names, cells) for names, each in named for cells in each]
        made = _rows([names for names, _ in some], [cells for _, cells in some])
        sheets.append(Sheet(name, head, widths, len(_REGION) + 1, made))
    name = atlas.division[code].name
    told = [*_contents(atlas), *STATES, *released(atlas, name)]
    return OutputFile(f"data/gemeente/{code.lower()}.xlsx", workbook(atlas, name, sheets, told))


def _contents(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Yield each indicator by its title, with what it means."""
    for figures in atlas.figures.values():
        yield figures.indicator.title, figures.indicator.meaning


def _delivered(figures: Figures, rows: Sequence[int]) -> list[int]:
    """Return the regions of which anything was delivered in any year."""
    told = next(runs_of(figures)).delivered(rows)
    return [rows[place] for place in np.flatnonzero(told).tolist()]


def _grids(figures: Figures) -> Iterator[tuple[str, Grid, int]]:
    """Yield the sheets of an indicator, each with its figures and its decimals."""
    yield VALUES, figures.values, figures.indicator.decimals
    if figures.counts is not None:
        yield COUNTS, figures.counts, 0


def _told(
    figures: Figures, rows: Sequence[int], years: Sequence[int]
) -> Iterator[tuple[str, int, list[str]]]:
    """Yield the cells of each sheet and region, the words of the indicator before them."""
    own = _delivered(figures, rows)
    place = {year: n for n, year in enumerate(figures.values.years)}
    at = [place.get(year) for year in years]
    for name, grid, decimals in _grids(figures):
        words = _words(figures, name)
        for row, cells in zip(own, figure_cells(grid, own, decimals=decimals), strict=True):
            yield name, row, [*words, *(LACKING if n is None else cells[n] for n in at)]


def _words(figures: Figures, sheet: str) -> list[str]:
    indicator, grid = figures.indicator, figures.values
    early = [str(y) for y, early in zip(grid.years, grid.provisional, strict=True) if early]
    unit = indicator.unit if sheet == VALUES else indicator.series.unit
    return [text_cell(text) for text in (indicator.title, unit, ", ".join(early))]


def _named(area: Area) -> list[str]:
    return [text_cell(text) for text in (area.code, area.name, area.level.name.lower())]


def _rows(named: Sequence[Sequence[str]], cells: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows beneath a heading."""
    pairs = zip(named, cells, strict=True)
    return [row_text(number, [*names, *own]) for number, (names, own) in enumerate(pairs, start=2)]
