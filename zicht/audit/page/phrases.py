"""Sentences about categories: whether the published counts say the same."""

import re
from collections.abc import Iterator

from zicht.audit.page.found import telling
from zicht.audit.page.shares import Part, parts_of, profile_parts, step, years_of
from zicht.audit.page.talk import Talk
from zicht.model.dutch import number

_CLASSES = 5


def _say(value: float | None) -> str:
    return "" if value is None else number(value, decimals=1)


def _called(words: str, name: str) -> bool:
    """Tell whether words end in the name of a category, after others that tell nothing."""
    return words.endswith(name) and not telling(words.removesuffix(name))


def _over_years(talk: Talk, key: str, *forms: str) -> Iterator[tuple[list[Part], list[int]]]:
    """Yield the categories and the years of each breakdown of these forms."""
    facts, code = talk.facts, talk.about.code
    for breakdown in facts.wording[key].of_form(*forms):
        yield parts_of(facts, key, breakdown, code), list(years_of(facts, key, breakdown, code))


def pair(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Laag inkomen: 45,2% van deze groep, 14,6% van alle inwoners; 3,1 keer zo vaak."""
    return any(
        _called(found[1], part.name)
        and (_say(part.share(year).value), _say(part.among(year).value)) == (found[2], found[3])
        and _say(part.times(year).value) == found[4]
        for part in profile_parts(talk.facts, key, talk.about.code)
        for year in talk.facts.published.series[key].compared.years
    )


def times(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Laag inkomen: 3,1 keer zo vaak als bij alle inwoners."""
    return any(
        _called(found[1], part.name) and _say(part.times(year).value) == found[2]
        for part in profile_parts(talk.facts, key, talk.about.code)
        for year in talk.facts.published.series[key].compared.years
    )


def no_more(_found: re.Match[str], talk: Talk, key: str) -> bool:
    """Geen kenmerk komt vaker voor dan bij alle inwoners."""
    return bool(talk.facts.wording[key].of_form("profile"))


def in_year(found: re.Match[str], talk: Talk, key: str) -> bool:
    """In een woning in 2024: 59,4%."""
    return any(
        _called(found[1], part.title) and _say(part.share(int(found[2])).value) == found[3]
        for parts, _ in _over_years(talk, key, "composition", "ages")
        for part in parts
    )


def largest(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Het grootste deel in 2024: Harddrugs, 59,4%."""
    year = int(found[1])
    for parts, _ in _over_years(talk, key, "composition"):
        shares = {part.title: part.share(year).value for part in parts}
        known = [value for value in shares.values() if value is not None]
        if found[2] in shares and _say(shares[found[2]]) == found[3]:
            return shares[found[2]] == max(known)
    return False


def grown(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Het meest gegroeid: 25 jaar of ouder, van 47,4% in 2019 naar 52,3% in 2024."""
    first, last = int(found[3]), int(found[5])
    for parts, _ in _over_years(talk, key, "ages"):
        told = [(part.title, part.share(first).value, part.share(last).value) for part in parts]
        growth = {
            title: (round(end - begin, 1), _say(begin), _say(end))
            for title, begin, end in told
            if begin is not None and end is not None
        }
        if growth.get(found[1], (0.0, "", ""))[1:] == (found[2], found[4]):
            return growth[found[1]][0] == max(each[0] for each in growth.values()) > 0
    return False


def legend(found: re.Match[str], talk: Talk, key: str) -> bool:
    """Minder dan 12%; 12 tot 24%; 48% of meer: five classes of one of the shares told."""
    sizes = {
        step(value)
        for parts, years in _over_years(talk, key, "ages")
        for part in parts
        for year in years
        if (value := part.share(year).value) is not None
    }
    low, begin, end, high = (int(each) if each else 0 for each in found.groups())
    return any(
        size in {low, high / (_CLASSES - 1)}
        or (begin > 0 and begin % size == 0 and end - begin == size)
        for size in sizes
    )


def always(_found: re.Match[str], _talk: Talk, _key: str) -> bool:
    """Tell that a text may stand anywhere: it counts nothing."""
    return True
