"""A number in the catalogue, the description or a data block that nothing explains is found."""

import json
import os
import re
import shutil

import pytest

from tests.unit.audit.country import country
from zicht.audit.catalogus import CATALOGUE, TURTLE, catalogus_disclosures
from zicht.audit.openapi import OPENAPI, openapi_disclosures
from zicht.audit.page.pages import page_disclosures
from zicht.audit.page.site import read_pages

__all__ = ["country"]

PAGE = "gemeente/gm0664-goes/index.html"


@pytest.fixture
def spoiled(country, tmp_path):
    """A copy of the site in which one file can be changed, and what is then found in it."""
    dist = tmp_path / "dist"
    shutil.copytree(country[0], dist, copy_function=os.link)
    about = json.loads((dist / "data/indicatoren.json").read_bytes())

    def spoil(path, change):
        text = (dist / path).read_text("utf-8")
        changed = change(text)
        assert changed != text
        (dist / path).unlink()
        (dist / path).write_text(changed, "utf-8")
        if path == PAGE:
            return [
                one.path
                for one in page_disclosures(dist, read_pages(dist, country[1]), paths=[PAGE])
            ]
        found = [*catalogus_disclosures(dist, country[1], about=about)]
        found += openapi_disclosures(dist, country[1], about=about)
        assert "7777" not in "".join(map(str, found))
        return [one.path for one in found]

    return spoil


def replaced(old, new):
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize("path", [CATALOGUE, OPENAPI, PAGE])
def test_what_the_builder_writes_is_explained(country, path):
    dist, published = country
    about = json.loads((dist / "data/indicatoren.json").read_bytes())
    if path == PAGE:
        assert list(page_disclosures(dist, read_pages(dist, published), paths=[PAGE])) == []
    else:
        assert list(catalogus_disclosures(dist, published, about=about)) == []
        assert list(openapi_disclosures(dist, published, about=about)) == []


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (CATALOGUE, replaced("Geruimde hennepkwekerijen", "In Goes 7777 hennepkwekerijen")),
        (CATALOGUE, lambda text: re.sub(r'"@value": "\d+"', '"@value": "7777"', text, count=1)),
        (CATALOGUE, replaced("-12-31", "-12-30")),
        (CATALOGUE, replaced('"@value": "ondermijning"', '"@value": "7777"')),
        (CATALOGUE, replaced("#contact", "#contact-7777")),
        (CATALOGUE, replaced("uitleg/contact/", "uitleg/contact/?7777")),
        (CATALOGUE, replaced("\n  {", "\n    {")),
        (TURTLE, replaced('"ondermijning"', '"ondermijning 7777"')),
        (TURTLE, replaced("dct:title", "# 7777\n dct:title")),
        (OPENAPI, replaced("Alle gemeenten", "7777 gemeenten")),
        (OPENAPI, replaced('"type": "number"', '"type": "number",\n      "default": 7777')),
        (OPENAPI, replaced('"paths": {', '"paths": {},\n "paths": {')),
    ],
)
def test_a_number_in_a_description_of_the_data(spoiled, path, change):
    assert path in spoiled(path, change)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"name":"Goes"', '"name":"Goes 7777"'),
        ('"isAccessibleForFree":true', '"isAccessibleForFree":7777'),
        ('"inLanguage":"nl"', '"inLanguage":"nl","version":"7777"'),
        ("Goes, Zeeland, Nederland", "Goes, Zeeland, 7777"),
        ("gm0664.json", "gm7777.json"),
        ('"temporalCoverage":"20', '"temporalCoverage":"19'),
        ('"dateModified":"2026', '"dateModified":"7777'),
        ("verzonnen en dienen", "verzonnen (7777) en dienen"),
        ('{"@context"', '{"@type":"Dataset","@context"'),
        ('<script type="application/ld+json">', "<script>"),
    ],
)
def test_a_number_in_the_data_block_of_a_page(spoiled, old, new):
    start = '<script type="application/ld+json">'

    def change(text):
        before, opened, after = text.partition(start)
        return before + (opened + after).replace(old, new, 1)

    assert PAGE in spoiled(PAGE, change)
