"""Numbers that stand behind a region, in a text that has no reason to tell any."""

import re
from collections.abc import Iterator

from zicht.model.area import Division

_NUMBER = re.compile(r"(?<!\w)\d")
_CODE = re.compile(r"\b((?:NL|PV|GM|WK|BU)[0-9A-Z]{2,8})[ :=]*\w*$", re.IGNORECASE)
_WORD = re.compile(r"(?<!\w)['\w]")
_BETWEEN = " \t\r\n\"'=:;,|<>()[]{}*-"
_SHORTEST, _LONGEST = 5, 60
"""A name of fewer letters is also a word of a program."""


def mentions(text: str, division: Division) -> Iterator[tuple[str, str]]:
    """Yield the line and the region wherever a number follows its code or its name.

    Signs may stand between them, and behind a code one word ("GM0014 heeft 7").
    Errors: none.
    """
    names = {area.name for area in division.areas if len(area.name) >= _SHORTEST}
    for found in _NUMBER.finditer(text):
        start = found.start()
        before = text[max(0, start - _LONGEST) : start].rstrip(_BETWEEN)
        region = _code(before, division) or _name(before, names)
        if region:
            yield f"line {text.count(chr(10), 0, start) + 1}", region


def _code(before: str, division: Division) -> str | None:
    """Return the code that ends a text, or stands before its last word."""
    found = _CODE.search(before)
    return found[1].upper() if found and found[1].upper() in division else None


def _name(before: str, names: set[str]) -> str | None:
    """Return the longest name that ends a text."""
    ends = (before[word.start() :] for word in _WORD.finditer(before))
    return next((end for end in ends if end in names), None)
