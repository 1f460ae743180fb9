import json
import re

import pytest
import shapely

from zicht.draw import choropleth, shapes_dataset
from zicht.draw.map import wound
from zicht.model.chart import Item
from zicht.model.figure import Cell, State

BOX = shapely.box(5, 52, 5.1, 52.1)


def chart(cells, bounds=(1.0, 2.0, 3.0, 4.0), **more):
    items = [Item(f"WK{place}", f"W{place}", cell, **more) for place, cell in enumerate(cells)]
    shapes = {
        f"WK{place}": shapely.to_geojson(shapely.affinity.translate(BOX, place / 10))
        for place in range(len(cells))
    }
    return choropleth(
        "k",
        title="t",
        description="d",
        items=items,
        shapes=shapes,
        bounds=bounds,
        unit="per inwoner",
        decimals=1,
    )


@pytest.mark.parametrize(
    ("value", "found"),
    [(0, "0"), (0.9, "0"), (1.0, "1"), (1.1, "1"), (3.9, "3"), (4.0, "4"), (99, "4")],
)
def test_a_class_includes_its_lower_bound(value, found):
    rows = json.loads(chart([Cell(State.SHOWN, float(value))]).datasets["rows"])
    assert rows[0]["class"] == found


@pytest.mark.parametrize(
    ("cell", "fill", "more"),
    [
        (Cell(State.WITHHELD), "url(#hatch) #eef0f3", ""),
        (Cell(State.MISSING), None, 'stroke-dasharray="1,2"'),
        (Cell(State.IMPOSSIBLE), "#ffffff", 'stroke="#596984"'),
        (Cell(State.SHOWN, 0.0), "#dce6f4", 'stroke="#596984"'),
        (Cell(State.SHOWN, 9.0), "#1d3b73", 'stroke="#ffffff"'),
    ],
)
def test_each_state_looks_different(svg, cell, fill, more):
    drawn = svg(chart([cell]))
    assert re.findall(r'<path[^>]* fill="([^"]*)"', drawn) == ([fill] if fill else [])
    assert more in drawn


def test_the_own_region_is_drawn_last_with_a_thick_outline(svg):
    drawn = svg(chart([Cell(State.SHOWN, 1.0), Cell(State.SHOWN, 1.0)], here=True))
    assert 'stroke="#1d3b73" stroke-width="2.5"' in drawn


def test_a_map_fills_its_paper_whatever_way_its_rings_turn(svg):
    drawn = [
        svg(
            choropleth(
                "k",
                title="t",
                description="d",
                items=[Item("A", "A", Cell(State.SHOWN, 1.0))],
                bounds=(),
                shapes={"A": shapely.to_geojson(shape)},
                unit="",
                decimals=0,
            )
        )
        for shape in (BOX, BOX.reverse(), shapely.MultiPolygon([BOX]))
    ]
    for one in drawn:
        numbers = [float(x) for x in re.findall(r"[\d.]+", re.search(r' d="([^"]*)"', one)[1])]
        assert max(numbers) == pytest.approx(331.5, abs=30)
        assert min(numbers) >= 0


def test_holes_stay_holes():
    ring = shapely.box(0, 0, 9, 9).difference(shapely.box(3, 3, 6, 6))
    for shape in (ring, ring.reverse(), shapely.orient_polygons(ring, exterior_cw=True)):
        turned = shapely.from_geojson(wound(shapely.to_geojson(shape)))
        assert not turned.exterior.is_ccw
        assert turned.interiors[0].is_ccw
        assert turned.equals(ring)


def test_a_region_without_an_outline_is_left_out(svg):
    drawn = svg(
        choropleth(
            "k",
            title="t",
            description="d",
            bounds=(),
            unit="",
            decimals=0,
            items=[Item("A", "A", Cell(State.MISSING))],
            shapes={},
        )
    )
    assert "<path" not in drawn


def test_outlines_are_the_same_text_in_every_order():
    one, other = shapely.to_geojson(BOX), shapely.to_geojson(BOX.buffer(1))
    assert shapes_dataset({"A": one, "B": other}) == shapes_dataset({"B": other, "A": one})
