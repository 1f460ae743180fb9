"""Charts of categories: what the builder draws of published figures passes, and nothing else."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest
from lxml import html

from zicht import draw
from zicht.audit.page.about import About, Family
from zicht.audit.page.blocks import ages_marks, composition_marks, profile_marks
from zicht.audit.page.charts import Drawn
from zicht.audit.page.facts import Facts, Wording
from zicht.audit.page.marks import marks_of
from zicht.audit.page.rows import differing
from zicht.audit.page.talk import Talk
from zicht.audit.page.words import unexplained
from zicht.model.area import Area, Division
from zicht.model.chart import Pair, Share
from zicht.model.figure import Cell, Grid, State
from zicht.model.published import Published, PublishedSeries
from zicht.model.rules import Zero

YEARS = (2023, 2024)
DIVISION = Division.sorted(2024, [Area("NL01", "Nederland", None)])
W = Cell(State.WITHHELD)
FIT = {"title": "t", "description": "d", "unit": "%", "decimals": 1}


def grid(*cells):
    states = [State.WITHHELD if cell is None else State.SHOWN for cell in cells]
    values = [np.nan if cell is None else cell for cell in cells]
    return Grid(YEARS, np.array([values], float), np.array([states], np.uint8), (False, False))


PARTS = {
    "inkomen": {"laag": grid(90, 90), "ander": grid(110, 110)},
    "leeftijd": {"jong": grid(60, 80), "oud": grid(140, 120)},
    "soort": {"hard": grid(100, 100), "zacht": grid(60, None), "anders": grid(40, None)},
}
EVERYONE = {"inkomen": {"laag": grid(300, 300), "ander": grid(1700, 1700)}}
FORMS = {"inkomen": "profile", "leeftijd": "ages", "soort": "composition"}
SERIES = PublishedSeries(
    "zaken", grid(200, 200), grid(1, 1), PARTS, Zero.STRUCTURAL, judged=True, decimals=0,
    everyone=EVERYONE,
)  # fmt: skip
WORDING = Wording(
    "Zaken",
    "t",
    "per inwoner",
    0,
    {key: {part: part.capitalize() for part in parts} for key, parts in PARTS.items()},
    FORMS,
    {key: key.capitalize() for key in PARTS},
    {"inkomen": "alle inwoners"},
)
FACTS = Facts(Published(DIVISION, {"zaken": SERIES}), {"zaken": WORDING}, "1 november 2024", {})
ABOUT = About("thema/t/zaken/index.html", "thema/t/zaken/", Family.INDICATOR, key="zaken")


def shown(value):
    return Cell(State.SHOWN, value)


LAAG = Pair("Laag", shown(45.0), shown(15.0), shown(3.0))
CHARTS = {
    "profile": draw.profile(
        "profiel-zaken", **FIT, pairs=[LAAG], group="deze groep", everyone="alle inwoners"
    ),
    "ages": draw.ages(
        "jaren-leeftijd-zaken",
        **FIT,
        years=YEARS,
        shares=[
            Share("Jong", (shown(30.0), shown(40.0))),
            Share("Oud", (shown(70.0), shown(60.0))),
        ],
        bounds=(15.0, 30.0, 45.0, 60.0),
    ),
    "composition": draw.composition(
        "verdeling-soort-zaken",
        **FIT,
        years=YEARS,
        shares=[
            Share("Hard", (shown(50.0), shown(50.0))),
            Share("Zacht", (shown(30.0), W)),
            Share("Anders", (shown(20.0), W)),
        ],
        tints=(0, 2, 3),
    ),
}
BREAKDOWNS = {"profile": "", "ages": "leeftijd", "composition": "soort"}
MARKS = {"profile": profile_marks, "ages": ages_marks, "composition": composition_marks}
SPOILED = {
    "profile": ["value", "to", "text", "tip", "side", "label", "row"],
    "ages": ["class", "text", "tip", "label", "year", "row"],
    "composition": ["value", "from", "to", "tint", "text", "tip", "label", "row"],
}


def placed(kind, svg="<svg></svg>"):
    """Return a chart on a page that says 2024 above it."""
    page = html.fragment_fromstring(f'<div class="verdeling"><p>Nederland, 2024</p>{svg}</div>')
    return Drawn(CHARTS[kind].key, kind, "zaken", page.find(".//svg"), ABOUT, BREAKDOWNS[kind])


def rows_of(kind):
    return json.loads(CHARTS[kind].datasets["rows"])


@pytest.mark.parametrize("kind", CHARTS)
def test_the_rows_of_the_builder_follow_from_what_is_published(kind):
    assert list(differing(placed(kind), rows_of(kind), FACTS)) == []


@pytest.mark.parametrize(("kind", "field"), [(k, f) for k, fs in SPOILED.items() for f in fs])
def test_a_field_that_tells_otherwise_is_found(kind, field):
    rows = rows_of(kind)
    for at, row in enumerate(rows):
        if field in row:
            other = "7777" if isinstance(row[field], str) else row[field] + 7
            changed = [*rows[:at], {**row, field: other}, *rows[at + 1 :]]
            assert list(differing(placed(kind), changed, FACTS)), (row, field)


@pytest.mark.parametrize("kind", CHARTS)
def test_rows_in_another_order_or_more_of_them_are_found(kind):
    rows = rows_of(kind)
    assert list(differing(placed(kind), rows[::-1], FACTS))
    assert list(differing(placed(kind), [*rows, {"part": "geheim", "value": 7}], FACTS))


def test_a_share_of_a_withheld_count_is_found():
    rows = rows_of("composition")
    at = next(n for n, row in enumerate(rows) if row["part"] == "rest")
    leak = {"row": 1, "part": "share", "tint": 2, "from": 50.0, "to": 80.0, "value": 30.0}
    leak["tip"] = "Zacht, 2024: 30,0%"
    rest = {**rows[at], "from": 80.0}
    assert list(differing(placed("composition"), [*rows[:at], leak, rest], FACTS))


def test_a_page_may_hold_a_share_back():
    held = replace(LAAG, times=W, share=W)
    chart = draw.profile("k", **FIT, pairs=[held], group="deze groep", everyone="alle inwoners")
    rows = json.loads(chart.datasets["rows"])
    assert list(differing(placed("profile"), rows, FACTS)) == []


@pytest.fixture(scope="module")
def drawn():
    """Return each chart as it is drawn, and its specification."""
    kinds = draw.compile_kinds()
    with draw.Engine(kinds) as engine:
        svgs = {kind: engine.draw([chart])[0].svg for kind, chart in CHARTS.items()}
    return svgs, {kind: json.loads(kinds.lite[kind]) for kind in CHARTS}


def odd(drawn, kind, change=lambda svg: svg):
    svgs, units = drawn
    changed = change(svgs[kind])
    marks = list(marks_of(placed(kind, changed).svg))
    return list(MARKS[kind](marks, rows_of(kind), units[kind]))


@pytest.mark.parametrize("kind", CHARTS)
def test_the_marks_of_the_builder_stand_where_the_rows_put_them(drawn, kind):
    assert odd(drawn, kind) == []


DRAWN = {
    "a dot": ("profile", r'cx="1', 'cx="2'),
    "a line": ("profile", r'x2="', 'x2="1'),
    "a share": ("profile", r">45,0%<", ">45,7%<"),
    "how many times": ("profile", r">3,0 keer<", ">3,7 keer<"),
    "where a name stands": ("profile", r'<text x="0"', '<text x="7"'),
    "the width of a part": ("composition", r"h158", "h177"),
    "the colour of a part": ("composition", r"#1d3b73", "#3d67a8"),
    "a part of what is withheld": ("composition", r'<path d="M202,26h158', '<path d="M202,26h58'),
    "a symbol": ("composition", r">x<", ">7<"),
    "a year": ("composition", r">2023<", ">2022<"),
    "the height of a drawing": ("composition", r'viewBox="0 0 360 \d+', 'viewBox="0 0 360 77'),
    "the colour of a cell": ("ages", r"#a9c1e3|#6f95cc", "#dce6f4"),
    "a share in a cell": ("ages", r">30,0<", ">37,0<"),
    "a cell more": ("ages", r"(<path [^>]*/>)", r"\1\1"),
}


@pytest.mark.parametrize("channel", DRAWN)
def test_a_mark_that_says_otherwise_is_found(drawn, channel):
    kind, old, new = DRAWN[channel]
    assert re.search(old, drawn[0][kind]), drawn[0][kind]
    assert odd(drawn, kind, lambda svg: re.sub(old, new, svg, count=1))


SAID = [
    "Laag: 45,0% van deze groep, 15,0% van alle inwoners; 3,0 keer zo vaak.",
    "Laag: 3,0 keer zo vaak als bij alle inwoners",
    "Het grootste deel in 2023: Hard, 50,0%",
    "Het meest gegroeid: Jong, van 30,0% in 2023 naar 40,0% in 2024",
    "Jong in 2024: 40,0%. Oud in 2024: 60,0%.",
    "minder dan 15%",
    "15 tot 30%",
    "60% of meer",
]
FALSE = [
    "Laag: 45,1% van deze groep, 15,0% van alle inwoners; 3,0 keer zo vaak.",
    "7777 Laag: 45,0% van deze groep, 15,0% van alle inwoners; 3,0 keer zo vaak.",
    "Laag: 3,1 keer zo vaak als bij alle inwoners",
    "Ander: 3,0 keer zo vaak als bij alle inwoners",
    "Het grootste deel in 2023: Zacht, 30,0%",
    "Het grootste deel in 2024: Zacht, 30,0%",
    "Het meest gegroeid: Oud, van 70,0% in 2023 naar 60,0% in 2024",
    "Jong in 2024: 40,1%.",
    "Zacht in 2024: 30,0%.",
    "minder dan 17%",
    "15 tot 31%",
]


@pytest.mark.parametrize("text", SAID)
def test_a_sentence_that_follows_from_the_figures_is_explained(text):
    assert unexplained(text, Talk(FACTS, ABOUT, ["zaken"])) == ""


@pytest.mark.parametrize("text", FALSE)
def test_a_sentence_that_does_not_is_left_over(text):
    assert unexplained(text, Talk(FACTS, ABOUT, ["zaken"]))
