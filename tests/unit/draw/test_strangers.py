"""Figures that nobody here made: what the kinds do with the wide world."""

import re

import pytest
import shapely
from vega_datasets import data

from zicht import draw
from zicht.model.chart import Item, Line, Role
from zicht.model.figure import Cell, State

TOLD = {"title": "t", "description": "d"}


def shown(value):
    return Cell(State.SHOWN, round(float(value), 1))


def test_employment_in_the_united_states_as_lines(svg):
    table = data.us_employment()
    yearly = table.groupby(table["month"].str[:4].astype(int)).mean(numeric_only=True)
    years = tuple(int(year) for year in yearly.index)
    lines = [
        Line(name, role, years, tuple(shown(value) for value in yearly[column]))
        for name, role, column in (
            ("Bouw", Role.HERE, "construction"),
            ("Overheid", Role.COUNTRY, "government"),
            ("Fabrieken", Role.SIMILAR, "manufacturing"),
        )
    ]
    drawn = svg(draw.line("k", **TOLD, lines=lines, unit="duizend banen", decimals=1))
    assert [f">{line.name}<" in drawn for line in lines] == [True] * 3
    assert len(re.findall(r'<path d="M[^"]{60,}"', drawn)) == 3


def test_rain_in_seattle_as_sparks(svg):
    table = data.seattle_weather()
    rain = table.groupby(table["date"].dt.year)["precipitation"].sum()
    line = Line("Seattle", Role.HERE, tuple(int(y) for y in rain.index), tuple(map(shown, rain)))
    assert len(svg(draw.spark("k", **TOLD, line=line, decimals=1))) < 500


def test_barley_as_bars(svg):
    table = data.barley()
    mean = table.groupby("site")["yield"].mean()
    items = [Item(site, site, shown(value), here=site == "Duluth") for site, value in mean.items()]
    drawn = svg(draw.bar("k", **TOLD, items=items, unit="", decimals=1, reference=None))
    lengths = [float(x) for x in re.findall(r'd="M140,[\d.]+h([\d.]+)', drawn)]
    expected = [value / mean.max() * 150 for value in mean]
    assert lengths == pytest.approx(expected, abs=0.4)


def test_rain_of_every_day_as_a_strip(svg):
    rain = data.seattle_weather()["temp_max"][:400]
    items = [Item(f"D{d}", f"Dag {d}", shown(v), here=d == 200) for d, v in enumerate(rain)]
    drawn = svg(draw.strip("k", **TOLD, items=items, unit="°C", decimals=1))
    assert ">Dag 200 " in drawn
    assert len(drawn) < 8000


def test_land_around_airports_as_a_map(svg):
    table = data.airports()
    table = table[(table["state"] == "CO")].drop_duplicates(["longitude", "latitude"])
    points = shapely.MultiPoint(table[["longitude", "latitude"]].to_numpy())
    cells = shapely.voronoi_polygons(points, extend_to=points.envelope, ordered=True)
    shapes = {
        code: shapely.to_geojson(c) for code, c in zip(table["iata"], cells.geoms, strict=True)
    }
    items = [Item(row.iata, row.name, shown(row.latitude)) for row in table.itertuples(index=False)]
    drawn = svg(
        draw.choropleth(
            "k",
            **TOLD,
            items=items,
            shapes=shapes,
            unit="°",
            decimals=1,
            bounds=(37.5, 38.5, 39.5, 40.5),
        )
    )
    assert drawn.count("<path") == len(items)
    assert "NaN" not in drawn
