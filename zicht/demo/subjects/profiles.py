"""Groups beside everyone: what occurs more often in them."""

from zicht.demo.split import Parts
from zicht.demo.states import Scope
from zicht.demo.subject import IN_PROVINCIES, IN_THE_COUNTRY
from zicht.demo.table import Dimension

Told = tuple[str, str, float, float]
"""A code, a title, the share in the group and the share among all."""


def profile(key: str, title: str, *told: Told, part: int, scope: Scope) -> Parts:
    """Return how a group falls apart, and how everyone does."""
    return Parts(
        Dimension(key, title, {"T001": "Totaal", **{code: name for code, name, _, _ in told}}),
        part=part,
        shares={code: share for code, _, share, _ in told},
        everyone={code: share for code, _, _, share in told},
        spread=0.06,
        scope=scope,
    )


def feature(
    key: str, with_it: str, without: str, share: float, among_all: float, *, part: int, scope: Scope
) -> Parts:
    """Return a profile of two categories: with a feature and without."""
    return profile(
        key,
        with_it,
        ("J", with_it, share, among_all),
        ("N", without, 1 - share, 1 - among_all),
        part=part,
        scope=scope,
    )


OF_RESIDENTS = (
    profile(
        "Leeftijd",
        "Leeftijd",
        ("A", "Jonger dan 18 jaar", 0.14, 0.185),
        ("B", "18 tot 25 jaar", 0.11, 0.09),
        ("C", "25 tot 35 jaar", 0.23, 0.13),
        ("D", "35 tot 45 jaar", 0.21, 0.12),
        ("E", "45 tot 65 jaar", 0.27, 0.27),
        ("F", "65 jaar of ouder", 0.04, 0.205),
        part=24,
        scope=IN_PROVINCIES,
    ),
    profile(
        "Huishouden",
        "Soort huishouden",
        ("A", "Alleenwonend", 0.36, 0.19),
        ("B", "Paar zonder kinderen", 0.16, 0.27),
        ("C", "Paar met kinderen", 0.24, 0.41),
        ("D", "Eén ouder met kinderen", 0.18, 0.09),
        ("E", "Overig", 0.06, 0.04),
        part=25,
        scope=IN_PROVINCIES,
    ),
    profile(
        "Inkomen",
        "Inkomen van het huishouden",
        ("1", "Laagste 20%", 0.42, 0.2),
        ("2", "Op een na laagste 20%", 0.26, 0.2),
        ("3", "Middelste 20%", 0.16, 0.2),
        ("4", "Op een na hoogste 20%", 0.1, 0.2),
        ("5", "Hoogste 20%", 0.06, 0.2),
        part=26,
        scope=IN_PROVINCIES,
    ),
    profile(
        "Uitkering",
        "Uitkering",
        ("0", "Geen uitkering", 0.62, 0.88),
        ("1", "Bijstand", 0.24, 0.03),
        ("2", "Uitkering bij arbeidsongeschiktheid", 0.1, 0.05),
        ("3", "Andere uitkering", 0.04, 0.04),
        part=27,
        scope=IN_PROVINCIES,
    ),
)

OF_THE_YOUNG = (
    feature(
        "Schoolverlater",
        "Van school zonder diploma",
        "Op school of met diploma",
        *(0.17, 0.021),
        part=28,
        scope=IN_PROVINCIES,
    ),
    feature(
        "Schulden", "Met schulden", "Zonder schulden", 0.13, 0.02, part=29, scope=IN_PROVINCIES
    ),
    feature(
        "VeroordeeldeOuder",
        "Met een veroordeelde ouder",
        "Zonder veroordeelde ouder",
        *(0.34, 0.075),
        part=30,
        scope=IN_PROVINCIES,
    ),
    feature(
        "Eenoudergezin",
        "In een gezin met één ouder",
        "In een ander huishouden",
        *(0.49, 0.18),
        part=31,
        scope=IN_PROVINCIES,
    ),
)

OF_YOUNG_SUSPECTS = (
    feature(
        "Jeugdreclassering",
        "Met jeugdreclassering",
        "Zonder jeugdreclassering",
        *(0.108, 0.004),
        part=32,
        scope=IN_THE_COUNTRY,
    ),
    feature(
        "Gedetineerd",
        "Eerder gedetineerd",
        "Niet eerder gedetineerd",
        *(0.0572, 0.0011),
        part=33,
        scope=IN_THE_COUNTRY,
    ),
    feature(
        "Schoolverlater",
        "Van school zonder diploma",
        "Op school of met diploma",
        *(0.24, 0.021),
        part=34,
        scope=IN_THE_COUNTRY,
    ),
    feature(
        "Schulden", "Met schulden", "Zonder schulden", 0.21, 0.02, part=35, scope=IN_THE_COUNTRY
    ),
    feature(
        "Bijstand",
        "In een huishouden met bijstand",
        "In een huishouden zonder bijstand",
        *(0.19, 0.062),
        part=36,
        scope=IN_THE_COUNTRY,
    ),
    feature(
        "VerdachteFamilie",
        "Met verdachte familieleden",
        "Zonder verdachte familieleden",
        *(0.41, 0.083),
        part=37,
        scope=IN_THE_COUNTRY,
    ),
)

OF_OWNERS = (
    profile(
        "Bezit",
        "Soort bezit",
        ("W", "Alleen woningen", 0.57, 0.86),
        ("N", "Alleen niet-woningen", 0.16, 0.05),
        ("B", "Woningen en niet-woningen", 0.27, 0.09),
        part=62,
        scope=IN_THE_COUNTRY,
    ),
    profile(
        "AantalPanden",
        "Aantal panden",
        ("1", "Eén pand", 0.31, 0.88),
        ("2", "Twee tot vijf panden", 0.43, 0.1),
        ("6", "Zes of meer panden", 0.26, 0.02),
        part=63,
        scope=IN_THE_COUNTRY,
    ),
    profile(
        "SoortEigenaar",
        "Soort eigenaar",
        ("P", "Persoon", 0.66, 0.93),
        ("B", "Bv of nv", 0.21, 0.045),
        ("S", "Stichting of vereniging", 0.09, 0.02),
        ("O", "Andere eigenaar", 0.04, 0.005),
        part=64,
        scope=IN_THE_COUNTRY,
    ),
)

OF_PREMISES = (
    profile(
        "Gebruik",
        "Woning of niet-woning",
        ("W", "Woning", 0.71, 0.88),
        ("N", "Niet-woning", 0.29, 0.12),
        part=65,
        scope=IN_THE_COUNTRY,
    ),
    profile(
        "Bouwjaar",
        "Bouwjaar",
        ("A", "Voor 1945", 0.33, 0.19),
        ("B", "1945 tot 1980", 0.38, 0.36),
        ("C", "1980 tot 2000", 0.18, 0.26),
        ("D", "2000 of later", 0.11, 0.19),
        part=66,
        scope=IN_THE_COUNTRY,
    ),
    profile(
        "Oppervlakte",
        "Oppervlakte",
        ("A", "Kleiner dan 50 m²", 0.24, 0.1),
        ("B", "50 tot 100 m²", 0.34, 0.36),
        ("C", "100 tot 150 m²", 0.19, 0.33),
        ("D", "150 m² of groter", 0.23, 0.21),
        part=67,
        scope=IN_THE_COUNTRY,
    ),
)
