"""Sentences about figures: whether what they say is what the data files publish.

Each takes the words that were found, what they may be about, and an indicator.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from zicht.audit.page.talk import LEVELS, Talk
from zicht.model.area import NEDERLAND, Level
from zicht.model.dutch import number
from zicht.model.figure import Cell


def _ends(found: re.Match[str], talk: Talk, key: str, told: Sequence[tuple[int, str]]) -> bool:
    """Tell whether these are the first and last figures of the line that is named before them.

    Of similar gemeenten a page may hold years back: there any years will do.
    """
    facts, code = talk.facts, talk.about.code
    label, years = found.string[: found.start()].rstrip(), facts.years(key)
    if label.endswith("Vergelijkbaar:"):
        return all(
            year in years and facts.say(key, facts.similar(key, code, year)) == text
            for year, text in told
        )
    if label.endswith("Nederland:"):
        code = NEDERLAND
    known = [(year, facts.cell(key, code, year)) for year in years]
    shown = [(year, facts.say(key, cell)) for year, cell in known if cell.value is not None]
    return bool(shown) and list(told) == [shown[0], shown[-1]]


def course(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Van 3,2 in 2019 naar 4,1 in 2024."""
    told = [(int(found[2]), found[1]), (int(found[4]), found[3])]
    return _ends(found, talk, key, told)


def same(found: re.Match[str], talk: Talk, key: str) -> bool:
    """In 2024 hetzelfde als in 2019: 3,2."""
    told = [(int(found[2]), found[3]), (int(found[1]), found[3])]
    return _ends(found, talk, key, told)


def alone(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Alleen over 2019 is er een cijfer: 3,2."""
    return _ends(found, talk, key, [(int(found[1]), found[2])] * 2)


def figure(talk: Talk, key: str, told: tuple[str, str, str]) -> Cell | None:
    """Return the page's own cell when it is told as these: figure, unit and year."""
    text, unit, year = told
    cell = talk.facts.cell(key, talk.about.code, int(year))
    alike = cell.value is not None and talk.facts.say(key, cell) == text
    return cell if alike and unit.strip() == talk.facts.wording[key].unit else None


def headline(found: re.Match[str], talk: Talk, key: str) -> bool:
    """3,2 per 10.000 woningen in 2024, meer dan in vergelijkbare gemeenten (2,1)."""
    cell = figure(talk, key, (found[1], found[2], found[3]))
    if cell is None or cell.value is None or found[5] is None:
        return cell is not None
    for other in talk.against(key, int(found[3])):
        if other.value is not None and talk.facts.say(key, other) == found[5]:
            return (cell.value > other.value) == (found[4] == "meer")
    return False


def behind(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Het gaat om 46 kwekerijen."""
    year = talk.facts.latest(key, Level.of(talk.about.code))
    if year is None:
        return False
    cell = talk.facts.count(key, talk.about.code, year)
    return cell.value is not None and number(cell.value, decimals=0) == found[1]


def highest(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Het hoogst in Centrum: 9,1."""
    level = next(word for word, each in LEVELS.items() if each is talk.about.below)
    for codes in talk.sets(level):
        cells = talk.cells(key, codes)
        top = max((c.value for c in cells if c.value is not None), default=None)
        for code, cell in zip(codes, cells, strict=False):
            named = talk.facts.division[code].name == found[1]
            if top is not None and cell.value == top and named:
                return talk.facts.say(key, cell) == found[2]
    return False


def legend(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Minder dan 4,7; 4,7 tot 6,8; 12,7 of meer."""
    decimals = talk.facts.wording[key].decimals
    bounds = [number(b, decimals=decimals) for b in talk.facts.bounds(key, talk.about.below)]
    if found[1]:
        return bounds[:1] == [found[1]]
    if found[4]:
        return bounds[-1:] == [found[4]]
    return (found[2], found[3]) in pairwise(bounds)


def country(found: re.Match[str], talk: Talk, key: str) -> bool:
    """2,3 per 10.000 woningen Geruimde hennepkwekerijen, Nederland, 2024."""
    words, cell = talk.facts.wording[key], talk.facts.cell(key, NEDERLAND, int(found[3]))
    return found[2] == f"{words.unit} {words.title}" and talk.facts.say(key, cell) == found[1]


def years(found: re.Match[str], talk: Talk, key: str) -> bool:
    """2019 tot en met 2024."""
    years = talk.facts.years(key)
    return (int(found[1]), int(found[2])) == (years[0], years[-1])
