"""The regions and where they lie, as the pages and the outlines of the site tell it."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import shapely

from zicht.audit.exact import parsed
from zicht.audit.page.peers import read_likeness
from zicht.model.address import area_folder
from zicht.model.area import Area, Division, Level
from zicht.model.errors import BuildError

REGISTER = "data/regio/gemeenten.json"
WIJKEN = "data/regio/wijken.json"
POINTS = "data/gebieden/punten.json"
_BESIDE = re.compile(r'<section aria-labelledby="buren">(.*?)</section>', re.DOTALL)
_LINK = re.compile(r'<tr[^>]*><th[^>]*><a href="(?:[^"]*/)?(gm\w{4})-[^"/]*/"')
_BREAK = re.compile(r'<p class="breuk">Vanaf (\d{4}) geldt een andere gemeentegrens\.')
_DECIMALS = (3, 4, 5)


def register_of(dist: Path, told: object, division: Division) -> Mapping[str, object]:
    """Return what the file of gemeenten should tell besides whose it is, given what it tells.

    Neighbours are those that the page of a gemeente lists. Where it has no such table the file
    may name what touches the gemeente in the outlines, and nothing else. Years from which it has
    another area are those that its page tells.
    """
    alike, claims = read_likeness(dist, division), _claims(told)
    shapes = _shapes(dist, "gemeenten")
    around = (*division.of(Level.NEDERLAND), *division.of(Level.PROVINCIE))
    regions = []
    for area in division.of(Level.GEMEENTE):
        beside = _listed(dist, area, division)
        if beside is None:
            beside = _touching(area.code, claims.get(area.code, ()), shapes)
        similar = list(alike.peers.get(area.code, ()))
        people = {"inhabitants": alike.people.get(area.code)}
        broken = {"breaks": sorted({int(year) for year in _BREAK.findall(_page(dist, area))})}
        regions.append(
            {**_inside(area), **people, "neighbours": beside, "similar": similar, **broken}
        )
    return {"around": [_named(area) for area in around], "regions": regions}


def wijken_of(division: Division) -> Mapping[str, object]:
    """Return what the file of wijken should tell besides whose it is."""
    return {"regions": [_inside(area) for area in division.of(Level.WIJK)]}


def points_of(dist: Path, division: Division) -> Mapping[str, object]:
    """Return what the file of points should tell besides whose it is.

    A point is where the outline of its wijk is widest, with three decimals, or more where it
    would lie outside.
    """
    shapes = _shapes(dist, "wijken")
    codes = [area.code for area in division.of(Level.WIJK) if area.code in shapes]
    return {"points": {code: _point(shapes[code]) for code in codes}}


def _point(shape: shapely.Geometry) -> list[float]:
    exact = shapely.get_coordinates(shapely.point_on_surface(shape))[0]
    points = [np.round(exact, decimals) for decimals in _DECIMALS]
    right = next((each for each in points if shapely.contains_xy(shape, *each)), points[-1])
    found: list[float] = right.tolist()
    return found


def _named(area: Area) -> Mapping[str, object]:
    return {"code": area.code, "name": area.name}


def _inside(area: Area) -> Mapping[str, object]:
    return {**_named(area), "parent": area.parent}


def _listed(dist: Path, area: Area, division: Division) -> list[str] | None:
    """Return the gemeenten in the table of neighbours of a page, by code; None without a table."""
    found = _BESIDE.search(_page(dist, area))
    if found is None:
        return None
    codes = {code.upper() for code in _LINK.findall(found[1])} - {area.code}
    return sorted(code for code in codes if code in division)


def _page(dist: Path, area: Area) -> str:
    page = dist / area_folder(area) / "index.html"
    return page.read_text("utf-8", errors="replace") if page.is_file() else ""


def _claims(told: object) -> Mapping[str, Sequence[str]]:
    """Return the neighbours that a file tells of each gemeente."""
    regions = told.get("regions") if isinstance(told, dict) else None
    known = (
        [each for each in regions if isinstance(each, dict)] if isinstance(regions, list) else []
    )
    return {
        str(each.get("code")): [str(code) for code in beside]
        for each in known
        if isinstance(beside := each.get("neighbours"), list)
    }


def _touching(
    code: str, claimed: Sequence[str], shapes: Mapping[str, shapely.Geometry]
) -> list[str]:
    """Return those of the claimed neighbours that touch a gemeente in the outlines, by code."""
    if code not in shapes:
        return []
    others = sorted({other for other in claimed if other in shapes and other != code})
    return [other for other in others if shapely.intersects(shapes[code], shapes[other])]


def _shapes(dist: Path, name: str) -> Mapping[str, shapely.Geometry]:
    """Return the outlines of a level by code; a file that is none is told where it is read."""
    path = f"data/gebieden/{name}.geojson"
    try:
        told = parsed((dist / path).read_bytes(), path) if (dist / path).is_file() else None
    except BuildError:
        return {}
    features = told.get("features") if isinstance(told, dict) else None
    found: dict[str, shapely.Geometry] = {}
    for each in filter(_is_feature, features if isinstance(features, list) else ()):
        shape = shapely.from_geojson(json.dumps(each.get("geometry")), on_invalid="ignore")
        if shape is not None and not shapely.is_empty(shape):
            found[str(each["properties"].get("code"))] = shape
    return found


def _is_feature(told: object) -> bool:
    return isinstance(told, dict) and isinstance(told.get("properties"), dict)
