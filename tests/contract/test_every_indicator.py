"""Every indicator: its words are whole, and its figures are everywhere and the same."""

import csv
import functools
import json
import tomllib

import pytest
from lxml import html

from tests.conftest import ROOT
from zicht.model.address import slug

THEMES = [tomllib.loads(path.read_text()) for path in sorted((ROOT / "data/themes").glob("*.toml"))]
INDICATORS = [
    pytest.param(theme, indicator, id=indicator["key"])
    for theme in THEMES
    for indicator in theme["indicator"]
]
KEYS = [pair.id for pair in INDICATORS]
EMPTY = {"withheld": "x", "impossible": "n.v.t.", "missing": ".", "pending": "volgt"}


LEVELS = {"GM": "gemeenten", "WK": "wijken"}
MISSING = {"state": "missing"}


def dutch(cell, decimals):
    """Return a cell of a JSON file as a page writes it."""
    if isinstance(cell, dict):
        return EMPTY[cell["state"]]
    return f"{cell:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


@functools.cache
def page(site, folder):
    return html.fromstring((site / folder / "index.html").read_text())


def seen(cell):
    """Return what a reader sees in a cell of a table."""
    for spoken in cell.xpath('.//span[@class="sr"]'):
        spoken.drop_tree()
    return cell.text_content().strip().rstrip("*")


def column(site, key, level):
    """Return the cells of an indicator by code and year, from the file of a level; {} without."""
    path = site / f"data/indicator/{key}/{level}.json"
    if not path.is_file():
        return {}
    told = json.loads(path.read_text())
    return {
        (code, year): cell
        for code, cells in zip(told["regions"], told["values"], strict=True)
        for year, cell in zip(told["years"], cells, strict=True)
    }


def in_line(cell):
    """Return a cell of a JSON file as a row of CSV has it: its number and its state."""
    return ("", cell["state"]) if isinstance(cell, dict) else (float(cell), "shown")


def rows_of(tree):
    """Return by title the year and the figure of each indicator in the tables of a region."""
    return {
        row.findtext("th/a"): (
            int(row.findtext("th/small").rsplit(" ", 1)[1]),
            seen(row.find_class("hier")[0]),
        )
        for row in tree.xpath('//table[@class="rijen"]/tbody/tr')
    }


@pytest.fixture(scope="module")
def told(zeeland_site):
    """What the files and the page of each gemeente and wijk say: about, its cells, its rows."""
    found = {}
    for path in sorted((zeeland_site / "data/gemeente").glob("gm*.json")):
        dossier = json.loads(path.read_text())
        for code, region in dossier["regions"].items():
            folder = {"GM": "gemeente", "WK": "wijk"}.get(code[:2])
            if folder:
                tree = page(zeeland_site, f"{folder}/{code.lower()}-{slug(region['name'])}")
                found[code] = dossier["indicators"], region["values"], rows_of(tree)
    return found


@pytest.mark.parametrize(("theme", "indicator"), INDICATORS)
def test_its_words_are_whole(theme, indicator):
    for key in ("title", "meaning", "definition", "unit", "source", "owner", "caveat", "peildatum"):
        assert indicator[key].strip(), f"{theme['key']}, {indicator['key']}: {key}"
    assert indicator["meaning"].endswith(".")
    assert indicator.get("protected_by_source") or "zero" in indicator


def test_themes_tell_no_definition_twice():
    told = [indicator["definition"] for theme in THEMES for indicator in theme["indicator"]]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(("theme", "indicator"), INDICATORS)
def test_its_own_page_tells_all_of_it(theme, indicator, zeeland_site):
    tree = page(zeeland_site, f"thema/{theme['key']}/{indicator['key']}")
    text = " ".join(tree.text_content().split())
    for key in ("title", "meaning", "definition", "source", "owner", "caveat", "peildatum"):
        assert " ".join(indicator[key].split()) in text, key
    assert "Wat tonen wij niet?" in text
    assert "Gebieden en jaren" in text
    for breakdown in indicator.get("breakdown", ()):
        assert breakdown["title"].lower() in text.lower()
    assert tree.xpath(f'//a[contains(@href, "data/indicator/{indicator["key"]}.csv")]')


