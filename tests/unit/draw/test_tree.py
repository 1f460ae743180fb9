import json
import re

from zicht.draw import tree
from zicht.model.chart import Leaf
from zicht.model.figure import Cell, State

WITHHELD = Cell(State.WITHHELD)


def cell(value, *, provisional=False):
    return Cell(State.SHOWN, float(value), provisional)


def chart(*leaves):
    told = {"title": "t", "description": "d", "unit": "% van het totaal", "decimals": 1}
    return tree("k", **told, leaves=leaves, against="Nederland")


def leaf(name, value, there=None, *, depth=0):
    return Leaf(name, name, depth, value, there, f"../{name}/")


def rectangles(svg, height):
    return re.findall(rf'd="M([\d.]+),[\d.]+h([\d.]+)v{height}h', svg)


def test_branches_keep_their_order_and_lie_deeper_the_deeper_they_are(svg):
    drawn = svg(chart(leaf("I", cell(8)), leaf("B56", cell(5), depth=1), leaf("A", cell(9))))
    assert re.findall(r"<text([^>]*)>([IAB]\d*) [IAB]\d*<", drawn) == [
        (' x="0" y="14"', "I"),
        (' x="10" y="34"', "B56"),
        (' x="0" y="54"', "A"),
    ]


def test_a_bar_and_what_it_is_held_against_have_one_scale(svg):
    drawn = svg(chart(leaf("I", cell(5), cell(10))))
    ((start, length),) = rectangles(drawn, 12)
    ((line, _),) = rectangles(drawn, 16)
    assert (float(line) + 1 - float(start)) / 2 == float(length)


def test_what_is_withheld_has_a_symbol_and_no_bar_and_moves_no_other(svg):
    alone = svg(chart(leaf("I", cell(5), cell(4))))
    beside = svg(chart(leaf("I", cell(5), cell(4)), leaf("J", WITHHELD, cell(2))))
    assert rectangles(alone, 12) == rectangles(beside, 12)
    assert ">x<" in beside


def test_without_a_figure_to_hold_against_there_is_no_line(svg):
    assert not rectangles(svg(chart(leaf("I", cell(5), WITHHELD))), 16)
    assert not rectangles(svg(chart(leaf("I", cell(5)))), 16)


def test_rows_tell_both_shares_and_lead_to_the_branche():
    (row,) = json.loads(chart(leaf("I", cell(5, provisional=True), cell(4))).datasets["rows"])
    told = "I: 5,0% van het totaal (voorlopig); Nederland: 4,0% van het totaal"
    assert (row["text"], row["tip"], row["href"]) == ("5,0%*", told, "../I/")
