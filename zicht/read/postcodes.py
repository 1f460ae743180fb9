"""Postcodes of four digits: in which gemeenten or wijken each lies, as the delivery says."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from zicht.model.area import Division, Level
from zicht.model.errors import Problem
from zicht.read.codes import region_code
from zicht.read.findings import MOST, Finding, cut_short
from zicht.read.sheets import read_sheet

FILE = "postcodes.csv"
_LEVELS = (Level.GEMEENTE, Level.WIJK)
_LOWEST, _HIGHEST = 1000, 9999


def read_postcodes(path: Path, division: Division) -> Finding[Mapping[str, tuple[int, ...]]]:
    """Return the postcodes in each gemeente or wijk that has any; none where there is no file.

    A postcode has a row for each region that it lies in.

    Shape:  by code in the order of the division; postcodes ascend.
    Errors: Problems for a file that is no such table, a postcode that is none, a code that is no
            gemeente or wijk of the division, and a row that occurs twice.
    """
    if not path.is_file():
        return {}
    rows = yield from read_sheet(path, needs=("postcode", "code"))
    pairs = [(row["postcode"], region_code(row["code"])) for row in rows]
    wrong = list(_wrong(pairs, path, division))
    yield from cut_short(wrong[:MOST], len(wrong))
    found: dict[str, list[int]] = {}
    for postcode, code in sorted(set(pairs)):
        if _is_postcode(postcode) and code in division:
            found.setdefault(code, []).append(int(postcode))
    return {code: tuple(found[code]) for code in sorted(found, key=division.row.__getitem__)}


def _wrong(pairs: list[tuple[str, str]], path: Path, division: Division) -> Iterator[Problem]:
    for (postcode, code), count in Counter(pairs).items():
        where = f"{path}, row {postcode};{code}"
        if not _is_postcode(postcode):
            yield Problem(f'"{postcode}" is no postcode.', where, "Write four digits: 1011.")
        if code not in division or division[code].level not in _LEVELS:
            yield Problem(
                what=f'"{code}" is no gemeente or wijk of {division.year}.',
                where=where,
                todo="Give the code of a gemeente or wijk that has an outline.",
            )
        if count > 1:
            yield Problem(f"This row stands there {count} times.", where, "Keep it once.")


def _is_postcode(text: str) -> bool:
    return text.isascii() and text.isdigit() and _LOWEST <= int(text) <= _HIGHEST
