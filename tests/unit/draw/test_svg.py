import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zicht.draw import style
from zicht.draw.svg import compact

NASTY = [
    "<script>alert(1)</script>",
    '\'s "Hertogen"bosch',
    "a & b &lt;",
    "👩‍👩‍👧 wijk",
    "שכונה א",
    "Gebied 2.15",
    'x" fill="#8a94a6',
    "]]>",
    "-->",
]
SMALL = {
    "line": 3000,
    "spark": 500,
    "bar": 4000,
    "strip": 8000,
    "map": 8000,
    "dots": 3000,
    "tree": 4000,
    "profile": 4000,
    "composition": 4000,
    "ages": 4000,
    "flow": 4000,
}


def checked(drawn):
    """Return the drawing as a tree, when it is whole and holds nothing but shapes and words."""
    tree = ET.fromstring(drawn.svg)  # noqa: S314  # we made it
    assert {node.tag for node in tree.iter()} <= {
        "svg",
        "title",
        "desc",
        "g",
        "path",
        "line",
        "circle",
        "text",
        "tspan",
    }
    assert not {name for node in tree.iter() for name in node.attrib} & {"style", "class", "id"} - (
        {"class", "id"}
    )
    return tree


@pytest.mark.parametrize("name", NASTY)
def test_a_name_is_only_words(engine, charts, name):
    for drawn in engine.draw(charts(name=name)):
        tree = checked(drawn)
        assert name in tree[0].text
        assert len(drawn.svg) < SMALL[drawn.chart.kind] + 400


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=st.text(max_size=30))
def test_any_name_gives_a_whole_drawing(engine, charts, name):
    for drawn in engine.draw(charts(name=name)):
        checked(drawn)


def test_a_number_in_a_name_keeps_its_decimals(engine, charts):
    bar = next(d for d in engine.draw(charts(name="Plan 2.155")) if d.chart.kind == "bar")
    assert "Plan 2.155 0" in bar.svg


def test_a_drawing_has_no_styles_and_no_more_than_it_needs(engine, charts):
    for drawn in engine.draw(charts()):
        assert "style" not in drawn.svg
        assert "NaN" not in drawn.svg
        assert "xmlns" not in drawn.svg
        assert "font-family" not in drawn.svg
        assert not re.search(r"\d\.\d\d", re.sub(r">[^<]*<", "><", drawn.svg))
        assert "<g/>" not in drawn.svg
        assert len(drawn.svg) < SMALL[drawn.chart.kind]


def test_a_screen_reader_hears_title_and_description(engine, charts):
    for drawn in engine.draw(charts()):
        tree = checked(drawn)
        key = drawn.chart.key
        assert tree.attrib["role"] == "img"
        assert tree.attrib["aria-labelledby"] == f"{key}-t {key}-d"
        assert [(n.tag, n.attrib["id"], n.text) for n in tree[:2]] == [
            ("title", f"{key}-t", drawn.chart.title),
            ("desc", f"{key}-d", "Beschrijving"),
        ]


def test_only_colours_of_the_site_are_used(engine, charts):
    known = {
        style.HERE,
        style.SIMILAR,
        style.COUNTRY,
        style.OTHER,
        style.GRID,
        style.PAPER,
        style.TEXT,
        style.INK,
        style.EDGE_DARK,
        style.MISSING_EDGE,
        style.WITHHELD,
        *style.CLASSES,
        *style.PARTS,
        "none",
        "transparent",
    }
    for drawn in engine.draw([*charts(), *charts(variant=1)]):
        assert set(re.findall(r' (?:fill|stroke)="([^"]*)"', drawn.svg)) <= known


def test_what_is_not_a_drawing_is_refused(charts):
    with pytest.raises(ValueError, match="lijn0: not a drawing"):
        compact(charts()[0], "<html>")


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_what_must_be_seen_can_be_seen():
    assert _contrast(style.TEXT, style.PAPER) >= 7
    assert _contrast(style.HERE, style.PAPER) >= 7
    for colour in (style.SIMILAR, style.COUNTRY, style.OTHER, style.MISSING_EDGE):
        assert _contrast(colour, style.PAPER) >= 3
    edges = (style.EDGE_DARK, style.EDGE_DARK, style.PAPER, style.PAPER, style.PAPER)
    for fill, edge in zip(style.CLASSES, edges, strict=True):
        assert _contrast(fill, edge) >= 2.9
