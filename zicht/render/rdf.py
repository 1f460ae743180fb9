"""Statements about things, written as JSON-LD and as Turtle: the same ones, in the same order."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

PREFIXES: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Ref:
    """Another thing, by its address."""

    address: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text; with `kind` it is no language but a value of that kind ("xsd:date")."""

    text: str
    kind: str = ""


Value = Ref | Text


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with its kinds and what is said of it; nothing is said with an empty list."""

    address: str
    kinds: tuple[str, ...]
    said: tuple[tuple[str, Sequence[Value]], ...] = ()


def json_ld(things: Iterable[Thing]) -> bytes:
    """Return the statements as JSON-LD that needs nothing from elsewhere to be read."""
    graph = [
        {
            "@id": thing.address,
            "@type": list(thing.kinds),
            **{name: [_object(value) for value in values] for name, values in thing.said if values},
        }
        for thing in things
    ]
    told = {"@context": PREFIXES, "@graph": graph}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _object(value: Value) -> dict[str, str]:
    if isinstance(value, Ref):
        return {"@id": value.address}
    if value.kind:
        return {"@value": value.text, "@type": value.kind}
    return {"@value": value.text, "@language": "nl"}


def turtle(things: Iterable[Thing]) -> bytes:
    """Return the statements as Turtle."""
    heads = "".join(f"@prefix {name}: <{where}> .\n" for name, where in PREFIXES.items())
    return (heads + "".join(_block(thing) for thing in things)).encode()


def _block(thing: Thing) -> str:
    return f"\n<{thing.address}> " + " ;\n    ".join(_lines(thing)) + " .\n"


def _lines(thing: Thing) -> Iterator[str]:
    yield f"a {', '.join(thing.kinds)}"
    for name, values in thing.said:
        if values:
            yield f"{name} {', '.join(_term(value) for value in values)}"


def _term(value: Value) -> str:
    """Return a value; what JSON escapes in a text, Turtle escapes in the same way."""
    if isinstance(value, Ref):
        return f"<{value.address}>"
    text = json.dumps(value.text, ensure_ascii=False)
    return f"{text}^^{value.kind}" if value.kind else f"{text}@nl"
