"""Outlines as GeoJSON in RD coordinates, the form in which CBS delivers them."""

import json
from collections.abc import Iterable, Iterator

import shapely

from zicht.demo.country import Country
from zicht.demo.outlines import Shaped, Shapes

HEAD = (
    '{"type":"FeatureCollection","crs":{"type":"name",'
    '"properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":['
)
Properties = dict[str, str]


def area_files(country: Country, shaped: Shaped) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of the three files of outlines."""
    yield "gemeenten.geojson", _collection(_gemeenten(country), shaped.gemeenten)
    yield "wijken.geojson", _collection(_wijken(country), shaped.wijken)
    yield "buurten.geojson", _collection(_buurten(country), shaped.buurten)


def _collection(rows: Iterable[Properties], shapes: Shapes) -> str:
    """Return one feature a line; coordinates are written so that they read back exactly."""
    features = (
        f'{{"type":"Feature","properties":{_json(row)},"geometry":{shape}}}'
        for row, shape in zip(rows, shapely.to_geojson(shapes), strict=True)
    )
    return HEAD + "\n" + ",\n".join(features) + "\n]}\n"


def _json(row: Properties) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _gemeenten(country: Country) -> Iterator[Properties]:
    for gemeente in country.gemeenten:
        yield {
            "statcode": gemeente.code,
            "statnaam": gemeente.naam,
            "provinciecode": gemeente.provinciecode,
            "provincie": gemeente.provincie,
        }


def _wijken(country: Country) -> Iterator[Properties]:
    for code, name, row in zip(
        country.wijk_codes, country.wijk_names, country.wijk_gemeente, strict=True
    ):
        yield {
            "wijkcode": code,
            "wijknaam": name,
            "gemeentecode": country.gemeenten[row].code,
            "gemeentenaam": country.gemeenten[row].naam,
            "water": "NEE",
        }


def _buurten(country: Country) -> Iterator[Properties]:
    for code, name, row in zip(
        country.buurt_codes, country.buurt_names, country.buurt_wijk, strict=True
    ):
        yield {
            "buurtcode": code,
            "buurtnaam": name,
            "wijkcode": country.wijk_codes[row],
            "gemeentecode": country.gemeenten[country.wijk_gemeente[row]].code,
            "water": "NEE",
        }
