"""Codes of regions and periods, as CBS writes them and as we use them."""

import re

from zicht.model.area import NEDERLAND, Level

BUITENLAND = "0998"
"""The four digits of "gemeente" GM0998: abroad, which is no region of ours."""

_REGION = re.compile(r"NL01|PV\d\d|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}")
_OTHER_KIND = re.compile(r"(?!NL|PV|GM|WK|BU)[A-Z]{2}\d{2,4}")
_YEAR = re.compile(r"(\d{4})JJ00")
_SCHOOL_YEAR = re.compile(r"(\d{4})SJ00")


def region_code(text: str) -> str:
    """Return a region code without padding and in capitals; `NL00` is Nederland as well."""
    code = text.strip().upper()
    return NEDERLAND if code == "NL00" else code


def is_region(code: str) -> bool:
    """Tell whether a cleaned code has the form of one of our levels."""
    return _REGION.fullmatch(code) is not None


def is_other_kind(code: str) -> bool:
    """Tell whether a cleaned code is of a kind that the site does not show: LD01, CR05, RE12."""
    return _OTHER_KIND.fullmatch(code) is not None


def is_abroad(code: str) -> bool:
    """Tell whether a cleaned code lies in GM0998 Buitenland."""
    return is_region(code) and code[2:6] == BUITENLAND


def level_code(code: str, level: Level) -> str:
    """Return the part of a wijk or buurt code that names the region of a wider level.

    level_code("BU03631401", Level.GEMEENTE) is "GM0363".
    """
    digits = {Level.GEMEENTE: 4, Level.WIJK: 6}[level]
    return level.value + code[2 : 2 + digits]


def years(periods: list[str]) -> dict[str, int]:
    """Return the year of each period that is a year.

    Quarters and months are left out: a part of a year is no figure of that year. A table
    without calendar years is read by its school years (`2022SJ00`), by the year they begin.
    """
    for form in (_YEAR, _SCHOOL_YEAR):
        found = {text: form.fullmatch(text.strip().upper()) for text in periods}
        if any(found.values()):
            return {text: int(match[1]) for text, match in found.items() if match}
    return {}
