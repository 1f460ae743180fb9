"""The outlines of regions as GeoJSON: codes, names and points of the Netherlands, no figures."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import numpy as np

from zicht.audit.exact import differences, is_exact, parsed
from zicht.model.area import Division
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError

FOLDER = "data/gebieden"
WIJKEN = f"{FOLDER}/wijken.geojson"
_DECIMALS = 5
_WEST, _EAST, _SOUTH, _NORTH = 3.0, 7.5, 50.5, 54.0
_DEPTH = {"Polygon": 1, "MultiPolygon": 2}


def outline_disclosures(
    dist: Path, division: Division, *, notice: object = None
) -> Iterator[Disclosure]:
    """Yield what the outlines tell besides the code, the name and the points of each region.

    The outlines of the wijken of one gemeente are those of the file of all wijken.
    Errors: none; a file that cannot be read is told as a disclosure.
    """
    wijken = _features(dist / WIJKEN)
    for file in sorted((dist / FOLDER).glob("*.geojson")):
        path = f"{FOLDER}/{file.name}"
        content = file.read_bytes()
        try:
            told = parsed(content, path)
        except BuildError:
            yield Disclosure("Outlines may tell anything.", path, "somewhere", "It is no JSON.")
            continue
        faults = chain(_faults(told, division, notice), _others(file, told, division, wijken))
        for place, how in faults:
            yield Disclosure("Outlines tell more than where a region lies.", path, place, how)
        if not is_exact(content, told):
            how = "It says a thing twice, or a number in more signs than it needs."
            yield Disclosure("Outlines may tell more than they say.", path, "somewhere", how)


def _faults(told: object, division: Division, notice: object) -> Iterator[tuple[str, str]]:
    """Yield the places where something stands beside codes, names and points."""
    features = told.get("features") if isinstance(told, dict) else None
    known = {"type": "FeatureCollection", "features": features}
    if "notice" in (told if isinstance(told, dict) else {}):
        known = {"type": "FeatureCollection", "notice": notice, "features": features}
    yield from differences(told, known)
    codes: list[str] = []
    for number, feature in enumerate(features if isinstance(features, list) else ()):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        code = properties.get("code") if isinstance(properties, dict) else None
        place = f"/features/{number}"
        if code not in division:
            yield place, "It is about no region that is known."
            continue
        codes.append(str(code))
        yield from _feature(feature, str(code), division, f"{place}, {code}")
    if codes != sorted(set(codes)):
        yield "/features", "Regions do not go by code; another order tells who has more."


def _features(file: Path) -> Mapping[str, object]:
    """Return the features of a file by code; what is none is told where the file itself is read."""
    try:
        told = parsed(file.read_bytes(), str(file)) if file.is_file() else None
    except BuildError:
        return {}
    features = told.get("features") if isinstance(told, dict) else None
    known = (
        [each for each in features if isinstance(each, dict)] if isinstance(features, list) else []
    )
    pairs = ((each.get("properties"), each) for each in known)
    return {str(said.get("code")): each for said, each in pairs if isinstance(said, dict)}


def _others(
    file: Path, told: object, division: Division, wijken: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Yield where the wijken of a gemeente are not just those of the file of all wijken."""
    code = file.stem.upper()
    if code in division and isinstance(told, dict):
        inside = [area.code for area in division.children(code) if area.code in wijken]
        yield from differences(told.get("features"), [wijken[each] for each in inside], "/features")


def _feature(
    feature: dict[str, object], code: str, division: Division, place: str
) -> Iterator[tuple[str, str]]:
    geometry = feature.get("geometry")
    right: dict[str, object] = {
        "type": "Feature",
        **({"id": code} if "id" in feature else {}),
        "properties": {"code": code, "name": division[code].name},
        "geometry": geometry,
    }
    yield from differences(feature, right, place)
    if not isinstance(geometry, dict) or list(geometry) != ["type", "coordinates"]:
        yield place, "Its geometry is more than a type and coordinates."
        return
    depth = _DEPTH.get(str(geometry["type"]), 0)
    if not all(map(_is_ring, _rings(geometry["coordinates"], depth))):
        yield place, "A point is no place in the Netherlands of five decimals."


def _rings(told: object, depth: int) -> Iterator[object]:
    """Yield what lies so deep in lists; None where something else than a list is met."""
    if not isinstance(told, list) or depth < 1:
        yield None
    elif depth == 1:
        yield from told
    else:
        for inner in told:
            yield from _rings(inner, depth - 1)


def _is_ring(told: object) -> bool:
    """Tell whether this is a list of points that lie in the Netherlands, and close on itself."""
    if not isinstance(told, list) or not all(isinstance(p, list) and len(p) == 2 for p in told):  # noqa: PLR2004  longitude and latitude
        return False
    points = np.array(told)
    if points.dtype.kind not in "if" or points.ndim != 2:  # noqa: PLR2004  points in rows
        return False
    inside = (points >= (_WEST, _SOUTH)) & (points <= (_EAST, _NORTH))
    exact = np.round(points, _DECIMALS) == points
    return bool(inside.all() and exact.all() and told[0] == told[-1])
