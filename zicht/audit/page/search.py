"""Zoekgebieden on a page: the sentences, tables and maps that the published figures make."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from zicht.audit.page.about import About, Family
from zicht.audit.page.facts import Facts
from zicht.audit.page.wanted import Wanted, linked
from zicht.audit.search import HIDDEN, NO, NONE, YES, Signs, Sought
from zicht.model.area import Area, Level
from zicht.model.dutch import number

PLURAL = {Level.WIJK: "wijken", Level.BUURT: "buurten"}
_ONE = {Level.WIJK: "wijk", Level.BUURT: "buurt"}
_CLASSES = 4
_WITHHELD = "withheld"


def inside(code: str, level: Level, facts: Facts) -> list[Area]:
    """Return the regions of a level in a region, wijk by wijk; of the country in all."""
    division = facts.division
    if code.startswith("NL"):
        return list(division.of(level))
    below = list(division.children(code))
    if code.startswith("GM") and level is Level.BUURT:
        return [buurt for wijk in below for buurt in division.children(wijk.code)]
    return below


def page_texts(about: About, facts: Facts) -> frozenset[str]:
    """Return every text with a number or a comparison that a page may tell of zoekgebieden."""
    found = {
        Family.GEMEENTE: _of_gemeente,
        Family.WIJK: _of_wijk,
        Family.SEARCHES: _of_country,
        Family.SEARCH: _of_country,
    }.get(about.family)
    if found is None:
        return frozenset()
    told = (text for each in facts.sought for text in (*_named(each), *found(each, about, facts)))
    return frozenset(told)


def _named(sought: Sought) -> Iterator[str]:
    """Yield the words of a combination itself, and the names of its map."""
    yield from (sought.key, sought.title, sought.meaning)
    yield f"{sought.title} \u2013 Zicht op Ondermijning"
    name = f"zoek-{sought.key}"
    yield from (name, f"{name}-t", f"{name}-d", f"{name}-t {name}-d")


def _together(sought: Sought, areas: Sequence[Area], level: Level) -> Iterator[str]:
    """Yield the sentences about regions together: how many have enough, of how many is unknown."""
    if not areas or level not in sought.limits:
        return
    signs = [sought.signs[area.code] for area in areas]
    verdicts = [each.verdict for each in signs]
    enough, open_ = verdicts.count(YES), len(verdicts) - verdicts.count(YES) - verdicts.count(NO)
    of = signs[0].signals
    least = f"alle {of}" if of == sought.fewest else f"minstens {sought.fewest} van de {of}"
    where = f"In {_count(enough) if enough else 'geen'} van de {_count(len(areas))} {PLURAL[level]}"
    if len(areas) == 1:
        where = f"In de enige {_ONE[level]}"
    seen = "is niet te zien" if len(areas) == 1 and not enough else "is te zien"
    yield f"{where} {seen} dat {least} signalen samenkomen"
    if open_:
        some = f"{_count(open_)} {_ONE[level] if open_ == 1 else PLURAL[level]}"
        yield f"Van {some} is niet te zeggen of dat zo is, omdat niet alle cijfers te zien zijn"


def _count(amount: int) -> str:
    return number(amount, decimals=0)


def _ended(sentences: Iterator[str]) -> Iterator[str]:
    """Yield sentences as they stand in a text, and as they stand in the title of a chart."""
    for sentence in sentences:
        yield from (sentence, f"{sentence}.")


def sentences(sought: Sought, about: About, facts: Facts) -> list[str]:
    """Return what the page of a gemeente or wijk says of one combination, in order."""
    wijk = about.family is Family.WIJK
    signs = sought.signs.get(about.code) if wijk else None
    told = [] if signs is None else list(_own(signs, facts))
    for level in (Level.BUURT,) if wijk else (Level.WIJK, Level.BUURT):
        areas = inside(about.code, level, facts)
        told += [f"{sentence}." for sentence in _together(sought, areas, level)]
    return told


def _of_gemeente(sought: Sought, about: About, facts: Facts) -> Iterator[str]:
    for level in (Level.WIJK, Level.BUURT):
        yield from _ended(_together(sought, inside(about.code, level, facts), level))
    if Level.WIJK in sought.limits:
        limits = sought.limits[Level.WIJK]
        yield from _legend(len(limits) - limits.count(None), sought.fewest)


def _legend(signals: int, fewest: int) -> Iterator[str]:
    starts = class_starts(signals, fewest)
    yield f"minder dan {starts[0]} signalen"
    yield from (f"{start} {'signaal' if start == 1 else 'signalen'}" for start in starts)
    yield f"{starts[-1]} signalen of meer"


def class_starts(signals: int, fewest: int) -> list[int]:
    """Return with how many signals the second and later classes of a map begin."""
    last = max(fewest, min(signals, _CLASSES))
    return list(range(max(1, last - _CLASSES + 1), last + 1))


def _of_wijk(sought: Sought, about: About, facts: Facts) -> Iterator[str]:
    yield from sentences(sought, about, facts)


def _own(signs: Signs, facts: Facts) -> Iterator[str]:
    told = {
        0: f"In deze wijk is geen van de {signs.signals} signalen te zien.",
        1: f"In deze wijk is 1 van de {signs.signals} signalen te zien: ",
    }.get(signs.met, f"In deze wijk komen {signs.met} van de {signs.signals} signalen samen: ")
    yield f"{told}{names(signs.those(YES), facts)}." if signs.met else told
    if unseen := unknown(signs, facts):
        yield f"{unseen[:1].upper()}{unseen[1:]}."
    verdict = {
        YES: "De wijk is een zoekgebied",
        NO: "De wijk is geen zoekgebied",
    }.get(signs.verdict, "Of de wijk een zoekgebied is, is niet te zeggen")
    yield f"{verdict}: daarvoor zijn er minstens {signs.fewest} nodig."


def names(keys: Sequence[str], facts: Facts) -> str:
    """Return indicators as a list in a sentence."""
    titles = [facts.wording[key].title for key in keys]
    plain = [t if t[1:2].isupper() else t[:1].lower() + t[1:] for t in titles]
    return ", ".join(plain[:-1]) + (" en " if len(plain) > 1 else "") + "".join(plain[-1:])


def unknown(signs: Signs, facts: Facts) -> str:
    """Return which signals nobody can see."""
    some = ((why, signs.those(why)) for why in (HIDDEN, NONE))
    return "; ".join(f"{why}: {names(keys, facts)}" for why, keys in some if keys)


def _of_country(sought: Sought, about: About, facts: Facts) -> Iterator[str]:
    for level in (Level.WIJK, Level.BUURT):
        yield from _ended(_together(sought, inside(about.code, level, facts), level))
    yield (
        f"Een wijk of buurt met minstens {sought.fewest} van deze signalen is een zoekgebied. "
        "Een signaal telt als het cijfer van een wijk in het hoogste vijfde van alle wijken in "
        "Nederland met een cijfer ligt. Voor buurten geldt het hoogste vijfde van alle buurten."
    )


def map_rows(sought: Sought, areas: Sequence[Area], codes: set[object]) -> Iterator[Wanted]:
    """Yield the regions of a map of signals by code; those without an outline are not drawn."""
    for area in areas:
        signs = sought.signs.get(area.code)
        if area.code not in codes or signs is None:
            continue
        starts = class_starts(signs.signals, sought.fewest)
        known = signs.verdict in {YES, NO}
        yield {
            "code": area.code,
            "name": area.name,
            "text": str(signs.met) if known else "x",
            "tip": f"{area.name}: {_short(signs)}",
            "href": linked(area),
            "class": str(bisect_right(starts, signs.met)) if known else _WITHHELD,
        }


def _short(signs: Signs) -> str:
    told = f"{signs.met} van de {signs.signals} signalen"
    hidden, none = (len(signs.those(why)) for why in (HIDDEN, NONE))
    told += f"; {hidden} niet getoond" if hidden else ""
    return told + (f"; {none} zonder cijfer" if none else "")
