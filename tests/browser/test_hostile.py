"""Names and texts that want to run are shown, in every format, and no more than that."""

import csv
import json
import re
from xml.etree import ElementTree as ET

import lxml.html
import openpyxl
import pytest

import zicht.demo.delivery
from tests.unit.audit.country import KEPT
from zicht.demo import write_delivery
from zicht.demo.gemeenten import read_gemeenten
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

HIT = "globalThis.geraakt=1"
NAMES = {
    "GM0664": f"<script>{HIT}</script><img src=x onerror={HIT}>",
    "GM0716": f"</title></script></style><svg onload={HIT}>",
    "GM0718": f'"\'> onmouseover="{HIT}" x=\'`',
    "WK066400": f"<script>{HIT}</script>",
    "WK066401": "]]> {{ 7 * 7 }} ${7 * 7} {% x %} &lt;b&gt; \\ \\u003c",
    "WK066402": "שלום 🌷 مرحبا 12",
    "BU06640000": f"<svg><script>{HIT}</script></svg>",
    "WK071600": "Lang" * 2500,
    "GM0654": "Heel" * 2500,
}
TEXT = f"</script><script>{HIT}</script> \"' ]]> {{{{ 7 * 7 }}}} <!-- 🌷 שלום"
WORDS = ("title", "meaning", "definition", "unit", "caveat", "source", "owner", "summary")
PROSE = f"""
## Kop <script>{HIT}</script>

<script>{HIT}</script>

<img src=x onerror={HIT}> en {{{{ "{{{{ 7 * 7 }}}}" }}}}
"""
LISTEN = """
globalThis.broken = [];
addEventListener("securitypolicyviolation", (told) => broken.push(told.effectiveDirective));
"""


def hostile(folder):
    """Put the names and texts into a delivery, those of the first indicator of a theme."""
    for path in (folder / "areas").glob("*.geojson"):
        told = json.loads(path.read_bytes())
        for feature in told["features"]:
            names = feature["properties"]
            code = next(names[key] for key in ("buurtcode", "wijkcode", "statcode") if key in names)
            kind = next(key for key in ("buurtnaam", "wijknaam", "statnaam") if key in names)
            names[kind] = NAMES.get(code, names[kind])
        path.write_text(json.dumps(told), encoding="utf-8")
    theme = folder / "themes" / "drugs.toml"
    head, mark, rest = theme.read_text(encoding="utf-8").partition("[[indicator]]")
    first, other, more = rest.partition("[[indicator.breakdown]]")
    quoted = json.dumps(TEXT, ensure_ascii=False)
    for word in WORDS:
        row = re.compile(rf"^{word} = .*$", re.MULTILINE)
        head, first = (row.sub(lambda _, w=word: f"{w} = {quoted}", part) for part in (head, first))
    theme.write_text(head + mark + first + other + more, encoding="utf-8")
    theme.with_suffix(".md").write_text(PROSE, encoding="utf-8")
    settings = folder / "delivery.toml"
    row = re.compile(r"^(source|title) = .*$", re.MULTILINE)
    told = row.sub(lambda found: f"{found[1]} = {quoted}", settings.read_text(encoding="utf-8"))
    settings.write_text(told, encoding="utf-8")


