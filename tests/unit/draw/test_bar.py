import json
import re

from zicht.draw import bar
from zicht.model.chart import Item
from zicht.model.figure import Cell, State


def chart(items, reference=None):
    return bar(
        "k",
        title="t",
        description="d",
        items=items,
        unit="per inwoner",
        decimals=1,
        reference=reference,
    )


def item(name, cell, **more):
    return Item(
        name, name, cell if isinstance(cell, Cell) else Cell(State.SHOWN, float(cell)), **more
    )


def test_regions_keep_their_order_and_each_has_a_row(svg):
    drawn = svg(chart([item("C", 1), item("A", Cell(State.WITHHELD)), item("B", 3)]))
    assert re.findall(r">([ABC])<", drawn) == ["C", "A", "B"]
    assert 'viewBox="0 0 360 64"' in drawn


def test_no_figure_has_a_symbol_and_no_bar(svg):
    drawn = svg(
        chart([item("A", 2), item("B", Cell(State.WITHHELD)), item("C", Cell(State.MISSING))])
    )
    assert drawn.count("<path") == 1
    assert ">x<" in drawn
    assert ">.<" in drawn


def test_nought_is_a_number(svg):
    assert ">0,0<" in svg(chart([item("A", 0), item("B", 1)]))


def test_all_withheld_shows_no_bar(svg):
    assert "<path" not in svg(chart([item("A", Cell(State.WITHHELD))]))


def test_the_length_of_bars_says_nothing_of_what_is_withheld(svg):
    alone = svg(chart([item("A", 2), item("B", 4)]))
    beside = svg(chart([item("A", 2), item("B", 4), item("C", Cell(State.WITHHELD))]))
    assert re.findall(r' d="([^"]*)"', alone) == re.findall(r' d="([^"]*)"', beside)


def test_the_reference_is_a_row_and_a_rule(svg):
    drawn = svg(chart([item("A", 2)], ("Nederland", Cell(State.SHOWN, 1.0))))
    assert ">Nederland<" in drawn
    assert drawn.count("<line") == 1
    withheld = svg(chart([item("A", 2)], ("Nederland", Cell(State.WITHHELD))))
    assert "Nederland" not in withheld


def test_the_own_region_is_marked_by_more_than_colour(svg):
    drawn = svg(chart([item("A", 2, here=True), item("B", 3)]))
    assert re.search(r'font-weight="600"[^>]*>A<', drawn)
    assert not re.search(r'font-weight="600"[^>]*>B<', drawn)


def test_rows_tell_and_lead():
    (row,) = json.loads(chart([item("A", 2, href="../a/")]).datasets["rows"])
    assert (row["tip"], row["href"]) == ("A: 2,0 per inwoner", "../a/")
