"""The description of the data files as an API: OpenAPI 3.1, of the files that there are."""

import json
from collections.abc import Iterator, Mapping, Sequence

from zicht.model.page import Entry, OutputFile
from zicht.model.theme import Delivery
from zicht.render.about import notice_of
from zicht.render.components import SCHEMAS
from zicht.render.families import FAMILIES, PARAMETERS, WHOLE, Family
from zicht.render.licences import licence_address
from zicht.render.schemas import Schema, ref

OPENAPI = "data/openapi.json"
_ALWAYS = frozenset({OPENAPI, "data/catalogus.jsonld", "data/catalogus.ttl", "manifest.json"})
"""Files that are written after the description, or are the description itself."""
_TOLD = (
    "Elk cijfer van deze site staat in een bestand op een vast adres. Er is geen sleutel en geen "
    "aanmelding nodig; elke andere website mag de bestanden ophalen. Een adres blijft bestaan en "
    "een veld houdt zijn betekenis. Er kunnen velden en bestanden bij komen."
)


def openapi_file(delivery: Delivery, entries: Sequence[Entry], *, base_url: str) -> OutputFile:
    """Return the description of all kinds of data files that the site has: data/openapi.json.

    Shape:  a path a kind of file, with a schema for JSON and the address of a file as example.
            `base_url` is where the site stands, ending in a slash.
    Source: https://spec.openapis.org/oas/v3.1.0
    """
    types = {entry.path: entry.type for entry in entries}
    types |= {path: types.get(path, _type(path)) for path in _ALWAYS}
    listed = [(family, _first(family, types)) for family in FAMILIES]
    told = {
        "openapi": "3.1.0",
        "info": _info(delivery, base_url),
        "servers": [{"url": base_url}],
        "tags": [
            {"name": name} for name in dict.fromkeys(one.group for one, path in listed if path)
        ],
        "paths": {
            f"/{family.path}": {"get": _operation(family, path, types[path], base_url)}
            for family, path in listed
            if path
        },
        "components": {"schemas": dict(SCHEMAS)},
    }
    return OutputFile(OPENAPI, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def _type(path: str) -> str:
    kinds = {"jsonld": "application/ld+json", "ttl": "text/turtle; charset=utf-8"}
    return kinds.get(path.rpartition(".")[2], "application/json")


def _first(family: Family, types: Mapping[str, str]) -> str:
    """Return the first file of a kind; empty where there is none."""
    paths = types if family.path in WHOLE else types.keys() - WHOLE
    return min((path for path in paths if family.pattern.fullmatch(path)), default="")


def _info(delivery: Delivery, base_url: str) -> dict[str, object]:
    notice = notice_of(delivery)
    contact = {"url": f"{base_url}uitleg/contact/"}
    return {
        "title": f"{delivery.title}: bestanden",
        "description": _TOLD if notice is None else f"{notice} {_TOLD}",
        "version": delivery.release.isoformat(),
        "contact": {"name": delivery.publisher, **contact} if delivery.publisher else contact,
        "license": {"name": delivery.licence, "url": licence_address(delivery, base_url)},
    }


def _operation(family: Family, path: str, kind: str, base_url: str) -> dict[str, object]:
    told = {"description": family.told} if family.told else {}
    return {
        "operationId": family.name,
        "tags": [family.group],
        "summary": family.summary,
        **told,
        "parameters": list(_parameters(family, path)),
        "responses": {
            "200": {
                "description": family.summary,
                "content": {kind.partition(";")[0]: _content(family, f"{base_url}{path}")},
            },
            "404": {"description": "Dit bestand is er niet"},
        },
    }


def _content(family: Family, address: str) -> dict[str, object]:
    schema: Schema = ref(family.schema) if family.schema else {"type": "string"}
    shown = {"voorbeeld": {"summary": family.summary, "externalValue": address}}
    return {"schema": schema, "examples": shown}


def _parameters(family: Family, path: str) -> Iterator[dict[str, object]]:
    found = family.pattern.fullmatch(path)
    for name in family.names:
        pattern, told = PARAMETERS[name]
        yield {
            "name": name,
            "in": "path",
            "required": True,
            "description": told,
            "schema": {"type": "string", "pattern": f"^({pattern})$"},
            "example": found[name] if found else "",
        }
