"""The page of a flow: the largest flows of the country, every gemeente in a table, its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from zicht.model.address import indicator_folder
from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Item, Route, Routes
from zicht.model.dutch import number
from zicht.model.figure import Cell, State
from zicht.model.flow import FlowFigures
from zicht.model.page import Page
from zicht.model.theme import Theme
from zicht.render import view
from zicht.render.country import sort_name
from zicht.render.flows import areas_of
from zicht.render.related import related_of

MOST = 20
"""So many stand in the table; on the map are three times as many."""


@dataclass(frozen=True, slots=True)
class Between:
    """A line of the table of the largest flows."""

    origin: Area
    destination: Area
    origin_href: str | None
    href: str | None
    count: Cell


@dataclass(frozen=True, slots=True)
class Ends:
    """A line of the table of all gemeenten: both totals, and the share inside of both."""

    area: Area
    href: str | None
    provincie: str
    origins: Cell
    stay: Cell
    destinations: Cell
    local: Cell


def flow_page(atlas: Atlas, figures: FlowFigures, theme: Theme) -> Page:
    """Return the page of one flow, the whole country."""
    flow, year = figures.flow, figures.latest
    folder = indicator_folder(theme.key, flow.key)
    drawable = tuple(_largest(atlas, figures, base=folder))
    largest = drawable[:MOST]
    drawn = _map(atlas, figures, drawable, base=folder)
    told = {
        "theme": theme,
        "flow": flow,
        "year": year.year,
        "years": tuple((one.year, one.whole) for one in figures.safe.years),
        "largest": largest,
        "map": drawn,
        "gemeenten": tuple(_ends(atlas, figures, base=folder)),
        "related": tuple(related_of(atlas, flow)),
    }
    return Page(
        folder, "stroom.html", flow.title, told, () if drawn is None else (drawn,), framed=True
    )


def _largest(atlas: Atlas, figures: FlowFigures, *, base: str) -> Iterator[Between]:
    """Yield the largest flows between two gemeenten that are shown, the largest first."""
    year, codes = figures.latest, figures.safe.gemeenten
    apart = [(count, pair) for pair, count in year.flows.items() if pair[0] != pair[1]]
    apart.sort(key=lambda one: (-one[0], one[1]))
    for count, (origin, destination) in apart[: 3 * MOST]:
        start, end = atlas.division[codes[origin]], atlas.division[codes[destination]]
        cell = Cell(State.SHOWN, float(count), year.provisional)
        hrefs = view.link(start, base=base), view.link(end, base=base)
        yield Between(start, end, *hrefs, cell)


def _map(
    atlas: Atlas, figures: FlowFigures, largest: tuple[Between, ...], *, base: str
) -> Routes | None:
    codes = [area.code for area in atlas.division.of(Level.GEMEENTE) if area.code in atlas.shapes]
    if not largest or not codes:
        return None
    flow, year = figures.flow, figures.latest
    told = [f"{_names(one)} {number(one.count.value or 0, decimals=0)}" for one in largest[:MOST]]
    return Routes(
        key=f"stroom-nederland-{flow.key}",
        title=f"Kaart: de grootste stromen tussen gemeenten, {year.year}",
        description=f"{', '.join(told)}.",
        unit=flow.unit,
        decimals=0,
        routes=tuple(
            Route(
                one.origin.code,
                one.destination.code,
                Item(one.destination.code, _names(one), one.count, href=one.href),
            )
            for one in largest
        ),
        areas=areas_of(atlas, codes, base=base),
        shapes={code: atlas.shapes[code] for code in codes},
        outward=True,
    )


def _names(one: Between) -> str:
    return f"van {one.origin.name} naar {one.destination.name}"


def _ends(atlas: Atlas, figures: FlowFigures, *, base: str) -> Iterator[Ends]:
    """Yield every gemeente by name."""
    year = figures.latest
    for area in sorted(atlas.division.of(Level.GEMEENTE), key=sort_name):
        place = figures.place(area.code)
        around = atlas.division.parents(area.code)[-1]
        yield Ends(
            area,
            view.link(area, base=base),
            around.name if around.level is Level.PROVINCIE else "",
            year.origins[place],
            figures.stay[-1][place],
            year.destinations[place],
            figures.local[-1][place],
        )
