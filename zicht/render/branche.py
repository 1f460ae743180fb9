"""The pages of the branches: all of them as a tree, and one for each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zicht.model.address import branche_folder
from zicht.model.area import NEDERLAND, Area, Level
from zicht.model.atlas import Atlas
from zicht.model.branche import SBI, TIMES_BOUNDS, TIMES_DECIMALS, Branche, Node, Tree
from zicht.model.chart import Ask, Item, Map, Trend
from zicht.model.figure import SHARE_DECIMALS, Cell, Figures, State
from zicht.model.page import Page
from zicht.model.theme import Indicator
from zicht.render import view, words
from zicht.render.asks import trend_of
from zicht.render.branches import Bough, Twig, boughs_of, link_of, twigs_of
from zicht.render.country import sort_name

FOLDER = "branche/"
TIMES_UNIT = "keer zo vaak als in Nederland"


@dataclass(frozen=True, slots=True)
class Listed:
    """A branche in the list of all: the newest count of Nederland for each column."""

    branche: Branche
    depth: int
    href: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a branche in Nederland."""

    year: int
    count: Cell
    share: Cell


@dataclass(frozen=True, slots=True)
class There:
    """A branche in one gemeente."""

    area: Area
    href: str | None
    provincie: str
    count: Cell
    share: Cell
    times: Cell


@dataclass(frozen=True, slots=True)
class Found:
    """What one indicator tells of a branche."""

    indicator: Indicator
    year: int
    newest: Year
    trend: Trend
    years: tuple[Year, ...]
    inside: tuple[Twig, ...]
    map: Map | None
    map_year: int | None
    gemeenten: tuple[There, ...]
    share_decimals: int = SHARE_DECIMALS
    times_decimals: int = TIMES_DECIMALS


def branches_page(atlas: Atlas) -> Page:
    """Return the page of all branches: the tree of the SBI with what Nederland counts."""
    trees = [(key, tree) for key, tree in _trees(atlas) if Level.NEDERLAND in tree.latest]
    row = atlas.division.row[NEDERLAND]
    columns = tuple(
        (atlas.figures[key].indicator, tree.latest[Level.NEDERLAND]) for key, tree in trees
    )
    depths: dict[str, int] = {}
    listed = []
    for code, branche in atlas.branches.items():
        depths[code] = 0 if branche.parent is None else depths[branche.parent] + 1
        cells = []
        for _, tree in trees:
            node, year = tree.find(code), tree.latest[Level.NEDERLAND]
            cells.append(None if node is None else node.category.counts.cell(row, year))
        listed.append(
            Listed(branche, depths[code], link_of(atlas, code, base=FOLDER), tuple(cells))
        )
    boughs = _first(atlas, trees)
    told = {"columns": columns, "rows": tuple(listed), "bough": boughs}
    charts: tuple[Ask, ...] = () if boughs is None else (boughs[1].chart,)
    return Page(FOLDER, "branches.html", "Alle branches", told, charts)


def _trees(atlas: Atlas) -> Iterator[tuple[str, Tree]]:
    """Yield the trees of branches, those that know gemeenten first, with their indicators."""
    found = [(key, tree) for key, trees in atlas.trees.items() for tree in trees if tree.paged]
    yield from sorted(found, key=lambda pair: Level.GEMEENTE not in pair[1].latest)


def _first(atlas: Atlas, trees: list[tuple[str, Tree]]) -> tuple[Indicator, Bough] | None:
    for key, _ in trees:
        for bough in boughs_of(atlas, atlas.figures[key], NEDERLAND, base=FOLDER):
            if bough.chart.key == f"boom-{SBI}-{key}":
                return atlas.figures[key].indicator, bough
    return None


