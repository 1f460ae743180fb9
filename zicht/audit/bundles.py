"""The tables of a theme in one file: each is the file of the site, with words that are known."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from zicht.audit.container import members_of
from zicht.audit.dictionary import CSV, Words, read_dictionary
from zicht.audit.metadata import flow_metadata, indicator_metadata, metadata_bytes, titles_of
from zicht.audit.spreadsheets import day_of
from zicht.model.disclosure import Disclosure

_WHAT = "The file may tell more than the tables of its theme."
_README = "LEESMIJ.txt"


def bundle_path(theme: str) -> str:
    """Return where the tables of a theme stand."""
    return f"data/thema/{theme}.zip"


def bundle_disclosures(dist: Path) -> Iterator[Disclosure]:
    """Yield where a file of a theme holds anything but the tables of the site and known words.

    Errors: BuildError for a dictionary that is no JSON.
    """
    dictionary = read_dictionary(dist)
    themes = dictionary.get("themes")
    for theme, title in themes.items() if isinstance(themes, dict) else ():
        path = bundle_path(str(theme))
        if (dist / path).is_file():
            right = _members(dist, dictionary, str(theme), str(title))
            yield from _compared(path, (dist / path).read_bytes(), right)


def _compared(path: str, content: bytes, right: Mapping[str, bytes]) -> Iterator[Disclosure]:
    try:
        told = members_of(content)
    except ValueError:
        yield Disclosure(_WHAT, path, "somewhere", "Bytes in it belong to no member.")
        return
    if list(told) != sorted(right):
        yield Disclosure(_WHAT, path, "its members", "They are not those of its theme.")
    for name in sorted(told.keys() & right.keys()):
        if told[name] != right[name]:
            yield Disclosure(_WHAT, path, name, "It is not the file that the site has.")


def _members(dist: Path, dictionary: Words, theme: str, title: str) -> Mapping[str, bytes]:
    """Return the members by name: tables as they stand in the site, the others made anew."""
    indicators, flows = (_of_theme(dictionary, kind, theme) for kind in ("indicators", "flows"))
    tables = [CSV]
    tables += [f"data/indicator/{key}.csv" for key in indicators]
    tables += [f"data/stroom/{key}.csv" for key in flows]
    told = {**flow_metadata(dictionary, flows)}
    if indicators:
        told |= indicator_metadata(dictionary, indicators, plain=False)
    files = {path: (dist / path).read_bytes() for path in tables if (dist / path).is_file()}
    named = {**files, **metadata_bytes(told)}
    readme = "\r\n".join([*_lines(dictionary, title, indicators, flows), ""]).encode()
    return {_README: readme, **{path.removeprefix("data/"): one for path, one in named.items()}}


def _of_theme(dictionary: Words, kind: str, theme: str) -> Mapping[str, str]:
    """Return the titles of the indicators or flows of a theme, by key."""
    told = dictionary.get(kind)
    every = told if isinstance(told, dict) else {}
    return {k: t for k, t in titles_of(dictionary, kind).items() if every[k]["theme"] == theme}


def _lines(
    dictionary: Words, title: str, indicators: Mapping[str, str], flows: Mapping[str, str]
) -> Iterator[str]:
    """Yield the lines that a reader finds beside the tables."""
    told = dictionary.get("indicators")
    units = {k: one["unit"] for k, one in told.items()} if isinstance(told, dict) else {}
    yield f"{dictionary.get('title')}: {title}"
    yield f"Uitgave van {day_of(dictionary)}"
    if dictionary.get("notice") is not None:
        yield str(dictionary["notice"])
    yield from ("", "In dit bestand")
    yield from (f"indicator/{key}.csv: {name}, {units[key]}" for key, name in indicators.items())
    yield from (f"stroom/{key}.csv: {name}" for key, name in flows.items())
    yield "woordenboek.csv: wat elke kolom, elk onderwerp en elke categorie betekent"
    yield "csv-metadata.json, in elke map: hetzelfde voor een computer (CSV on the Web)"
    yield ""
    yield "De kolommen zijn gescheiden met een puntkomma en getallen hebben een komma."
    yield "Een leeg veld is geen nul: de kolom toestand zegt waarom er geen getal staat."
    yield ""
    yield f"Bron: {dictionary.get('source')}"
    yield f"Licentie: {dictionary.get('licence')}"
