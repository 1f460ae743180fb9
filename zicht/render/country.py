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
from zicht.render import view
from zicht.render.asks import map_of, trend_of
from zicht.render.rows import row_of


def start_page(atlas: Atlas) -> Page:
    """Return the start page: what this is, the map as a door, the themes with a figure each."""
    themes = []
    for theme in atlas.themes:
        rows = [row_of(atlas, atlas.figures[i.key], NEDERLAND) for i in theme.indicators]
        themes.append((theme, _figure_of_country(atlas, theme), len(rows)))
    told: dict[str, object] = {"themes": themes, "provincies": tuple(by_provincie(atlas))}
    charts: list[Ask] = []
    first = view.fullest(atlas, atlas.division.of(Level.GEMEENTE), Level.GEMEENTE)
    drawn = None if first is None else map_of_country(atlas, first, base="")
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


def map_of_country(atlas: Atlas, figures: Figures, *, base: str) -> Ask | None:
    """Return the map of all gemeenten for one indicator; None where nothing is known of them."""
    year = figures.latest(Level.GEMEENTE)
    if year is None:
        return None
    gemeenten = atlas.division.of(Level.GEMEENTE)
    items = view.items_of(atlas, figures, gemeenten, year=year, base=base)
    key = f"nederland-{figures.indicator.key}"
    return map_of(figures, items, key=key, shapes=atlas.shapes, level=Level.GEMEENTE)


def gemeenten_page(atlas: Atlas) -> Page:
    """Return the list of all gemeenten, A to Z and by provincie: the only page that lists all."""
    gemeenten = sorted(atlas.division.of(Level.GEMEENTE), key=sort_name)
    letters = [
        (letter, tuple(areas))
        for letter, areas in groupby(gemeenten, key=lambda a: sort_name(a)[0])
    ]
    told = {"letters": letters, "provincies": tuple(by_provincie(atlas))}
    return Page("gemeente/", "gemeenten.html", "Alle gemeenten", told)


def sort_name(area: Area) -> str:
    """Return a name as it is looked up: 's-Gravenhage stands under G."""
    return slug(area.name.removeprefix("'s-").removeprefix("'t ")).upper()


def by_provincie(atlas: Atlas) -> Iterator[tuple[Area, tuple[Area, ...]]]:
    """Yield each provincie with its gemeenten by name."""
    for provincie in atlas.division.of(Level.PROVINCIE):
        yield provincie, tuple(sorted(atlas.division.children(provincie.code), key=sort_name))


def theme_page(atlas: Atlas, theme: Theme) -> Page:
    """Return the page of one theme: Nederland over the years, a door to each indicator."""
    folder = theme_folder(theme.key)
    parts, charts = [], []
    for indicator in theme.indicators:
        figures = atlas.figures[indicator.key]
        trend = trend_of(atlas, figures, NEDERLAND, key=indicator.key)
        drawn = map_of_country(atlas, figures, base=folder)
        parts.append((indicator, trend, drawn, figures.latest(Level.GEMEENTE)))
        charts += [chart for chart in (trend, drawn) if chart is not None]
    trees = (tree for each in theme.indicators for tree in atlas.trees.get(each.key, ()))
    told = {"theme": theme, "parts": parts, "branched": any(tree.paged for tree in trees)}
    return Page(folder, "thema.html", theme.title, told, tuple(charts), framed=True)


def not_found_page() -> Page:
    """Return the page for an address that does not exist."""
    return Page("", "404.html", "Deze pagina bestaat niet", {})
