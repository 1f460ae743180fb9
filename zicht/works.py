"""Every kind of work: which pages and which files come of it, for each key that it is about."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from zicht.draw import picture
from zicht.model.address import SITE_PICTURE, gemeente_picture, theme_picture
from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.page import OutputFile, Page
from zicht.model.theme import Theme
from zicht.render import (
    all_parquet,
    branche_page,
    branches_page,
    column_files,
    combine_page,
    compare_page,
    dictionary_csv,
    dictionary_json,
    flow_csv,
    flow_page,
    gemeente_csv,
    gemeente_json,
    gemeente_page,
    gemeente_plain_csv,
    gemeente_theme_page,
    gemeente_xlsx,
    gemeenten_json,
    gemeenten_page,
    indicator_csv,
    indicator_json,
    indicator_page,
    indicator_plain_csv,
    indicator_xlsx,
    indicators_json,
    metadata_files,
    notice_of,
    points_json,
    search_csv,
    search_json,
    search_pages,
    start_page,
    theme_page,
    theme_zip,
    wijk_page,
    wijken_json,
)
from zicht.shape import feature_collection, inner_points


def _of_country(atlas: Atlas, _: str) -> Iterator[Page]:
    yield start_page(atlas)
    yield gemeenten_page(atlas)


def _of_explorer(atlas: Atlas, _: str) -> Iterator[Page]:
    yield compare_page(atlas)
    yield combine_page(atlas)


def _theme(atlas: Atlas, key: str) -> Theme:
    return next(theme for theme in atlas.themes if theme.key == key)


def _of_theme(atlas: Atlas, key: str) -> Iterator[Page]:
    """Yield the page of a theme, and those of its indicators and flows."""
    theme = _theme(atlas, key)
    yield theme_page(atlas, theme)
    for indicator in theme.indicators:
        yield indicator_page(atlas, atlas.figures[indicator.key], theme)
    for flow in theme.flows:
        yield flow_page(atlas, atlas.flows[flow.key], theme)


def _of_gemeente(atlas: Atlas, code: str) -> Iterator[Page]:
    """Yield the page of a gemeente, and one for each theme of which anything was delivered."""
    yield gemeente_page(atlas, code)
    made = (gemeente_theme_page(atlas, code, theme) for theme in atlas.themes)
    yield from (page for page in made if page is not None)


def _of_choosers(atlas: Atlas, _: str) -> Iterator[OutputFile]:
    """Yield what a reader can choose from: indicators and regions, and where wijken lie."""
    yield indicators_json(atlas)
    yield gemeenten_json(atlas)
    yield wijken_json(atlas)
    wijken = [area.code for area in atlas.division.of(Level.WIJK)]
    yield points_json(atlas, inner_points(atlas.shapes, wijken))


def _of_words(atlas: Atlas, _: str) -> Iterator[OutputFile]:
    """Yield what the tables hold, for people and for programs."""
    yield dictionary_json(atlas)
    yield dictionary_csv(atlas)
    yield from metadata_files(atlas)


def _files_of_indicator(atlas: Atlas, key: str) -> Iterator[OutputFile]:
    """Yield an indicator of all regions, in each form in which it can be taken along."""
    for make in (indicator_csv, indicator_plain_csv, indicator_json, indicator_xlsx):
        yield make(atlas, atlas.figures[key])


def _files_of_gemeente(atlas: Atlas, code: str) -> Iterator[OutputFile]:
    """Yield the figures of a gemeente, its picture, the outlines of its wijken if known."""
    yield _picture_of_gemeente(atlas, code)
    for make in (gemeente_json, gemeente_csv, gemeente_plain_csv, gemeente_xlsx):
        yield make(atlas, code)
    wijken = atlas.division.children(code)
    names = {area.code: area.name for area in wijken if area.code in atlas.shapes}
    if names:
        told = feature_collection(names, atlas.shapes, notice=notice_of(atlas.delivery))
        yield OutputFile(f"data/gebieden/{code.lower()}.geojson", told)


def _picture(atlas: Atlas, path: str, *, title: str, below: str, here: str = "") -> OutputFile:
    notice = "Verzonnen cijfers" if atlas.delivery.fictional else ""
    country = tuple(atlas.silhouettes.values())
    told = picture(title, below=below, country=country, here=here, notice=notice)
    return OutputFile(path, told)


def _picture_of_gemeente(atlas: Atlas, code: str) -> OutputFile:
    """Return the picture that goes with the pages of a gemeente and its wijken."""
    area = atlas.division[code]
    line = atlas.division.parents(code)
    around = next((each.name for each in line if each.level is Level.PROVINCIE), "Nederland")
    here = atlas.silhouettes.get(code, "")
    path = gemeente_picture(code)
    return _picture(atlas, path, title=area.name, below=f"Gemeente in {around}", here=here)


def _picture_of_theme(atlas: Atlas, key: str) -> Iterator[OutputFile]:
    title = _theme(atlas, key).title
    yield _picture(atlas, theme_picture(key), title=title, below="In elke gemeente en wijk")


def _picture_of_site(atlas: Atlas, _: str) -> Iterator[OutputFile]:
    title, below = "Cijfers voor uw gemeente", "Risico's op ondermijnende criminaliteit"
    yield _picture(atlas, SITE_PICTURE, title=title, below=below)


PAGES: Mapping[str, Callable[[Atlas, str], Iterable[Page]]] = {
    "start": _of_country,
    "explore": _of_explorer,
    "search": lambda atlas, _: search_pages(atlas),
    "thema": _of_theme,
    "branches": lambda atlas, _: [branches_page(atlas)],
    "branche": lambda atlas, code: [branche_page(atlas, code)],
    "gemeente": _of_gemeente,
    "wijken": lambda atlas, code: [wijk_page(atlas, code)],
}

FILES: Mapping[str, Callable[[Atlas, str], Iterable[OutputFile]]] = {
    "start": _picture_of_site,
    "thema": _picture_of_theme,
    "indicator": _files_of_indicator,
    "stroom": lambda atlas, key: [flow_csv(atlas, atlas.flows[key])],
    "zoekgebied": lambda atlas, key: [search_csv(atlas, atlas.search[key])],
    "search": lambda atlas, _: [search_json(atlas)],
    "parquet": lambda atlas, _: [all_parquet(atlas)],
    "bundle": lambda atlas, key: [theme_zip(atlas, _theme(atlas, key))],
    "words": _of_words,
    "column": lambda atlas, key: column_files(atlas, atlas.figures[key]),
    "choosers": _of_choosers,
    "gemeente": _files_of_gemeente,
}
"""A kind of work that is about nothing in particular has the one key ""."""
