"""What a page of branches tells beyond the counts in the files is found."""

import json
import re

import pytest

from tests.unit.audit.country import country, spoil
from zicht.audit.knots import branche_folders, branches_of, knots_of
from zicht.audit.page.pages import page_disclosures
from zicht.audit.page.site import read_pages

__all__ = ["country"]

TREE = {
    "form": "hierarchy",
    "parts": {"b": "Horeca", "a": "Landbouw", "b-rest": "Overig", "cafes": "Cafés"},
    "codes": {"b": "I", "a": "A", "b-rest": "I-rest", "cafes": "563"},
    "under": {"cafes": "b", "b-rest": "b"},
}


def test_a_hierarchy_stands_in_the_order_of_its_codes_and_a_rest_comes_last():
    assert [(knot.code, knot.around, knot.depth) for knot in knots_of(TREE)] == [
        ("A", None, 0),
        ("I", None, 0),
        ("563", "I", 1),
        ("I-rest", "I", 1),
    ]


@pytest.mark.parametrize("wrong", [{"codes": None}, {"codes": {"b": "I"}}, {"under": {"b": "z"}}])
def test_what_tells_no_tree_is_none(wrong):
    assert knots_of(TREE | wrong) == ()


def test_categories_around_each_other_end():
    assert len(knots_of(TREE | {"under": {"a": "b", "b": "a"}})) == len(TREE["parts"])


def test_a_branche_has_one_page_where_the_first_names_it():
    other = TREE | {"parts": TREE["parts"] | {"b": "Logies"}}
    told = {"x": {"breakdowns": {"sbi": TREE}}, "y": {"breakdowns": {"sbi": other}}}
    assert branches_of(told)["I"].title == "Horeca"
    assert "branche/i-horeca/" in branche_folders(told)
    assert "branche/" in branche_folders(told)
    assert branche_folders({"x": {"breakdowns": {"soort": TREE}}}) == frozenset()


PAGE, CHARTS = "branche/*/index.html", "branche/*/grafieken.json"
INDEX, HERE = "branche/index.html", "gemeente/*/branches/index.html"
NUMBER = r"(\d[\d.,]*)"


def texted(pattern, told):
    """Return what replaces the number in the first text that matches."""

    def change(text):
        found = re.search(pattern, text)
        if found is None:
            return None
        return text[: found.start(1)] + told + text[found.end(1) :]

    return change


def rowed(kind, **fields):
    """Return what changes a row with a value in the data of a chart of a kind."""

    def change(text):
        told = json.loads(text)
        for name, rows in told["datasets"].items():
            if told["usermeta"]["kinds"].get(name) == kind:
                row = next((row for row in rows if row.get("tip")), None)
                if row is not None:
                    row.update(fields)
                    return json.dumps(
                        told, ensure_ascii=False, separators=(",", ":"), sort_keys=True
                    )
        return None

    return change


def moved(text):
    """Let two rows of the list of all branches change places."""
    rows = re.findall(r"<tr><th scope=\"row\" class=\"sectie\">.*?</tr>", text, re.DOTALL)
    first, second = rows[:2]
    return text.replace(first, "\0").replace(second, first).replace("\0", second)


CHANNELS = {
    "the count of a branche": (PAGE, texted(rf'boodschap">{NUMBER}', "77")),
    "its share": (PAGE, texted(rf"Dat is {NUMBER}%", "77,7")),
    "a year": (PAGE, texted(rf'<tr><th scope="row">20\d\d</th><td class="n">{NUMBER}', "77")),
    "the share of a year": (
        PAGE,
        texted(rf'<tr><th scope="row">20\d\d</th>.*?</td><td class="n">{NUMBER}%', "77,7"),
    ),
    "a count of a gemeente": (
        PAGE,
        texted(rf'smal">[^<]*</td><td class="n" data-v="{NUMBER}', "7"),
    ),
    "times of a gemeente": (PAGE, texted(rf'data-v="[\d.]+">{NUMBER}\*?[^%*].*?</td></tr>', "7,7")),
    "the highest on the map": (PAGE, texted(rf"<h3[^>]*>Het hoogst in [^:]*: {NUMBER}", "77,7")),
    "a class of the map": (PAGE, texted(rf"minder dan {NUMBER}</li>", "0,4")),
    "a branche inside it": (PAGE, texted(rf'afdeling">.*?</th><td class="n">{NUMBER}', "77")),
    "the data of a map": (CHARTS, rowed("map", tip="Goes: 7,7 keer zo vaak als in Nederland")),
    "the order of all branches": (INDEX, moved),
    "a count of the list": (INDEX, texted(rf'sectie">.*?</th>\s*<td class="n">{NUMBER}', "77")),
    "a bar": (INDEX, texted(r'<path d="M164,[\d.]+h([\d.]+)', "99.9")),
    "a share here": (HERE, texted(rf'sectie">.*?</th>.*?<td class="n">{NUMBER}%', "77,7")),
    "times here": (HERE, texted(rf"%[^%]*?</td><td class=\"n\">{NUMBER}", "77,7")),
    "the most here": (HERE, texted(rf"<h3>[^<]*: {NUMBER} keer zo vaak", "77,7")),
    "how many are shown": (HERE, texted(r"(\d+) van de \d+ branches", "7")),
    "a small line": (HERE, texted(r'<path d="M([\d.]+),[\d.]+h2v16', "301")),
    "the data of a tree": ("gemeente/*/branches/grafieken.json", rowed("tree", there=7.7)),
    "the depth of a branche": ("branche/grafieken.json", rowed("tree", depth=1)),
}


def test_a_page_of_branches_tells_nothing_else(country):
    dist, published = country

    paths = sorted(
        path.relative_to(dist).as_posix()
        for pattern in (PAGE, INDEX, HERE)
        for path in dist.glob(pattern)
    )
    assert len(paths) > 40
    assert list(page_disclosures(dist, read_pages(dist, published), paths=paths)) == []


def test_every_number_about_branches_that_is_changed_is_found(country, tmp_path):
    found = spoil(country, CHANNELS, tmp_path)
    assert sorted(name for name, (_, told) in found.items() if not told) == []
    assert len(found) == len(CHANNELS)
