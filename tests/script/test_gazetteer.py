"""The index of names, written by the build and read by the browser: at the size of the country."""

import json
from datetime import date

import brotli
import pytest

from tests.script.running import answer
from zicht.demo.changes import read_pieces
from zicht.demo.country import lay_out
from zicht.demo.gemeenten import read_gemeenten
from zicht.demo.postcodes import postcodes_text
from zicht.model.address import area_folder, slug
from zicht.model.area import Area, Change, Division, Level
from zicht.model.atlas import Atlas
from zicht.model.theme import Delivery
from zicht.read.areas import read_areas
from zicht.read.findings import hear
from zicht.render import gazetteer_json

DELIVERY = Delivery("Klein", date(2024, 11, 1), 2024, "CBS", "CC BY 4.0", fictional=False)
READ = """
import { placesOf } from "MODULES/find/places.js";
const index = JSON.parse(Deno.readTextFileSync(TOLD));
const answer = placesOf(index).places.map((one) => [one.code, one.label, one.address, one.note]);
"""
SLUG = """
import { slug } from "MODULES/find/fold.js";
const answer = JSON.parse(Deno.readTextFileSync(TOLD)).map(slug);
"""
TIMED = """
import { Lookup } from "MODULES/find/lookup.js";
const index = JSON.parse(Deno.readTextFileSync(TOLD));
const names = new Lookup(index);
const texts = ["a", "am", "ams", "amsterdam", "amstrdam", "centrum", "centrum goes", "molen",
  "noord", "1011", "den haag", "schilderswijkk", "x", "de", "park", "shertogenbosch", "veld"];
const took = [];
for (let round = 0; round < 8; round++) {
  for (const text of texts) {
    const begun = performance.now();
    names.find(text);
    took.push(performance.now() - begun);
  }
}
took.sort((a, b) => a - b);
const answer = took[Math.floor(took.length / 2)];
"""


def atlas_of(division, **more):
    nothing = {field: {} for field in Atlas.__dataclass_fields__}
    told = {"delivery": DELIVERY, "themes": (), "division": division}
    return Atlas(**{**nothing, **told, **more})


def indexed(division, aliases=None, **more):
    return gazetteer_json(atlas_of(division, **more), (), aliases=aliases or {}).content


@pytest.fixture(scope="module")
def country():
    """All regions of the fictional delivery, and its postcodes by region."""
    gemeenten = read_gemeenten()
    land = lay_out(gemeenten, read_pieces(), scale=1.0)
    provincies = {one.provinciecode: one.provincie for one in gemeenten}
    areas = [
        Area("NL01", "Nederland", None),
        *(Area(code, name, "NL01") for code, name in provincies.items()),
        *(Area(one.code, one.naam, one.provinciecode) for one in gemeenten),
        *(Area(c, n, f"GM{c[2:6]}") for c, n in zip(land.wijk_codes, land.wijk_names, strict=True)),
        *(
            Area(c, n, f"WK{c[2:8]}")
            for c, n in zip(land.buurt_codes, land.buurt_names, strict=True)
        ),
    ]
    postcodes = {}
    for row in postcodes_text(land).splitlines()[1:]:
        postcode, code = row.split(";")
        postcodes.setdefault(code, []).append(int(postcode))
    return Division.sorted(2024, areas), {c: tuple(some) for c, some in postcodes.items()}


def expected(division):
    """Return code, name and address of every region, as the pages have them."""
    for area in division.areas:
        level = area.level
        if level is Level.PROVINCIE:
            yield area.code, area.name, f"gemeente/#{area.code.lower()}"
        elif level is Level.BUURT:
            around = division[area.parent]
            mark = f"#{area.code.lower()}" if around.level is Level.WIJK else ""
            yield area.code, area.name, f"{area_folder(around)}{mark}"
        elif level is not Level.NEDERLAND:
            yield area.code, area.name, area_folder(area)


def test_every_region_of_the_country_is_read_as_it_was_written(country, tmp_path):
    division, postcodes = country
    found = answer(tmp_path, READ, json.loads(indexed(division, postcodes=postcodes)))
    assert len(found) > 18_000
    assert sorted((code, name, address) for code, name, address, _ in found) == sorted(
        expected(division)
    )
    notes = {code: note for code, _, _, note in found}
    assert notes["GM0363"] == "gemeente in Noord-Holland"
    assert notes["WK036300"] == "wijk in Amsterdam"


