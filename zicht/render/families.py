"""The kinds of data files that stand at addresses that stay, and what each holds."""

import re
from dataclasses import dataclass
from functools import cached_property

KEY = "[a-z0-9]+(-[a-z0-9]+)*"
PARAMETERS = {
    "onderwerp": (KEY, "Sleutel van een onderwerp; `data/indicatoren.json` noemt ze alle"),
    "stroom": (KEY, "Sleutel van een onderwerp met aantallen van gemeente naar gemeente"),
    "thema": (KEY, "Sleutel van een thema; `data/indicatoren.json` noemt ze alle"),
    "combinatie": (KEY, "Sleutel van een combinatie; `data/zoekgebieden.json` noemt ze alle"),
    "gemeente": ("gm[0-9]{4}", "Code van een gemeente, in kleine letters"),
    "niveau": ("gemeenten|wijken", "De gebieden waar het bestand over gaat"),
    "omtrek": (
        "nederland|provincies|gemeenten|wijken|buurten|overzicht",
        "De gebieden op de kaart; `overzicht` heeft de gemeenten in weinig punten",
    ),
}
"""What may stand between braces in an address: its pattern and its meaning."""

_DUTCH = "Puntkomma tussen de kolommen, decimale komma, UTF-8 met een byte order mark."
_PLAIN = "Komma tussen de kolommen, decimale punt, UTF-8."
_CSVW, _OF_TABLES = "CSV on the Web.", "Metadata van tabellen"
_SHEETS = "Werkbladen met de cijfers en hun uitleg."


