"""Rules of an indicator that cannot hold together."""

from collections import Counter
from collections.abc import Iterator

from zicht.model.errors import Problem
from zicht.read.breakdowns import BreakdownEntry
from zicht.read.entries import SeriesEntry
from zicht.read.indicators import IndicatorEntry


def contradictions(entry: SeriesEntry, *, place: str) -> Iterator[Problem]:
    """Yield what contradicts itself in one series or indicator.

    Errors: none; what a single key may hold was checked before.
    Source: decision 8
    """
    yield from _source_decides(entry, place=place)
    yield from _too_near(entry, place=place)
    yield from _nobody_judges(entry, place=place)
    if isinstance(entry, IndicatorEntry):
        yield from _no_count(entry, place=place)
        for breakdown in entry.breakdown:
            yield from _wrong_breakdown(breakdown, entry, place=place)
        yield from _twice("breakdown", [one.key for one in entry.breakdown], place=place)


def _who(entry: SeriesEntry) -> bool:
    return isinstance(entry, IndicatorEntry) and entry.concentration is not None


def _source_decides(entry: SeriesEntry, *, place: str) -> Iterator[Problem]:
    said = {
        "zero": entry.zero is not None,
        "rules": entry.rules is not None,
        "concentration": _who(entry),
    }
    ours = [name for name, is_there in said.items() if is_there]
    if entry.protected_by_source and ours:
        yield Problem(
            what=f'"{entry.key}" is protected by its source and has rules of ours as well: '
            f"{', '.join(ours)}.",
            where=f"{place}, keys protected_by_source and {', '.join(ours)}",
            todo="Remove them: the source decides; or say protected_by_source = false.",
        )


def _too_near(entry: SeriesEntry, *, place: str) -> Iterator[Problem]:
    rules = entry.rules
    if rules is not None and rules.reach < rules.fewest:
        yield Problem(
            what=f'"{entry.key}" withholds counts below {rules.fewest}, but lets a reader work out '
            f"that a withheld count is below {rules.reach}.",
            where=f"{place}, keys rules.fewest and rules.reach",
            todo=f"Write reach = {rules.fewest} or more.",
        )


def _nobody_judges(entry: SeriesEntry, *, place: str) -> Iterator[Problem]:
    if entry.protected_by_source:
        return
    if entry.counts == "computed":
        yield Problem(
            what=f'"{entry.key}" is computed: our protection cannot judge its counts.',
            where=f"{place}, keys counts and protected_by_source",
            todo="Read the count itself, or say protected_by_source = true if it is.",
        )
    elif entry.counts == "money" and not _who(entry):
        yield Problem(
            what=f'"{entry.key}" is a sum of money, and nothing tells who contributed to it.',
            where=f"{place}, keys counts and concentration",
            todo="Give an indicator its [indicator.concentration], or say "
            "protected_by_source = true if it is.",
        )


def _no_count(entry: IndicatorEntry, *, place: str) -> Iterator[Problem]:
    """Yield what asks for a count, or for a sum of money, of a series that is none."""
    if entry.counts == "computed" and entry.rate is not None:
        yield Problem(
            what=f'"{entry.key}" is computed by the source and has a rate as well.',
            where=f"{place}, keys counts and rate",
            todo="Remove the rate, or read a count.",
        )
    if entry.breakdown and (entry.counts == "computed" or _who(entry)):
        yield Problem(
            what=f'"{entry.key}" is no count, so that its categories are no sum that we can judge.',
            where=f"{place}, keys counts and breakdown",
            todo="Remove the breakdown, or read a count.",
        )
    if entry.counts != "money" and _who(entry):
        yield Problem(
            what=f'"{entry.key}" tells who contributed, but counts {entry.counts}.',
            where=f"{place}, keys counts and concentration",
            todo='Remove the concentration, or say counts = "money".',
        )


def _wrong_breakdown(
    breakdown: BreakdownEntry, entry: IndicatorEntry, *, place: str
) -> Iterator[Problem]:
    here = f"{place}, key breakdown.{breakdown.key}"
    wholes = [measure.where.get(breakdown.dimension) for measure in entry.measures]
    if None in wholes:
        yield Problem(
            what=f'"{entry.key}" does not say which code of {breakdown.dimension} is the whole.',
            where=f"{here}.dimension",
            todo=f"Write where = {{ {breakdown.dimension} = … }} in each of its measures.",
        )
    for part in breakdown.parts:
        if part.code in wholes:
            yield Problem(
                what=f'The category "{part.key}" has the code of the whole, {part.code}.',
                where=f"{here}.parts",
                todo="Name the categories only.",
            )
    yield from _wrong_form(breakdown, place=here)
    for name in ("key", "title", "code"):
        told = [str(getattr(part, name)) for part in breakdown.parts]
        yield from _twice(f"category with the {name}", told, place=f"{here}.parts")


def _wrong_form(breakdown: BreakdownEntry, *, place: str) -> Iterator[Problem]:
    """Yield what the form of a breakdown needs and lacks."""
    if (breakdown.form == "profile") != (breakdown.everyone is not None):
        yield Problem(
            what=f'The breakdown "{breakdown.key}" has the form {breakdown.form} and '
            f"{'nothing' if breakdown.everyone is None else 'everyone'} to be held against.",
            where=f"{place}.everyone",
            todo='Give a profile its "everyone", and nothing else.',
        )
    keys = [part.key for part in breakdown.parts]
    for nth, part in enumerate(breakdown.parts):
        if part.under is not None and part.under not in keys[:nth]:
            yield Problem(
                what=f'The category "{part.key}" lies in "{part.under}", which does not stand '
                "before it.",
                where=f"{place}.parts",
                todo="Name a category that stands before it in the list.",
            )
    if breakdown.form != "hierarchy" and any(part.under for part in breakdown.parts):
        yield Problem(
            what=f'The breakdown "{breakdown.key}" has the form {breakdown.form}, but says also '
            "which category lies in which.",
            where=f"{place}.form",
            todo='Write form = "hierarchy", or leave `under` out.',
        )


def _twice(thing: str, names: list[str], *, place: str) -> Iterator[Problem]:
    for name, times in Counter(names).items():
        if times > 1:
            yield Problem(
                what=f'There are {times} of the {thing} "{name}".',
                where=place,
                todo="Keep one, or correct the other.",
            )
