"""What is wrong with the regions of a layer of outlines: their codes, names and parents."""

from collections import Counter
from collections.abc import Iterator, Sequence

from zicht.model.area import Level
from zicht.model.errors import Problem
from zicht.read.codes import is_region, level_code
from zicht.read.findings import MOST, cut_short
from zicht.read.region import Region
from zicht.read.sources import Source
from zicht.read.unfit import why_unfit


def odd_regions(rows: Sequence[Region], source: Source) -> Iterator[Problem]:
    """Yield the faults of the regions of one layer, the first few of each kind one by one."""
    for check in (_wrong_codes, _wrong_provincies, _moved, _twice, _nameless, _unfit):
        told = list(check(rows, source))
        yield from cut_short(told[:MOST], len(told))


def is_code(code: str, level: Level) -> bool:
    """Tell whether a cleaned code is one of this level."""
    return is_region(code) and Level.of(code) is level


def _wrong_codes(rows: Sequence[Region], source: Source) -> Iterator[Problem]:
    level = source.level.name.lower()
    for region in rows:
        if not is_code(region.code, source.level):
            yield Problem(
                what=f'"{region.code}" ({region.name}) is no code of a {level}.',
                where=f"{source}, column code",
                todo=f"Write it as CBS does: {source.level.value} and the digits.",
            )


def _wrong_provincies(rows: Sequence[Region], source: Source) -> Iterator[Problem]:
    for region in rows:
        code = region.parent if source.level is Level.GEMEENTE else ""
        if code and not is_code(code, Level.PROVINCIE):
            yield Problem(
                what=f'{region.code} lies in "{code}", which is no code of a provincie.',
                where=f"{source}, column provinciecode",
                todo="Write it as CBS does: PV27.",
            )


def _moved(rows: Sequence[Region], source: Source) -> Iterator[Problem]:
    """Yield the wijken and buurten that lie elsewhere than their codes say."""
    outer = {Level.WIJK: Level.GEMEENTE, Level.BUURT: Level.WIJK}.get(source.level)
    for region in rows:
        if outer is None or not region.parent or not is_code(region.code, source.level):
            continue
        if region.parent != (home := level_code(region.code, outer)):
            yield Problem(
                what=f"{region.code} {region.name} lies in {region.parent}, but its code says "
                f"{home}.",
                where=f"{source}, column of the {outer.name.lower()}",
                todo="Deliver codes and outlines of one year: a region that moved has a new code.",
            )


def _twice(rows: Sequence[Region], source: Source) -> Iterator[Problem]:
    for code, times in Counter(region.code for region in rows).items():
        if times > 1:
            yield Problem(
                what=f"{code} occurs {times} times.",
                where=str(source),
                todo="Keep one row of each region.",
            )


def _nameless(rows: Sequence[Region], source: Source) -> Iterator[Problem]:
    for region in rows:
        if not region.name:
            yield Problem(f"{region.code} has no name.", f"{source}, {region.code}", "Name it.")


def _unfit(rows: Sequence[Region], source: Source) -> Iterator[Problem]:
    for region in rows:
        if why := why_unfit(region.name) or why_unfit(region.parent_name):
            yield Problem(
                what=f"The name of {region.code} {why}.",
                where=f"{source}, {region.code}",
                todo="Write the name as people read it.",
            )
