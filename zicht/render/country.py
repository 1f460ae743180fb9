"""The pages about the whole country: start, all gemeenten, a theme, an indicator."""

from collections.abc import Iterator
from itertools import groupby

from zicht.model.address import indicator_folder, slug, theme_folder
from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Ask
from zicht.model.figure import Figures
from zicht.model.page import Page
from zicht.model.theme import Theme
from zicht.render import view, words
from zicht.render.asks import map_of, trend_of
from zicht.render.rows import row_of


def start_page(atlas: Atlas) -> Page:
    """Return the start page: what this is, the map as a door, the themes with a figure each."""
    themes = []
    for theme in atlas.themes:
        rows = [row_of(atlas, atlas.figures[i.key], NEDERLAND) for i in theme.indicators]
        themes.append((theme, _figure_of_country(atlas, theme), len(rows)))
    told: dict[str, object] = {"themes": themes, "provincies": tuple(_by_provincie(atlas))}
    charts: list[Ask] = []
    first = view.fullest(atlas, atlas.division.of(Level.GEMEENTE), Level.GEMEENTE)
    drawn = None if first is None else _map_of_country(atlas, first, base="")
    if first is not None and drawn is not None:
        told |= {
            "map": drawn,
            "mapped": first.indicator,
            "map_year": first.latest(Level.GEMEENTE),
            "mapped_folder": indicator_folder(first.indicator.theme, first.indicator.key),
        }
        charts.append(drawn)
    return Page("", "start.html", "Cijfers voor uw gemeente", told, tuple(charts))


def _figure_of_country(atlas: Atlas, theme: Theme) -> tuple[object, int, object] | None:
    """Return the first indicator of a theme that Nederland has a figure for."""
    row = atlas.division.row[NEDERLAND]
    for indicator in theme.indicators:
        figures = atlas.figures[indicator.key]
        for year in reversed(figures.values.years):
            cell = figures.values.cell(row, year)
            if cell.value is not None:
                return indicator, year, cell
    return None


def _map_of_country(atlas: Atlas, figures: Figures, *, base: str) -> Ask | None:
    year = figures.latest(Level.GEMEENTE)
    if year is None:
        return None
    gemeenten = atlas.division.of(Level.GEMEENTE)
    items = view.items_of(atlas, figures, gemeenten, year=year, base=base)
    key = f"nederland-{figures.indicator.key}"
    return map_of(figures, items, key=key, shapes=atlas.shapes, level=Level.GEMEENTE)


def gemeenten_page(atlas: Atlas) -> Page:
    """Return the list of all gemeenten, A to Z and by provincie: the only page that lists all."""
    gemeenten = sorted(atlas.division.of(Level.GEMEENTE), key=_sort_name)
    letters = [
        (letter, tuple(areas))
        for letter, areas in groupby(gemeenten, key=lambda a: _sort_name(a)[0])
    ]
    told = {"letters": letters, "provincies": tuple(_by_provincie(atlas))}
    return Page("gemeente/", "gemeenten.html", "Alle gemeenten", told)


def _sort_name(area: Area) -> str:
    """Return a name as it is looked up: 's-Gravenhage stands under G."""
    return slug(area.name.removeprefix("'s-").removeprefix("'t ")).upper()


def _by_provincie(atlas: Atlas) -> Iterator[tuple[Area, tuple[Area, ...]]]:
    for provincie in atlas.division.of(Level.PROVINCIE):
        yield provincie, tuple(sorted(atlas.division.children(provincie.code), key=_sort_name))


def theme_page(atlas: Atlas, theme: Theme) -> Page:
    """Return the page of one theme: Nederland over the years, a door to each indicator."""
    folder = theme_folder(theme.key)
    parts, charts = [], []
    for indicator in theme.indicators:
        figures = atlas.figures[indicator.key]
        trend = trend_of(atlas, figures, NEDERLAND, key=indicator.key)
        drawn = _map_of_country(atlas, figures, base=folder)
        parts.append((indicator, trend, drawn, figures.latest(Level.GEMEENTE)))
        charts += [chart for chart in (trend, drawn) if chart is not None]
    told = {"theme": theme, "parts": parts}
    return Page(folder, "thema.html", theme.title, told, tuple(charts))


def indicator_page(atlas: Atlas, figures: Figures, theme: Theme) -> Page:
    """Return the page of one indicator: map, all gemeenten in a table, definition, downloads."""
    indicator = figures.indicator
    folder = indicator_folder(theme.key, indicator.key)
    trend = trend_of(atlas, figures, NEDERLAND, key=indicator.key)
    drawn = _map_of_country(atlas, figures, base=folder)
    year = figures.latest(Level.GEMEENTE)
    told = {
        "theme": theme,
        "indicator": indicator,
        "year": year,
        "trend": trend,
        "map": drawn,
        "country": [
            (y, c, None if figures.counts is None else figures.counts.cell(0, y))
            for y, c in zip(figures.values.years, figures.values.cells(0), strict=True)
        ],
        "provincies": [
            (one, figures.values.cell(atlas.division.row[one.code], year))
            for one in atlas.division.of(Level.PROVINCIE)
        ]
        if year
        else (),
        "gemeenten": tuple(_table(atlas, figures, year, folder)) if year else (),
    }
    charts = tuple(chart for chart in (drawn, trend) if chart is not None)
    return Page(folder, "indicator.html", indicator.title, told, charts)


def _table(atlas: Atlas, figures: Figures, year: int, folder: str) -> Iterator[dict[str, object]]:
    for area in sorted(atlas.division.of(Level.GEMEENTE), key=_sort_name):
        row = atlas.division.row[area.code]
        position = figures.position(row, Level.GEMEENTE)
        parent = None if area.parent is None else atlas.division[area.parent]
        yield {
            "area": area,
            "href": view.link(area, base=folder),
            "provincie": ""
            if parent is None or parent.level is not Level.PROVINCIE
            else parent.name,
            "here": figures.values.cell(row, year),
            "count": None if figures.counts is None else figures.counts.cell(row, year),
            "position": position,
            "fifth": ""
            if position is None or position.fifth is None
            else words.FIFTH_WORDS[position.fifth],
        }


def not_found_page() -> Page:
    """Return the page for an address that does not exist."""
    return Page("", "404.html", "Deze pagina bestaat niet", {})