def branche_page(atlas: Atlas, code: str) -> Page:
    """Return the page of one branche: every indicator that knows it, and where it is."""
    branche = atlas.branches[code]
    folder = branche_folder(code, branche.title)
    found = tuple(
        _found(atlas, key, tree, node, base=folder)
        for key, tree in _trees(atlas)
        if (node := tree.find(code)) is not None and Level.NEDERLAND in tree.latest
    )
    told = {
        "branche": branche,
        "around": [(one, link_of(atlas, one.code, base=folder)) for one in _around(atlas, branche)],
        "inside": [
            (one, link_of(atlas, one.code, base=folder))
            for one in atlas.branches.values()
            if one.parent == code
        ],
        "found": found,
    }
    charts = [chart for each in found for chart in (each.trend, each.map) if chart is not None]
    title = f"{branche.title} ({branche.rank} {branche.code})"
    return Page(folder, "branche.html", title, told, tuple(charts))


def _around(atlas: Atlas, branche: Branche) -> tuple[Branche, ...]:
    """Return the branches around one, the widest first."""
    if branche.parent is None:
        return ()
    parent = atlas.branches[branche.parent]
    return (*_around(atlas, parent), parent)


def _found(atlas: Atlas, key: str, tree: Tree, node: Node, *, base: str) -> Found:
    figures, row = atlas.figures[key], atlas.division.row[NEDERLAND]
    grids, latest = node.category, tree.latest[Level.NEDERLAND]
    own = _as_figures(figures, node)
    years = tuple(
        Year(year, grids.counts.cell(row, year), grids.shares.cell(row, year))
        for year in own.values.years
        if year >= own.since
    )
    newest = next((one for one in years if one.year == latest), years[-1])
    inside = twigs_of(
        atlas, tree, tree.inside(node.branche.code), NEDERLAND, year=latest, base=base
    )
    year = tree.latest.get(Level.GEMEENTE)
    gemeenten = () if year is None else tuple(_gemeenten(atlas, node, year=year, base=base))
    return Found(
        figures.indicator,
        newest.year,
        newest,
        trend_of(atlas, own, NEDERLAND, key=key),
        years,
        inside,
        _map(atlas, gemeenten, key=f"{key}-keer"),
        year,
        gemeenten,
    )


def _as_figures(figures: Figures, node: Node) -> Figures:
    """Return the counts of a branche as if they were an indicator, so that its years are drawn."""
    indicator = figures.indicator
    plain = replace(indicator, series=replace(indicator.series, decimals=0), rate=None)
    counts = node.category.counts
    known = (counts.states != State.MISSING).any(axis=0)
    since = counts.years[int(known.argmax())]
    return Figures(plain, None, counts, counts, {}, since)


def _gemeenten(atlas: Atlas, node: Node, *, year: int, base: str) -> Iterator[There]:
    """Yield the gemeenten by name."""
    for area in sorted(atlas.division.of(Level.GEMEENTE), key=sort_name):
        row, around = atlas.division.row[area.code], atlas.division.parents(area.code)[-1]
        yield There(
            area,
            view.link(area, base=base),
            around.name if around.level is Level.PROVINCIE else "",
            node.category.counts.cell(row, year),
            node.category.shares.cell(row, year),
            node.times.cell(row, year),
        )


def _map(atlas: Atlas, gemeenten: tuple[There, ...], *, key: str) -> Map | None:
    """Return the map of how many times the share of Nederland; None where none is known."""
    drawn = sorted(
        (one for one in gemeenten if one.area.code in atlas.shapes), key=lambda one: one.area.code
    )
    if not any(one.times.state is State.SHOWN for one in drawn):
        return None
    named = [(one.area.name, one.times) for one in drawn]
    return Map(
        key=f"kaart-{key}",
        title=words.shown_of([one.times for one in drawn], level="gemeenten"),
        description=words.highest(named, decimals=TIMES_DECIMALS, level="gemeenten"),
        unit=TIMES_UNIT,
        decimals=TIMES_DECIMALS,
        items=tuple(Item(one.area.code, one.area.name, one.times, href=one.href) for one in drawn),
        shapes={one.area.code: atlas.shapes[one.area.code] for one in drawn},
        bounds=TIMES_BOUNDS,
    )
