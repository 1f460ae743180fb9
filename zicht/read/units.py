"""Cross checks: the units and decimals of themes against those of their tables."""

from collections.abc import Iterator, Mapping

from zicht.model.errors import Problem
from zicht.model.theme import Counts, Series
from zicht.read.tables import Table

_PERCENT = {"%", "procent", "percentage", "pct"}


def differing_units(
    series: Series, tables: Mapping[str, Table | None], *, place: str
) -> Iterator[Problem]:
    """Yield a problem when a series changes its unit between tables, a doubt on other units."""
    units: dict[str, str] = {}
    for measure in series.measures:
        table = tables.get(measure.table)
        topic = table.topics.get(measure.measure) if table else None
        if topic is not None and topic.unit:
            units.setdefault(_plain(topic.unit), f"{topic.unit} ({measure.table})")
    if len(units) > 1:
        yield Problem(
            what=f'"{series.key}" has more than one unit: {", ".join(units.values())}.',
            where=f"{place}, key measures",
            todo="Read tables of one unit, or make two series of it.",
        )
    elif units and (_plain(series.unit) in _PERCENT) != (next(iter(units)) in _PERCENT):
        yield Problem(
            what=f'"{series.key}" is in "{series.unit}" here and in '
            f"{next(iter(units.values()))} at the source.",
            where=f"{place}, key unit",
            todo="Check that the right measure is read, and correct the unit.",
            blocks=False,
        )


def needless_decimals(
    series: Series, tables: Mapping[str, Table | None], *, place: str
) -> Iterator[Problem]:
    """Yield a doubt when a figure that is shown as delivered gets more decimals than it has."""
    for measure in series.measures:
        table = tables.get(measure.table)
        topic = table.topics.get(measure.measure) if table else None
        known = topic.decimals if topic else None
        if (
            table
            and series.counts is Counts.COMPUTED
            and known is not None
            and series.decimals > known
        ):
            yield Problem(
                what=f'"{series.key}" shows {series.decimals} decimals; {table.key} has {known}.',
                where=f"{place}, key decimals",
                todo=f"Write decimals = {known}.",
                blocks=False,
            )
            return


def _plain(unit: str) -> str:
    return " ".join(unit.casefold().replace("²", "2").split())
