from collections import defaultdict

import numpy as np
import pytest
import shapely

from tests.unit.demo.written import Layer, Written

LEVELS = ("gemeenten", "wijken", "buurten")
CODE = {"gemeenten": "statcode", "wijken": "wijkcode", "buurten": "buurtcode"}


@pytest.fixture(params=["small", "whole"])
def written(request: pytest.FixtureRequest) -> Written:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Written)
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_is_a_valid_coverage(written: Written, level: str) -> None:
    shapes = written.layers[level].shapes
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)


def around(inner: Layer, key: str) -> dict[str, list[shapely.Geometry]]:
    found = defaultdict(list)
    for row, shape in zip(inner.rows, inner.shapes, strict=True):
        found[row[key]].append(shape)
    return found


@pytest.mark.parametrize(
    ("outer", "inner", "key"),
    [("gemeenten", "wijken", "gemeentecode"), ("wijken", "buurten", "wijkcode")],
)
def test_a_region_is_exactly_the_union_of_those_inside(
    written: Written, outer: str, inner: str, key: str
) -> None:
    groups = around(written.layers[inner], key)
    outer_layer = written.layers[outer]
    codes = [row[CODE[outer]] for row in outer_layer.rows]
    assert set(groups) == set(codes)
    unions = np.array([shapely.coverage_union_all(groups[code]) for code in codes])
    assert (shapely.area(shapely.symmetric_difference(unions, outer_layer.shapes)) == 0).all()


def test_the_land_has_no_cracks(whole: Written) -> None:
    land = shapely.coverage_union_all(whole.layers["buurten"].shapes)
    holes = shapely.get_num_interior_rings(shapely.get_parts(land)).sum()
    assert holes == 1  # the Wad between Schiermonnikoog and the shore
    assert 38_000 < shapely.area(land) / 1e6 < 43_000


def test_coordinates_are_whole_centimetres_in_the_netherlands(whole: Written) -> None:
    points = shapely.get_coordinates(whole.layers["buurten"].shapes)
    assert (points == np.round(points, 2)).all()
    assert (points.min(axis=0) > (0, 300_000)).all()
    assert (points.max(axis=0) < (290_000, 630_000)).all()


def test_a_centre_lies_in_its_own_gemeente(whole: Written) -> None:
    layer = whole.layers["gemeenten"]
    at = {row["statnaam"]: shape for row, shape in zip(layer.rows, layer.shapes, strict=True)}
    assert shapely.contains_xy(at["Amsterdam"], 122_500, 487_000)
    assert shapely.contains_xy(at["Maastricht"], 176_500, 317_500)
    assert shapely.contains_xy(at["Texel"], 115_500, 565_500)
