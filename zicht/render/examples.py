"""Invented figures, of regions that are nowhere, for the page that shows the design."""

import json
from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from math import cos, radians, sin

from zicht.model.area import Area
from zicht.model.atlas import Atlas
from zicht.model.chart import (
    Ages,
    Bars,
    Composition,
    Dots,
    Item,
    Leaf,
    Line,
    Map,
    Nested,
    Pair,
    Profile,
    Role,
    Route,
    Routes,
    Share,
    Spark,
    Strip,
    Trend,
)
from zicht.model.figure import Cell, Position, State
from zicht.model.theme import Counts, Indicator, Rate, Series
from zicht.render.regions import Listed, Regions
from zicht.render.rows import Row

YEARS = (2019, 2020, 2021, 2022, 2023, 2024)
UNIT = "per 1.000 woningen"
NAMES = (
    *("Achterdam", "Bovenveen", "Cederhof", "Duinrode", "Eikenburg"),
    *("Fonteindam", "Grashaven", "Hoogrode", "IJzerhof"),
)
"""The first of these is where the reader is."""
STATES = {state: Cell(state) for state in State if state is not State.SHOWN}
_TITLES = ("Cijfer met een plaats", "Voorlopig cijfer", "Niet getoond", "Nog niet geleverd")
_FOUR = 4


def shown(value: float, *, provisional: bool = False) -> Cell:
    """Return a cell with a number."""
    return Cell(State.SHOWN, value, provisional)


def subjects(atlas: Atlas) -> tuple[Indicator, ...]:
    """Return four indicators that nobody delivered; their links lead to some that are there."""
    some = [one for theme in atlas.themes for one in theme.indicators]
    return tuple(
        Indicator(
            Series(
                real.key,
                title,
                "woningen",
                Counts.OBJECTS,
                1,
                protected_by_source=True,
                measures=(),
            ),
            real.theme,
            meaning="Wat het cijfer zegt, in een zin die iedereen begrijpt.",
            definition="De omschrijving van de bron, zonder iets weg te laten.",
            rate=Rate(1000, "woningen", "woningen"),
            source="De naam van de tabel",
            owner="de organisatie die haar maakt",
            caveat="Wat een lezer moet weten voordat zij het cijfer gebruikt.",
            breaks={2022: "Sinds 2022 wordt anders geteld."},
            peildatum="de dag waarop is geteld",
        )
        for title, real in zip(_TITLES, islice(cycle(some), _FOUR), strict=True)
    )


def rows(indicators: Sequence[Indicator]) -> tuple[Row, ...]:
    """Return the rows of a gemeente: a figure, a provisional one, two reasons for having none."""
    here = (shown(9.1), shown(4.2, provisional=True), Cell(State.WITHHELD), Cell(State.PENDING))
    places = (Position(4, 3, 1, 9), Position(None, 5, 3, 9), None, None)
    return tuple(
        Row(
            one,
            YEARS[-1],
            cell,
            None,
            (("in vergelijkbare gemeenten", shown(7.3)), ("in heel Nederland", shown(8.8))),
            place,
            Spark(f"t-proef-{at}", one.title, "Van 6,1 naar 9,1.", UNIT, 1, _line(Role.HERE)),
        )
        for at, (one, cell, place) in enumerate(zip(indicators, here, places, strict=True))
    )


def table(indicators: Sequence[Indicator]) -> Regions:
    """Return a table of regions, wide enough to be moved inside itself."""
    columns = tuple((one, YEARS[-1]) for one in (*indicators, *indicators))
    return Regions(
        columns,
        tuple(
            Listed(Area(f"proef-{at}", name, None), None, (_cell(at), *_cells(at)), "")
            for at, name in enumerate(NAMES)
        ),
    )


def _cells(at: int) -> list[Cell]:
    return [shown((at * 7 + column * 3) % 11 + 0.5) for column in range(2 * _FOUR - 1)]


def _cell(at: int) -> Cell:
    """Return a figure of each class of the map, then each reason for having none."""
    values = (9.1, 1.2, 3.4, 5.3, 7.2)
    return shown(values[at]) if at < len(values) else tuple(STATES.values())[at - len(values)]


def _line(role: Role) -> Line:
    named = {
        Role.HERE: (NAMES[0], (6.1, 5.8, None, 8.2, 8.7, 9.1)),
        Role.SIMILAR: ("Vergelijkbaar", (7.9, 7.7, 7.5, 7.6, 7.4, 7.3)),
        Role.COUNTRY: ("Nederland", (9.4, 9.2, 9.3, 9.0, 8.9, 8.8)),
    }
    name, values = named[role]
    cells = tuple(Cell(State.WITHHELD) if v is None else shown(v) for v in values)
    return Line(name, role, YEARS, cells, (2022,) if role is Role.HERE else ())


def items() -> tuple[Item, ...]:
    """Return the regions, the first of which is where the reader is."""
    return tuple(Item(f"p{at}", name, _cell(at), here=not at) for at, name in enumerate(NAMES))


def trend() -> Trend:
    """Return a region beside similar ones and Nederland, with a break and a year withheld."""
    lines = tuple(_line(role) for role in (Role.HERE, Role.SIMILAR, Role.COUNTRY))
    return Trend(
        "lijn-proef",
        "Meer dan in 2022, het eerste jaar na de breuk",
        "Een lijn van hier, een van vergelijkbare gemeenten en een van Nederland.",
        UNIT,
        1,
        lines,
    )


