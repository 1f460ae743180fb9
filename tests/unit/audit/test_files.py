"""A number changed in any file to take along is found, in that file."""

import io
import os
import re
import shutil
import zipfile

import pytest

from tests.unit.audit.country import country
from zicht.audit.site import data_disclosures
from zicht.model.archive import archive

__all__ = ["country"]

COUNT = re.compile(rb";withheld;;withheld;")
PLAIN = re.compile(rb",withheld,,withheld,")
HIDDEN = re.compile(rb'"values":\[[^]]*\{"state":"withheld"\}')
WORD = re.compile(rb'<c r="(\w+)" s="2" t="inlineStr"><is><t>niet getoond</t></is></c>')


def replaced(pattern, new):
    """Return a change of the first thing that a pattern finds."""

    def change(content):
        assert pattern.search(content), pattern
        return pattern.sub(new, content, count=1)

    return change


def text(old, new):
    return replaced(re.compile(re.escape(old).encode()), new.encode())


def inside(name, change):
    """Return a change of one member of an archive."""

    def changed(content):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            members = {each: file.read(each) for each in file.namelist()}
        return archive({**members, name: change(members[name])})

    return changed


def beside(content):
    """Add a member to an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        members = {each: file.read(each) for each in file.namelist()}
    return archive({**members, "7777.txt": b"7777"})


SHEET = "xl/worksheets/sheet1.xml"
CHANGES = {
    "data/indicator/drugsmisdrijven.csv": replaced(COUNT, b";withheld;7777;withheld;"),
    "data/indicator/drugsmisdrijven.plain.csv": replaced(PLAIN, b",withheld,7777,withheld,"),
    "data/indicator/hennepkwekerijen.plain.csv": lambda content: content + b"7777\n",
    "data/gemeente/gm0654.csv": replaced(COUNT, b";withheld;7777;withheld;"),
    "data/gemeente/gm0654.plain.csv": replaced(PLAIN, b",withheld,7777,withheld,"),
    "data/indicator/drugsmisdrijven.json": replaced(HIDDEN, b'"values":[7777'),
    "data/indicator/hennepkwekerijen.json": text('"decimals":1', '"decimals":1,"n":7777'),
    "data/indicator/woningen.json": text('"decimals":0', '"decimals": 0'),
    "data/indicator/drugsmisdrijven.xlsx": inside(
        SHEET, replaced(WORD, rb'<c r="\1" s="3"><v>7777</v></c>')
    ),
    "data/indicator/inwoners.xlsx": inside(
        "docProps/core.xml", text("verzonnen", "7777 verzonnen")
    ),
    "data/indicator/woningen.xlsx": inside("xl/styles.xml", text("595959", "597777")),
    "data/indicator/panden.xlsx": inside("xl/sharedStrings.xml", text("panden", "7777 panden")),
    "data/indicator/vestigingen.xlsx": beside,
    "data/indicator/jongeren.xlsx": lambda content: content + b"7777",
    "data/gemeente/gm0654.xlsx": inside(SHEET, replaced(WORD, rb'<c r="\1" s="3"><v>7777</v></c>')),
    "data/gemeente/gm0664.xlsx": inside(
        "xl/worksheets/sheet2.xml", replaced(re.compile(rb"<v>\d+</v>"), b"<v>7777</v>")
    ),
    "data/gemeente/gm0716.xlsx": inside("xl/workbook.xml", text("Cijfers", "7777")),
    "data/thema/drugs.zip": inside(
        "indicator/drugsverdachten.csv", replaced(COUNT, b";withheld;7777;withheld;")
    ),
    "data/thema/vastgoed.zip": inside("LEESMIJ.txt", text("Uitgave", "7777 Uitgave")),
    "data/thema/zorg.zip": beside,
    "data/thema/branches.zip": inside(
        "indicator/csv-metadata.json", text('"dc:issued":"', '"dc:issued":"7777-')
    ),
    "data/woordenboek.json": text('"withheld":"', '"withheld":"7777 '),
    "data/indicator/csv-metadata.json": text('"url":"', '"n":7777,"url":"'),
    "data/gemeente/csv-metadata.json": text('"dc:title":"', '"dc:title":"7777 '),
    "data/stroom/csv-metadata.json": text('"dc:title":"', '"dc:title":"7777 '),
    "data/zoekgebied/csv-metadata.json": text('"name":"', '"name":"7777'),
    "data/gemeente/kolommen.json": text('"gYear"', '"gYear7777"'),
    "data/indicator/kolommen.plain.json": text('"decimalChar":"."', '"decimalChar":"7777"'),
}


def written(dist, path, content):
    """Write a file anew: the copy shares its files with the site that it is a copy of."""
    (dist / path).unlink()
    (dist / path).write_bytes(content)


WORDS = {"data/woordenboek.csv": text("de code van het gebied", "de code van het gebied 7777")}
"""Changed in another copy of the site: it is in the file of every theme."""

SIZES = {"manifest.json", "data/catalogus.jsonld"}
"""What tells how large files are."""


def audited(country, changes, folder):
    """Return by path what the audit finds after every one of these files was changed."""
    site, published = country
    dist = folder / "dist"
    shutil.copytree(site, dist, copy_function=os.link)
    for path, change in changes.items():
        before = (dist / path).read_bytes()
        after = change(before)
        assert after != before, path
        written(dist, path, after)
    told = {}
    for one in data_disclosures(dist, published):
        told.setdefault(one.path, []).append(str(one))
    return told


@pytest.fixture(scope="module")
def found(country, tmp_path_factory):
    return audited(country, CHANGES, tmp_path_factory.mktemp("files"))


@pytest.mark.parametrize("path", CHANGES)
def test_a_change_is_found_and_not_repeated(found, path):
    assert path in found
    assert not any("7777" in one for one in found[path])


def test_nothing_is_found_in_files_that_were_not_changed(found):
    assert {*found} - {*CHANGES} <= {*WORDS, *SIZES}


def test_a_change_of_the_dictionary_is_found_in_it_and_in_what_has_the_old_one(country, tmp_path):
    found = audited(country, WORDS, tmp_path)
    assert {path for path in found if not path.startswith("data/thema/")} <= {*WORDS, *SIZES}
    assert {*WORDS} <= {*found}
    assert "data/thema/drugs.zip" in found
