"""The figures of a page as a dataset, for programs that read pages: schema.org in JSON-LD."""

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from zicht.model.address import relative
from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.page import Page
from zicht.model.theme import Delivery, Indicator, Theme
from zicht.render.about import notice_of
from zicht.render.licences import licence_address

_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "zip": "application/zip",
}
COUNTRY = "Nederland"


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a page tells figures of.

    files       the data files that have them; the first is for programs
    place       the region and those around it: "Goes, Zeeland, Nederland"
    years       the years that its subjects cover
    """

    files: tuple[str, ...]
    place: str
    years: tuple[int, ...]


def with_dataset(atlas: Atlas, page: Page) -> Page:
    """Return a page that knows of which dataset it tells; any other page as it is.

    Pages of a gemeente, of a theme in it, of a wijk, a theme and an indicator have figures that
    someone may look for as data.
    Errors: none.
    """
    area, theme, indicator = (page.told.get(name) for name in ("area", "theme", "indicator"))
    if page.template in {"gemeente.html", "gemeente_thema.html", "wijk.html"}:
        if isinstance(area, Area):
            only = theme.indicators if isinstance(theme, Theme) else None
            return _told(page, _of_area(atlas, area, only))
    elif page.template == "indicator.html" and isinstance(indicator, Indicator):
        stem = f"data/indicator/{indicator.key}"
        years = _years(atlas, (indicator,))
        return _told(page, Dataset((f"{stem}.json", f"{stem}.csv"), COUNTRY, years))
    elif page.template == "thema.html" and isinstance(theme, Theme):
        years = _years(atlas, theme.indicators)
        return _told(page, Dataset((f"data/thema/{theme.key}.zip",), COUNTRY, years))
    return page


def _told(page: Page, dataset: Dataset) -> Page:
    return replace(page, told={**page.told, "dataset": dataset})


def _of_area(atlas: Atlas, area: Area, only: tuple[Indicator, ...] | None) -> Dataset:
    line = [*atlas.division.parents(area.code), area]
    gemeente = next(each for each in line if each.level is Level.GEMEENTE)
    path = f"data/gemeente/{gemeente.code.lower()}.json"
    every = tuple(one for theme in atlas.themes for one in theme.indicators)
    place = ", ".join(each.name for each in reversed(line))
    return Dataset((path,), place, _years(atlas, every if only is None else only))


def _years(atlas: Atlas, indicators: tuple[Indicator, ...]) -> tuple[int, ...]:
    known = (atlas.figures[one.key].values.years for one in indicators)
    return tuple(sorted({year for years in known for year in years}))


def dataset_json(
    dataset: Dataset,
    delivery: Delivery,
    *,
    base_url: str,
    folder: str,
    title: str,
    description: str,
) -> Markup:
    """Return the dataset of a page as JSON-LD that may stand in a script element.

    Source: https://developers.google.com/search/docs/appearance/structured-data/dataset
    """
    notice, description = notice_of(delivery), html.unescape(description)
    told: Mapping[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": description if notice is None else f"{notice} {description}",
        "url": f"{base_url}{folder}",
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        "license": licence_address(delivery, base_url),
        "creator": {"@type": "Organization", "name": delivery.publisher or delivery.title},
        "dateModified": delivery.release.isoformat(),
        **_coverage(dataset),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": _TYPES[path.rpartition(".")[2]],
                "contentUrl": f"{base_url}{path}",
            }
            for path in dataset.files
        ],
        "includedInDataCatalog": {"@type": "DataCatalog", "url": f"{base_url}uitleg/api/"},
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _ESCAPED.items():
        text = text.replace(sign, escaped)
    return Markup(text)  # noqa: S704  no sign that ends a script is left


def _coverage(dataset: Dataset) -> dict[str, object]:
    place = {"spatialCoverage": {"@type": "Place", "name": dataset.place}}
    if not dataset.years:
        return dict(place)
    return {"temporalCoverage": f"{dataset.years[0]}/{dataset.years[-1]}", **place}


def alternates(dataset: Dataset, folder: str) -> Iterator[tuple[str, str]]:
    """Yield the media type and the link of each file from the page in a folder."""
    for path in dataset.files:
        yield _TYPES[path.rpartition(".")[2]], relative(path, base=folder)
