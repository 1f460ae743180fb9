"""Flows as they are read: a matrix a year, and everything that can be wrong with one."""

import numpy as np
import pytest

FLOW = """
[[flow]]
key = "stroom"
title = "Woon en pleeg"
meaning = "Waar?"
definition = "Verdenkingen."
unit = "verdenkingen"
source = "CBS"
owner = "CBS"
caveat = "Let op."
origin = "woongemeente"
destination = "pleeggemeente"
dimension = "Pleeg"
total = "T"
measure = { table = "FLOW", measure = "V" }
"""
TABLES = {
    "MeasureCodes.csv": "Identifier,Title,Unit,Decimals\nV,Verdenkingen,aantal,0\n",
    "Dimensions.csv": (
        "Identifier,Title,Kind,MapYear\nPleeg,Pleeg,Dimension,\n"
        "Woon,Woon,GeoDimension,2024\nPerioden,Perioden,TimeDimension,\n"
    ),
    "PleegCodes.csv": "Identifier,Title\nT,Totaal\nGM0001,Aa\nGM0002,Bee\nX,Elders\n",
    "WoonCodes.csv": "Identifier,Title\nNL01,Nederland\nGM0001,Aa\nGM0002,Bee\n",
    "PeriodenCodes.csv": "Identifier,Title,Status\n2023JJ00,2023,Voorlopig\n",
    "Properties.csv": "Identifier,Title,License,Source\nFLOW,Stroom,CC0,CBS\n",
    "Observations.csv": (
        "Id,Measure,ValueAttribute,Value,StringValue,Pleeg,Woon,Perioden\n"
        "1,V,None,30,,GM0001,GM0001,2023JJ00\n"
        "2,V,None,12,,GM0002,GM0001,2023JJ00\n"
        "3,V,None,8,,GM0002,GM0002,2023JJ00\n"
        "4,V,None,42,,T,GM0001,2023JJ00\n"
        "5,V,None,8,,T,GM0002,2023JJ00\n"
        "6,V,None,30,,GM0001,NL01,2023JJ00\n"
        "7,V,None,20,,GM0002,NL01,2023JJ00\n"
        "8,V,None,50,,T,NL01,2023JJ00\n"
    ),
}
CELLS = "figures/FLOW/Observations.csv"
THEME = "themes/drugs.toml"


@pytest.fixture
def flow(tiny):
    tiny.write(THEME, (tiny.root / THEME).read_text() + FLOW)
    for name, text in TABLES.items():
        tiny.write(f"figures/FLOW/{name}", text)
    return tiny


def told(flow):
    return " ".join(problem.what for problem in flow.problems() if problem.blocks)


def test_a_row_is_where_they_come_from(flow):
    raw = flow.read().flows["stroom"]
    assert raw.gemeenten == ("GM0001", "GM0002")
    assert raw.provisional == {2023}
    assert np.array_equal(raw.counts[2023], [[30, 12], [0, 8]])


def test_its_measure_is_in_use(flow):
    assert not any("FLOW" in problem.what for problem in flow.problems())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("2,V,None,12", "2,V,None,13", "all from GM0001 in 2023 is not what"),
        ("6,V,None,30", "6,V,None,31", "all to GM0001 in 2023 is not what"),
        ("8,V,None,50", "8,V,None,51", "all from all in 2023 is not what"),
        ("3,V,None,8", "3,V,None,-8", "from GM0002 to GM0002 in 2023 is no whole number"),
        ("3,V,None,8", "3,V,None,8.5", "is no whole number"),
        ("3,V,None,8", "3,V,Confidential,", "is no number"),
        (",GM0002,GM0002,", ",X,GM0002,", "codes are no gemeente of the division: X"),
        ("2,V,None,12,,GM0002,GM0001", "2,V,None,12,,GM0001,GM0001", "stands there twice"),
    ],
)
def test_a_cell_that_is_wrong_is_told(flow, before, after, said):
    flow.replace(CELLS, before, after)
    assert said in told(flow)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('dimension = "Pleeg"', 'dimension = "Doel"', "FLOW has no dimension Doel"),
        ('total = "T"', 'total = "T9"', "no code T9"),
        ('table = "FLOW"', 'table = "FLOP"', "The table FLOP is not in the delivery"),
        ('key = "stroom"', 'key = "overlast"', 'The key "overlast" occurs 2 times'),
    ],
)
def test_an_entry_that_is_wrong_is_told(flow, before, after, said):
    flow.replace(THEME, before, after)
    assert said in told(flow)


def test_no_problem_tells_a_number(flow):
    flow.replace(CELLS, "2,V,None,12", "2,V,None,13")
    assert not {"13", "43", "42"} & set(told(flow).replace(".", " ").split())
