"""The figures: for each series of the themes a matrix of regions by years, unprotected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from zicht.model.area import Division
from zicht.model.raw import RawFigures
from zicht.model.theme import Measure, Series
from zicht.read.checks import wrong_measure
from zicht.read.coverage import Placed, place
from zicht.read.findings import Finding, hear
from zicht.read.observations import read_observations
from zicht.read.parts import joined, read_part
from zicht.read.sanity import empty, no_count, twice
from zicht.read.tables import Table
from zicht.read.themes import Themes


def read_figures(
    tables: Mapping[str, Table | None], themes: Themes, division: Division
) -> Finding[RawFigures]:
    """Return every series that the themes ask for.

    Shape:  rows in the order of the division; years ascending, all that any measure gives.
    Units:  those of the source, as the themes say them.
    Errors: Problems for measures that are not there, cells that occur twice, and counts below
            zero, not whole or not rounded as the rules say; what `place` and `read_observations`
            tell.
    """
    sound = yield from _all_sound(themes, tables)
    placed = yield from _read_tables(tables, sound.values(), division)
    figures = {}
    for key, series in themes.series.items():
        parts = []
        for measure in sound[key]:
            if measure.table in placed:
                part = read_part(placed[measure.table], measure)
                yield from empty(part, measure, place=themes.origin[key])
                parts.append(part)
        figures[key] = joined(series, parts, len(division.areas))
        yield from twice(figures[key], parts, division)
        yield from no_count(figures[key], division)
    return RawFigures(figures)


def _all_sound(
    themes: Themes, tables: Mapping[str, Table | None]
) -> Finding[Mapping[str, tuple[Measure, ...]]]:
    """Return the measures of each series that can be read; tell a fault once an indicator."""
    sound, told = {}, set()
    for key, series in themes.series.items():
        sound[key], problems = hear(_sound(series, tables, place=themes.origin[key]))
        whole = key.split(".")[0]
        yield from (one for one in problems if (whole, one.what) not in told)
        told |= {(whole, one.what) for one in problems}
    return sound


def _sound(
    series: Series, tables: Mapping[str, Table | None], *, place: str
) -> Finding[tuple[Measure, ...]]:
    """Return the measures of a series that can be read."""
    sound = []
    for measure in series.measures:
        faults = list(wrong_measure(measure, tables, place=place))
        yield from faults
        if not faults:
            sound.append(measure)
    return tuple(sound)


def _read_tables(
    tables: Mapping[str, Table | None],
    asked: Iterable[tuple[Measure, ...]],
    division: Division,
) -> Finding[Mapping[str, Placed]]:
    """Return the cells of every table that is asked for something."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for measure in (measure for measures in asked for measure in measures):
        wanted[measure.table].add(measure.measure)
    placed = {}
    for key, table in tables.items():
        if table is None or key not in wanted:
            continue
        observations = yield from read_observations(table, measures=frozenset(wanted[key]))
        if observations is not None:
            placed[key] = yield from place(table, observations, division)
    return placed
