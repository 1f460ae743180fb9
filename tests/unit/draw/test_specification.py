import json

import altair as alt
import pytest
import vl_convert

from zicht.draw import KINDS, browser_assets, page_specification


@pytest.fixture(scope="module")
def page(charts, kinds):
    return page_specification(
        [*charts(), *charts(variant=1)], kinds=kinds, title="Almere", notice="Fictief"
    )


KEYS = [
    "lijn",
    "vonk",
    "staaf",
    "strook",
    "punten",
    "kaart",
    "profiel",
    "verdeling",
    "jaren",
    "boom",
    "stroom",
]


def test_a_page_is_one_valid_document(page):
    document = json.loads(page)
    alt.Chart.from_dict(document)
    assert document["title"] == "Almere"
    assert document["usermeta"]["notice"] == "Fictief"
    assert document["usermeta"]["kinds"]["vonk1"] == "spark"
    assert [unit["name"] for unit in document["vconcat"]] == [
        f"{key}{variant}" for variant in (0, 1) for key in KEYS
    ]


def test_a_page_compiles_and_draws(page):
    document = json.loads(page)
    drawn = vl_convert.vegalite_to_svg(document, vl_version="6.4")
    told = [row for rows in document["datasets"].values() for row in rows if "label" in row]
    assert {row["label"] for row in told if row["part"] in {"name", "pair"}}
    for row in told:
        if row["part"] in {"name", "pair"}:
            assert row["label"] in drawn


def test_a_page_holds_the_rows_of_each_chart_by_its_key(page, charts):
    datasets = json.loads(page)["datasets"]
    for chart in charts():
        assert datasets[chart.key] == json.loads(chart.datasets["rows"])
    codes = [shape["id"] for shape in datasets["shapes"]]
    assert codes == sorted(set(codes))


def test_a_page_is_small_and_always_the_same(page, charts, kinds):
    again = page_specification(
        [*charts(), *charts(variant=1)], kinds=kinds, title="Almere", notice="Fictief"
    )
    assert page == again
    assert page == json.dumps(
        json.loads(page), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def test_every_kind_is_compiled_with_fixed_size_and_dutch_numbers(kinds):
    assert tuple(kinds.lite) == tuple(kinds.vega) == KINDS
    for kind in KINDS:
        vega = json.loads(kinds.vega[kind])
        assert vega["autosize"] == "none"
        assert vega["config"]["aria"] is False
        assert vega["config"]["locale"]["number"]["decimal"] == ","


def test_what_a_browser_gets_evaluates_no_text(kinds):
    assets = browser_assets(kinds)
    assert sorted(assets) == ["kinds.json", "vega.js"]
    assert sorted(json.loads(assets["kinds.json"])) == sorted(KINDS)
    assert assets["vega.js"].startswith(b"globalThis.zichtVega=")
