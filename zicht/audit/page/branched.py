"""Sentences about branches: whether what they say is what the counts of the files tell.

Each takes the words that were found, what they may be about, and an indicator.
"""

import re
from collections.abc import Iterator

from zicht.audit.knots import Knot
from zicht.audit.page.about import Family
from zicht.audit.page.narrow import SHARE, delivered, newest, times_of
from zicht.audit.page.talk import Talk
from zicht.model.area import NEDERLAND, Level
from zicht.model.dutch import number
from zicht.model.figure import Cell, State

_FEWEST = 20


def _trees(talk: Talk, key: str) -> Iterator[tuple[str, int, list[tuple[Knot, Cell]]]]:
    """Yield each hierarchy of an indicator that came for the region of the page, and its year."""
    facts, code = talk.facts, talk.about.code
    for tree in facts.wording[key].trees if facts.whole is None else ():
        year = newest(facts, key, tree, Level.of(code))
        if year is not None:
            yield tree, year, list(delivered(facts, key, tree, code=code, year=year))


def most(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Horeca: 1,8 keer zo vaak als in Nederland: the most at the top of the tree, not tiny."""
    for tree, year, told in _trees(talk, key):
        times = {
            knot.title: cell.value
            for knot, count in told
            if knot.depth == 0 and (count.value or 0) >= _FEWEST
            for cell in [
                times_of(talk.facts, key, (tree, knot.part), code=talk.about.code, year=year)
            ]
            if cell.value is not None
        }
        top = max(times.values(), default=None)
        title = found[1].strip()
        if top is not None and times.get(title) == top and number(top, decimals=1) == found[2]:
            return True
    return False


def counted(found: re.Match[str], talk: Talk, key: str) -> bool:
    """38 van de 41 branches met een cijfer; 3 niet getoond (x)."""
    for _, _, told in _trees(talk, key):
        shown = sum(cell.state is State.SHOWN for _, cell in told)
        hidden = sum(cell.state is State.WITHHELD for _, cell in told)
        whole = found[3] is None or int(found[3]) == hidden
        if (int(found[1]), int(found[2])) == (shown, len(told)) and whole:
            return True
    return False


def share(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Dat is 8,1% van het totaal in Nederland."""
    beside = f"{key}-{SHARE}"
    if talk.about.family is not Family.BRANCHE or beside not in talk.facts.wording:
        return False
    known = (talk.facts.cell(beside, NEDERLAND, year) for year in talk.facts.years(key))
    return any(talk.facts.say(beside, cell) == found[1] for cell in known if cell.value is not None)
