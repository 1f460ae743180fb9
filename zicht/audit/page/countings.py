"""Sentences that count or place regions: whether the published figures count up to the same.

Each takes the words that were found, what they may be about, and an indicator.
"""

import re

from zicht.audit.page.about import Family
from zicht.audit.page.cells import FIFTHS
from zicht.audit.page.talk import LEVELS, Talk
from zicht.model.area import Level
from zicht.model.figure import State


def counted(found: re.Match[str], talk: Talk, key: str) -> bool:
    """20 van de 37 wijken met een cijfer; 17 niet getoond (x)."""
    for codes in talk.sets(found[3]):
        cells = talk.cells(key, codes)
        shown = sum(cell.state is State.SHOWN for cell in cells)
        hidden = sum(cell.state is State.WITHHELD for cell in cells)
        whole = found[4] is None or int(found[4]) == hidden
        if cells and (int(found[1]), int(found[2])) == (shown, len(cells)) and whole:
            return True
    return False


def hidden(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """6 cijfers zijn hier niet getoond (x)."""
    facts, code = talk.facts, talk.about.code
    newest = ((key, facts.latest(key, Level.of(code))) for key in facts.wording)
    cells = (facts.cell(key, code, year) for key, year in newest if year is not None)
    return int(found[1]) == sum(cell.state is State.WITHHELD for cell in cells)


def placed(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Hoogste vijfde van de gemeenten: plaats 21 van 330 van hoog naar laag."""
    place = talk.facts.place(key, talk.about.code)
    if place is None:
        return False
    told = (found[2], found[3].replace(".", ""), found[4] or "0")
    fifth = FIFTHS[place.fifth or 0].capitalize()
    return fifth == (found[1] or "") and told == (
        str(place.rank),
        str(place.among),
        str(place.ties - 1),
    )


def crowded(_found: re.Match[str], talk: Talk, key: str) -> bool:
    """Veel gemeenten hebben hetzelfde cijfer: there are no fifths, and here is a figure."""
    place = talk.facts.place(key, talk.about.code)
    return place is not None and place.fifth is None


def few(_found: re.Match[str], talk: Talk, key: str) -> bool:
    """Daarom zijn er minder dan vijf klassen."""
    return len(talk.facts.bounds(key, talk.about.below)) < len(FIFTHS) - 2


def peers(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Vergeleken met 8 sterk stedelijke gemeenten met 20.000 tot 50.000 inwoners."""
    return int(found[1]) == len(talk.facts.peers.get(talk.about.code, ()))


def of_start(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """2 thema's, 342 gemeenten, 3.400 wijken."""
    if found[2] == "thema's":
        return int(found[1]) == len({each.theme for each in talk.facts.wording.values()})
    return found[1] == f"{len(talk.facts.division.of(LEVELS[found[2]])):,}".replace(",", ".")


def inside(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Groningen 10: a provincie and how many gemeenten it has."""
    division = talk.facts.division
    return any(
        area.name == found[1] and len(division.children(area.code)) == int(found[2])
        for area in division.of(Level.PROVINCIE)
    )


def bars(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """De 20 hoogste."""
    return talk.bars is not None and int(found[1]) == talk.bars


def people(_found: re.Match[str], talk: Talk, _key: str) -> bool:
    """243.768 inwoners: the fact by which similar gemeenten are found, of no indicator."""
    return talk.about.family in {Family.GEMEENTE, Family.WIJK}


def always(_found: re.Match[str], _talk: Talk, _key: str) -> bool:
    """Vanaf 2021 geldt een andere gemeentegrens: a year, and no figure."""
    return True


def release(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Uitgave van 1 november 2024."""
    return found[1] == talk.facts.release


def release_year(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Zicht op Ondermijning (2024), with which a citation begins."""
    return found[1] == talk.facts.release.split()[-1]
