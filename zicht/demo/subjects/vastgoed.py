"""Dwellings and premises about which something stands out, and their owners."""

from zicht.demo.risk import Burden, Draw
from zicht.demo.split import Parts
from zicht.demo.states import Gaps
from zicht.demo.subject import IN_GEMEENTEN, IN_THE_COUNTRY, IN_WIJKEN, Everyone, Subject
from zicht.demo.subjects import profiles
from zicht.demo.table import Dimension, Measure

TITLES = {
    "ZOO201": "Kenmerken van vastgoed en eigenaren",
    "ZOO202": "Panden van een veroordeelde eigenaar; soort pand",
    "ZOO203": "Onverklaarbaar woningbezit en bezit van beroepsbestuurders",
    "ZOO204": "Vastgoed van bestuurders van stichtingen; soort bestuurder",
    "ZOO205": "Eigenaren bij wie iets opvalt; kenmerken",
    "ZOO206": "Verblijfsobjecten waarbij iets opvalt; kenmerken",
}

KINDS = Parts(
    Dimension(
        "SoortPand",
        "Soort pand",
        {"T001": "Alle panden", "W": "Woning", "N": "Niet-woning"},
    ),
    part=60,
    shares={"W": 0.83, "N": 0.17},
    spread=0.3,
    scope=IN_GEMEENTEN,
)

DIRECTORS = Parts(
    Dimension(
        "SoortBestuurder",
        "Soort bestuurder",
        {"T001": "Alle bestuurders", "A": "Van alleenbestuurders", "B": "Van andere bestuurders"},
    ),
    part=61,
    shares={"A": 0.28, "B": 0.72},
    drift={"A": 0.04},
    spread=0.3,
    scope=IN_WIJKEN,
)

SUBJECTS = (
    Subject(
        part=5,
        table="ZOO201",
        measure=Measure("Doorsluiswoningen", "Woningen, vijf keer of vaker verkocht in 20 jaar"),
        base="woningen",
        how=Burden(rate=0.006, trend=0.03, urban=0.6, shared=0.5),
        gaps=Gaps(withheld=0.01, lost=0.001),
    ),
    Subject(
        part=6,
        table="ZOO201",
        measure=Measure("OnverklaarbareAankopen", "Onverklaarbare woningaankopen"),
        base="verkochte_woningen",
        how=Burden(rate=0.05, trend=0.01, urban=0.4, shared=0.5),
        gaps=Gaps(withheld=0.01, pending=True),
    ),
    Subject(
        part=7,
        table="ZOO202",
        measure=Measure("PandenVeroordeelde", "Panden van een veroordeelde eigenaar"),
        base="panden",
        how=Burden(rate=0.027, trend=0.02, urban=0.2, shared=0.6),
        gaps=Gaps(withheld=0.01, lost=0.001),
        parts=(KINDS,),
    ),
    Subject(
        part=8,
        table="ZOO201",
        measure=Measure("OnbekendeEigenaren", "Panden met een onbekende eigenaar"),
        base="panden",
        how=Burden(rate=0.004, trend=-0.04, urban=0.3, shared=0.3),
        gaps=Gaps(withheld=0.01, silent=6),
    ),
    Subject(
        part=23,
        table="ZOO203",
        measure=Measure("OnverklaarbaarBezit", "Eigenaren met onverklaarbaar woningbezit"),
        base="huishoudens",
        how=Burden(rate=0.0021, trend=0.02, urban=0.9, shared=0.5),
        gaps=Gaps(withheld=0.02),
        scope=IN_WIJKEN,
    ),
    Subject(
        part=24,
        table="ZOO203",
        measure=Measure("PandenBeroepsbestuurders", "Panden van beroepsbestuurders"),
        base="panden",
        how=Burden(rate=0.0032, trend=0.01, urban=0.8, shared=0.2),
        gaps=Gaps(withheld=0.01, silent=5),
        scope=IN_WIJKEN,
    ),
    Subject(
        part=25,
        table="ZOO204",
        measure=Measure("PandenStichtingsbestuurders", "Panden van bestuurders van stichtingen"),
        base="panden",
        how=Burden(rate=0.019, trend=0.01, urban=0.3, shared=0.1),
        scope=IN_WIJKEN,
        parts=(DIRECTORS,),
    ),
    Subject(
        part=26,
        table="ZOO205",
        measure=Measure("OpvallendeEigenaren", "Eigenaren bij wie iets opvalt"),
        base="panden",
        how=Draw(rate=0.0019, trend=0.03),
        scope=IN_THE_COUNTRY,
        parts=profiles.OF_OWNERS,
        everyone=Everyone(Measure("AlleEigenaren", "Alle eigenaren"), "eigenaren", 100),
    ),
    Subject(
        part=27,
        table="ZOO206",
        measure=Measure("OpvallendeObjecten", "Verblijfsobjecten waarbij iets opvalt"),
        base="adressen",
        how=Draw(rate=0.0068, trend=0.02),
        scope=IN_THE_COUNTRY,
        parts=profiles.OF_PREMISES,
        everyone=Everyone(Measure("AlleObjecten", "Alle verblijfsobjecten"), "adressen", 100),
    ),
)
