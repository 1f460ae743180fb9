"""One set of figures in every form: the same cells, a reason where there is no number."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest

from tests.unit.render.conftest import CANARY
from zicht.render import (
    dictionary_csv,
    dictionary_json,
    gemeente_csv,
    gemeente_json,
    gemeente_plain_csv,
    gemeente_xlsx,
    indicator_csv,
    indicator_json,
    indicator_plain_csv,
    indicator_xlsx,
    theme_zip,
)

WITHHELD = {"state": "withheld"}


def forms(atlas, figures):
    """Return every file of an indicator, of a gemeente and of the theme."""
    made = [one(atlas, figures) for one in (indicator_csv, indicator_plain_csv)]
    made += [one(atlas, figures) for one in (indicator_json, indicator_xlsx)]
    for one in (gemeente_csv, gemeente_plain_csv, gemeente_json, gemeente_xlsx):
        made.append(one(atlas, "GM0001"))
    return [*made, theme_zip(atlas, atlas.themes[0]), dictionary_json(atlas), dictionary_csv(atlas)]


def unpacked(content):
    """Return the bytes of a file, and of its members where it is an archive."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return b"".join(file.read(name) for name in file.namelist())


def sheets(file):
    book = openpyxl.load_workbook(io.BytesIO(file.content))
    return {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in book}


def test_the_same_atlas_gives_the_same_bytes(atlas, split):
    assert forms(atlas, split) == forms(atlas, split)


def test_every_form_says_that_figures_are_fictional(atlas, split):
    for file in forms(atlas, split):
        assert b"Deze cijfers zijn verzonnen" in unpacked(file.content), file.path


def test_no_form_holds_a_number_that_is_not_shown(atlas, split):
    for file in forms(atlas, split):
        assert f"{CANARY:.0f}".encode() not in unpacked(file.content), file.path


@pytest.mark.parametrize("key", ["zaken", "mensen"])
def test_both_dialects_say_the_same(atlas, key):
    figures = atlas.figures[key]
    dutch = indicator_csv(atlas, figures).content.decode("utf-8-sig")
    plain = indicator_plain_csv(atlas, figures).content.decode()
    ours = list(csv.reader(io.StringIO(dutch, newline=""), delimiter=";"))
    theirs = list(csv.reader(io.StringIO(plain, newline="")))
    assert [[field.replace(",", ".") for field in line] for line in ours] == [
        [field.replace(",", ".") for field in line] for line in theirs
    ]
    assert not plain.startswith("\ufeff")
    assert "\r" not in plain


def test_a_table_of_a_gemeente_leaves_out_what_was_never_delivered(atlas):
    text = gemeente_plain_csv(atlas, "GM0001").content.decode()
    told = list(csv.DictReader(io.StringIO(text)))
    found = {(row["indicator"], row["regiocode"], row["categorie"]) for row in told}
    whole = {("zaken", code, "") for code in ("NL01", "GM0001", "WK000100")}
    parts = {("zaken", code, part) for code in ("NL01", "GM0001") for part in ("oud", "jong")}
    assert found == whole | parts | {("mensen", "NL01", ""), ("mensen", "GM0001", "")}
    assert len(told) == 2 * len(found)


def test_the_json_of_an_indicator_has_the_cells_of_that_of_a_gemeente(atlas, split):
    told = json.loads(indicator_json(atlas, split).content)
    other = json.loads(gemeente_json(atlas, "GM0001").content)
    assert list(told["regions"]) == ["NL01", "GM0001", "GM0002", "WK000100"]
    assert told["regions"]["GM0001"]["values"] == [0.9, WITHHELD]
    for code in ("NL01", "GM0001", "WK000100"):
        ours, theirs = told["regions"][code], other["regions"][code]
        assert ours["values"] == theirs["values"]["zaken"]
        assert ours["counts"] == theirs["counts"]["zaken"]
        assert ours.get("parts", {}) == theirs["parts"].get("zaken", {})
    facts = other["indicators"]["zaken"]
    assert {name: told[name] for name in facts} == facts


def test_a_spreadsheet_has_numbers_and_words(atlas, split):
    told = sheets(indicator_xlsx(atlas, split))
    assert list(told) == ["Cijfers", "Aantallen", "Toelichting"]
    assert told["Cijfers"] == [
        ("Code", "Gebied", "Niveau", "2023", "2024*"),
        ("NL01", "Nederland", "nederland", 2, 3.5),
        ("GM0001", "Appingedam", "gemeente", 0.9, "niet getoond"),
        ("GM0002", "Beerta", "gemeente", 1.1, 2),
        ("WK000100", "Centrum", "wijk", "niet getoond", 0),
    ]
    assert told["Aantallen"][2][3:] == (90, "niet getoond")
    words = dict(told["Toelichting"])
    assert words["Onderwerp"] == "Zaken"
    assert words["Bronvermelding"] == "Titel, Zaken, uitgave van 1 november 2026"


def test_a_spreadsheet_of_a_gemeente_has_a_row_a_region_and_indicator(atlas):
    told = sheets(gemeente_xlsx(atlas, "GM0001"))
    assert [line[:2] + line[3:4] + line[-2:] for line in told["Cijfers"][1:]] == [
        ("NL01", "Nederland", "Zaken", 2, 3.5),
        ("NL01", "Nederland", "Mensen", 9, 8),
        ("GM0001", "Appingedam", "Zaken", 0.9, "niet getoond"),
        ("GM0001", "Appingedam", "Mensen", 7, "niet getoond"),
        ("WK000100", "Centrum", "Zaken", "niet getoond", 0),
    ]
    assert {line[3] for line in told["Aantallen"][1:]} == {"Zaken"}


def test_a_spreadsheet_can_be_filtered_and_keeps_its_head(atlas, split):
    book = openpyxl.load_workbook(io.BytesIO(indicator_xlsx(atlas, split).content))
    sheet = book["Cijfers"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes, sheet.dimensions) == (
        "A1:E5", "D2", "A1:E5",
    )  # fmt: skip
    assert sheet["D2"].number_format == "#,##0.0"
    assert book["Aantallen"]["D2"].number_format == "#,##0"
    assert str(book.properties.created) == "2026-11-01 00:00:00"


def test_a_bundle_holds_the_files_of_its_theme(atlas, split):
    with zipfile.ZipFile(io.BytesIO(theme_zip(atlas, atlas.themes[0]).content)) as file:
        assert file.namelist() == [
            "LEESMIJ.txt", "indicator/csv-metadata.json", "indicator/kolommen.json",
            "indicator/mensen.csv", "indicator/zaken.csv", "woordenboek.csv",
        ]  # fmt: skip
        assert file.read("indicator/zaken.csv") == indicator_csv(atlas, split).content
        assert file.read("woordenboek.csv") == dictionary_csv(atlas).content
