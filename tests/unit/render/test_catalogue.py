"""What there is to choose from: indicators with years, regions with what is beside them."""

import json
from dataclasses import replace

import pytest

from zicht.model.figure import Peers
from zicht.render import gemeenten_json, indicators_json, points_json, wijken_json


@pytest.fixture
def theme(atlas):
    return json.loads(indicators_json(atlas).content)["themes"][0]


def test_a_theme_has_its_indicators_in_order(theme):
    assert (theme["key"], theme["title"], theme["ranked"]) == ("t", "Thema", True)
    assert [each["key"] for each in theme["indicators"]] == ["zaken", "mensen"]


def test_an_indicator_tells_the_years_of_each_level_that_has_a_figure(theme):
    zaken, mensen = theme["indicators"]
    assert zaken["years"] == {"gemeente": [2023, 2024], "wijk": [2024]}
    assert mensen["years"] == {"gemeente": [2023, 2024]}


def test_only_a_rate_gives_a_place(theme):
    assert [each["placed"] for each in theme["indicators"]] == [True, False]


def test_a_theme_without_indicators_is_no_choice(atlas):
    empty = replace(atlas.themes[0], key="leeg", indicators=())
    told = json.loads(indicators_json(replace(atlas, themes=(empty, *atlas.themes))).content)
    assert [each["key"] for each in told["themes"]] == ["t"]


def test_a_gemeente_has_its_neighbours_and_those_alike(atlas):
    peers = {"GM0001": Peers(("GM0002",), "gemeenten")}
    beside = {"GM0001": ("GM0002",), "GM0002": ("GM0001",)}
    told = json.loads(gemeenten_json(replace(atlas, peers=peers, neighbours=beside)).content)
    assert told["around"] == [{"code": "NL01", "name": "Nederland"}]
    assert told["regions"] == [
        {
            "code": "GM0001",
            "name": "Appingedam",
            "parent": "NL01",
            "inhabitants": None,
            "neighbours": ["GM0002"],
            "similar": ["GM0002"],
            "breaks": [],
        },
        {
            "code": "GM0002",
            "name": "Beerta",
            "parent": "NL01",
            "inhabitants": None,
            "neighbours": ["GM0001"],
            "similar": [],
            "breaks": [],
        },
    ]


def test_a_wijk_has_its_gemeente(atlas):
    told = json.loads(wijken_json(atlas).content)
    assert told["regions"] == [
        {"code": "WK000100", "name": "Centrum", "parent": "GM0001"},
        {"code": "WK000200", "name": "Centrum", "parent": "GM0002"},
    ]


def test_a_point_has_its_longitude_first(atlas):
    told = json.loads(points_json(atlas, {"WK000100": (5.1, 52.2)}).content)
    assert told["points"] == {"WK000100": [5.1, 52.2]}
    assert (told["release"], told["licence"]) == ("2026-11-01", "CC BY")
