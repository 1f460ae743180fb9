"""Metadata of tables: what the dictionary and the tables themselves make of them, and no more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from zicht.audit.dictionary import Words, read_dictionary
from zicht.audit.exact import differences, is_exact, parsed, written
from zicht.audit.search import read_sought
from zicht.model.area import Level
from zicht.model.disclosure import Disclosure
from zicht.model.figure import State
from zicht.model.published import Published

METADATA = "csv-metadata.json"
SCHEMA, PLAIN_SCHEMA = "kolommen.json", "kolommen.plain.json"
_NOTICE = "let_op"
_FLOW = (
    *("jaar", "van_code", "van_naam", "naar_code", "naar_naam", "aantal", "toestand"),
    *("voorlopig", "eenheid", "onderwerp", "thema"),
)
_SOUGHT = (
    *("regiocode", "regionaam", "niveau", "gemeentecode", "signalen", "gehaald", "onbekend"),
    "zoekgebied",
)
_WHOLE = ("aantal", "signalen", "gehaald", "onbekend")
_CHOICES = {
    "toestand": [state.key for state in State],
    "niveau": [level.name.lower() for level in Level],
    "voorlopig": ["ja", "nee"],
}


def metadata_disclosures(dist: Path, published: Published) -> Iterator[Disclosure]:
    """Yield where the metadata of tables say anything but what these tables are.

    Errors: BuildError for files that are no JSON.
    """
    dictionary = read_dictionary(dist)
    if not dictionary:
        return
    gemeenten = {area.code.lower(): area.name for area in published.division.of(Level.GEMEENTE)}
    right = {
        **indicator_metadata(dictionary, titles_of(dictionary, "indicators"), plain=True),
        **_of_figures(dictionary, "data/gemeente/", gemeenten, keyed=True, plain=True),
        **flow_metadata(dictionary, titles_of(dictionary, "flows")),
        **_sought_metadata(dist, dictionary, published),
    }
    for path, told in right.items():
        if (dist / path).is_file():
            yield from _compared(path, (dist / path).read_bytes(), told)


def _compared(path: str, content: bytes, right: object) -> Iterator[Disclosure]:
    what = "The metadata may tell anything."
    told = parsed(content, path)
    for place, how in differences(told, right):
        yield Disclosure(what, path, place, how)
    if not is_exact(content, told):
        yield Disclosure(what, path, "somewhere", "It says a thing twice.")


def metadata_paths(*, flows: bool) -> frozenset[str]:
    """Return where metadata of tables of figures stand, and of flows where there are any."""
    names = (METADATA, SCHEMA, PLAIN_SCHEMA)
    found = {f"data/{folder}/{name}" for folder in ("indicator", "gemeente") for name in names}
    found |= {f"data/stroom/{name}" for name in names[:2] if flows}
    return frozenset(found)


def titles_of(dictionary: Words, kind: str) -> dict[str, str]:
    """Return the titles of the indicators or flows, by key."""
    told = dictionary.get(kind)
    pairs = told.items() if isinstance(told, dict) else ()
    return {str(key): str(one.get("title")) for key, one in pairs if isinstance(one, dict)}


def indicator_metadata(
    dictionary: Words, titles: Mapping[str, str], *, plain: bool
) -> Mapping[str, object]:
    """Return what stands beside the tables of some indicators, by path."""
    return _of_figures(dictionary, "data/indicator/", titles, keyed=False, plain=plain)


def flow_metadata(dictionary: Words, titles: Mapping[str, str]) -> Mapping[str, object]:
    """Return what stands beside the tables of some flows, by path; nothing without any."""
    if not titles:
        return {}
    columns = [_column(name) for name in (*_FLOW, *_noticed(dictionary))]
    told = _group(dictionary, _tables(titles, plain=False))
    return {f"data/stroom/{SCHEMA}": _schema(columns), f"data/stroom/{METADATA}": told}


def _of_figures(
    dictionary: Words, folder: str, titles: Mapping[str, str], *, keyed: bool, plain: bool
) -> Mapping[str, object]:
    said = dictionary.get("columns")
    words = {str(name): text for name, text in said.items()} if isinstance(said, dict) else {}
    names = [name for name in words if name != _NOTICE or _noticed(dictionary)]
    names = names if keyed else names[1:]
    found: dict[str, object] = {f"{folder}{SCHEMA}": _schema(_figures(names, words, ","))}
    if plain:
        found[f"{folder}{PLAIN_SCHEMA}"] = _schema(_figures(names, words, "."))
    found[f"{folder}{METADATA}"] = _group(dictionary, _tables(titles, plain=plain))
    return found


def _noticed(dictionary: Words) -> Sequence[str]:
    return [_NOTICE] if dictionary.get("notice") is not None else []


def _figures(names: Iterable[str], words: Words, decimal: str) -> list[Mapping[str, object]]:
    number = {"base": "decimal", "format": {"decimalChar": decimal}}
    return [
        {
            **_column(name),
            **({"datatype": number} if name == "waarde" else {}),
            "dc:description": words[name],
        }
        for name in names
    ]


def _column(name: str) -> Mapping[str, object]:
    kind: object = {"jaar": "gYear", **dict.fromkeys(_WHOLE, "integer")}.get(name, "string")
    for ending, words in _CHOICES.items():
        if name.endswith(ending):
            kind = {"base": "string", "format": "|".join(words)}
    return {"name": name, "titles": name, "datatype": kind}


def _schema(columns: object) -> Mapping[str, object]:
    return {"@context": "http://www.w3.org/ns/csvw", "null": "", "columns": columns}


def _tables(titles: Mapping[str, str], *, plain: bool) -> Iterator[Mapping[str, object]]:
    for key, title in titles.items():
        yield {**_table(f"{key}.csv", title), "tableSchema": SCHEMA}
        if plain:
            told = _table(f"{key}.plain.csv", title, between=",", end="\n")
            yield {**told, "tableSchema": PLAIN_SCHEMA}


def _table(url: str, title: str, *, between: str = ";", end: str = "\r\n") -> Mapping[str, object]:
    form = {"delimiter": between, "lineTerminators": [end], "header": True, "encoding": "utf-8"}
    return {"url": url, "dc:title": title, "dialect": form}


def _group(dictionary: Words, tables: Iterable[Mapping[str, object]]) -> Mapping[str, object]:
    noticed = {"dc:description": dictionary.get("notice")} if _noticed(dictionary) else {}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": dictionary.get("title"),
        "dc:issued": dictionary.get("release"),
        "dc:source": dictionary.get("source"),
        "dc:license": dictionary.get("licence"),
        **noticed,
        "tables": list(tables),
    }


def _sought_metadata(dist: Path, dictionary: Words, published: Published) -> Mapping[str, object]:
    tables = []
    for sought in read_sought(dist, published):
        keys = [key for key, _ in sought.signals]
        columns = [_column(name) for name in (*_SOUGHT, *keys, *_noticed(dictionary))]
        told = _table(f"{sought.key}.csv", sought.title)
        tables.append({**told, "tableSchema": {"columns": columns}})
    return {f"data/zoekgebied/{METADATA}": _group(dictionary, tables)} if tables else {}


def metadata_bytes(told: Mapping[str, object]) -> Mapping[str, bytes]:
    """Return files as they should be written, by path."""
    return {path: written(one) for path, one in told.items()}
