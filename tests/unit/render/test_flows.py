"""Flows as they are told: messages, tables with what is left, the file to take along."""

import re
from datetime import date

import pytest

from zicht.model.area import Area, Division
from zicht.model.atlas import Atlas
from zicht.model.figure import Cell, State
from zicht.model.flow import FlowYear, SafeFlow
from zicht.model.theme import Delivery, Flow, Measure, Theme
from zicht.render import flow_csv
from zicht.render.flows import Message, flow_sections, headline
from zicht.shape import shape_flow

NONE = Cell(State.WITHHELD)
FLOW = Flow(
    *("stroom", "Woon en pleeg", "drugs", "Waar?", "Zo.", "verdenkingen", "CBS", "CBS", "Let op."),
    measure=Measure("T", "M"),
    origin="woongemeente",
    destination="pleeggemeente",
    dimension="D",
    total="T",
)
CODES = ("GM0001", "GM0002", "GM0003")


def shown(number):
    return Cell(State.SHOWN, float(number))


@pytest.fixture
def atlas():
    areas = [Area("NL01", "Nederland", None), *(Area(c, f"Naam {c[-1]}", "NL01") for c in CODES)]
    year = FlowYear(
        *(2024, False, shown(400)),
        origins=(shown(200), shown(150), NONE),
        destinations=(shown(120), shown(200), shown(80)),
        flows={(0, 0): 90, (0, 1): 30, (0, 2): 60, (1, 1): 120},
    )
    figures = shape_flow(SafeFlow(FLOW, CODES, (year,)))
    theme = Theme("drugs", "Drugs", "Over drugs.", 1, (), (), flows=(FLOW,))
    delivery = Delivery("Klein", date(2024, 11, 1), 2024, "CBS", "CC0", fictional=False)
    division = Division.sorted(2024, areas)
    return Atlas(
        *(delivery, (theme,), division, {}, {}, {}, {}, {}, {}, {}), flows={"stroom": figures}
    )


def sides(atlas, code):
    return flow_sections(atlas, code, atlas.themes[0], base="gemeente/x/drugs/")[0].sides


def test_the_table_has_the_own_gemeente_the_others_and_what_is_left(atlas):
    out, _ = sides(atlas, "GM0001")
    names = [None if row.area is None else row.area.code for row in out.rows]
    assert names == ["GM0001", "GM0003", "GM0002", None]
    assert [row.count.value for row in out.rows] == [90, 60, 30, 20]
    assert [row.share.value for row in out.rows] == [45.0, 30.0, 15.0, 10.0]


def test_nothing_is_told_around_a_total_that_is_not_shown(atlas):
    out, _ = sides(atlas, "GM0003")
    assert out.rows == ()
    assert out.charts == ()
    assert "is niet te tonen" in out.headline


def test_a_share_of_a_small_total_is_not_told(atlas):
    _, into = sides(atlas, "GM0003")
    assert {row.share.state for row in into.rows} == {State.WITHHELD}


def test_bars_stand_by_size_with_the_own_gemeente_among_them(atlas):
    out, _ = sides(atlas, "GM0001")
    assert [item.code for item in out.bars.items] == ["GM0001", "GM0003", "GM0002"]
    assert [item.here for item in out.bars.items] == [True, False, False]


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (Message(shown(200), shown(90), shown(45)), "Van de 200 verdenkingen .* heeft 45,0% ook"),
        (Message(shown(50), shown(20), NONE), "Van de 50 verdenkingen .* hebben er 20 ook"),
        (Message(shown(1200), NONE, NONE), r"Er zijn 1\.200 verdenkingen .*niet te tonen"),
        (Message(NONE, NONE, NONE), "Hoeveel verdenkingen er zijn .*niet te tonen"),
    ],
)
def test_the_message_tells_what_can_be_told(says, told):
    text = headline(FLOW, "Aa", own="woongemeente", other="pleeggemeente", says=says)
    assert re.match(told, text)


def test_the_file_has_every_total_and_only_flows_that_are_shown(atlas):
    lines = flow_csv(atlas, atlas.flows["stroom"]).content.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 1 + 1 + 3 + 3 + 4 + 1
    assert lines[1].startswith("2024;NL01;Nederland;NL01;Nederland;400;shown;nee;verdenkingen;")
    assert any(line.startswith("2024;GM0003;Naam 3;NL01;Nederland;;withheld;") for line in lines)
