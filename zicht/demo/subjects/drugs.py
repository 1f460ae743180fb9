"""Hemp nurseries, suspects, offences, and the young who run a risk."""

from zicht.demo.risk import Burden, Draw
from zicht.demo.split import Parts
from zicht.demo.states import Gaps, Scope
from zicht.demo.subject import (
    IN_GEMEENTEN,
    IN_THE_COUNTRY,
    IN_WIJKEN,
    Everyone,
    Subject,
)
from zicht.demo.subjects import profiles
from zicht.demo.table import Dimension, Measure

TITLES = {
    "ZOO101": "Geruimde hennepkwekerijen",
    "ZOO102": "Verdachten van drugsdelicten; leeftijd, delict, eerder verdacht, familie",
    "ZOO103": "Jonge aanwas in de drugscriminaliteit; leeftijd en kenmerken",
    "ZOO104": "Geregistreerde drugsmisdrijven; soort misdrijf",
    "ZOO105": "Bewoners van geruimde hennepkwekerijen; kenmerken",
    "ZOO106": "Woningen met een verhoogde kans op een hennepkwekerij",
    "ZOO107": "Jonge drugsverdachten; kenmerken",
}

AGES = Parts(
    Dimension(
        "Leeftijd",
        "Leeftijd",
        {
            "10000": "Totaal",
            "52020": "12 tot 18 jaar",
            "53105": "18 tot 25 jaar",
            "53500": "25 tot 35 jaar",
            "53700": "35 tot 45 jaar",
            "53900": "45 jaar of ouder",
        },
    ),
    part=2,
    shares={"52020": 0.12, "53105": 0.36, "53500": 0.26, "53700": 0.15, "53900": 0.11},
    drift={"52020": 0.06, "53105": -0.03, "53900": 0.03},
)
KIND_OF_DRUGS = Parts(
    Dimension(
        "SoortDelict",
        "Soort delict",
        {"T001": "Totaal", "H": "Harddrugs", "S": "Softdrugs", "B": "Hard- en softdrugs"},
    ),
    part=20,
    shares={"H": 0.57, "S": 0.3, "B": 0.13},
    drift={"H": 0.03, "S": -0.05},
    spread=0.2,
    scope=IN_GEMEENTEN,
)
BEFORE = Parts(
    Dimension(
        "EerderVerdacht",
        "Eerder verdacht",
        {"T001": "Totaal", "E": "Voor het eerst verdacht", "V": "Eerder verdacht"},
    ),
    part=21,
    shares={"E": 0.36, "V": 0.64},
    drift={"E": 0.02},
    spread=0.15,
    scope=IN_GEMEENTEN,
)
FAMILY = Parts(
    Dimension(
        "VerdachteFamilie",
        "Familieleden",
        {"T001": "Totaal", "M": "Met verdachte familieleden", "Z": "Zonder verdachte familieleden"},
    ),
    part=22,
    shares={"M": 0.31, "Z": 0.69},
    spread=0.25,
    scope=IN_GEMEENTEN,
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
YOUNG_AGES = Parts(
    Dimension(
        "Leeftijd",
        "Leeftijd",
        {
            "10000": "Totaal",
            "08": "8 tot en met 10 jaar",
            "11": "11 tot en met 13 jaar",
            "14": "14 tot en met 16 jaar",
            "17": "17 tot en met 19 jaar",
            "20": "20 tot en met 22 jaar",
        },
    ),
    part=23,
    shares={"08": 0.1, "11": 0.16, "14": 0.24, "17": 0.27, "20": 0.23},
    drift={"11": 0.04, "14": 0.03, "20": -0.03},
    spread=0.1,
    scope=IN_GEMEENTEN,
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
        parts=(AGES, KIND_OF_DRUGS, BEFORE, FAMILY),
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
        parts=(YOUNG_AGES, *profiles.OF_THE_YOUNG),
        everyone=Everyone(
            Measure("AlleJongeren", "Alle jongeren van 8 tot 23 jaar"), "jongeren", 10
        ),
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
    Subject(
        part=20,
        table="ZOO105",
        measure=Measure("Bewoners", "Bewoners van geruimde hennepkwekerijen"),
        base="Hennepkwekerijen",
        how=Draw(rate=0.36, each=4),
        among="inwoners",
        scope=IN_GEMEENTEN,
        parts=profiles.OF_RESIDENTS,
        everyone=Everyone(Measure("AlleInwoners", "Alle inwoners"), "inwoners", 100),
    ),
    Subject(
        part=21,
        table="ZOO106",
        measure=Measure("VerhoogdeKans", "Woningen met een verhoogde kans op een hennepkwekerij"),
        base="woningen",
        how=Burden(rate=0.1, trend=-0.02, urban=0.5, shared=0.6),
        gaps=Gaps(withheld=0.01),
        scope=IN_WIJKEN,
    ),
    Subject(
        part=22,
        table="ZOO107",
        measure=Measure("JongeVerdachten", "Drugsverdachten van 10 tot 23 jaar"),
        base="Drugsverdachten",
        how=Draw(rate=0.31),
        among="jongeren",
        scope=IN_THE_COUNTRY,
        parts=profiles.OF_YOUNG_SUSPECTS,
        everyone=Everyone(Measure("AlleJongeren", "Alle jongeren"), "jongeren", 10),
    ),
)
