"""Charts of categories: what their rows tell and what Vega makes of them."""

import itertools
import json
import re

import pytest

from zicht import draw
from zicht.model.chart import Composition, Pair, Share
from zicht.model.figure import Cell, State

W = Cell(State.WITHHELD)
FIT = {"title": "t", "description": "d", "unit": "%", "decimals": 1}
YEARS = (2022, 2023, 2024)


def shown(value):
    return Cell(State.SHOWN, value)


def rows(chart, part=None):
    told = json.loads(chart.datasets["rows"])
    return [row for row in told if part is None or row["part"] == part]


def profile(*pairs):
    names = {"group": "deze groep", "everyone": "alle inwoners"}
    return draw.profile("k", **FIT, pairs=pairs, **names)


LAAG = Pair("Laag inkomen", shown(45.2), shown(14.6), shown(3.1))
PAAR = Pair("Paar", shown(25.0), shown(62.0), shown(0.4))
HEIM = Pair("Instelling", W, shown(1.0), W)


def test_the_larger_share_is_written_at_the_right():
    sides = {
        (row["part"], row["text"]): row["side"]
        for row in rows(profile(LAAG, PAAR))[1:]
        if "side" in row
    }
    assert sides == {
        ("everyone", "14,6%"): "left",
        ("group", "45,2%"): "right",
        ("everyone", "62,0%"): "right",
        ("group", "25,0%"): "left",
    }


def test_a_category_that_is_withheld_has_no_row():
    assert "Instelling" not in profile(LAAG, HEIM).datasets["rows"]
    assert len(rows(profile(LAAG, HEIM), "pair")) == 1


def test_a_tip_tells_both_shares_and_how_many_times():
    (row,) = rows(profile(LAAG), "pair")
    assert row["tip"] == (
        "Laag inkomen: 45,2% van deze groep, 14,6% van alle inwoners; 3,1 keer zo vaak"
    )


def test_dots_stand_on_one_scale_from_nought(svg):
    drawn = svg(profile(LAAG, PAAR))
    places = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawn)]
    assert places == pytest.approx([46 + 262 * s / 62 for s in (14.6, 62.0, 45.2, 25.0)], abs=0.1)


def shares(*columns):
    return [Share(f"Deel {at}", cells) for at, cells in enumerate(columns)]


def composition(parts):
    return draw.composition("k", **FIT, years=YEARS, shares=parts, tints=range(len(parts)))


def test_parts_lie_behind_each_other():
    parts = shares(*[tuple(map(shown, (value,) * 3)) for value in (50.0, 30.0, 20.0)])
    told = [(row["from"], row["to"]) for row in rows(composition(parts), "share")][:3]
    assert told == [(0.0, 50.0), (50.0, 80.0), (80.0, 100.0)]


def test_all_that_is_withheld_is_one_rest_at_the_end(svg):
    parts = shares((W, W, W), *[tuple(map(shown, (40.0,) * 3))], (W, W, W))
    chart = composition(parts)
    rest = rows(chart, "rest")
    assert [(row["from"], row["to"], row["text"]) for row in rest] == [(40.0, 100.0, "x")] * 3
    assert svg(chart).count("url(#hatch)") == 1


def test_a_year_without_figures_for_another_reason_is_not_hatched(svg):
    none = Cell(State.IMPOSSIBLE)
    chart = composition(shares((none, shown(60.0), shown(60.0)), (none, shown(40.0), shown(40.0))))
    assert not rows(chart, "rest")
    assert ">n.v.t.<" in svg(chart)
    assert "hatch" not in svg(chart)


def test_rounded_shares_never_reach_past_the_end():
    parts = shares(*[tuple(map(shown, (33.4,) * 3)) for _ in range(3)])
    assert max(row["to"] for row in rows(composition(parts), "share")) == 100.0


def test_a_narrow_part_is_not_written_on():
    parts = shares(*[tuple(map(shown, (value,) * 3)) for value in (95.0, 5.0)])
    assert {row.get("text") for row in rows(composition(parts), "share")} == {"95,0", None}


def test_neighbours_have_other_colours():
    for count in range(2, 12):
        parts = tuple(shares(*[(shown(1.0),)] * count))
        tints = Composition("k", "t", "d", "%", 1, (2024,), parts).tints
        assert len(tints) == count
        assert all(one != other for one, other in itertools.pairwise(tints))


def ages(parts, years=YEARS):
    return draw.ages("k", **FIT, years=years, shares=parts, bounds=(10.0, 20.0, 30.0, 40.0))


def test_a_class_holds_its_lower_bound():
    parts = shares((shown(9.9), shown(10.0), shown(40.0)))
    assert [row["class"] for row in rows(ages(parts), "cell")] == ["0", "1", "4"]


def test_a_withheld_cell_has_its_symbol_and_words():
    (cell, *_) = rows(ages(shares((W, W, W))), "cell")
    assert (cell["class"], cell["text"]) == ("withheld", "x")
    assert cell["tip"] == "Deel 0, 2022: niet getoond: geheim of te onbetrouwbaar"


def test_many_years_are_written_short_and_their_shares_are_only_told(svg):
    years = tuple(range(2013, 2025))
    parts = shares(tuple(shown(float(year - 2000)) for year in years))
    drawn = svg(ages(parts, years))
    assert ">13<" in drawn
    assert ">2013<" not in drawn
    assert ">13,0<" not in drawn