def test_the_index_of_the_country_is_small(country):
    division, postcodes = country
    content = indexed(division, postcodes=postcodes)
    assert len(brotli.compress(content, quality=11)) < 45_000


def test_an_answer_comes_at_once(country, tmp_path):
    division, postcodes = country
    told = json.loads(indexed(division, postcodes=postcodes))
    assert answer(tmp_path, TIMED, told) < 20


def test_codes_that_do_not_count_up_are_read_as_they_were_written(tmp_path):
    areas = [
        Area("NL01", "Nederland", None),
        Area("GM0001", "Aa", "NL01"),
        Area("GM0002", "Bee", "NL01"),
        Area("WK000100", "Noord", "GM0001"),
        Area("WK0001AA", "Zuid", "GM0001"),
        Area("WK000207", "Noord", "GM0002"),
        Area("WK000309", "Elders", "GM0002"),
        Area("BU00010000", "'t Zand", "WK000100"),
        Area("BU00010003", "Noord", "WK000100"),
        Area("BU0001AA00", "Één", "WK0001AA"),
        Area("BU00029999", "Ver", "WK000309"),
    ]
    division = Division.sorted(2024, areas)
    found = answer(tmp_path, READ, json.loads(indexed(division)))
    assert sorted(tuple(one[:3]) for one in found) == sorted(expected(division))


@pytest.mark.parametrize("level", ["WK", "BU"])
def test_a_level_may_be_absent(level, tmp_path):
    areas = [Area("NL01", "Nederland", None), Area("PV20", "Groningen", "NL01")]
    areas.append(Area("GM0014", "Groningen", "PV20"))
    if level == "WK":
        areas += [Area("BU00140000", "Noord", "GM0014"), Area("BU00140102", "Zuid", "GM0014")]
    else:
        areas += [Area("WK001400", "Noord", "GM0014")]
    division = Division.sorted(2024, areas)
    found = answer(tmp_path, READ, json.loads(indexed(division)))
    assert sorted(tuple(one[:3]) for one in found) == sorted(expected(division))


def test_old_and_other_names_lead_to_the_regions_of_now(tmp_path):
    day = date(2021, 1, 1)
    changes = [
        Change(day, "split", ("GM0003", "GM0001"), ("GM0001", "GM0002")),
        Change(day, "merged", ("GM0004",), ("GM0005",)),
        Change(date(2023, 1, 1), "merged", ("GM0005",), ("GM0002",)),
    ]
    areas = [Area("NL01", "Nederland", None)]
    areas += [Area("GM0001", "Aa", "NL01"), Area("GM0002", "Bee", "NL01")]
    division = Division.sorted(2024, areas, changes, [("GM0003", "Cee"), ("GM0004", "Dee")])
    aliases = {"GM0002": ("Bij",), "GM0999": ("Nergens",)}
    told = json.loads(indexed(division, aliases))
    assert told["former"] == [
        ["0003", "Cee", ["0001", "0002"]],
        ["0004", "Dee", ["0002"]],
        ["0005", "", ["0002"]],
    ]
    assert told["aliases"] == [["GM0002", "Bij"]]
    found = answer(tmp_path, READ, told)
    labels = {label for _, label, _, _ in found}
    assert {"Cee, nu Aa", "Cee, nu Bee", "Dee, nu Bee", "GM0005, nu Bee", "Bij (Bee)"} <= labels


def test_an_address_is_the_same_in_the_browser_and_in_the_build(country, tmp_path):
    names = sorted({area.name for area in country[0].areas})
    every = "".join(chr(code) for code in range(0xD7FF)) + "İıſẞﬁ½²Ⅶ𝔄💥"
    texts = [*names, *every.split("\x00"), *every, " 'x' ", "--", "A'B", "a\u0308b"]
    assert answer(tmp_path, SLUG, texts) == [slug(text) for text in texts]


def test_an_address_of_a_real_name_is_the_same(real_data, tmp_path):
    areas, _ = hear(read_areas(real_data / "areas"))
    names = [area.name for area in areas.areas]
    assert len(names) > 3_700
    assert answer(tmp_path, SLUG, names) == [slug(name) for name in names]


def test_the_index_of_real_names_is_small(real_data, tmp_path):
    areas, _ = hear(read_areas(real_data / "areas"))
    division = Division.sorted(2024, areas.areas)
    content = indexed(division)
    assert len(brotli.compress(content, quality=11)) < 50_000
    found = answer(tmp_path, READ, json.loads(content))
    assert sorted(tuple(one[:3]) for one in found) == sorted(expected(division))
