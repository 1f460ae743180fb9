"""Transactions that were declared suspicious, and purchases with much cash."""

from zicht.demo import sbi
from zicht.demo.risk import Burden
from zicht.demo.split import Parts
from zicht.demo.states import Gaps
from zicht.demo.subject import IN_GEMEENTEN, IN_PROVINCIES, IN_THE_COUNTRY, IN_WIJKEN, Subject
from zicht.demo.table import Dimension, Measure

TITLES = {
    "ZOO301": "Verdachte transacties; bedrag, melder, bedrijfstak",
    "ZOO302": "Aankopen met grote sommen contant geld",
}

OPENED = sbi.SECTIONS | {"45", "46", "47", "55", "56"}

AMOUNTS = Parts(
    Dimension(
        "Bedragklasse",
        "Bedrag van de transactie",
        {
            "T001": "Alle bedragen",
            "A": "Minder dan 1.000 euro",
            "B": "1.000 tot 10.000 euro",
            "C": "10.000 tot 100.000 euro",
            "D": "100.000 euro of meer",
        },
    ),
    part=50,
    shares={"A": 0.43, "B": 0.36, "C": 0.16, "D": 0.05},
    drift={"A": -0.05, "C": 0.04, "D": 0.02},
    spread=0.15,
    scope=IN_GEMEENTEN,
)
REPORTERS = Parts(
    Dimension(
        "Melder",
        "Soort melder",
        {
            "T001": "Alle melders",
            "A": "Banken",
            "B": "Geldtransactiekantoren",
            "C": "Betaaldienstverleners",
            "D": "Aanbieders van cryptodiensten",
            "E": "Notarissen",
            "F": "Autohandelaren",
            "G": "Andere handelaren",
            "H": "Andere melders",
        },
    ),
    part=51,
    shares={"A": 40, "B": 27, "C": 17, "D": 9, "E": 1.2, "F": 1.6, "G": 1.4, "H": 2.8},
    drift={"B": -0.12, "C": 0.1, "D": 0.15, "F": -0.05},
    spread=0.1,
    scope=IN_PROVINCIES,
)
BRANCHES = Parts(
    dimension=sbi.dimension(
        "BedrijfstakkenSBI2008",
        codes=OPENED,
        more={"GEEN": "Geen onderneming, of branche onbekend"},
    ),
    part=52,
    shares={**sbi.shares(OPENED), "45": 80, "47": 110, "56": 130, "L": 60, "GEEN": 1400},
    inside=sbi.inside(OPENED),
    scope=IN_THE_COUNTRY,
)

SUBJECTS = (
    Subject(
        part=30,
        table="ZOO301",
        measure=Measure("VerdachteTransacties", "Verdachte transacties"),
        base="all",
        how=Burden(rate=0.0014, trend=0.06, urban=0.9, shared=0.7),
        scope=IN_WIJKEN,
        parts=(AMOUNTS, REPORTERS, BRANCHES),
    ),
    Subject(
        part=31,
        table="ZOO302",
        measure=Measure("ContanteAankopen", "Aankopen met grote sommen contant geld"),
        base="all",
        how=Burden(rate=0.00016, trend=-0.08, urban=0.5, shared=0.6),
        gaps=Gaps(withheld=0.02, pending=True),
        scope=IN_WIJKEN,
    ),
)
