"""Outlines in every form, and what is refused in them."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pyogrio.raw
import pyproj
import pytest
import shapely

from tests.unit.read.tiny import GEMEENTEN, RD, WIJKEN, Ring, Tiny, collection, square
from zicht.model.area import Level

FILE = "areas/gemeenten.geojson"
SQUARES = [square(100_000, 400_000), square(101_000, 400_000)]


def degrees(ring: Ring) -> Ring:
    transformer = pyproj.Transformer.from_crs(28992, 4326, always_xy=True)
    return [list(transformer.transform(*point)) for point in ring]


def test_degrees_become_metres(tiny: Tiny) -> None:
    rings = [degrees(ring) for ring in SQUARES]
    tiny.write(FILE, collection(GEMEENTEN, rings, crs=None))
    found = shapely.get_coordinates(tiny.read().outlines[0].shapes[0])
    np.testing.assert_allclose(found, SQUARES[0], atol=0.01)


def test_metres_without_a_word_about_it_are_understood(tiny: Tiny) -> None:
    tiny.write(FILE, collection(GEMEENTEN, SQUARES, crs=None))
    assert tiny.read().outlines[0].shapes[0].area == 1_000_000


@pytest.mark.parametrize(
    ("rings", "crs", "what"),
    [
        ([[point[::-1] for point in degrees(ring)] for ring in SQUARES], None, "outside the Neth"),
        (SQUARES, {"type": "name", "properties": {"name": "EPSG:31370"}}, "coordinates are in"),
    ],
)
def test_other_coordinates_are_refused(
    tiny: Tiny, rings: list[Ring], crs: dict[str, object] | None, what: str
) -> None:
    tiny.write(FILE, collection(GEMEENTEN, rings, crs=crs))
    assert any(what in problem.what and problem.blocks for problem in tiny.problems())


@pytest.mark.parametrize(
    ("code", "name"),
    [("statcode", "statnaam"), ("gemeentecode", "gemeentenaam"), ("GM_CODE", "GM_NAAM")],
)
def test_columns_of_every_year_are_known(tiny: Tiny, code: str, name: str) -> None:
    rows = tuple({code: row["statcode"], name: row["statnaam"]} for row in GEMEENTEN)
    tiny.write(FILE, collection(rows, SQUARES, crs=RD))
    reading = tiny.read()
    assert [area.name for area in reading.division.of(Level.GEMEENTE)] == ["Aa", "Bee"]
    assert {area.parent for area in reading.division.of(Level.GEMEENTE)} == {"NL01"}


def test_a_name_of_a_provincie_without_its_code_is_enough(tiny: Tiny) -> None:
    rows = tuple({k: v for k, v in row.items() if k != "provinciecode"} for row in GEMEENTEN)
    tiny.write(FILE, collection(rows, SQUARES, crs=RD))
    assert tiny.read().division["GM0001"].parent == "PV30"


def test_a_file_of_provincies_names_and_holds_gemeenten(tiny: Tiny) -> None:
    bare = tuple({k: row[k] for k in ("statcode", "statnaam")} for row in GEMEENTEN)
    tiny.write(FILE, collection(bare, SQUARES, crs=RD))
    rows = ({"statcode": "PV30", "statnaam": "Boven"}, {"statcode": "PV31", "statnaam": "Onder"})
    tiny.write("areas/provincies.geojson", collection(rows, SQUARES, crs=RD))
    reading = tiny.read()
    assert [area.name for area in reading.division.of(Level.PROVINCIE)] == ["Boven", "Onder"]
    assert reading.division["GM0002"].parent == "PV31"
    assert reading.outlines[0].level is Level.PROVINCIE


def test_one_geopackage_may_hold_all_levels(tiny: Tiny) -> None:
    tiny.remove("areas")
    path = tiny.root / "areas" / "wijkenbuurten_2024.gpkg"
    path.parent.mkdir()
    buurten = ({"buurtcode": "BU00010000", "buurtnaam": "Hart", "wijkcode": "WK000100"},)
    for layer, rows in (("gemeenten", GEMEENTEN), ("wijken", WIJKEN), ("buurten", buurten)):
        write_layer(path, layer, rows)
    reading = tiny.read()
    assert [outline.level.value for outline in reading.outlines] == ["GM", "WK", "BU"]
    assert reading.division["BU00010000"].parent == "WK000100"
    assert [area.code for area in reading.division.of(Level.WIJK)] == [
        *("WK000100", "WK0001AA", "WK000200")
    ]


def write_layer(path: Path, layer: str, rows: tuple[dict[str, str], ...]) -> None:
    shapes = [shapely.Polygon(square(100_000 + 1000 * n, 400_000)) for n in range(len(rows))]
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(np.array(shapes, dtype=np.object_)),
        field_data=[np.array([row[key] for row in rows], dtype=np.object_) for key in rows[0]],
        fields=list(rows[0]),
        layer=layer,
        crs="EPSG:28992",
        geometry_type="Polygon",
        append=path.is_file(),
    )


def test_buurten_without_wijken_lie_in_their_gemeente(tiny: Tiny) -> None:
    rows = ({"BU_CODE": "BU00010000", "BU_NAAM": "Hart"},)
    tiny.remove("areas/wijken.geojson")
    tiny.write("areas/buurten.geojson", collection(rows, SQUARES[:1], crs=RD))
    assert tiny.read().division["BU00010000"].parent == "GM0001"


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "where"),
    [
        (FILE, "{", "<", "gemeenten.geojson cannot be read: it is not JSON", "gemeenten.geojson"),
        (FILE, "statcode", "code", '"" (Aa) is no code of a gemeente', "column code"),
        (FILE, "GM0001", "GM1", '"GM1" (Aa) is no code of a gemeente', "column code"),
        (FILE, "GM0001", "WK000100", '"WK000100" (Aa) is no code of a gemeente', "column code"),
        (FILE, "gm0002 ", "GM0001", "GM0001 occurs 2 times", "layer gemeenten"),
        (FILE, "PV30", "30", 'lies in "30", which is no code of a provincie', "provinciecode"),
        (FILE, '"Aa"', '""', "GM0001 has no name", "layer gemeenten"),
        (FILE, '"Aa"', "null", "GM0001 has no name", "layer gemeenten"),
        (FILE, '"Polygon"', '"MultiLineString"', "GM0001 has no area", "GM0001"),
        ("areas/wijken.geojson", "GM0001", "GM0009", "lies in GM0009, which has no", "WK000100"),
        (
            *("areas/wijken.geojson", "GM0001", "GM0002"),
            "WK000100 Aa-Noord lies in GM0002, but its code says GM0001",
            "layer wijken, column of the gemeente",
        ),
    ],
)
def test_a_fault_in_outlines_is_told(
    tiny: Tiny, file: str, old: str, new: str, what: str, where: str
) -> None:
    tiny.replace(file, old, new)
    problems = [problem for problem in tiny.problems() if problem.blocks]
    assert [problem for problem in problems if what in problem.what and where in problem.where]


def test_a_buurt_outside_the_wijk_of_its_code_is_refused(tiny: Tiny) -> None:
    rows = ({"buurtcode": "BU00010001", "buurtnaam": "Hart", "wijkcode": "WK0001AA"},)
    tiny.write("areas/buurten.geojson", collection(rows, SQUARES[:1], crs=RD))
    (problem,) = [problem for problem in tiny.problems() if problem.blocks]
    assert problem.what == "BU00010001 Hart lies in WK0001AA, but its code says WK000100."
    right = ({**rows[0], "wijkcode": "wk000100 "},)
    tiny.write("areas/buurten.geojson", collection(right, SQUARES[:1], crs=RD))
    assert tiny.read().division["BU00010001"].parent == "WK000100"


def test_columns_under_an_unknown_name_are_told(tiny: Tiny) -> None:
    text = (tiny.root / FILE).read_text(encoding="utf-8")
    tiny.write(FILE, text.replace("statcode", "id").replace("statnaam", "label"))
    told = [problem.what for problem in tiny.problems() if "id, label" in problem.where]
    assert told == [
        f"The outlines have no column for the {it} of a region." for it in ("code", "name")
    ]


def test_an_outline_that_is_absent_is_told(tiny: Tiny) -> None:
    text = json.loads((tiny.root / FILE).read_text(encoding="utf-8"))
    text["features"][1]["geometry"] = None
    tiny.write(FILE, json.dumps(text))
    assert any("GM0002 has no area as its outline" in one.what for one in tiny.problems())


@pytest.mark.parametrize("missing", ["areas", FILE])
def test_without_gemeenten_nothing_is_built(tiny: Tiny, missing: str) -> None:
    tiny.remove(missing)
    blocking = [problem for problem in tiny.problems() if problem.blocks]
    assert [problem.what for problem in blocking] == ["There are no outlines of gemeenten."]


def test_two_files_of_one_level_are_told(tiny: Tiny) -> None:
    tiny.write("areas/gemeenten_2023.geojson", (tiny.root / FILE).read_text(encoding="utf-8"))
    assert any("Two layers hold the outlines" in problem.what for problem in tiny.problems())


def test_a_bow_tie_is_refused_and_a_spike_is_mended(tiny: Tiny) -> None:
    west, south = 100_000.0, 400_000.0
    tie = [
        [west, south],
        [west + 9, south + 9],
        [west + 9, south],
        [west, south + 8],
        [west, south],
    ]
    tiny.write(FILE, collection(GEMEENTEN, [tie, SQUARES[1]], crs=RD))
    (refused,) = [problem for problem in tiny.problems() if problem.blocks]
    assert refused.what.startswith("The outline of GM0001 is invalid, Self-intersection")
    spike = [*SQUARES[0][:2], [west + 2000, south], *SQUARES[0][1:]]
    tiny.write(FILE, collection(GEMEENTEN, [spike, SQUARES[1]], crs=RD))
    reading = tiny.read()
    (doubt,) = reading.doubts
    assert "it was mended, which changed its area by 0.00000%" in doubt.what
    assert reading.outlines[0].shapes[0].is_valid


CHANGE = """\
[[change]]
day = 2023-01-01
kind = "merged"
old = ["gm0501", "GM0530"]
new = ["GM1992"]
"""


def test_changes_of_division_are_read_by_day(tiny: Tiny) -> None:
    earlier = CHANGE.replace("2023", "2021")
    tiny.write("areas/changes.toml", CHANGE + earlier)
    changes = tiny.read().division.changes
    assert [change.day for change in changes] == [date(2021, 1, 1), date(2023, 1, 1)]
    assert changes[0].old == ("GM0501", "GM0530")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("GM1992", "GM19", '"GM19" is no code of a region'),
        ("merged", "gone", "change.0.kind"),
        ("day", "datum", "change.0.datum"),
    ],
)
def test_a_fault_in_the_changes_is_told(tiny: Tiny, old: str, new: str, what: str) -> None:
    tiny.write("areas/changes.toml", CHANGE.replace(old, new))
    assert any(what in problem.what and problem.blocks for problem in tiny.problems())


def test_what_ended_may_have_a_name(tiny: Tiny) -> None:
    earlier = CHANGE.replace("GM1992", "GM0001")
    tiny.write("areas/changes.toml", f'{earlier}\n[names]\ngm0501 = "Brielle"\n')
    division = tiny.read().division
    assert division.former == (("GM0501", "Brielle"),)
    assert division.successors == {"GM0501": ("GM0001",), "GM0530": ("GM0001",)}


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ('Brielle = "GM0501"', '"Brielle" is no code of a region'),
        ("GM0501 = 7", "names.GM0501"),
    ],
)
def test_a_fault_in_the_names_is_told(tiny: Tiny, name: str, what: str) -> None:
    tiny.write("areas/changes.toml", f"{CHANGE}\n[names]\n{name}\n")
    assert any(what in problem.what and problem.blocks for problem in tiny.problems())


def test_a_name_of_what_never_ended_is_a_doubt(tiny: Tiny) -> None:
    tiny.write("areas/changes.toml", f'{CHANGE}\n[names]\nGM0500 = "Gouda"\n')
    told = [doubt.what for doubt in tiny.read().doubts]
    assert any("no change tells what became of it" in what for what in told)
