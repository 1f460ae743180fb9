"""Dwellings and premises about which something stands out, and their owners."""

from zicht.demo.risk import Burden
from zicht.demo.split import Parts
from zicht.demo.states import Gaps
from zicht.demo.subject import IN_GEMEENTEN, Subject
from zicht.demo.table import Dimension, Measure

TITLES = {
    "ZOO201": "Kenmerken van vastgoed en eigenaren",
    "ZOO202": "Panden van een veroordeelde eigenaar; soort pand",
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
)
