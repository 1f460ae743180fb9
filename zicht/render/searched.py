"""Zoekgebieden to take along: every wijk and buurt as CSV, the combinations as JSON."""

import csv
import io
import json
from collections.abc import Iterator

from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.page import OutputFile
from zicht.model.search import Edge, Found, Meets, Search
from zicht.render.about import about, notice_of
from zicht.render.search import SEARCH_JSON, search_csv_path

WORDS = {
    Meets.NO: "nee",
    Meets.YES: "ja",
    Meets.WITHHELD: "niet getoond",
    Meets.LACKING: "geen cijfer",
    Meets.ABSENT: "",
}


def search_csv(atlas: Atlas, search: Search) -> OutputFile:
    """Return every wijk and buurt with its signals: data/zoekgebied/<key>.csv.

    Shape:  a row a region in the order of the division, for each level with enough signals; a
            column a signal: "ja", "nee", "niet getoond" or "geen cijfer", empty where it is no
            signal at that level. In the Dutch dialect, as the tables of indicators.
    Units:  `signalen`, `gehaald` and `onbekend` are numbers of signals.
    Errors: none.
    """
    notice, text = notice_of(atlas.delivery), io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    last = [] if notice is None else ["let_op"]
    keys = [signal.indicator for signal in search.combination.signals]
    head = ["regiocode", "regionaam", "niveau", "gemeentecode", "signalen", "gehaald", "onbekend"]
    writer.writerow([*head, "zoekgebied", *keys, *last])
    for row in _rows(atlas, search):
        writer.writerow([*row, *([] if notice is None else [notice])])
    path = search_csv_path(search.combination.key)
    return OutputFile(path, b"\xef\xbb\xbf" + text.getvalue().encode())


def _rows(atlas: Atlas, search: Search) -> Iterator[list[str | int]]:
    division = atlas.division
    for level, told in search.levels.items():
        for area, meets in zip(division.of(level), told.meets.tolist(), strict=True):
            found = search.found(division.row[area.code], level)
            around = (*division.parents(area.code), area)
            gemeente = next((a.code for a in around if a.level is Level.GEMEENTE), "")
            yield [
                *_named(area),
                gemeente,
                found.signals,
                len(found.met),
                found.unknown,
                _verdict(found),
                *(WORDS[Meets(each)] for each in meets),
            ]


def _named(area: Area) -> tuple[str, str, str]:
    return area.code, area.name, area.level.name.lower()


def _verdict(found: Found) -> str:
    if found.enough:
        return "ja"
    return "niet te zeggen" if found.unsure else "nee"


def search_json(atlas: Atlas) -> OutputFile:
    """Return the combinations, their signals and from which figure on each counts.

    Shape:  `combinations` by key; for each signal the levels at which it counts, with the year,
            the limit (`from`), and how many of how many regions with a figure reach it.
    Units:  limits in the unit of the indicator.
    Errors: none.
    """
    told = {key: _combination(search) for key, search in atlas.search.items()}
    content = {**about(atlas.delivery), "combinations": told}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(SEARCH_JSON, text.encode())


def _combination(search: Search) -> dict[str, object]:
    combination = search.combination
    signals = [
        {
            "indicator": signal.indicator,
            "at_least": signal.at_least,
            "levels": {
                level.name.lower(): _edge(edge)
                for level, told in search.levels.items()
                if (edge := told.edges[at]) is not None
            },
        }
        for at, signal in enumerate(combination.signals)
    ]
    return {
        "title": combination.title,
        "meaning": combination.meaning,
        "fewest": combination.fewest,
        "signals": signals,
    }


def _edge(edge: Edge) -> dict[str, float | int]:
    return {"year": edge.year, "from": edge.value, "reached": edge.reached, "among": edge.among}
