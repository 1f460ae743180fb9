import csv
import json
from pathlib import Path

import pytest

from zicht.demo.gemeenten import read_gemeenten

REAL = Path(__file__).resolve().parents[4] / "shared/data/real-2024"
pytestmark = pytest.mark.skipif(not REAL.exists(), reason="../shared/data is not there")

INHABITANTS, PER_KM2, URBAN = "T001036", "M000100", "ST0001"


@pytest.fixture(scope="module")
def published() -> dict[tuple[str, str], str]:
    path = REAL / "figures/85984NED/Observations.csv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines, delimiter=";")
        return {(row["WijkenEnBuurten"].strip(), row["Measure"]): row["Value"] for row in rows}


def test_codes_names_and_provincies_are_those_of_the_real_gemeenten() -> None:
    text = (REAL / "areas/gemeenten.geojson").read_text(encoding="utf-8")
    rows = [one["properties"] for one in json.loads(text)["features"]]
    keys = ("statcode", "statnaam", "provinciecode", "provincie")
    real = sorted(tuple(row[key] for key in keys) for row in rows)
    # The file leaves out the hyphen of Noord-Holland; we write it.
    ours = [
        (one.code, one.naam, one.provinciecode, one.provincie.replace("-", " "))
        for one in read_gemeenten()
    ]
    assert len(ours) == 342
    assert ours == real


def test_inhabitants_and_urbanity_are_those_published(
    published: dict[tuple[str, str], str],
) -> None:
    for one in read_gemeenten():
        assert one.inwoners == int(published[one.code, INHABITANTS]), one
        assert one.stedelijkheid == int(published[one.code, URBAN]), one


def test_land_is_what_inhabitants_and_density_make_it(
    published: dict[tuple[str, str], str],
) -> None:
    for one in read_gemeenten():
        density = float(published[one.code, PER_KM2].replace(",", "."))
        assert one.inwoners / density == pytest.approx(one.land_km2, rel=0.03), one
