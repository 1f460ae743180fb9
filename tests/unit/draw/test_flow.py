import json

import pytest

from zicht.draw import flow
from zicht.draw.specs.flow import WIDTHS
from zicht.model.chart import Item, Route, Routes
from zicht.model.figure import Cell, State


def item(code, value=None, *, here=False):
    cell = Cell(State.MISSING) if value is None else Cell(State.SHOWN, float(value))
    return Item(code, f"Naam {code}", cell, here)


def chart(counts, outlines, *, outward=True):
    """Return lines between the first region and those after it."""
    shapes = outlines(8)
    codes = sorted(shapes)
    own = codes[0]
    others = [item(code, count) for code, count in zip(codes[1:], counts, strict=False)]
    pairs = [(own, one.code) if outward else (one.code, own) for one in others]
    ask = Routes(
        *("k", "t", "d", "verdenkingen", 0),
        routes=tuple(Route(*pair, one) for pair, one in zip(pairs, others, strict=True)),
        areas=tuple(item(code, here=code == own) for code in codes),
        shapes=shapes,
        outward=outward,
    )
    return flow("k", title="t", description="d", ask=ask)


def rows(drawn, part):
    return [row for row in json.loads(drawn.datasets["rows"]) if row["part"] == part]


def test_lines_run_from_middle_to_middle(outlines):
    line = rows(chart([10], outlines), "line")[0]
    assert (line["x"], line["y"]) == (5.01, 52.005)
    assert (line["x2"], line["y2"]) == (5.03, 52.005)


def test_a_line_in_runs_the_other_way(outlines):
    line = rows(chart([10], outlines, outward=False), "line")[0]
    assert (line["x2"], line["y2"]) == (5.01, 52.005)
    assert "out" not in line


@pytest.mark.parametrize(
    ("count", "width"), [(9, "0"), (10, "1"), (24, "1"), (25, "2"), (50, "3"), (75, "4")]
)
def test_a_line_is_as_thick_as_its_part_of_the_largest(outlines, count, width):
    found = rows(chart([count, 100], outlines), "line")
    assert {row["text"]: row["width"] for row in found}[str(count)] == width


def test_the_largest_lies_under_the_others(outlines, svg):
    drawn = svg(chart([10, 100, 30], outlines))
    widths = [one.split('"')[0] for one in drawn.split('stroke-width="')[1:]]
    thick = [float(one) for one in widths if float(one) in WIDTHS]
    assert thick[-3:] == [6, 3, 2]


def test_regions_are_told_apart(outlines):
    kinds = [row["kind"] for row in rows(chart([10, 12], outlines), "area")]
    assert sorted(kinds) == ["end", "end", "here", *["other"] * 5]


def test_a_line_to_a_region_without_outline_is_left_out(outlines):
    ask = Routes(
        *("k", "t", "d", "verdenkingen", 0),
        routes=(Route("WK003400", "GM9999", item("GM9999", 12)),),
        areas=(item("WK003400", here=True),),
        shapes=outlines(1),
        outward=True,
    )
    assert not rows(flow("k", title="t", description="d", ask=ask), "line")
