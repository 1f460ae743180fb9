"""A point inside each region, with as few decimals as it can have."""

import json

import pytest
import shapely

from zicht.shape.points import inner_points


def square(west, south, side):
    """Return a square as the JSON of a geometry."""
    ring = [[0, 0], [side, 0], [side, side], [0, side], [0, 0]]
    points = [[round(west + x, 5), round(south + y, 5)] for x, y in ring]
    return json.dumps({"type": "Polygon", "coordinates": [points]})


SHAPES = {
    "WK000100": square(5, 52, 0.01),
    "WK000101": square(5.0002, 52.0002, 0.0004),
    "WK000102": square(5.00012, 52.00012, 0.00004),
}


def test_a_point_has_three_decimals_and_more_only_to_lie_inside():
    assert inner_points(SHAPES, tuple(SHAPES)) == {
        "WK000100": (5.005, 52.005),
        "WK000101": (5.0004, 52.0004),
        "WK000102": (5.00014, 52.00014),
    }


@pytest.mark.parametrize("code", SHAPES)
def test_a_point_lies_inside(code):
    point = shapely.Point(inner_points(SHAPES, [code])[code])
    assert shapely.from_geojson(SHAPES[code]).contains(point)


def test_points_go_in_the_order_that_is_asked_for_and_only_of_what_has_an_outline():
    assert list(inner_points(SHAPES, ["WK000102", "WK000199", "WK000100"])) == [
        "WK000102",
        "WK000100",
    ]
    assert inner_points(SHAPES, ["WK000199"]) == {}
    assert inner_points({}, []) == {}


def test_a_region_in_two_parts_has_its_point_in_one_of_them():
    both = [json.loads(square(5, 52, 0.01)), json.loads(square(6, 52, 0.01))]
    parts = [part["coordinates"] for part in both]
    text = json.dumps({"type": "MultiPolygon", "coordinates": parts})
    point = shapely.Point(inner_points({"WK000100": text}, ["WK000100"])["WK000100"])
    assert shapely.from_geojson(text).contains(point)
