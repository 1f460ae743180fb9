"""Sentences about what stands out: whether the published figures stand out as they say."""

import re
from typing import Final

from zicht.audit.page.sayings import figure
from zicht.audit.page.talk import Talk
from zicht.model.area import NEDERLAND
from zicht.model.dutch import number
from zicht.model.figure import Cell, State

_TWICE: Final = 2
_FEWEST: Final = 20
_ENDS: Final = frozenset({1, 5})
_MORE: Final = frozenset({"meer", "hoger"})


def notable(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Drugsmisdrijven: 4,2 per ... in 2024. Dat is 2,1 keer zo veel als in 2021 (2,0)."""
    year, place = int(found[4]), found[8]
    if found[1].strip() != talk.facts.wording[key].title:
        return False
    here = figure(talk, key, (found[2], found[3], found[4]))
    there = _there(talk, key, place=place, year=year)
    if here is None or not here.value or not there.value:
        return False
    years = [year, int(place)] if place.isdigit() else [year]
    spoken = all(_enough(talk, key, each) for each in years)
    told = talk.facts.say(key, there) == found[9] and (place.isdigit() or _at_an_end(talk, key))
    ratio = here.value / there.value
    return spoken and told and _differs(ratio, times=found[5], share=found[6], word=found[7])


def _there(talk: Talk, key: str, *, place: str, year: int) -> Cell:
    """Return the cell that is named: of similar gemeenten, of Nederland, of an earlier year."""
    facts, code = talk.facts, talk.about.code
    if place == "vergelijkbare gemeenten":
        return facts.similar(key, code, year)
    if place == "heel Nederland":
        return facts.cell(key, NEDERLAND, year)
    if place.isdigit() and int(place) < year:
        return facts.cell(key, code, int(place))
    return Cell(State.MISSING)


def _enough(talk: Talk, key: str, year: int) -> bool:
    """Tell whether the count behind a figure is known and large, or there is none."""
    if talk.facts.published.series[key].counts is None:
        return True
    return (talk.facts.count(key, talk.about.code, year).value or 0) >= _FEWEST


def _at_an_end(talk: Talk, key: str) -> bool:
    """Tell whether the page's region is in the lowest or the highest fifth."""
    place = talk.facts.place(key, talk.about.code)
    return place is not None and place.fifth in _ENDS


def _differs(ratio: float, *, times: str | None, share: str | None, word: str | None) -> bool:
    if times is not None:
        return ratio >= _TWICE and number(ratio, decimals=1) == times
    told = share is None or number(abs(ratio - 1) * 100, decimals=0) == share
    return told and ratio != 1 and (ratio > 1) == (word in _MORE)