@dataclass(frozen=True)
class Family:
    """Files of one kind: the address, what they are, and the schema of those that are JSON."""

    path: str
    name: str
    summary: str
    told: str = ""
    schema: str = ""
    group: str = "Overzicht"

    @property
    def names(self) -> tuple[str, ...]:
        """Return what stands between braces in the address."""
        return tuple(re.findall(r"\{(\w+)\}", self.path))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what the addresses of these files match, with a group for each name."""
        pieces = re.split(r"\{(\w+)\}", self.path)
        told = (
            f"(?P<{piece}>{PARAMETERS[piece][0]})" if at % 2 else re.escape(piece)
            for at, piece in enumerate(pieces)
        )
        return re.compile("".join(told))


def _subject(ending: str, name: str, summary: str, told: str, schema: str = "") -> Family:
    path = f"data/indicator/{{onderwerp}}{ending}"
    return Family(path, f"onderwerp{name}", summary, told, schema, "Per onderwerp")


def _tables(folder: str, name: str) -> tuple[Family, ...]:
    """Return what tells of the tables in a folder: their list, and their columns."""
    listed = f"data/{folder}/csv-metadata.json"
    columns = f"data/{folder}/kolommen"
    of = f"de tabellen in `data/{folder}/`"
    return (
        Family(listed, f"{name}Tabellen", f"Metadata van {of}", _CSVW, "Vrij", _OF_TABLES),
        Family(
            f"{columns}.json", f"{name}Kolommen", f"Kolommen van {of}", _CSVW, "Vrij", _OF_TABLES
        ),
        Family(
            f"{columns}.plain.json",
            f"{name}PlainKolommen",
            f"Kolommen van {of} voor programma's",
            _CSVW,
            "Vrij",
            _OF_TABLES,
        ),
    )


def _gemeente(ending: str, name: str, summary: str, told: str, schema: str = "") -> Family:
    path = f"data/gemeente/{{gemeente}}{ending}"
    return Family(path, f"gemeente{name}", summary, told, schema, "Per gemeente")


FAMILIES = (
    Family(
        "data/indicatoren.json",
        "onderwerpen",
        "Alle thema's en onderwerpen, met hun jaren",
        schema="Onderwerpen",
    ),
    Family("data/all.parquet", "alles", "Alles in één bestand, voor DuckDB, pandas of R"),
    Family("data/woordenboek.csv", "woordenboek", "Wat elke kolom en elk onderwerp betekent"),
    Family("data/woordenboek.json", "woordenboekJson", "Hetzelfde als JSON", schema="Vrij"),
    Family("data/openapi.json", "beschrijving", "Deze beschrijving", schema="Vrij"),
    Family(
        "data/catalogus.jsonld",
        "catalogus",
        "Alle gegevens voor dataportalen",
        "DCAT-AP-NL in JSON-LD.",
        "Vrij",
    ),
    Family(
        "data/catalogus.ttl",
        "catalogusTurtle",
        "Alle gegevens voor dataportalen",
        "DCAT-AP-NL in Turtle.",
    ),
    Family(
        "manifest.json",
        "manifest",
        "Alle bestanden van de uitgave, met controlegetal",
        schema="Manifest",
    ),
    _subject(".json", "Json", "Een onderwerp, alle gebieden en jaren", "", "Onderwerp"),
    _subject(".csv", "Csv", "Een onderwerp als Nederlandse CSV", _DUTCH),
    _subject(".plain.csv", "PlainCsv", "Een onderwerp als CSV voor programma's", _PLAIN),
    _subject(".xlsx", "Xlsx", "Een onderwerp als Excel", _SHEETS),
    _subject("/{niveau}.json", "Kolom", "Een onderwerp, een niveau", "", "Kolom"),
    _gemeente(".json", "Json", "Alle cijfers van een gemeente", "", "Gemeente"),
    _gemeente(".csv", "Csv", "Alle cijfers van een gemeente als Nederlandse CSV", _DUTCH),
    _gemeente(".plain.csv", "PlainCsv", "Een gemeente als CSV voor programma's", _PLAIN),
    _gemeente(".xlsx", "Xlsx", "Alle cijfers van een gemeente als Excel", _SHEETS),
    Family(
        "data/thema/{thema}.zip",
        "themaZip",
        "Alle bestanden van een thema in één zip",
        group="Per thema",
    ),
    Family(
        "data/stroom/{stroom}.csv",
        "stroomCsv",
        "Aantallen van gemeente naar gemeente",
        _DUTCH,
        group="Per onderwerp",
    ),
    Family(
        "data/zoekgebied/{combinatie}.csv",
        "zoekgebiedCsv",
        "Elke wijk en buurt, met de signalen die er samenkomen",
        _DUTCH,
        group="Zoekgebieden",
    ),
    Family(
        "data/zoekgebieden.json",
        "zoekgebieden",
        "De combinaties en hun grenzen",
        schema="Zoekgebieden",
        group="Zoekgebieden",
    ),
    Family(
        "data/regio/gemeenten.json",
        "gemeenten",
        "Alle gemeenten, hun buren en wie op hen lijkt",
        schema="Gemeenten",
        group="Gebieden",
    ),
    Family("data/regio/wijken.json", "wijken", "Alle wijken", schema="Wijken", group="Gebieden"),
    Family(
        "data/gebieden/{omtrek}.geojson",
        "omtrekken",
        "Omtrekken van gebieden",
        schema="Omtrekken",
        group="Gebieden",
    ),
    Family(
        "data/gebieden/{gemeente}.geojson",
        "omtrekkenWijken",
        "Omtrekken van de wijken van een gemeente",
        schema="Omtrekken",
        group="Gebieden",
    ),
    Family(
        "data/gebieden/punten.json",
        "punten",
        "Van elke wijk een punt binnen haar grens",
        schema="Punten",
        group="Gebieden",
    ),
    *_tables("indicator", "onderwerp"),
    *_tables("gemeente", "gemeente"),
    *_tables("stroom", "stroom"),
    *_tables("zoekgebied", "zoekgebied"),
    Family(
        "data/zoekindex.json",
        "zoekindex",
        "Namen voor het zoekveld van deze site",
        "Wij kunnen de vorm van dit bestand veranderen wanneer het zoekveld verandert.",
        "Vrij",
    ),
)
"""In the order of the description: what is about everything first."""
WHOLE = frozenset(family.path for family in FAMILIES if not family.names)
"""Addresses without braces; such a file is of no other kind, as OpenAPI has it."""
