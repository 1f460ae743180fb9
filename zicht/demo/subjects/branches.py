"""Firms by branche, vulnerable branches, directors who stand alone."""

from zicht.demo import sbi
from zicht.demo.risk import Burden
from zicht.demo.split import Parts
from zicht.demo.states import Gaps
from zicht.demo.subject import ALL_OF_THEM, IN_GEMEENTEN, IN_THE_COUNTRY, IN_WIJKEN, Subject
from zicht.demo.table import Measure

TITLES = {
    "ZOO401": "Vestigingen van bedrijven; bedrijfstak",
    "ZOO402": "Vestigingen in kwetsbare branches",
    "ZOO403": "Stichtingen met één bestuurder; bedrijfstak",
}
ROUNDED_TO = 5
OPENED = sbi.SECTIONS | {"45", "46", "47", "92", "93", "90", "91"}

BRANCHES = Parts(
    dimension=sbi.dimension("BedrijfstakkenSBI2008", codes=sbi.EVERY, more={}),
    part=40,
    shares=sbi.shares(sbi.EVERY),
    inside=sbi.inside(sbi.EVERY),
    drift={"56": 0.02, "9602": 0.03, "53": 0.05, "47": -0.02, "A": -0.03},
    spread=0.25,
    scope=IN_GEMEENTEN,
)
FOUNDATIONS = Parts(
    dimension=sbi.dimension("BedrijfstakkenSBI2008", codes=OPENED, more={}),
    part=43,
    shares={**sbi.shares(OPENED), "A": 4, "P": 110, "Q": 180, "K": 140, "91": 60, "90": 80},
    inside=sbi.inside(OPENED),
    scope=IN_THE_COUNTRY,
)

SUBJECTS = (
    Subject(
        part=40,
        table="ZOO401",
        measure=Measure("Vestigingen", "Vestigingen van bedrijven"),
        base="vestigingen",
        how=ALL_OF_THEM,
        scope=IN_GEMEENTEN,
        parts=(BRANCHES,),
        rounded_to=ROUNDED_TO,
    ),
    Subject(
        part=41,
        table="ZOO402",
        measure=Measure("AlleVestigingen", "Vestigingen in alle branches"),
        base="vestigingen",
        how=ALL_OF_THEM,
        scope=IN_WIJKEN,
        rounded_to=ROUNDED_TO,
    ),
    Subject(
        part=42,
        table="ZOO402",
        measure=Measure("KwetsbareBranches", "Vestigingen in kwetsbare branches"),
        base="kwetsbaar",
        how=ALL_OF_THEM,
        among="vestigingen",
        scope=IN_WIJKEN,
        rounded_to=ROUNDED_TO,
    ),
    Subject(
        part=44,
        table="ZOO403",
        measure=Measure("Stichtingen", "Stichtingen"),
        base="stichtingen",
        how=ALL_OF_THEM,
        gaps=Gaps(few=10),
        scope=IN_GEMEENTEN,
        rounded_to=ROUNDED_TO,
    ),
    Subject(
        part=43,
        table="ZOO403",
        measure=Measure("Alleenbestuurders", "Stichtingen met één bestuurder"),
        base="stichtingen",
        how=Burden(rate=0.17, trend=0.03, urban=0.4, shared=0.3),
        gaps=Gaps(absent=3),
        scope=IN_GEMEENTEN,
        parts=(FOUNDATIONS,),
    ),
)
