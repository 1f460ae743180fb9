"""A tiny delivery on disk that is right in everything, to spoil in one thing per test."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from zicht.model.errors import BuildError, Problem
from zicht.read import Reading, read_delivery

DELIVERY = """\
title = "Klein"
release = 2024-11-01
division = 2024
source = "CBS"
licence = "CC BY 4.0"
fictional = true
"""

THEME = """\
key = "drugs"
title = "Drugs"
summary = "Over drugs."
order = 1

[[context]]
key = "inwoners"
title = "Inwoners"
unit = "inwoners"
counts = "persons"
measures = [{ table = "KERN", measure = "T1", year = 2024 }]

[[indicator]]
key = "overlast"
title = "Overlast"
meaning = "Zo vaak is er overlast."
definition = "Het aantal meldingen."
unit = "meldingen"
counts = "objects"
decimals = 1
rate = { per = 1000, of = "inwoners", noun = "inwoners" }
source = "CBS"
owner = "Politie"
caveat = "Niet alles wordt gemeld."
breaks = { "2023" = "Anders geteld." }
measures = [{ table = "CRIME", measure = "M1", where = { Soort = "A" } }]

[[indicator]]
key = "jong"
title = "Jongeren"
meaning = "Zoveel jongeren."
definition = "Het deel jonger dan 15."
unit = "%"
counts = "computed"
protected_by_source = true
source = "CBS"
owner = "CBS"
measures = [{ table = "KERN", measure = "P1", year = 2024 }]
"""

TABLES = {
    "KERN/MeasureCodes.csv": """\
"Identifier";"Title";"Unit";"Decimals"
"T1";"Aantal inwoners";"aantal";"0"
"P1";"0 tot 15 jaar";"%";"0"
""",
    "KERN/Dimensions.csv": """\
"Identifier";"Title";"Kind";"MapYear"
"Wijken";"Wijken en buurten";"GeoDimension";"2024"
""",
    "KERN/WijkenCodes.csv": """\
"Identifier";"Title"
"NL00      ";"Nederland"
"GM0001    ";"Aa"
"GM0002    ";"Bee"
"WK000100  ";"Aa-Noord"
"WK0001AA  ";"Aa-Zuid"
"WK000200  ";"Bee"
""",
    "KERN/Properties.csv": """\
"Identifier";"Title";"License";"Source"
"KERN";"Kerncijfers";"CC BY 4.0";"CBS"
""",
    "KERN/Observations.csv": """\
"Id";"Measure";"ValueAttribute";"Value";"StringValue";"Wijken"
"1";"T1";"None";"300";"";"NL00      "
"2";"T1";"None";"100";"";"GM0001    "
"3";"T1";"None";"200";"";"GM0002    "
"4";"T1";"None";"60";"";"WK000100  "
"5";"T1";"None";"40";"";"wk0001aa  "
"6";"P1";"None";"12,5";"";"GM0001    "
"7";"P1";"None";"8.5";"";"GM0002    "
""",
    "CRIME/MeasureCodes.csv": """\
Identifier,Title,Unit,Decimals
M1,Meldingen,aantal,0
""",
    "CRIME/Dimensions.csv": """\
Identifier,Title,Kind,MapYear
Soort,Soort,Dimension,
Regio,Regio,GeoDimension,2024
Perioden,Perioden,TimeDimension,
""",
    "CRIME/SoortCodes.csv": """\
Identifier,Title
A,Overlast
B,"Diefstal, inbraak"
""",
    "CRIME/RegioCodes.csv": """\
Identifier,Title
GM0001,Aa
GM0002,Bee
""",
    "CRIME/PeriodenCodes.csv": """\
Identifier,Title,Status
2022JJ00,2022,Definitief
2023JJ00,2023,Voorlopig
2024JJ00,2024,Gepland
2023KW01,2023 1e kwartaal,Definitief
""",
    "CRIME/Properties.csv": """\
Identifier,Title,License,Source
CRIME,Misdrijven,CC BY 4.0,Politie
""",
    "CRIME/Observations.csv": """\
Id,Measure,ValueAttribute,Value,StringValue,Soort,Regio,Perioden
1,M1,None,5,,A,GM0001,2022JJ00
2,M1,Impossible,,,A,GM0002,2022JJ00
3,M1,None,0,,A,GM0001,2023JJ00
4,M1,None,,x,A,GM0002,2023JJ00
5,M1,None,9,,B,GM0001,2023JJ00
6,M1,None,2,,A,GM0001,2023KW01
""",
}

GEMEENTEN = (
    {"statcode": "GM0001", "statnaam": "Aa", "provinciecode": "PV30", "provincie": "Noord Brabant"},
    {"statcode": "gm0002 ", "statnaam": "Bee", "provinciecode": "PV31", "provincie": "Limburg"},
)
WIJKEN = (
    {"wijkcode": "WK000100", "wijknaam": "Aa-Noord", "gemeentecode": "GM0001", "water": "NEE"},
    {"wijkcode": "WK0001AA", "wijknaam": "Aa-Zuid", "gemeentecode": "GM0001", "water": "NEE"},
    {"wijkcode": "WK000200", "wijknaam": "Bee", "gemeentecode": "GM0002", "water": "NEE"},
    {"wijkcode": "WK000299", "wijknaam": "Groot water", "gemeentecode": "GM0002", "water": "JA"},
    {"wijkcode": "WK099899", "wijknaam": "Buitenland", "gemeentecode": "GM0998", "water": "NEE"},
)
RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}

Ring = list[list[float]]


def square(west: float, south: float, *, side: float = 1000) -> Ring:
    """Return a square as a ring, in metres."""
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def collection(
    rows: tuple[dict[str, str], ...], rings: list[Ring], *, crs: dict[str, object] | None
) -> str:
    """Return GeoJSON with a row and a ring per region."""
    features = [
        {
            "type": "Feature",
            "properties": row,
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for row, ring in zip(rows, rings, strict=True)
    ]
    named = {"type": "FeatureCollection", "features": features}
    return json.dumps({**named, "crs": crs} if crs else named)


@dataclass(frozen=True)
class Tiny:
    """A delivery in a folder."""

    root: Path

    def fill(self) -> None:
        """Write the delivery that is right in everything."""
        self.write("delivery.toml", DELIVERY)
        self.write("themes/drugs.toml", THEME)
        self.write("themes/drugs.md", "Over drugs weten wij niet alles.\n")
        for name, text in TABLES.items():
            self.write(f"figures/{name}", "\ufeff" + text)
        squares = [square(100_000 + 1000 * n, 400_000) for n in range(5)]
        gemeenten = collection(GEMEENTEN, squares[:2], crs=RD)
        self.write("areas/gemeenten.geojson", gemeenten)
        self.write("areas/wijken.geojson", collection(WIJKEN, squares, crs=RD))

    def write(self, name: str, text: str) -> None:
        """Write a file of the delivery."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a text in a file, once; it must be there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def remove(self, name: str) -> None:
        """Remove a file or a folder."""
        path = self.root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    def read(self) -> Reading:
        """Return what the stage reads."""
        return read_delivery(self.root)

    def problems(self) -> tuple[Problem, ...]:
        """Return all problems, or the doubts of a delivery that can be read."""
        try:
            return self.read().doubts
        except BuildError as error:
            return error.problems
