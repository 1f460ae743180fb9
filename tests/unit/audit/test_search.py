"""A spoiled word about zoekgebieden is found, in pages, charts and files."""

import os
import re
import shutil

import pytest

from tests.unit.audit.country import country, spoil
from zicht.audit.search import read_sought
from zicht.audit.sought import sought_disclosures
from zicht.model.area import Level

__all__ = ["country"]

GEMEENTE, WIJK, ABOUT = "gemeente/gm*/index.html", "wijk/*/index.html", "zoekgebied/*/index.html"
CHARTS = "gemeente/gm*/grafieken.json"


def more(pattern):
    """Return what adds one to the number that a pattern finds."""

    def change(text):
        found = re.search(pattern, text)
        if found is None:
            return None
        start, end = found.span(1)
        return f"{text[:start]}{int(found[1]) + 1}{text[end:]}"

    return change


CHANNELS = {
    "how many wijken": (GEMEENTE, more(r"van de (\d+) wijken is te zien")),
    "how many must meet": (GEMEENTE, more(r"te zien dat minstens (\d)")),
    "how many are unknown": (GEMEENTE, more(r"Van (\d+) wijken is niet te zeggen")),
    "the signals of a wijk": (WIJK, more(r"deze wijk \w+ (?:geen|\d) van de (\d+) signalen")),
    "what a wijk needs": (WIJK, more(r"zijn er minstens (\d) nodig")),
    "the verdict of a wijk": (
        WIJK,
        lambda text: (
            text.replace("De wijk is geen zoek", "De wijk is een zoek", 1)
            if "De wijk is geen zoek" in text
            else None
        ),
    ),
    "the limit of a signal": (ABOUT, more(r'<td class="n">(\d+),\d <small>')),
    "how many reach a limit": (ABOUT, more(r'<td class="n">(\d+) van de \d+</td>')),
    "the tally of a gemeente": (ABOUT, more(r'<td class="n" data-v="\d+">(\d+)</td>')),
    "what a tally sorts by": (ABOUT, more(r'<td class="n" data-v="(\d+)">')),
    "the country": ("zoekgebied/index.html", more(r"van de (\d+) wijken is te zien")),
    "the tip of a map": (CHARTS, more(r'"tip":"[^"]*: (\d) van de \d+ signalen')),
    "the class of a map": (
        CHARTS,
        lambda text: (
            re.sub(r'("class":)"0"(,"code":"\w+"[^}]* signalen)', r'\1"3"\2', text, count=1)
            if " signalen" in text
            else None
        ),
    ),
}


@pytest.fixture(scope="module")
def spoiled(country, tmp_path_factory):
    return spoil(country, CHANNELS, tmp_path_factory.mktemp("zoek"))


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_spoiled_word_is_found_in_its_file(spoiled, channel):
    path, found = spoiled[channel]
    assert found, f"{channel}: nothing is found in {path}"


@pytest.fixture
def copy(country, tmp_path):
    dist = tmp_path / "dist"
    shutil.copytree(country[0], dist, copy_function=os.link)
    return dist


ABOUT_SITE = {
    "release": "2026-11-01",
    "source": "Fictieve cijfers, gemaakt voor deze demonstratie; codes, namen en inwonertallen "
    "van gemeenten: CBS",
    "licence": "CC0 1.0",
    "fictional": True,
    "notice": "Deze cijfers zijn verzonnen en dienen alleen als voorbeeld.",
}


def found_in(dist, published):
    return {(one.path, one.place) for one in sought_disclosures(dist, published, about=ABOUT_SITE)}


def test_the_files_of_a_site_are_made_anew_without_a_difference(country):
    assert found_in(*country) == set()


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("data/zoekgebied/witwassen.csv", b";nee;", b";ja;", "line 2"),
        ("data/zoekgebied/witwassen.csv", b"niet getoond", b"nee", ""),
        ("data/zoekgebieden.json", b'"reached":', b'"reached":1', ""),
        ("data/zoekgebieden.json", b'"fewest":3', b'"fewest":2', ""),
    ],
)
def test_a_spoiled_file_is_found(country, copy, path, old, new, place):
    content = (copy / path).read_bytes()
    assert old in content
    (copy / path).unlink()
    (copy / path).write_bytes(content.replace(old, new, 1))
    found = found_in(copy, country[1])
    assert found
    assert {one for one, _ in found} <= {path, "data/zoekgebied/witwassen.csv"}
    assert any(where.startswith(place) for _, where in found)


def test_every_region_of_a_level_with_enough_signals_is_judged(country):
    dist, published = country
    for sought in read_sought(dist, published):
        for level in (Level.WIJK, Level.BUURT):
            codes = {area.code for area in published.division.of(level)}
            assert codes <= set(sought.signs) or level not in sought.limits
    assert any(each.limits for each in read_sought(dist, published))
