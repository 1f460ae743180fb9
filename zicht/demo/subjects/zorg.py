"""Care entrepreneurs: few in most gemeenten."""

from zicht.demo.risk import Burden
from zicht.demo.states import Gaps
from zicht.demo.subject import ALL_OF_THEM, IN_GEMEENTEN, Subject
from zicht.demo.table import Measure

TITLES = {"ZOO501": "Zorgondernemers"}
ROUNDED_TO = 5

SUBJECTS = (
    Subject(
        part=50,
        table="ZOO501",
        measure=Measure("Zorgondernemers", "Zorgondernemers"),
        base="zorgondernemers",
        how=ALL_OF_THEM,
        gaps=Gaps(few=10),
        scope=IN_GEMEENTEN,
        rounded_to=ROUNDED_TO,
    ),
    Subject(
        part=51,
        table="ZOO501",
        measure=Measure("MetVeroordeling", "Zorgondernemers met een veroordeling"),
        base="zorgondernemers",
        how=Burden(rate=0.07, trend=0.03, urban=0.2, shared=0.5),
        scope=IN_GEMEENTEN,
    ),
    Subject(
        part=52,
        table="ZOO501",
        measure=Measure("WitwasgevoeligeBranche", "Zorgondernemers in witwasgevoelige branches"),
        base="zorgondernemers",
        how=Burden(rate=0.11, trend=0.02, urban=0.3, shared=0.4),
        scope=IN_GEMEENTEN,
    ),
    Subject(
        part=53,
        table="ZOO501",
        measure=Measure("ZonderZorgactiviteit", "Zorgondernemers zonder zorgactiviteit"),
        base="zorgondernemers",
        how=Burden(rate=0.09, trend=-0.02, urban=0.1, shared=0.3),
        scope=IN_GEMEENTEN,
    ),
)
