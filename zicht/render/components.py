"""The schemas by name, in the order in which the description of the API lists them."""

from collections.abc import Mapping

from zicht.render.schemas import (
    BREAKDOWN,
    CELL,
    CELLS,
    DECIMALS,
    FLAG,
    LEVEL,
    PARENT,
    PARTS,
    REGION,
    SPLIT,
    SUBJECT,
    TEXT,
    YEARS,
    Schema,
    by_key,
    file_of,
    many,
    record,
    ref,
)

_GEMEENTE = file_of(
    {
        "indicators": by_key(record(SUBJECT), "Wat er van elk onderwerp te weten is"),
        "regions": by_key(
            record(
                {
                    "name": TEXT,
                    "level": LEVEL,
                    "parent": PARENT,
                    "values": by_key(CELLS, "De cijfers van de pagina, per onderwerp"),
                    "counts": by_key(CELLS, "De aantallen achter een cijfer, per onderwerp"),
                    "parts": by_key(PARTS, "De categorieën, per onderwerp"),
                }
            ),
            "De gebieden, per code",
        ),
    },
    "Alle cijfers van een gemeente, haar wijken en haar buurten",
)
_SUBJECT = file_of(
    {
        "key": TEXT,
        **SUBJECT,
        "regions": by_key(
            record(
                {
                    "name": TEXT,
                    "level": LEVEL,
                    "parent": PARENT,
                    "values": CELLS,
                    "counts": CELLS,
                    "parts": PARTS,
                },
                optional=("values", "counts", "parts"),
            ),
            "De gebieden, per code",
        ),
    },
    "Alle cijfers van een onderwerp, in alle gebieden",
)
_COLUMN = file_of(
    {
        "key": TEXT,
        "title": TEXT,
        "theme": TEXT,
        "unit": TEXT,
        "decimals": DECIMALS,
        "level": {"type": "string", "enum": ["gemeente", "wijk"]},
        "breaks": by_key(TEXT, "Vanaf dit jaar niet te vergelijken met daarvoor, en waarom"),
        "years": YEARS,
        "provisional": YEARS,
        "regions": many(REGION, "De gebieden; wie niets leverde staat er niet"),
        "values": many(CELLS, "Een rij per gebied, in de volgorde van regions"),
    },
    "Een onderwerp, van alle gemeenten of van alle wijken",
)
_CHOICES = file_of(
    {
        "themes": many(
            record(
                {
                    "key": TEXT,
                    "title": TEXT,
                    "ranked": FLAG,
                    "indicators": many(
                        record(
                            {
                                "key": TEXT,
                                "title": TEXT,
                                "unit": TEXT,
                                "decimals": DECIMALS,
                                "meaning": TEXT,
                                "placed": FLAG,
                                "years": by_key(YEARS, "De jaren met cijfers, per niveau"),
                            }
                        )
                    ),
                }
            )
        )
    },
    "De thema's en hun onderwerpen",
)
_NAMED = {"code": REGION, "name": TEXT}
_GEMEENTEN = file_of(
    {
        "around": many(record(_NAMED), "Nederland en de provincies"),
        "regions": many(
            record(
                {
                    **_NAMED,
                    "parent": PARENT,
                    "inhabitants": {
                        "type": ["integer", "null"],
                        "description": "Aantal inwoners; null waar dat niet is getoond",
                    },
                    "neighbours": many(REGION, "Gemeenten met een gedeelde grens"),
                    "similar": many(REGION, "Vergelijkbare gemeenten"),
                    "breaks": {**YEARS, "description": "Vanaf deze jaren is de grens een andere"},
                }
            )
        ),
    },
    "De gemeenten, hun buren en wie op hen lijkt",
)
_WIJKEN = file_of(
    {"regions": many(record({**_NAMED, "parent": PARENT}))}, "De wijken en hun gemeente"
)
_POINTS = file_of(
    {"points": by_key(many({"type": "number"}), "Lengte en breedte in graden, per code")},
    "Van elke wijk een punt binnen haar grens",
)
_EDGE = record(
    {
        "year": {"type": "integer"},
        "from": {"type": "number", "description": "Vanaf dit cijfer telt het signaal"},
        "reached": {"type": "integer", "description": "Zoveel gebieden hebben het"},
        "among": {"type": "integer", "description": "Zoveel gebieden hebben een cijfer"},
    }
)
_SIGNAL = record(
    {
        "indicator": TEXT,
        "at_least": {"type": ["number", "null"]},
        "levels": by_key(_EDGE, "De grens, per niveau"),
    }
)
_SEARCH = file_of(
    {
        "combinations": by_key(
            record(
                {
                    "title": TEXT,
                    "meaning": TEXT,
                    "fewest": {"type": "integer", "description": "Zoveel signalen komen samen"},
                    "signals": many(_SIGNAL),
                }
            ),
            "De combinaties van signalen",
        )
    },
    "Welke signalen samen een zoekgebied maken, en vanaf welk cijfer zij tellen",
)
_OUTLINES = record(
    {
        "type": {"type": "string", "const": "FeatureCollection"},
        "notice": TEXT,
        "features": many(
            record(
                {
                    "type": {"type": "string", "const": "Feature"},
                    "properties": record(_NAMED),
                    "geometry": record(
                        {
                            "type": {"type": "string", "enum": ["Polygon", "MultiPolygon"]},
                            "coordinates": many({"type": "array"}),
                        }
                    ),
                }
            )
        ),
    },
    "Omtrekken als GeoJSON, in WGS 84",
    optional=("notice",),
)
_MANIFEST = record(
    {
        "release": {"type": "string", "format": "date"},
        "generator": TEXT,
        "fictional": FLAG,
        "partial": FLAG,
        "files": by_key(
            record(
                {
                    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                    "bytes": {"type": "integer"},
                    "type": TEXT,
                }
            ),
            "Elk bestand van de site, met zijn controlegetal",
        ),
    },
    "Alle bestanden van een uitgave",
)

SCHEMAS: Mapping[str, Schema] = {
    "Cel": CELL,
    "Categorie": SPLIT,
    "Uitsplitsing": BREAKDOWN,
    "Onderwerp": _SUBJECT,
    "Kolom": _COLUMN,
    "Gemeente": _GEMEENTE,
    "Onderwerpen": _CHOICES,
    "Gemeenten": _GEMEENTEN,
    "Wijken": _WIJKEN,
    "Punten": _POINTS,
    "Zoekgebieden": _SEARCH,
    "Omtrekken": _OUTLINES,
    "Manifest": _MANIFEST,
    "Vrij": {"type": "object", "description": "JSON waarvan de inhoud elders is vastgelegd"},
}
__all__ = ["SCHEMAS", "ref"]
