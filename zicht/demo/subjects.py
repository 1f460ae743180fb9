"""What the themes tell about: the subjects, how often they occur, and their gaps."""

from dataclasses import dataclass

from zicht.demo.risk import Burden
from zicht.demo.split import AGES, OFFENCES, Parts
from zicht.demo.states import Gaps
from zicht.demo.table import Measure


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that is counted: in which table, among what, how often, with which gaps.

    `part` numbers its chance; the order in the list is free.
    """

    part: int
    table: str
    measure: Measure
    base: str
    burden: Burden
    gaps: Gaps
    parts: Parts | None = None


TITLES = {
    "ZOO101": "Geruimde hennepkwekerijen",
    "ZOO102": "Verdachten van drugsdelicten; leeftijd",
    "ZOO103": "Jonge aanwas in de drugscriminaliteit",
    "ZOO104": "Geregistreerde drugsmisdrijven; soort misdrijf",
    "ZOO201": "Kenmerken van vastgoed en eigenaren",
}

SUBJECTS = (
    Subject(
        part=1,
        table="ZOO101",
        measure=Measure("Hennepkwekerijen", "Geruimde hennepkwekerijen"),
        base="woningen",
        burden=Burden(rate=0.00034, trend=-0.12, urban=0.7, shared=0.7),
        gaps=Gaps(withheld=0.01, lost=0.001),
    ),
    Subject(
        part=2,
        table="ZOO102",
        measure=Measure("Drugsverdachten", "Verdachten van drugsdelicten"),
        base="inwoners",
        burden=Burden(rate=0.00085, trend=0.02, urban=1.0, shared=0.8),
        gaps=Gaps(withheld=0.01, lost=0.001),
        parts=AGES,
    ),
    Subject(
        part=3,
        table="ZOO103",
        measure=Measure(
            "JongeAanwas",
            "Jongeren van 8 tot 23 jaar die aan het profiel voldoen",
            secrecy="Unreliable",
        ),
        base="jongeren",
        burden=Burden(rate=0.049, trend=-0.01, urban=0.7, shared=0.6),
        gaps=Gaps(withheld=0.02, absent=4),
    ),
    Subject(
        part=4,
        table="ZOO104",
        measure=Measure("Drugsmisdrijven", "Geregistreerde drugsmisdrijven"),
        base="all",
        burden=Burden(rate=0.00028, trend=0.03, urban=1.2, shared=0.8),
        gaps=Gaps(withheld=0.005, lost=0.002),
        parts=OFFENCES,
    ),
    Subject(
        part=5,
        table="ZOO201",
        measure=Measure("Doorsluiswoningen", "Woningen, vijf keer of vaker verkocht in 20 jaar"),
        base="woningen",
        burden=Burden(rate=0.006, trend=0.03, urban=0.6, shared=0.5),
        gaps=Gaps(withheld=0.01, lost=0.001),
    ),
    Subject(
        part=6,
        table="ZOO201",
        measure=Measure("OnverklaarbareAankopen", "Onverklaarbare woningaankopen"),
        base="verkochte_woningen",
        burden=Burden(rate=0.05, trend=0.01, urban=0.4, shared=0.5),
        gaps=Gaps(withheld=0.01, pending=True),
    ),
    Subject(
        part=7,
        table="ZOO201",
        measure=Measure("PandenVeroordeelde", "Panden van een veroordeelde eigenaar"),
        base="panden",
        burden=Burden(rate=0.027, trend=0.02, urban=0.2, shared=0.6),
        gaps=Gaps(withheld=0.01, lost=0.001),
    ),
    Subject(
        part=8,
        table="ZOO201",
        measure=Measure("OnbekendeEigenaren", "Panden met een onbekende eigenaar"),
        base="panden",
        burden=Burden(rate=0.004, trend=-0.04, urban=0.3, shared=0.3),
        gaps=Gaps(withheld=0.01, silent=6),
    ),
)
