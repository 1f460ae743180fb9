"""A gemeente among those around it: which these are, and sentences that count them."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from zicht.audit.page.talk import Talk
from zicht.model.area import Division, Level
from zicht.model.figure import Cell, State

_CODE = re.compile(r"(?:^|/)(gm\w{4})-[^/]*/?$")
_NOUNS = {"hetzelfde": 0, "een hoger": 1, "een lager": -1}


def neighbours_of(
    page: HtmlElement, own: str, division: Division, *, section: str = "buren"
) -> Sequence[str]:
    """Return the codes of the gemeenten in the table of neighbours of a page, in its order.

    Every chart and sentence of the section must be about just these.
    """
    links = page.xpath(f"//section[@aria-labelledby='{section}']//tbody/tr/th/a/@href")
    found = [match[1].upper() for link in links if (match := _CODE.search(str(link)))]
    return [code for code in found if code in division and code != own]


def _told(talk: Talk, key: str) -> tuple[Cell, list[tuple[str, float]], int]:
    """Return the own cell, the neighbours that are shown, and how many are withheld."""
    facts = talk.facts
    cells = talk.cells(key, [talk.about.code, *talk.beside])
    if not cells or Level.of(talk.about.code) is not Level.GEMEENTE:
        return Cell(State.MISSING), [], 0
    named = zip(talk.beside, cells[1:], strict=True)
    shown = [(facts.division[c].name, cell.value) for c, cell in named if cell.value is not None]
    return cells[0], shown, sum(cell.state is State.WITHHELD for cell in cells[1:])


def higher(found: re.Match[str], talk: Talk, key: str) -> bool:
    """2 van de 6 omliggende gemeenten met een cijfer hebben een hoger cijfer."""
    own, shown, _ = _told(talk, key)
    if own.value is None or int(found[3]) != len(shown):
        return False
    count = sum(value > own.value for _, value in shown)
    said = len(shown) if found[2] else 0 if found[1] == "Geen" else int(found[1])
    return said == count and (found[4] is not None) == (len(shown) < len(talk.beside))


def only(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Diemen, de enige omliggende gemeente met een cijfer, heeft een hoger cijfer."""
    own, shown, _ = _told(talk, key)
    if own.value is None or [name for name, _ in shown] != [found[1]]:
        return False
    value = shown[0][1]
    alone = (found[2] is None) == (len(talk.beside) == 1)
    return alone and _NOUNS[found[3]] == (value > own.value) - (value < own.value)


def hidden(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Van 2 gemeenten is het cijfer niet getoond."""
    return int(found[1]) == _told(talk, key)[2]


def known(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Van 2 van de 6 omliggende gemeenten wel, or: van alle 6."""
    own, shown, _ = _told(talk, key)
    said = (int(found[1] or found[3]), int(found[2] or found[3]))
    return own.value is None and said == (len(shown), len(talk.beside))


def highest(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Het hoogst in Diemen: 5,1: the own gemeente may be it too."""
    top = _top(talk, key)
    return bool(top) and top[0][0] == found[1] and talk.facts.say(key, _cell(top)) == found[2]


def equal(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Het hoogste cijfer is 5,1: more than one has it; or het enige: only one has any."""
    top, (own, shown, _) = _top(talk, key), _told(talk, key)
    single = len(shown) + (own.value is not None) == 1
    holds = single if found[1] == "enige" else len(top) > 1
    return holds and talk.facts.say(key, _cell(top)) == found[2]


def _top(talk: Talk, key: str) -> Sequence[tuple[str, float]]:
    """Return all that have the highest figure, the own gemeente among them."""
    own, shown, _ = _told(talk, key)
    if own.value is not None:
        shown.append((talk.facts.division[talk.about.code].name, own.value))
    most = max((value for _, value in shown), default=None)
    return [each for each in shown if each[1] == most]


def _cell(top: Sequence[tuple[str, float]]) -> Cell:
    return Cell(State.SHOWN, top[0][1])
