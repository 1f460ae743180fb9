import json

from hypothesis import given
from hypothesis import strategies as st

from zicht.draw import strip
from zicht.model.chart import Item
from zicht.model.figure import Cell, State


def chart(values, here=0):
    items = [
        Item(
            f"GM{place:04d}",
            f"G{place}",
            Cell(State.WITHHELD) if value is None else Cell(State.SHOWN, float(value)),
            here=place == here,
            href=f"../{place}/",
        )
        for place, value in enumerate(values)
    ]
    return strip("k", title="t", description="d", items=items, unit="per inwoner", decimals=1)


def rows(chart, part):
    return [row for row in json.loads(chart.datasets["rows"]) if row["part"] == part]


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e6)), max_size=342))
def test_marks_are_few_and_count_every_region_that_is_shown(values):
    marks = rows(chart(values), "item")
    assert len(marks) <= 140
    assert sum(mark["n"] for mark in marks) == sum(value is not None for value in values)


def test_regions_that_share_a_mark_are_named_and_counted():
    (first, last) = rows(chart([1, 1, 1.0, 1, 9]), "item")
    assert first["tip"] == "G0, G1 en 2 andere: 1,0 per inwoner"
    assert (last["tip"], last["href"]) == ("G4: 9,0 per inwoner", "../4/")
    assert "href" not in first


def test_the_own_region_stands_out_with_its_figure(svg):
    drawn = svg(chart([1, 5, 9], here=1))
    assert ">G1 5,0 per inwoner<" in drawn
    assert drawn.count("<circle") == 1


def test_a_withheld_own_region_has_words_and_no_place(svg):
    places = {json.dumps(rows(chart([None, 5, top]), "label")) for top in (6, 900)}
    assert len(places) == 1
    assert "<circle" not in svg(chart([None, 5, 9]))
    assert ">G0: niet getoond<" in svg(chart([None, 5, 9]))


def test_the_axis_says_nothing_of_what_is_withheld():
    assert rows(chart([1, 5]), "axis") == rows(chart([1, 5, None]), "axis")


def test_nobody_shown_and_all_equal_are_drawn_too(svg):
    assert "<svg" in svg(chart([None, None]))
    assert svg(chart([0, 0, 0])).count("<circle") == 1
    assert svg(chart([7, 7, 7])).count("<circle") == 1
