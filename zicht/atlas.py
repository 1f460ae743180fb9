"""From protected figures and outlines to everything that pages are made from."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from zicht.model.area import Level, Outlines
from zicht.model.atlas import Atlas
from zicht.model.figure import SafeFigures
from zicht.model.flow import SafeFlow
from zicht.model.page import OutputFile
from zicht.model.theme import Theme
from zicht.read import Reading
from zicht.render import notice_of
from zicht.shape import (
    ShapedLevel,
    border_breaks,
    branches_of,
    feature_collection,
    find_notable,
    find_peers,
    search,
    shape_figures,
    shape_flow,
    shape_level,
    silhouettes,
    trees_of,
)

Spread = Callable[[Callable[[Outlines], ShapedLevel], Sequence[Outlines]], Iterator[ShapedLevel]]


def make_atlas(
    reading: Reading,
    safe: SafeFigures,
    spread: Spread = map,
    *,
    flows: Mapping[str, SafeFlow],
) -> tuple[Atlas, tuple[OutputFile, ...]]:
    """Return the delivery shaped, and its outlines as files to take along.

    Its figures and its `flows` are protected.
    `spread` shapes the levels of outlines: here, one after another, or on an executor.
    """
    division, themes = reading.division, reading.themes
    levels = spread(shape_level, reading.outlines)
    peers = find_peers(safe, division=division)
    shaped = shape_figures(themes, safe, division=division, peers=peers)
    figures = {each.indicator.key: each for each in shaped}
    branches = branches_of(figures.values())
    gemeenten = [area.code for area in division.of(Level.GEMEENTE)]
    geometries: dict[str, str] = {}
    borders: dict[str, tuple[str, ...]] = {}
    overview: dict[str, str] = {}
    for level in levels:
        geometries |= level.geometries
        borders |= level.neighbours
        overview |= level.overview
    breaks = {code: border_breaks(code, division=division) for code in gemeenten}
    atlas = Atlas(
        reading.delivery,
        themes,
        division,
        figures,
        {key: safe.series[key] for theme in themes for key in _context(theme)},
        peers,
        borders,
        find_notable(tuple(figures.values()), division=division, breaks=breaks),
        breaks,
        geometries,
        branches,
        trees_of(figures.values(), branches, division=division),
        {key: shape_flow(flow) for key, flow in flows.items()},
        {
            each.combination.key: each
            for each in search(reading.combinations, figures, division=division)
        },
        postcodes=reading.postcodes,
        silhouettes=silhouettes(overview),
    )
    return atlas, tuple(_collections(atlas, overview))


def _context(theme: Theme) -> Iterator[str]:
    """Yield the series that tell facts about regions."""
    yield from (series.key for series in theme.context)
    if not theme.ranked:
        yield from (indicator.key for indicator in theme.indicators)


def _collections(atlas: Atlas, overview: Mapping[str, str]) -> Iterator[OutputFile]:
    """Yield the outlines of each level as a file, and those of gemeenten for a small map."""
    for level, name, shapes in (
        (Level.GEMEENTE, "gemeenten", atlas.shapes),
        (Level.GEMEENTE, "overzicht", overview),
        (Level.WIJK, "wijken", atlas.shapes),
    ):
        names = {a.code: a.name for a in atlas.division.of(level) if a.code in shapes}
        if names:
            told = feature_collection(names, shapes, notice=notice_of(atlas.delivery))
            yield OutputFile(f"data/gebieden/{name}.geojson", told)
