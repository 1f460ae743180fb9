"""What stands out in a gemeente: far from similar ones, from Nederland, or from its own past."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from zicht.model.area import NEDERLAND, Division, Level
from zicht.model.figure import FIFTHS, Against, Figures, Notable
from zicht.model.theme import Counts

MOST = 5
MOST_OF_THEME = 2
TIMES = 1.5
CHANGED = 4 / 3
"""A third more; a third less is the same as two thirds, and so as `TIMES`."""
SPANS = 4, 3, 2
"""So many years back: the first of these of which there is a figure that may be compared."""
FEWEST_COUNTED = 20
CHANCE = 3.0
"""Standard errors: among dozens of comparisons chance makes hardly any difference so large."""
_COUNTED = {Counts.PERSONS, Counts.OBJECTS, Counts.FIRMS}

Breaks = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure beside another: how many times as much or as little, and whether that is far."""

    code: str
    note: Notable
    times: float
    far: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A note, and which share of the gemeenten differs from theirs as much or more."""

    note: Notable
    share: float
    times: float


def find_notable(
    figures: Sequence[Figures], *, division: Division, breaks: Breaks
) -> Mapping[str, tuple[Notable, ...]]:
    """Return for each gemeente at most five figures that differ most from what one would expect.

    A figure stands out against similar gemeenten (their median), or else Nederland, when it lies
    in the lowest or highest fifth of all gemeenten and is at least 1.5 times the other, or at most
    two thirds of it. It stands out against its own past when it is a third more or less than four
    years before (or three, or two) while no border and no way of counting changed in between.
    All counts in it are twenty or more, and the difference is three times what chance makes of
    such counts. Of a figure without a count behind it (computed by the source, or money) nobody
    knows what chance does: that is never set against its past.

    The notes that hold of the smallest share of gemeenten come first; an indicator has one, a
    theme two at most. All numbers are those on the page, so that a reader can check the sentence
    and it tells nothing that the page does not.

    Shape:  by code; `breaks` has the years from which a gemeente has another area.
    Units:  those of the figures, as shown.
    Errors: none.
    """
    found: dict[str, list[_Found]] = {area.code: [] for area in division.of(Level.GEMEENTE)}
    for each in figures:
        if each.indicator.placed:
            for code, best in _best(each, division, breaks).items():
                found[code].append(best)
    return {code: _chosen(notes) for code, notes in found.items()}


def _chosen(found: Sequence[_Found]) -> tuple[Notable, ...]:
    """Return the notes that are told, the rarest first; equal ones in the order of the themes."""
    told: list[Notable] = []
    for each in sorted(found, key=lambda each: (each.share, -each.times)):
        theme = each.note.indicator.theme
        of_theme = sum(note.indicator.theme == theme for note in told)
        if of_theme < MOST_OF_THEME and len(told) < MOST:
            told.append(each.note)
    return tuple(told)


def _best(figures: Figures, division: Division, breaks: Breaks) -> Mapping[str, _Found]:
    """Return the rarest note of each gemeente that has any about this indicator.

    What stands out among similar gemeenten is not set against Nederland as well.
    """
    best: dict[str, _Found] = {}
    for against in Against:
        pairs = list(_pairs(figures, against, division=division, breaks=breaks))
        ordered = sorted(pair.times for pair in pairs)
        for pair in (pair for pair in pairs if pair.far):
            share = 1 - bisect_left(ordered, pair.times) / len(ordered)
            known = best.get(pair.code)
            if known is None or (against is Against.PAST and share < known.share):
                best[pair.code] = _Found(pair.note, share, pair.times)
    return best


def _pairs(
    figures: Figures, against: Against, *, division: Division, breaks: Breaks
) -> Iterator[_Pair]:
    """Yield each gemeente whose figure may be set against the other, also when it is near."""
    for area in division.of(Level.GEMEENTE):
        row, broken = division.row[area.code], {*breaks.get(area.code, {})}
        note = _note(figures, against, row=row, country=division.row[NEDERLAND], broken=broken)
        if note is not None and _counted(figures, row, note):
            ratio = _ratio(note)
            far = _far(figures, row, note) and _beyond_chance(figures, row, note)
            yield _Pair(area.code, note, max(ratio, 1 / ratio), far)


def _note(
    figures: Figures, against: Against, *, row: int, country: int, broken: set[int]
) -> Notable | None:
    """Return both figures; None where either is not shown or not above zero."""
    year = figures.latest(Level.GEMEENTE)
    if year is None:
        return None
    here, before = figures.values.cell(row, year), None
    match against:
        case Against.SIMILAR:
            there = figures.similar.cell(row, year)
        case Against.COUNTRY:
            there = figures.values.cell(country, year)
        case Against.PAST:
            before = _before(figures, row, year, broken=broken | {*figures.indicator.breaks})
            there = figures.values.cell(row, year if before is None else before)
    known = (here.value or 0) > 0 and (there.value or 0) > 0
    if not known or (against is Against.PAST and before is None):
        return None
    return Notable(figures.indicator, year, here, there, against, before)


def _before(figures: Figures, row: int, year: int, *, broken: set[int]) -> int | None:
    """Return the year that a figure may be held against; None where there is none."""
    for before in (year - span for span in SPANS):
        shown = figures.values.cell(row, before).value is not None
        if shown and not any(before < each <= year for each in broken):
            return before
    return None


def _ratio(note: Notable) -> float:
    return (note.here.value or 0) / (note.there.value or 1)


def _counts(figures: Figures, row: int, note: Notable) -> list[float | None]:
    """Return the counts behind the own figures of a note; none where nothing was counted."""
    if figures.counts is None or figures.indicator.series.counts not in _COUNTED:
        return []
    years = [note.year] if note.before is None else [note.year, note.before]
    return [figures.counts.cell(row, year).value for year in years]


def _counted(figures: Figures, row: int, note: Notable) -> bool:
    """Tell whether enough was counted for a difference to mean anything."""
    counts = _counts(figures, row, note)
    if not counts:
        return note.against is not Against.PAST
    return all(count is not None and count >= FEWEST_COUNTED for count in counts)


def _far(figures: Figures, row: int, note: Notable) -> bool:
    """Tell whether a figure is far from the other: and so, against others, far from most."""
    ratio = _ratio(note)
    if note.against is Against.PAST:
        return not 1 / TIMES < ratio < CHANGED
    position = figures.position(row, Level.GEMEENTE)
    if position is None or position.fifth not in {1, FIFTHS}:
        return False
    return not 1 / TIMES < ratio < TIMES and (ratio > 1) == (position.fifth == FIFTHS)


def _beyond_chance(figures: Figures, row: int, note: Notable) -> bool:
    """Tell whether chance hardly makes such a difference in counts of this size.

    A count has a standard error of its root. What would have been counted at the other figure is
    not by chance where that is of many; of the own past it is a count as well.
    """
    counts = _counts(figures, row, note)
    if not counts or counts[0] is None:
        return True
    count, expected = counts[0], counts[0] / _ratio(note)
    error = sqrt(expected + count) if note.against is Against.PAST else sqrt(expected)
    return abs(count - expected) > CHANCE * error
