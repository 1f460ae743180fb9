"""What the catalogue lists: a dataset for each thing that someone looks for by its name."""

from collections.abc import Iterator
from dataclasses import dataclass

from zicht.model.address import indicator_folder, search_folder, theme_folder
from zicht.model.atlas import Atlas
from zicht.model.theme import Flow, Indicator, Theme
from zicht.render.method import method_place
from zicht.render.search import search_csv_path

JUSTICE, REGIONS, GOVERNMENT = "JUST", "REGI", "GOVE"
"""Codes of http://publications.europa.eu/resource/authority/data-theme."""

_OUTLINES = {
    "nederland": "Nederland",
    "provincies": "provincies",
    "gemeenten": "gemeenten",
    "wijken": "wijken",
    "buurten": "buurten",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A dataset before it is described.

    key         its name within the catalogue
    stem        what the addresses of its files begin with, up to their ending
    page        the page of the site about it, and `method` where is told how it was made
    years       the years that it covers; empty where it is of no year
    source      where its figures come from
    """

    key: str
    title: str
    description: str
    stem: str
    page: str
    method: str
    keywords: tuple[str, ...]
    years: tuple[int, ...]
    source: str
    categories: tuple[str, ...] = (JUSTICE, GOVERNMENT)


def subjects_of(atlas: Atlas) -> Iterator[Subject]:
    """Yield the datasets in the order of the site: whole, themes, indicators, flows, areas."""
    yield _everything(atlas)
    for theme in atlas.themes:
        yield _theme(atlas, theme)
        for indicator in theme.indicators:
            yield _indicator(atlas, theme, indicator)
        for flow in theme.flows:
            yield _flow(atlas, theme, flow)
    yield from _combinations(atlas)
    yield from _outlines(atlas)


def _everything(atlas: Atlas) -> Subject:
    return Subject(
        "alles",
        f"{atlas.delivery.title}: alle onderwerpen",
        "Alle cijfers van alle onderwerpen, gebieden en jaren in één bestand.",
        "data/all",
        "",
        "uitleg/downloads/",
        ("ondermijning", *(theme.title.lower() for theme in atlas.themes)),
        _years(atlas, *(one for theme in atlas.themes for one in theme.indicators)),
        atlas.delivery.source,
    )


def _years(atlas: Atlas, *indicators: Indicator) -> tuple[int, ...]:
    known = (atlas.figures[one.key].values.years for one in indicators)
    return tuple(sorted({year for years in known for year in years}))


def _theme(atlas: Atlas, theme: Theme) -> Subject:
    return Subject(
        f"thema-{theme.key}",
        f"{theme.title}: alle onderwerpen",
        theme.summary,
        f"data/thema/{theme.key}",
        theme_folder(theme.key),
        "uitleg/downloads/",
        ("ondermijning", theme.title.lower()),
        _years(atlas, *theme.indicators),
        atlas.delivery.source,
    )


def _indicator(atlas: Atlas, theme: Theme, one: Indicator) -> Subject:
    return _counted(theme, one, "onderwerp", f"data/indicator/{one.key}", _years(atlas, one))


def _flow(atlas: Atlas, theme: Theme, one: Flow) -> Subject:
    years = tuple(year.year for year in atlas.flows[one.key].safe.years)
    return _counted(theme, one, "stroom", f"data/stroom/{one.key}", years)


def _counted(
    theme: Theme, one: Indicator | Flow, kind: str, files: str, years: tuple[int, ...]
) -> Subject:
    return Subject(
        f"{kind}-{one.key}",
        one.title,
        _said(one),
        files,
        indicator_folder(theme.key, one.key),
        method_place(one),
        ("ondermijning", theme.title.lower(), one.title.lower()),
        years,
        one.source,
    )


def _said(one: Indicator | Flow) -> str:
    return " ".join(text for text in (one.meaning, one.definition, one.caveat) if text)


def _combinations(atlas: Atlas) -> Iterator[Subject]:
    for key, search in atlas.search.items():
        told = search.combination
        yield Subject(
            f"zoekgebied-{key}",
            f"Zoekgebieden: {told.title}",
            told.meaning,
            search_csv_path(key).removesuffix(".csv"),
            search_folder(key),
            search_folder(key),
            ("ondermijning", "zoekgebieden", told.title.lower()),
            (),
            atlas.delivery.source,
        )


def _outlines(atlas: Atlas) -> Iterator[Subject]:
    for name, word in _OUTLINES.items():
        yield Subject(
            f"gebieden-{name}",
            f"Omtrek van {word}, indeling van {atlas.delivery.division}",
            f"De omtrek van {word} zoals op de kaarten van deze site, vereenvoudigd, in WGS 84.",
            f"data/gebieden/{name}",
            "gemeente/",
            "uitleg/gemeenten/",
            ("omtrek", "kaart", word),
            (atlas.delivery.division,),
            atlas.delivery.source,
            (REGIONS,),
        )
