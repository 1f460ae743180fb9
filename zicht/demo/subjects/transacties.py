"""Transactions that were declared suspicious, and purchases with much cash."""

from zicht.demo.risk import Burden
from zicht.demo.states import Gaps
from zicht.demo.subject import IN_WIJKEN, Subject
from zicht.demo.table import Measure

TITLES = {
    "ZOO301": "Verdachte transacties",
    "ZOO302": "Aankopen met grote sommen contant geld",
}

SUBJECTS = (
    Subject(
        part=30,
        table="ZOO301",
        measure=Measure("VerdachteTransacties", "Verdachte transacties"),
        base="all",
        how=Burden(rate=0.0014, trend=0.06, urban=0.9, shared=0.7),
        scope=IN_WIJKEN,
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
