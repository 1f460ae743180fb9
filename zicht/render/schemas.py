"""What stands in each kind of JSON file, as JSON Schema, for the description of the API."""

from collections.abc import Mapping, Sequence

from zicht.model.figure import State
from zicht.model.rules import Zero
from zicht.model.theme import Counts, Form

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
YEARS: Schema = {"type": "array", "items": {"type": "integer"}}
DECIMALS: Schema = {"type": "integer", "description": "Aantal cijfers achter de komma"}
REGION: Schema = {
    "type": "string",
    "pattern": "^(NL|PV|GM|WK|BU)[0-9A-Z]{2,8}$",
    "description": "Code van een gebied, zoals het CBS die gebruikt",
}
EMPTY = [state.key for state in State if state is not State.SHOWN]


def ref(name: str) -> Schema:
    """Return what stands for a schema that is named."""
    return {"$ref": f"#/components/schemas/{name}"}


def many(items: Schema, description: str = "") -> Schema:
    """Return the schema of a list."""
    told: Schema = {"type": "array", "items": items}
    return {**told, "description": description} if description else told


def by_key(values: Schema, description: str) -> Schema:
    """Return the schema of an object with keys that are not known beforehand."""
    return {"type": "object", "additionalProperties": values, "description": description}


def record(
    properties: Mapping[str, Schema], description: str = "", *, optional: Sequence[str] = ()
) -> Schema:
    """Return the schema of an object; what is not optional is always there."""
    told: Schema = {
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name not in optional],
    }
    return {"description": description, **told} if description else told


def file_of(
    properties: Mapping[str, Schema], description: str, *, optional: Sequence[str] = ()
) -> Schema:
    """Return the schema of a whole file: it begins with what every file says of the release."""
    about: dict[str, Schema] = {
        "release": {"type": "string", "format": "date", "description": "Dag van de uitgave"},
        "source": TEXT,
        "licence": TEXT,
        "fictional": {"type": "boolean", "description": "Of de cijfers verzonnen zijn"},
        "notice": {"type": "string", "description": "Staat er als de cijfers verzonnen zijn"},
    }
    return record({**about, **properties}, description, optional=("notice", *optional))


CELL: Schema = {
    "description": "Een getal, of waarom er geen getal staat",
    "oneOf": [
        {"type": "number"},
        {
            "type": "object",
            "properties": {"state": {"type": "string", "enum": EMPTY}},
            "required": ["state"],
        },
    ],
}
CELLS = many(ref("Cel"), "Een cel per jaar, in de volgorde van years")
SPLIT = record(
    {"counts": CELLS, "values": CELLS},
    "Een categorie: counts zijn aantallen, values het aandeel in procenten",
)
PARTS = by_key(
    {"type": "object", "additionalProperties": ref("Categorie")},
    "De categorieën, per uitsplitsing",
)
BREAKDOWN = record(
    {
        "title": TEXT,
        "form": {"type": "string", "enum": [form.value for form in Form]},
        "parts": by_key(TEXT, "De naam van elke categorie"),
        "codes": by_key(TEXT, "De code van elke categorie bij de bron"),
        "under": by_key(TEXT, "In welke categorie een categorie ligt"),
        "everyone": record({"title": TEXT, "unit": TEXT}, "Met wie de groep wordt vergeleken"),
    },
    "Een uitsplitsing van een onderwerp",
    optional=("codes", "under", "everyone"),
)
SUBJECT: dict[str, Schema] = {
    "title": TEXT,
    "theme": TEXT,
    "unit": {"type": "string", "description": "Waar values in telt"},
    "decimals": DECIMALS,
    "years": YEARS,
    "provisional": {**YEARS, "description": "Jaren met voorlopige cijfers"},
    "counts": {"type": "string", "enum": [one.value for one in Counts]},
    "counted": {"type": "string", "description": "Waar counts in telt"},
    "adds_up": {"type": "boolean", "description": "Of gebieden samen het grotere gebied zijn"},
    "zero": {"type": "string", "enum": [one.value for one in Zero]},
    "protected_by_source": FLAG,
    "breakdowns": by_key(ref("Uitsplitsing"), "De uitsplitsingen"),
}
LEVEL: Schema = {
    "type": "string",
    "enum": ["nederland", "provincie", "gemeente", "wijk", "buurt"],
}
PARENT: Schema = {"type": ["string", "null"], "description": "Code van het gebied eromheen"}
