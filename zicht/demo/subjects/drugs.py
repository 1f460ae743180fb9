"""Hemp nurseries, suspects, offences, and the young who run a risk."""

from zicht.demo.risk import Burden
from zicht.demo.split import Parts
from zicht.demo.states import Gaps, Scope
from zicht.demo.subject import Subject
from zicht.demo.table import Dimension, Measure

TITLES = {
    "ZOO101": "Geruimde hennepkwekerijen",
    "ZOO102": "Verdachten van drugsdelicten; leeftijd",
    "ZOO103": "Jonge aanwas in de drugscriminaliteit",
    "ZOO104": "Geregistreerde drugsmisdrijven; soort misdrijf",
}

AGES = Parts(
    Dimension(
        "Leeftijd",
        "Leeftijd",
        {
            "10000": "Totaal",
            "52020": "12 tot 18 jaar",
            "53105": "18 tot 25 jaar",
            "53500": "25 jaar of ouder",
        },
    ),
    part=2,
    shares={"52020": 0.12, "53105": 0.36, "53500": 0.52},
)
OFFENCES = Parts(
    Dimension(
        "SoortMisdrijf",
        "Soort misdrijf",
        {"6.0": "Drugsmisdrijven, totaal", "6.1": "Harddrugs", "6.2": "Softdrugs"},
    ),
    part=4,
    shares={"6.1": 0.58, "6.2": 0.42},
    scope=Scope(("NL", "PV", "GM", "WK")),
)

SUBJECTS = (
    Subject(
        part=1,
        table="ZOO101",
        measure=Measure("Hennepkwekerijen", "Geruimde hennepkwekerijen"),
        base="woningen",
        how=Burden(rate=0.00034, trend=-0.12, urban=0.7, shared=0.7),
        gaps=Gaps(withheld=0.01, lost=0.001),
    ),
    Subject(
        part=2,
        table="ZOO102",
        measure=Measure("Drugsverdachten", "Verdachten van drugsdelicten"),
        base="inwoners",
        how=Burden(rate=0.00085, trend=0.02, urban=1.0, shared=0.8),
        gaps=Gaps(withheld=0.01, lost=0.001),
        parts=(AGES,),
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
        how=Burden(rate=0.049, trend=-0.01, urban=0.7, shared=0.6),
        gaps=Gaps(withheld=0.02, absent=4),
    ),
    Subject(
        part=4,
        table="ZOO104",
        measure=Measure("Drugsmisdrijven", "Geregistreerde drugsmisdrijven"),
        base="all",
        how=Burden(rate=0.00028, trend=0.03, urban=1.2, shared=0.8),
        gaps=Gaps(withheld=0.005, lost=0.002),
        parts=(OFFENCES,),
    ),
)
