"""Cross checks: what themes ask of tables, and what tables hold that no theme asks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from zicht.model.errors import Problem
from zicht.model.theme import Measure
from zicht.read.codes import years
from zicht.read.tables import Kind, Table


def wrong_measure(
    measure: Measure, tables: Mapping[str, Table | None], *, place: str
) -> Iterator[Problem]:
    """Yield why a measure cannot be read; nothing about a table that is broken itself."""
    if measure.table not in tables:
        yield Problem(
            what=f"The table {measure.table} is not in the delivery.",
            where=f"{place}, key measures.table",
            todo=f"Add figures/{measure.table}, or choose one of {_choices(tables)}.",
        )
        return
    table = tables[measure.table]
    if table is None:
        return
    if measure.measure not in table.topics:
        titles = {key: topic.title for key, topic in table.topics.items()}
        yield Problem(
            what=f"{table.key} has no measure {measure.measure}.",
            where=f"{place}, key measures.measure",
            todo=f"Choose one of {_choices(titles)}.",
        )
    yield from _wrong_where(measure, table, place=place)
    yield from _wrong_year(measure, table, place=place)


def _wrong_where(measure: Measure, table: Table, *, place: str) -> Iterator[Problem]:
    fixed = dict(measure.where)
    plain = {dimension.key: dimension for dimension in table.of(Kind.PLAIN)}
    for key in sorted(fixed.keys() - plain.keys()):
        yield Problem(
            what=f"{table.key} has no dimension {key} to choose a code of.",
            where=f"{place}, key measures.where.{key}",
            todo=f"Choose one of {_choices(plain)}, or leave it out.",
        )
    for key, dimension in plain.items():
        code = fixed.get(key)
        if code is None or code not in dimension.codes:
            named = f"no code {code} in its" if code else "a choice to make in the"
            yield Problem(
                what=f"{table.key} has {named} dimension {key}.",
                where=f"{place}, key measures.where.{key}",
                todo=f"Choose one of {_choices(dimension.codes)}.",
            )


def _wrong_year(measure: Measure, table: Table, *, place: str) -> Iterator[Problem]:
    if table.time is None:
        if measure.year is None:
            yield Problem(
                what=f"{table.key} has no periods and the theme names no year for it.",
                where=f"{place}, key measures.year",
                todo="Add the year that the table is about.",
            )
        return
    known = set(years(list(table.time.codes)).values())
    if not known:
        yield Problem(
            what=f"{table.key} has no period of a whole year: {_choices(table.time.codes)}.",
            where=str(table.folder / f"{table.time.key}Codes.csv"),
            todo="Deliver years (2024JJ00): a quarter or a month is no figure of a year.",
        )
    elif measure.year is not None and measure.year not in known:
        yield Problem(
            what=f"{table.key} has no year {measure.year}.",
            where=f"{place}, key measures.year",
            todo=f"Choose one of {', '.join(str(year) for year in sorted(known))}.",
        )


def unused_measures(tables: Iterable[Table], measures: Iterable[Measure]) -> Iterator[Problem]:
    """Yield a doubt per table about the measures that no theme reads."""
    used: dict[str, set[str]] = defaultdict(set)
    for measure in measures:
        used[measure.table].add(measure.measure)
    for table in tables:
        idle = {key: one.title for key, one in table.topics.items() if key not in used[table.key]}
        if idle:
            yield Problem(
                what=f"No theme shows {len(idle)} measures of {table.key}: {_choices(idle)}.",
                where=str(table.folder / "MeasureCodes.csv"),
                todo="Show them in a theme, or leave them out of the delivery.",
                blocks=False,
            )


def _choices(known: Mapping[str, object], *, most: int = 15) -> str:
    """Return codes to choose from, with their titles where they have one."""
    named = [
        f"{key} ({title})" if isinstance(title, str) and title else key
        for key, title in list(known.items())[:most]
    ]
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return (", ".join(named) or "nothing") + more
