"""A new theme is one TOML file and a page of prose: no code changes."""

import csv
import json
import shutil

import pytest
from lxml import html

from zicht.model.address import slug

THEME = """
key = "wapens"
title = "Wapens"
summary = "Wapens die de politie heeft gevonden."
order = 8

[[indicator]]
key = "gevonden-wapens"
title = "Gevonden wapens"
meaning = "Het aantal wapens dat in een jaar is gevonden, voor elke 1.000 inwoners."
definition = "Een wapen telt mee op de plek waar het is gevonden, ook als het nep is."
unit = "wapens"
counts = "objects"
decimals = 2
rate = { per = 1000, of = "inwoners", noun = "inwoners" }
zero = "structural"
peildatum = "heel het jaar"
source = "Verzonnen voor een test"
owner = "Niemand"
caveat = "Waar meer wordt gezocht, wordt meer gevonden."
related = ["drugsmisdrijven"]
measures = [{ table = "NIEUW", measure = "Wapens", where = { Soort = "T" } }]

[[indicator.breakdown]]
key = "soort"
title = "Soort wapen"
dimension = "Soort"
parts = [
    { key = "vuurwapens", title = "Vuurwapens", code = "V" },
    { key = "steekwapens", title = "Steekwapens", code = "S" },
]
"""
PROSE = "Zo zijn de wapens geteld: met de hand, door de politie zelf.\n"
GEO = "WijkenEnBuurten"


def write(path, head, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *rows])


def write_table(folder, codes):
    """Write a count of every wijk, and their sums: 12 to 60 of each kind."""
    folder.mkdir()
    counts = {code: (12 + sum(code.encode()) % 49, 12 + len(code) * 3) for code in codes}
    rows = []
    for code, (guns, knives) in [*counts.items()]:
        around = f"GM{code[2:6]}"
        rows += [(code, "V", guns), (code, "S", knives), (code, "T", guns + knives)]
        counts[around] = tuple(
            map(sum, zip(counts.get(around, (0, 0)), (guns, knives), strict=True))
        )
    for code, (guns, knives) in counts.items():
        if code.startswith("GM"):
            rows += [(code, "V", guns), (code, "S", knives), (code, "T", guns + knives)]
    head = ("Id", "Measure", "ValueAttribute", "Value", "StringValue", GEO, "Perioden", "Soort")
    cells = [(n, "Wapens", "None", v, "", c, "2024JJ00", s) for n, (c, s, v) in enumerate(rows)]
    write(folder / "Observations.csv", head, cells)
    write(folder / "MeasureCodes.csv", ("Identifier", "Title", "Unit"), [("Wapens", "W", "aantal")])
    kinds = [("Soort", "Dimension"), (GEO, "GeoDimension"), ("Perioden", "TimeDimension")]
    write(folder / "Dimensions.csv", ("Identifier", "Kind"), kinds)
    write(folder / f"{GEO}Codes.csv", ("Identifier", "Title"), [(c, c) for c in counts])
    write(folder / "PeriodenCodes.csv", ("Identifier", "Title"), [("2024JJ00", "2024")])
    write(folder / "SoortCodes.csv", ("Identifier", "Title"), [(c, c) for c in "TVS"])
    about = ("NIEUW", "Wapens", "CC0 1.0", "Verzonnen")
    write(folder / "Properties.csv", ("Identifier", "Title", "License", "Source"), [about])


@pytest.fixture(scope="module")
def site(zeeland, tmp_path_factory, build):
    """The delivery of one provincie with a theme more, built whole."""
    folder = tmp_path_factory.mktemp("more")
    shutil.copytree(zeeland, folder / "delivery")
    lines = (zeeland / f"figures/ZOO001/{GEO}Codes.csv").read_text("utf-8-sig").splitlines()
    wijken = [line.split(";")[0].strip('"') for line in lines if line.startswith('"WK')]
    write_table(folder / "delivery/figures/NIEUW", wijken)
    (folder / "delivery/themes/wapens.toml").write_text(THEME)
    (folder / "delivery/themes/wapens.md").write_text(PROSE)
    build("build", "--data", folder / "delivery", "--out", folder / "dist")
    return folder / "dist"


def text_of(path):
    return " ".join(html.fromstring(path.read_text()).text_content().split())


def test_it_stands_in_every_menu(site):
    for path in ("index.html", "uitleg/index.html", "gemeente/index.html"):
        assert "thema/wapens/" in (site / path).read_text()


def test_its_pages_have_a_map_a_table_and_a_definition(site):
    own = site / "thema/wapens/gevonden-wapens/index.html"
    tree = html.fromstring(own.read_text())
    assert tree.xpath('//svg[contains(@class, "chart-map")]')
    assert len(tree.xpath('//table[contains(@class, "filter")]/tbody/tr')) == 13
    told = text_of(own)
    assert "Een wapen telt mee op de plek waar het is gevonden, ook als het nep is." in told
    assert "Geregistreerde drugsmisdrijven" in told
    assert "Steekwapens" in told
    assert "Gevonden wapens" in text_of(site / "thema/wapens/index.html")


def test_its_figures_stand_with_each_gemeente_and_wijk_and_in_the_files(site):
    found = 0
    for path in sorted((site / "data/gemeente").glob("gm*.json")):
        told = json.loads(path.read_text())
        assert (
            told["indicators"]["gevonden-wapens"]["breakdowns"]["soort"]["title"] == "Soort wapen"
        )
        for code, region in told["regions"].items():
            if code[:2] not in {"GM", "WK"}:
                continue
            (count,) = region["counts"]["gevonden-wapens"]
            guns = region["parts"]["gevonden-wapens"]["soort"]["vuurwapens"]["counts"][-1]
            assert count > guns >= 12
            kind = {"GM": "gemeente", "WK": "wijk"}[code[:2]]
            page = site / f"{kind}/{code.lower()}-{slug(region['name'])}/index.html"
            assert "Gevonden wapens" in text_of(page), page
            found += 1
        (folder,) = site.glob(f"gemeente/{path.stem}-*/wapens")
        full = text_of(folder / "index.html")
        assert "Vuurwapens" in full
        assert "Waar meer wordt gezocht, wordt meer gevonden." in full
        assert "chart-map" in (folder / "index.html").read_text()
    assert found > 60
    with (site / "data/indicator/gevonden-wapens.csv").open(encoding="utf-8-sig") as lines:
        parts = {row["categorie"] for row in csv.DictReader(lines, delimiter=";")}
    assert parts == {"", "vuurwapens", "steekwapens"}


def test_its_prose_and_its_definition_stand_in_the_explanation(site):
    told = text_of(site / "uitleg/methode/wapens/index.html")
    assert PROSE.strip() in told
    assert "Een wapen telt mee op de plek waar het is gevonden, ook als het nep is." in told


def test_nothing_leaks(site, build):
    assert "0 disclosures" in build("audit", site).stderr