@pytest.mark.parametrize(("theme", "indicator"), INDICATORS)
def test_it_stands_on_the_pages_of_each_gemeente(theme, indicator, zeeland_site):
    link = f'//a[contains(@href, "thema/{theme["key"]}/{indicator["key"]}/")]'
    for full in (zeeland_site / "gemeente").glob(f"*/{theme['key']}"):
        for folder in (full, full.parent):
            assert page(zeeland_site, folder.relative_to(zeeland_site)).xpath(link), folder


@pytest.mark.parametrize("indicator", [pair.values[1] for pair in INDICATORS], ids=KEYS)
def test_its_figures_are_the_same_everywhere(indicator, zeeland_site, told):
    key, found = indicator["key"], {"GM": 0, "WK": 0}
    with (zeeland_site / f"data/indicator/{key}.csv").open(encoding="utf-8-sig") as lines:
        whole = (row for row in csv.DictReader(lines, delimiter=";") if not row["uitsplitsing"])
        rows = {(row["regiocode"], int(row["jaar"])): row for row in whole}
    for code, (about, values, on_page) in told.items():
        if indicator["title"] not in on_page:
            continue
        year, text = on_page[indicator["title"]]
        empty = [{"state": "missing"}] * len(about[key]["years"])
        cell = values.get(key, empty)[about[key]["years"].index(year)]
        assert text == dutch(cell, about[key]["decimals"]), code
        line = rows[code, year]
        if isinstance(cell, dict):
            assert (line["waarde"], line["waarde_toestand"]) == ("", cell["state"])
        else:
            assert float(line["waarde"].replace(",", ".")) == cell
        found[code[:2]] += 1
    levels = {code[:2] for (code, _), line in rows.items() if line["waarde_toestand"] == "shown"}
    for level, count in found.items():
        assert (count > 0) == (level in levels), level
    assert (zeeland_site / "data/all.parquet").is_file()


@pytest.mark.parametrize("indicator", [pair.values[1] for pair in INDICATORS], ids=KEYS)
def test_its_columns_have_every_cell_of_the_other_files(indicator, zeeland_site, told):
    key = indicator["key"]
    with (zeeland_site / f"data/indicator/{key}.csv").open(encoding="utf-8-sig") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter=";") if not row["uitsplitsing"]]
    columns = {prefix: column(zeeland_site, key, level) for prefix, level in LEVELS.items()}
    columns |= {"NL": columns["GM"], "PV": columns["GM"]}
    shown = {row["regiocode"][:2] for row in rows if row["waarde_toestand"] == "shown"}
    for row in rows:
        code, year = row["regiocode"], int(row["jaar"])
        if code[:2] in {"NL", "PV", "GM", "WK"} and columns[code[:2]]:
            value = float(row["waarde"].replace(",", ".")) if row["waarde"] else ""
            cell = columns[code[:2]].get((code, year), MISSING)
            assert in_line(cell) == (value, row["waarde_toestand"]), (code, year)
    assert [bool(columns[level]) for level in LEVELS] == [level in shown for level in LEVELS]
    for code, (about, values, on_page) in told.items():
        years = about[key]["years"]
        cells = [columns[code[:2]].get((code, year), MISSING) for year in years]
        if columns[code[:2]]:
            assert cells == values.get(key, [MISSING] * len(years)), code
        if indicator["title"] in on_page:
            year, text = on_page[indicator["title"]]
            assert text == dutch(cells[years.index(year)], about[key]["decimals"]), code


@pytest.mark.parametrize(("theme", "indicator"), INDICATORS)
def test_it_can_be_chosen_in_the_years_that_it_has(theme, indicator, zeeland_site):
    catalogue = json.loads((zeeland_site / "data/indicatoren.json").read_text())
    chosen = next(each for each in catalogue["themes"] if each["key"] == theme["key"])
    told = next(each for each in chosen["indicators"] if each["key"] == indicator["key"])
    assert (chosen["title"], told["title"]) == (theme["title"], indicator["title"])
    assert told["meaning"] == indicator["meaning"]
    for prefix, level in LEVELS.items():
        cells = column(zeeland_site, indicator["key"], level)
        known = {
            year
            for (code, year), cell in cells.items()
            if code.startswith(prefix) and not isinstance(cell, dict)
        }
        assert told["years"].get({"GM": "gemeente", "WK": "wijk"}[prefix], []) == sorted(known)
