"""A level of outlines as it is drawn, and the gemeenten for a small map of the country."""

import brotli
import pytest
import shapely

from tests.unit.shape.coverages import grid, outlines
from zicht.shape.geojson import feature_collection
from zicht.shape.level import shape_level

LIGHT = 35_000
"""Bytes, after brotli, that outlines may take of what a page fetches before it shows anything."""


@pytest.fixture(scope="module")
def shaped(gemeenten):
    return shape_level(gemeenten)


def test_the_overview_has_every_gemeente_sound_and_in_three_decimals(shaped):
    assert list(shaped.overview) == list(shaped.geometries)
    shapes = shapely.from_geojson(list(shaped.overview.values()))
    assert shapely.is_valid(shapes).all()
    assert not shapely.is_empty(shapes).any()
    points = shapely.get_coordinates(shapes)
    assert (points.round(3) == points).all()


def test_the_overview_shows_a_gemeente_where_it_lies(shaped):
    """A map of the country 600 pixels high has a pixel of 0.006 degrees."""
    one, other = (
        shapely.from_geojson(list(each.values())) for each in (shaped.geometries, shaped.overview)
    )
    assert shapely.distance(shapely.centroid(one), shapely.centroid(other)).max() < 0.01


def test_the_overview_is_light(shaped):
    names = dict.fromkeys(shaped.overview, "Een naam van gewone lengte")
    text = feature_collection(names, shaped.overview, notice=None)
    assert len(brotli.compress(text, quality=9)) < LIGHT


def test_only_gemeenten_have_an_overview():
    assert shape_level(outlines(grid(2, 2))).overview == {}
