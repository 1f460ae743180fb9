"""The columns of an indicator: the cells of all regions of a level, and no more than are shown."""

import json
from dataclasses import replace

import pytest

from tests.unit.render.conftest import CANARY
from zicht.model.area import Level
from zicht.render.column_file import column_files, column_path

WITHHELD, MISSING = {"state": "withheld"}, {"state": "missing"}


@pytest.fixture
def told(atlas, split):
    """Return what the files of the indicator with a rate tell, by path."""
    return {file.path: json.loads(file.content) for file in column_files(atlas, split)}


def test_there_is_a_file_for_each_level_with_a_figure(told, atlas, plain):
    assert list(told) == ["data/indicator/zaken/gemeenten.json", "data/indicator/zaken/wijken.json"]
    assert [file.path for file in column_files(atlas, plain)] == [
        column_path("mensen", Level.GEMEENTE)
    ]


def test_gemeenten_follow_what_lies_around_them(told):
    column = told[column_path("zaken", Level.GEMEENTE)]
    assert (column["level"], column["years"], column["provisional"]) == (
        "gemeente",
        [2023, 2024],
        [2024],
    )
    assert column["regions"] == ["NL01", "GM0001", "GM0002"]
    assert column["values"] == [[2, 3.5], [0.9, WITHHELD], [1.1, 2]]


def test_a_region_of_which_nothing_was_delivered_is_left_out(told):
    column = told[column_path("zaken", Level.WIJK)]
    assert (column["regions"], column["values"]) == (["WK000100"], [[WITHHELD, 0]])


def test_a_year_of_which_nothing_was_delivered_is_left_out(atlas, split):
    states, values = split.values.states.copy(), split.values.values.copy()
    states[3, 0], values[3, 0] = 3, CANARY
    figures = replace(split, values=replace(split.values, states=states, values=values))
    wijken = list(column_files(atlas, figures))[-1]
    read = json.loads(wijken.content)
    assert (read["years"], read["provisional"], read["values"]) == ([2024], [2024], [[0]])


def test_a_column_says_what_it_counts_and_whose_it_is(told):
    column = told[column_path("zaken", Level.WIJK)]
    said = {name: column[name] for name in ("key", "title", "theme", "unit", "decimals")}
    assert said == {
        "key": "zaken",
        "title": "Zaken",
        "theme": "t",
        "unit": "per 1.000 inwoners",
        "decimals": 1,
    }
    assert column["fictional"]
    assert column["notice"].startswith("Deze cijfers zijn verzonnen")


def test_no_column_holds_a_number_that_is_not_shown(atlas, split, plain):
    for figures in (split, plain):
        for file in column_files(atlas, figures):
            assert f"{CANARY:.0f}".encode() not in file.content
