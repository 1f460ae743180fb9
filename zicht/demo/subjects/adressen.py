"""Signals that an address may not be what is registered of it."""

from zicht.demo.risk import Burden
from zicht.demo.states import Gaps
from zicht.demo.subject import ALL_OF_THEM, IN_GEMEENTEN, Subject
from zicht.demo.table import Measure

TITLES = {"ZOO601": "Landelijke Aanpak Adreskwaliteit"}

SUBJECTS = (
    Subject(
        part=60,
        table="ZOO601",
        measure=Measure("Adressen", "Adressen"),
        base="adressen",
        how=ALL_OF_THEM,
        scope=IN_GEMEENTEN,
    ),
    Subject(
        part=61,
        table="ZOO601",
        measure=Measure("Adressignalen", "Signalen over adressen"),
        base="adressen",
        how=Burden(rate=0.0024, trend=0.04, urban=0.5, shared=0.5),
        gaps=Gaps(absent=5),
        scope=IN_GEMEENTEN,
    ),
)