def strip() -> Strip:
    """Return all regions of a level on one axis."""
    many = [
        Item(f"q{at}", f"Gemeente {at + 1}", shown((at * 37 % 97) ** 1.4 / 60)) for at in range(60)
    ]
    own = Item("p0", NAMES[0], shown(9.1), here=True)
    return Strip(
        "strook-proef", "Boven het midden", "Alle gemeenten op een as.", UNIT, 1, (*many, own)
    )


def bars() -> Bars:
    """Return regions below each other, the highest first, those without a number last."""
    ordered = sorted(items(), key=lambda item: (-(item.cell.value or 0), item.cell.state))
    return Bars(
        "staaf-proef",
        f"Het hoogst in {NAMES[0]}",
        "Regio's onder elkaar, de hoogste bovenaan.",
        UNIT,
        1,
        tuple(ordered),
        ("Nederland", shown(8.8)),
    )


def dots() -> Dots:
    """Return a few regions on one axis, with what they lie within."""
    return Dots(
        "buren-proef",
        "Wat eromheen ligt",
        "Een paar regio's op een as.",
        UNIT,
        1,
        items()[:5],
        ("Nederland", shown(8.8)),
    )


def chart_map() -> Map:
    """Return a map with all five classes and all four reasons for having no number."""
    return Map(
        "kaart-proef",
        "5 van de 9 met een cijfer",
        f"Het hoogst in {NAMES[0]}.",
        UNIT,
        1,
        items(),
        _shapes(),
        (2.0, 4.0, 6.0, 8.0),
    )


def routes() -> Routes:
    """Return lines from one region to others."""
    every, counts = items(), (120, 64, 31, 12)
    leaving = tuple(
        Route(every[0].code, to.code, Item(to.code, to.name, shown(count)))
        for to, count in zip((every[4], every[2], every[6], every[8]), counts, strict=True)
    )
    return Routes(
        "stroom-proef",
        f"Vanuit {NAMES[0]}",
        "Hoe dikker de lijn, hoe meer.",
        "personen",
        0,
        leaving,
        every,
        _shapes(),
        outward=True,
    )


def nested() -> Nested:
    """Return categories within categories, each held against Nederland."""
    leaves = (
        Leaf("G", "Handel", 0, shown(31.0), shown(24.0)),
        Leaf("G-1", "Auto's en onderdelen", 1, shown(14.0), shown(6.0)),
        Leaf("G-2", "Winkels", 1, shown(17.0), shown(18.0)),
        Leaf("I", "Horeca", 0, Cell(State.WITHHELD), shown(9.0)),
    )
    return Nested(
        "boom-proef",
        "Handel is het grootst",
        "Categorieën binnen categorieën.",
        "%",
        1,
        leaves,
        "Nederland",
    )


def profile() -> Profile:
    """Return a group held against everyone."""
    pairs = (
        Pair("jonger dan 25 jaar", shown(41.0), shown(28.0), shown(1.5)),
        Pair("woont in een huurwoning", shown(63.0), shown(42.0), shown(1.5)),
        Pair("heeft betaald werk", shown(38.0), shown(61.0), shown(0.6)),
    )
    return Profile(
        "profiel-proef",
        "Jonger, en vaker in een huurwoning",
        "Een groep naast alle inwoners.",
        "%",
        1,
        pairs,
        "deze groep",
        "alle inwoners",
    )


def composition() -> Composition:
    """Return categories that together are the whole, one of them withheld in a year."""
    shares = (
        Share("eerste deel", _shares(50, 49, 47, 46, 45, 44)),
        Share("tweede deel", _shares(30, 31, 32, 33, 33, 34)),
        Share("derde deel", _shares(20, 20, 21, 21, 22, 22)),
    )
    return Composition(
        "verdeling-proef", "Het eerste deel wordt kleiner", "Delen van 100%.", "%", 1, YEARS, shares
    )


def ages() -> Ages:
    """Return categories that follow each other, year after year."""
    shares = (
        Share("12 tot 18 jaar", _shares(12, 11, 9, 8, 7, 6)),
        Share("18 tot 25 jaar", _shares(34, 33, 31, 28, 26, 24)),
        Share("25 jaar en ouder", _shares(54, 56, 60, 64, 67, 70)),
    )
    return Ages(
        "jaren-proef",
        "Wie erin zit, wordt ouder",
        "Leeftijden per jaar.",
        "%",
        1,
        YEARS,
        shares,
        (10, 25, 40, 55),
    )


def _shares(*values: float) -> tuple[Cell, ...]:
    return tuple(map(shown, values))


def _shapes() -> Mapping[str, str]:
    """Return nine hexagons that touch, somewhere in the country: GeoJSON by code."""
    place = (4, 0, 1, 2, 3, 5, 6, 7, 8)
    return {f"p{at}": _hexagon(*divmod(place[at], 3)) for at in range(len(NAMES))}


def _hexagon(row: int, column: int) -> str:
    east, north, size = 5.0, 52.0, 0.1
    middle_x = east + (column + row % 2 / 2) * size * 2 * cos(radians(30))
    middle_y = north - row * size * 1.5 * 0.615
    corners = [radians(30 - 60 * at) for at in range(7)]
    ring = [
        [round(middle_x + size * cos(a), 5), round(middle_y + size * sin(a) * 0.615, 5)]
        for a in corners
    ]
    return json.dumps({"type": "Polygon", "coordinates": [ring]}, separators=(",", ":"))
