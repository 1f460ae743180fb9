"""What the release manager is told of one year: what cannot be hidden, or not so well."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from zicht.model.errors import Problem
from zicht.model.system import Bools
from zicht.protect.job import Job

MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What protection of one year came to: whether any table fits, and a truth for each cell.

    bare     it cannot be hidden: it is as good as told
    narrow   it is hidden less well than the rules ask for
    past     it is withheld, but an earlier release told it
    joined   it is withheld because another category of its region could not be hidden alone
    """

    fits: bool
    bare: Bools
    narrow: Bools
    past: Bools
    joined: Bools


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of some regions, `{names}`, of one series in one year; and what to do."""

    what: str
    todo: str
    blocks: bool = False


_BARE = _Words(
    '"{key}" cannot be hidden in {year} for {names}: what is shown around it, now or in an '
    "earlier release, gives it away.",
    "Leave the year or the breakdown out of the theme, or have the source withhold the regions "
    "around it.",
    blocks=True,
)
_NARROW = _Words(
    '"{key}" is hidden in {year} less well than the rules ask for {names}: nothing around it '
    "leaves more room.",
    "Accept it, or leave the year out of the theme.",
)
_PAST = _Words(
    '"{key}" is withheld in {year} for {names}, but an earlier release told it.',
    "Nothing brings it back; what is around it is shielded as if it were shown.",
)
_JOINED = _Words(
    'All categories of "{key}" are withheld in {year} for {names}: one of them could not be '
    "hidden otherwise.",
    "Nothing, unless larger categories would tell more.",
)


def notes(job: Job, found: Found) -> Iterator[Problem]:
    """Yield what cannot be hidden, by code, and what the past has already told."""
    year, first = job.year, job.family.keys[0]
    if not found.fits:
        yield Problem(
            what=f'No whole numbers fit what the source withheld of "{first}" in {year}.',
            where=f"{first}, {year}",
            todo="Check at the source that the figures around it add up.",
        )
    kinds = (
        (_BARE, found.bare),
        (_NARROW, found.narrow),
        (_PAST, found.past),
        (_JOINED, found.joined),
    )
    split = [(words, np.split(mask, len(job.series))) for words, mask in kinds]
    for place, key in enumerate(job.family.keys):
        for words, masks in split:
            if masks[place].any():
                yield Problem(
                    what=words.what.format(key=key, year=year, names=_names(job, masks[place])),
                    where=f"{key}, {year}",
                    todo=words.todo,
                    blocks=words.blocks,
                )


def _names(job: Job, rows: Bools) -> str:
    codes = [job.division.areas[row].code for row in np.flatnonzero(rows)]
    more = f" and {len(codes) - MOST_NAMED} more" if len(codes) > MOST_NAMED else ""
    return ", ".join(codes[:MOST_NAMED]) + more
