import json

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.shape.coverages import grid, outlines, wobbly_grid
from zicht.shape.coverage import clean_coverage
from zicht.shape.geojson import feature_collection, geojson_geometries
from zicht.shape.outlines import simplify_coverage


def polygons(text):
    found = json.loads(text)
    return [found["coordinates"]] if found["type"] == "Polygon" else found["coordinates"]


def check_rfc_7946(text):
    for outer, *holes in polygons(text):
        for ring in (outer, *holes):
            assert len(ring) >= 4
            assert ring[0] == ring[-1]
            assert all(3 < lon < 8 and 50 < lat < 54 for lon, lat in ring)
            assert all(round(number, 5) == number for point in ring for number in point)
        assert shapely.LinearRing(outer).is_ccw
        assert not any(shapely.LinearRing(hole).is_ccw for hole in holes)
    assert shapely.from_geojson(text).is_valid


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_every_geometry_keeps_the_rules(seed):
    for text in geojson_geometries(outlines(wobbly_grid(2, 2, seed=seed))).values():
        check_rfc_7946(text)


def test_a_hole_turns_the_other_way():
    hole = shapely.box(1000, 1000, 2000, 2000)
    regions = {"GM0001": shapely.box(0, 0, 3000, 3000).difference(hole), "GM0002": hole}
    texts = geojson_geometries(outlines(regions))
    assert [len(polygon) for polygon in polygons(texts["GM0001"])] == [2]
    for text in texts.values():
        check_rfc_7946(text)


def test_the_tower_of_amersfoort_stands_where_it_stands():
    text = geojson_geometries(outlines({"GM0001": shapely.box(0, 0, 100, 100)}))["GM0001"]
    ring = polygons(text)[0][0]
    assert [5.3872, 52.15517] in ring
    assert ring == [
        [5.3872, 52.15517], [5.38866, 52.15517], [5.38866, 52.15607], [5.3872, 52.15607],
        [5.3872, 52.15517],
    ]  # fmt: skip


def test_the_order_of_points_and_parts_in_the_source_is_not_seen():
    one, other = shapely.box(0, 0, 500, 500), shapely.box(900, 900, 990, 990)
    first = outlines({"GM0001": shapely.MultiPolygon([one, other])})
    second = outlines({"GM0001": shapely.MultiPolygon([other.reverse(), one.reverse()])})
    assert geojson_geometries(first) == geojson_geometries(second)


def test_a_part_that_rounding_makes_flat_is_left_out():
    parts = [shapely.box(0, 0, 500, 500), shapely.box(900, 900, 900.1, 900.1)]
    text = geojson_geometries(outlines({"GM0001": shapely.MultiPolygon(parts)}))["GM0001"]
    assert json.loads(text)["type"] == "Polygon"
    check_rfc_7946(text)


def test_a_hole_that_rounding_makes_flat_is_left_out():
    shape = shapely.box(0, 0, 500, 500).difference(shapely.box(90, 90, 90.1, 90.1))
    text = geojson_geometries(outlines({"GM0001": shape}))["GM0001"]
    assert [len(polygon) for polygon in polygons(text)] == [1]


def test_a_region_of_only_flat_parts_keeps_its_largest():
    parts = [shapely.box(0, 0, 0.1, 0.1), shapely.box(50, 50, 50.2, 50.2)]
    text = geojson_geometries(outlines({"GM0001": shapely.MultiPolygon(parts)}))["GM0001"]
    ((ring,),) = polygons(text)
    assert len(ring) >= 4
    assert ring[0] == ring[-1]


def test_a_neck_narrower_than_a_metre_is_mended():
    neck = shapely.box(0, 0, 500, 500).union(shapely.box(500, 200, 900, 200.2))
    shape = neck.union(shapely.box(900, 0, 1400, 500))
    text = geojson_geometries(outlines({"GM0001": shape}))["GM0001"]
    check_rfc_7946(text)


def test_a_file_holds_codes_names_and_the_notice():
    texts = geojson_geometries(outlines(grid(2, 1)))
    names = {"WK000100": "Fûgelân “oost”", "WK000000": "West"}
    content = feature_collection(names, texts, notice="Fictief.")
    found = json.loads(content)
    assert list(found) == ["type", "notice", "features"]
    assert [feature["properties"] for feature in found["features"]] == [
        {"code": "WK000100", "name": "Fûgelân “oost”"},
        {"code": "WK000000", "name": "West"},
    ]
    assert found["features"][1]["geometry"] == json.loads(texts["WK000000"])
    assert "“oost”".encode() not in content.split(b"\n", 1)[0]
    assert len(shapely.from_geojson(content).geoms) == 2


def test_a_file_without_notice_or_regions():
    assert json.loads(feature_collection({}, {}, notice=None)) == {
        "type": "FeatureCollection",
        "features": [],
    }


def test_a_region_without_geometry_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        feature_collection({"WK000100": "x"}, {}, notice=None)


def test_no_regions_have_no_geometries():
    some = outlines(grid(1, 1))
    assert geojson_geometries(type(some)(some.level, (), some.shapes[:0], some.origin)) == {}


@pytest.mark.parametrize("tolerance_m", [0, 100])
def test_the_real_wijken_keep_the_rules_and_stay_a_coverage(wijken, tolerance_m):
    after = simplify_coverage(clean_coverage(wijken)[0], tolerance_m=tolerance_m)
    texts = geojson_geometries(after)
    for text in texts.values():
        check_rfc_7946(text)
    assert shapely.coverage_is_valid(shapely.from_geojson(list(texts.values())))
