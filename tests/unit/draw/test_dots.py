import json

import pytest

from zicht.draw import dots
from zicht.draw.layout import DOTS, DOTS_BASE, DOTS_PITCH
from zicht.model.chart import Item
from zicht.model.figure import Cell, State


def cell(value):
    return Cell(State.WITHHELD) if value is None else Cell(State.SHOWN, float(value))


def chart(values, *, here=0, country=4.0):
    items = [
        Item(f"GM{place:04d}", f"G{place}", cell(value), here=place == here, href=f"../{place}/")
        for place, value in enumerate(values)
    ]
    told = {"title": "t", "description": "d", "unit": "per inwoner", "decimals": 1}
    return dots("k", **told, items=items, reference=("Nederland", cell(country)))


def rows(chart, part):
    return [row for row in json.loads(chart.datasets["rows"]) if row["part"] == part]


def test_every_neighbour_that_is_shown_has_one_dot_by_its_figure():
    found = rows(chart([5, 9, None, 1]), "item")
    assert [(row["code"], row["value"]) for row in found] == [("GM0003", 1), ("GM0001", 9)]
    assert found[0]["tip"] == "G3: 1,0 per inwoner"


def test_dots_that_would_touch_stand_above_each_other():
    found = rows(chart([5, 1, 1, 1, 9]), "item")
    assert [row["top"] for row in found] == [DOTS_BASE - DOTS_PITCH * n for n in (0, 1, 2, 0)]


def test_the_own_region_and_nederland_are_labelled(svg):
    drawn = svg(chart([5, 1, 9]))
    assert ">G0 5,0 per inwoner<" in drawn
    assert ">Nederland 4,0<" in drawn
    assert drawn.count("<circle") == 3


def test_the_axis_begins_at_nought_and_holds_nederland():
    (axis,) = rows(chart([3, 4, 5], country=19), "axis")
    assert (axis["value"], axis["to"]) == (0, 20)


def test_a_withheld_own_region_has_words_and_no_place(svg):
    drawn = svg(chart([None, 5, 9]))
    assert ">G0: niet getoond<" in drawn
    assert drawn.count("<circle") == 2


@pytest.mark.parametrize("withheld", [{}, {"country": None}])
def test_what_is_withheld_moves_nothing(withheld):
    with_x, without = chart([5, 9, None], **withheld), chart([5, 9], **withheld)
    assert with_x.datasets == without.datasets


def test_nobody_shown_and_all_nought_are_drawn_too(svg):
    assert "<circle" not in svg(chart([None, None], country=None))
    assert svg(chart([0, 0, 0], country=0)).count("<circle") == 3


def test_labels_stay_inside():
    for values in ([0, 9], [9, 0]):
        for part in ("label", "beneath"):
            (row,) = rows(chart(values, country=values[0]), part)
            assert 0 <= row["at"] <= DOTS.width
            assert row["align"] == ("left" if values[0] == 0 else "right")
