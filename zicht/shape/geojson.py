"""Outlines as GeoJSON (RFC 7946): degrees, five decimals, outer rings counter-clockwise."""

import json
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import shapely
from pyproj import Transformer

from zicht.model.area import Outlines
from zicht.shape.rings import Points, Rings, rings_of

DECIMALS = 5
"""About a metre; RFC 7946 section 11.2 advises against pretending to more."""

# "Amersfoort to WGS 84 (4)", EPSG:15934: what PROJ itself chooses for EPSG:28992 to 4326, to a
# metre. Written out because with a downloaded grid PROJ chooses another, and every byte shifts.
_RD_TO_WGS84 = (
    "+proj=pipeline +step +inv +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889"
    " +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +step +proj=push +v_3"
    " +step +proj=cart +ellps=bessel +step +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524"
    " +rx=0.398957388243134 +ry=-0.343987817378283 +rz=1.87740163998045 +s=4.0725"
    " +convention=coordinate_frame +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3"
    " +step +proj=unitconvert +xy_in=rad +xy_out=deg"
)


def geojson_geometries(outlines: Outlines, *, decimals: int = DECIMALS) -> Mapping[str, str]:
    """Return the outline of every region as the JSON text of an RFC 7946 geometry, by code.

    Shape:  a Polygon, or a MultiPolygon of several parts; a part that rounding makes flat is
            left out, unless nothing else is left of the region.
    Unit:   degrees WGS84, longitude first.
    Errors: none; the outlines are polygons that `clean_coverage` accepted.
    """
    if not outlines.codes:
        return {}
    rings = rings_of(outlines.shapes)
    points = _degrees(rings.points, decimals)
    rounded = Rings(points, rings.rings, rings.polygons, rings.regions).shapes()
    shapes, sound = rounded.copy(), shapely.is_valid(rounded)
    shapes[sound] = shapely.remove_repeated_points(rounded[sound])
    for row in np.flatnonzero(~sound):
        shapes[row] = _mended(rounded[row], decimals)
    shapes = shapely.normalize(shapes)
    shapes = np.asarray(shapely.orient_polygons(shapes, exterior_cw=False), dtype=np.object_)
    return dict(zip(outlines.codes, _texts(rings_of(shapes)), strict=True))


def feature_collection(
    names: Mapping[str, str], geometries: Mapping[str, str], *, notice: str | None
) -> bytes:
    """Return a GeoJSON file of the regions in `names` (code to name), in that order, one a line.

    Shape:  properties `code` and `name`; `notice` becomes a foreign member that readers skip.
    Errors: KeyError for a region without geometry.
    """
    head = '{"type":"FeatureCollection",'
    if notice is not None:
        head += f'"notice":{json.dumps(notice, ensure_ascii=False)},'
    features = (
        f'{{"type":"Feature","properties":{_compact({"code": code, "name": name})},'
        f'"geometry":{geometries[code]}}}'
        for code, name in names.items()
    )
    return (head + '"features":[\n' + ",\n".join(features) + "\n]}\n").encode()


def _degrees(points: Points, decimals: int) -> Points:
    """Return RD metres as rounded degrees."""
    to_wgs84 = Transformer.from_pipeline(_RD_TO_WGS84)
    longitude, latitude = to_wgs84.transform(points[:, 0], points[:, 1])
    return np.round(np.column_stack([longitude, latitude]), decimals)


def _mended(shape: shapely.MultiPolygon, decimals: int) -> shapely.MultiPolygon:
    """Return a shape that rounding bent with sound rings, its flat parts left out.

    Rounding lets a ring touch or cross itself: 6 gemeenten and 2 provincies of CBS did.
    """
    sound = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    snapped = shapely.set_precision(sound, 10**-decimals)
    parts = shapely.get_parts(snapped)
    kept = [part for part in parts if isinstance(part, shapely.Polygon) and not part.is_empty]
    if not kept:
        kept = [max(shape.geoms, key=lambda part: part.length)]
    exact = shapely.transform(kept, lambda points: np.round(points, decimals))
    return shapely.MultiPolygon(list(exact))


def _texts(rings: Rings) -> list[str]:
    """Return every region as JSON text."""
    points = rings.points.tolist()
    drawn = [points[start:end] for start, end in pairwise(rings.rings.tolist())]
    polygons = [drawn[start:end] for start, end in pairwise(rings.polygons.tolist())]
    return [_text(polygons[start:end]) for start, end in pairwise(rings.regions.tolist())]


def _text(polygons: list[list[list[list[float]]]]) -> str:
    """Return the parts of one region as JSON text."""
    if len(polygons) == 1:
        return _compact({"type": "Polygon", "coordinates": polygons[0]})
    return _compact({"type": "MultiPolygon", "coordinates": polygons})


def _compact(value: Mapping[str, object]) -> str:
    """Return JSON without spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
