"""Signals in words and on a map: which of them meet in a region, and which nobody can see."""

from collections.abc import Iterable, Mapping, Sequence

from zicht.model.area import Level
from zicht.model.chart import Item, Map
from zicht.model.dutch import number
from zicht.model.figure import Cell, State
from zicht.model.search import Found
from zicht.model.theme import Indicator
from zicht.render.view import LEVEL_WORDS
from zicht.render.words import joined

ONE = {Level.WIJK: "wijk", Level.BUURT: "buurt"}
NONE = Cell(State.MISSING)
_MOST_BOUNDS = 4


def names(indicators: Iterable[Indicator]) -> str:
    """Return indicators in a sentence: "doorsluiswoningen en jonge aanwas"."""
    return joined([_lowered(each.title) for each in indicators])


def _lowered(title: str) -> str:
    """Return a title without its capital, unless that is part of an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def counted(founds: Sequence[Found], *, level: Level) -> str:
    """Return in how many regions enough signals meet: "In 3 van de 37 wijken is te zien …"."""
    enough, fewest, signals = sum(f.enough for f in founds), founds[0].fewest, founds[0].signals
    least = f"alle {signals}" if fewest == signals else f"minstens {fewest} van de {signals}"
    seen = f"te zien dat {least} signalen samenkomen"
    if len(founds) == 1:
        return f"In de enige {ONE[level]} is {'' if enough else 'niet '}{seen}"
    some = _count(enough) if enough else "geen"
    return f"In {some} van de {_count(len(founds))} {LEVEL_WORDS[level]} is {seen}"


def unsure(founds: Sequence[Found], *, level: Level) -> str:
    """Return of how many regions nobody can say it; empty where all can be judged."""
    count = sum(found.unsure for found in founds)
    if not count:
        return ""
    of = f"{_count(count)} {ONE[level] if count == 1 else LEVEL_WORDS[level]}"
    return f"Van {of} is niet te zeggen of dat zo is, omdat niet alle cijfers te zien zijn"


def _count(amount: int) -> str:
    return number(amount, decimals=0)


def here(found: Found) -> str:
    """Return which signals meet in a wijk: "In deze wijk komen 3 van de 5 signalen samen: …"."""
    met = len(found.met)
    if not met:
        return f"In deze wijk is geen van de {found.signals} signalen te zien"
    if met == 1:
        told = f"In deze wijk is 1 van de {found.signals} signalen te zien"
    else:
        told = f"In deze wijk komen {met} van de {found.signals} signalen samen"
    return f"{told}: {names(found.met)}"


def verdict(found: Found) -> str:
    """Return whether a wijk is a zoekgebied."""
    least = f"daarvoor zijn er minstens {found.fewest} nodig"
    if found.enough:
        return f"De wijk is een zoekgebied: {least}"
    if found.unsure:
        return f"Of de wijk een zoekgebied is, is niet te zeggen: {least}"
    return f"De wijk is geen zoekgebied: {least}"


def hidden(found: Found) -> str:
    """Return which signals nobody can see, and why; empty where all are known."""
    parts = ((found.withheld, "niet getoond"), (found.lacking, "geen cijfer"))
    return "; ".join(f"{why}: {names(some)}" for some, why in parts if some)


def short(found: Found) -> str:
    """Return the signals of a region in a few words: "2 van de 5 signalen; 1 niet getoond"."""
    told = [f"{len(found.met)} van de {found.signals} signalen"]
    parts = ((found.withheld, "niet getoond"), (found.lacking, "zonder cijfer"))
    return "; ".join([*told, *(f"{len(some)} {why}" for some, why in parts if some)])


def signals_map(
    items: Sequence[tuple[Item, Found]], *, key: str, shapes: Mapping[str, str], level: Level
) -> Map | None:
    """Return the question for a map of how many signals each region has.

    Where nobody can say whether enough meet, the region is hatched. None where no outline was
    delivered, and where no region that can be judged has a signal.
    """
    drawn = [(item, found) for item, found in items if item.code in shapes]
    if not any(found.met and not found.unsure for _, found in drawn):
        return None
    founds = [found for _, found in items]
    return Map(
        key=f"zoek-{key}",
        title=counted(founds, level=level),
        description=unsure(founds, level=level) or "Van alle wijken is dat te zeggen",
        unit="signalen",
        decimals=0,
        items=tuple(
            Item(item.code, item.name, _cell(found), href=item.href, said=short(found))
            for item, found in drawn
        ),
        shapes={item.code: shapes[item.code] for item, _ in drawn},
        bounds=bounds(founds[0].signals, fewest=founds[0].fewest),
    )


def _cell(found: Found) -> Cell:
    return Cell(State.WITHHELD) if found.unsure else Cell(State.SHOWN, float(len(found.met)))


def bounds(signals: int, *, fewest: int) -> tuple[float, ...]:
    """Return where the classes of a map begin: at most four, and the fewest that must meet one."""
    top = max(fewest, min(signals, _MOST_BOUNDS))
    return tuple(float(bound) for bound in range(max(1, top - _MOST_BOUNDS + 1), top + 1))


def legend(found: Found) -> tuple[str, ...]:
    """Return what the classes of a map of signals are called, the lowest first."""
    starts = [int(bound) for bound in bounds(found.signals, fewest=found.fewest)]
    lowest = "geen signaal" if starts[0] == 1 else f"minder dan {starts[0]} signalen"
    words = [f"{start} {'signaal' if start == 1 else 'signalen'}" for start in starts]
    last = words[-1] if starts[-1] == found.signals else f"{words[-1]} of meer"
    return (lowest, *words[:-1], last)
