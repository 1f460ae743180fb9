"""The files of zoekgebieden: every word of them follows from the published figures."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

from zicht.audit.exact import differences, is_exact, parsed
from zicht.audit.search import PATH, Limit, Sought, read_sought
from zicht.model.area import Area, Division, Level
from zicht.model.disclosure import Disclosure
from zicht.model.published import Published

_MOST = 20
_HEAD = ("regiocode", "regionaam", "niveau", "gemeentecode", "signalen", "gehaald", "onbekend")
_WHAT = "The file may tell more than the figures do."


def csv_path(key: str) -> str:
    """Return where the table of a combination stands."""
    return f"data/zoekgebied/{key}.csv"


def sought_disclosures(
    dist: Path, published: Published, *, about: Mapping[str, object]
) -> Iterator[Disclosure]:
    """Yield where the files of zoekgebieden say another thing than the figures of the site.

    `about` is what every file says of the release.
    Errors: BuildError for combinations that cannot be understood.
    """
    found = read_sought(dist, published)
    if found:
        content = (dist / PATH).read_bytes()
        told, right = parsed(content, PATH), {**about, "combinations": dict(map(_told, found))}
        for place, how in differences(told, right):
            yield Disclosure(_WHAT, PATH, place, how)
        if not is_exact(content, told):
            how = "It says a thing twice, or in more signs than it needs."
            yield Disclosure(_WHAT, PATH, "somewhere", how)
    for each in found:
        yield from _table(dist, each, published.division, notice=about.get("notice"))


def _told(sought: Sought) -> tuple[str, Mapping[str, object]]:
    """Return a combination as its file should tell it."""
    return sought.key, {
        "title": sought.title,
        "meaning": sought.meaning,
        "fewest": sought.fewest,
        "signals": [
            {
                "indicator": key,
                "at_least": least,
                "levels": {
                    level.name.lower(): _limit(limit)
                    for level, limits in sought.limits.items()
                    if (limit := limits[at]) is not None
                },
            }
            for at, (key, least) in enumerate(sought.signals)
        ],
    }


def _limit(limit: Limit) -> Mapping[str, object]:
    return {
        "year": limit.year,
        "from": limit.value,
        "reached": limit.reached,
        "among": limit.among,
    }


def _table(
    dist: Path, sought: Sought, division: Division, *, notice: object
) -> Iterator[Disclosure]:
    """Yield the lines of a table that are not what the figures make of their region."""
    path = csv_path(sought.key)
    if not (dist / path).is_file():
        yield Disclosure(_WHAT, path, "the file", "It is absent.")
        return
    content = (dist / path).read_bytes()
    right = b"\xef\xbb\xbf" + _written(sought, division, notice=notice).encode()
    pairs = zip_longest(content.split(b"\r\n"), right.split(b"\r\n"))
    odd = [number for number, (one, other) in enumerate(pairs, start=1) if one != other]
    how = "It is not what the figures make of its region."
    for number in odd[:_MOST]:
        yield Disclosure(_WHAT, path, f"line {number}", how)


def _written(sought: Sought, division: Division, *, notice: object) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    last = [] if notice is None else [notice]
    keys = [key for key, _ in sought.signals]
    writer.writerow([*_HEAD, "zoekgebied", *keys, *(["let_op"] if last else [])])
    for level in sought.limits:
        for area in division.of(level):
            signs = sought.signs[area.code]
            told = [signs.signals, signs.met, signs.unknown, signs.verdict]
            named = [area.code, area.name, level.name.lower(), _gemeente(area, division)]
            writer.writerow([*named, *told, *signs.words, *last])
    return text.getvalue()


def _gemeente(area: Area, division: Division) -> str:
    around = division.parents(area.code)
    return next((each.code for each in around if each.level is Level.GEMEENTE), "")