@pytest.fixture(scope="module")
def dist(build, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        few = tuple(each for each in read_gemeenten() if each.code in KEPT)
        patch.setattr(zicht.demo.delivery, "read_gemeenten", lambda: few)
        write_delivery(folder / "delivery", scale=0.02)
    hostile(folder / "delivery")
    build("build", "--data", folder / "delivery", "--out", folder / "dist")
    return folder / "dist"


@pytest.fixture(scope="module")
def pages(dist):
    return {
        path.relative_to(dist).as_posix(): lxml.html.document_fromstring(
            path.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
        )
        for path in dist.rglob("*.html")
    }


def test_addresses_are_letters_that_every_disk_takes(dist):
    for path in dist.rglob("*"):
        assert re.fullmatch(r"[A-Za-z0-9_.-]{1,220}", path.name), path.name


def test_no_page_holds_markup_of_a_name(pages):
    for path, page in pages.items():
        for script in page.iter("script"):
            assert script.get("src") or script.get("type", "").endswith("json"), path
        for element in page.iter(lxml.etree.Element):
            acts = [name for name in element.attrib if name.startswith("on") or name == "style"]
            assert acts == [], path
        assert [image for image in page.iter("img") if image.get("src") == "x"] == []


@pytest.mark.parametrize("code", [code for code in NAMES if code.startswith(("GM", "WK"))])
def test_a_name_is_shown_letter_by_letter(pages, code):
    level = {"GM": "gemeente", "WK": "wijk"}[code[:2]]
    found = [p for p in pages if re.fullmatch(rf"{level}/{code.lower()}[^/]*/index.html", p)]
    (path,) = found
    assert NAMES[code] in pages[path].find(".//h1").text_content()
    assert NAMES[code] in pages[path].findtext(".//title")


def test_a_text_of_a_theme_is_shown_letter_by_letter(pages):
    assert pages["thema/drugs/index.html"].find(".//h1").text_content().strip() == TEXT
    method = pages["uitleg/methode/drugs/index.html"].find(".//main").text_content()
    assert f"<script>{HIT}</script>" in method
    assert f"<img src=x onerror={HIT}> en {{{{ 7 * 7 }}}}" in method


def test_files_for_programs_hold_the_names_and_can_be_read(dist, pages):
    names = set()
    for path in [*dist.rglob("*.json"), *dist.rglob("*.geojson"), *dist.rglob("*.jsonld")]:
        told = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "gemeenten.geojson":
            names |= {each["properties"]["name"] for each in told["features"]}
    assert {name for code, name in NAMES.items() if code.startswith("GM")} <= names
    ET.parse(dist / "sitemap.xml")  # noqa: S314  we wrote it ourselves
    inside = [s.text for page in pages.values() for s in page.iter("script") if not s.get("src")]
    assert len([json.loads(text) for text in inside]) > 100


def test_no_table_holds_a_formula(dist):
    names = set()
    for path in dist.rglob("*.csv"):
        between = "," if path.name.endswith(".plain.csv") else ";"
        csv.field_size_limit(10**6)
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, delimiter=between):
                names |= set(row) & set(NAMES.values())
                assert not [f for f in row if re.match(r"[=+@\t\r]|-(?![0-9])", f)], path
    assert names >= {name for code, name in NAMES.items() if code.startswith("WK")}
    for path in (dist / "data/gemeente").glob("gm06[56]4.xlsx"):
        book = openpyxl.load_workbook(path, read_only=True)
        cells = (cell for sheet in book for row in sheet.rows for cell in row)
        assert not [cell for cell in cells if cell.data_type == "f"], path


LOOKED_AT = {
    "": "h1",
    "gemeente/": "h1",
    "gemeente/gm0664-*/": "figure",
    "gemeente/gm0664-*/drugs/": "figure",
    "gemeente/gm0654-*/": "figure",
    "wijk/wk066400-*/": "figure",
    "wijk/wk071600-*/": "figure",
    "thema/drugs/": "figure",
    "thema/drugs/hennepkwekerijen/": "figure",
    "embed/gemeente/gm0664-*/": "figure",
    "uitleg/methode/drugs/": "h1",
    "vergelijk/?gebied=GM0664&gebied=GM0654&onderwerp=hennepkwekerijen": "svg",
    "combineer/?x=hennepkwekerijen&y=drugsverdachten": "svg",
}
SIDEWAYS = "thema/drugs/hennepkwekerijen/"
"""A table of gemeenten is as wide as the longest word in it, here one of 10,000 letters."""


def addressed(dist, address):
    path, mark, query = address.partition("?")
    folder = next(dist.glob(path)) if path else dist
    return f"{folder.relative_to(dist).as_posix()}/{mark}{query}".removeprefix("./")


def test_nothing_runs_and_nothing_sticks_out(browser, dist):
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(LISTEN)
    page, said, wide = context.new_page(), [], {}
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    with running(dist) as base:
        for address, part in LOOKED_AT.items():
            page.goto(base + addressed(dist, address), wait_until="networkidle")
            page.locator(part).first.wait_for(state="attached")
            field = page.locator("form[role=search] input").first
            if field.count() and field.is_visible():
                field.fill("script")
                page.wait_for_timeout(100)
            for figure in page.locator("figure[data-chart]").all()[:3]:
                figure.dispatch_event("pointerenter")
            page.wait_for_timeout(300)
            assert page.evaluate("globalThis.geraakt") is None, address
            assert page.evaluate("broken") == [], address
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 360 and address != SIDEWAYS:
                wide[address] = width
    context.close()
    assert said == []
    assert wide == {}
