"""A delivery as a whole: everything is read, everything is checked, all problems at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from zicht.model.area import Division, Outlines
from zicht.model.errors import BuildError, Problem
from zicht.model.raw import RawFigures, RawFlow
from zicht.model.search import Combination
from zicht.model.theme import Delivery, Series, Theme
from zicht.read.areas import read_areas
from zicht.read.changes import read_changes
from zicht.read.checks import unused_measures
from zicht.read.combinations import read_combinations
from zicht.read.contributors import wrong_contributors
from zicht.read.figures import read_figures
from zicht.read.findings import Finding, hear
from zicht.read.flows import read_flows
from zicht.read.postcodes import FILE as POSTCODES
from zicht.read.postcodes import read_postcodes
from zicht.read.settings import read_settings
from zicht.read.sums import wrong_sums
from zicht.read.tables import Table, read_table
from zicht.read.themes import Themes, read_themes
from zicht.read.units import differing_units, needless_decimals


@dataclass(frozen=True, slots=True)
class Reading:
    """A delivery that can be built.

    `outlines` has one entry per level that has a file, the widest first, with the codes of the
    division; `doubts` are what someone should look at, `combinations` the signals that may meet,
    `postcodes` those of four digits in a gemeente or wijk, by its code.
    """

    delivery: Delivery
    themes: tuple[Theme, ...]
    division: Division
    outlines: tuple[Outlines, ...]
    figures: RawFigures
    doubts: tuple[Problem, ...]
    flows: Mapping[str, RawFlow] = field(default_factory=dict)
    combinations: tuple[Combination, ...] = ()
    postcodes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def read_delivery(data: Path, *, themes: Path | None = None) -> Reading:
    """Return a delivery, read from its folder; `themes` is where its themes lie elsewhere.

    Shape:  figures and outlines follow the order of `division`.
    Units:  outlines in metres (RD); figures as the themes say.
    Errors: BuildError with every problem of the delivery, those that block first, when any does.
    Source: design/contracts.md, 1
    """
    if not data.is_dir():
        raise BuildError(
            Problem(
                what="There is no delivery.",
                where=str(data),
                todo="Name a folder with areas/, figures/ and themes/ (--data DIR).",
            )
        )
    reading, problems = hear(_read(data, themes or data / "themes"))
    doubts = tuple(problem for problem in problems if not problem.blocks)
    if len(doubts) < len(problems):
        raise BuildError(*(problem for problem in problems if problem.blocks), *doubts)
    return replace(reading, doubts=doubts)


def _read(data: Path, themes_folder: Path) -> Finding[Reading]:
    themes = yield from read_themes(themes_folder)
    tables = yield from _tables(data / "figures")
    sound = tuple(table for table in tables.values() if table is not None)
    asked = (measure for series in themes.series.values() for measure in series.measures)
    years = frozenset(measure.year for measure in asked if measure.year is not None)
    delivery = yield from read_settings(data, sound, years=years)
    areas = yield from read_areas(data / "areas")
    changes = yield from read_changes(data / "areas" / "changes.toml")
    division = Division.sorted(delivery.division, areas.areas, changes.changes, changes.former)
    postcodes = yield from read_postcodes(data / "areas" / POSTCODES, division)
    figures = yield from read_figures(tables, themes, division)
    yield from wrong_sums(themes.all, figures, division)
    yield from wrong_contributors(themes.all, figures, division)
    flows = yield from read_flows(tables, themes, division)
    yield from _crossed(themes, tables)
    combinations = yield from read_combinations(data, themes.all, figures, division=division)
    read = (delivery, themes.all, division, areas.outlines, figures)
    return Reading(*read, doubts=(), flows=flows, combinations=combinations, postcodes=postcodes)


def _tables(folder: Path) -> Finding[Mapping[str, Table | None]]:
    """Return the tables by key; None for one that is broken."""
    folders = sorted(path for path in folder.glob("*") if path.is_dir())
    if not folders:
        yield Problem(
            what="There are no figures.",
            where=str(folder),
            todo="Add a folder a table, such as figures/85984NED (`python build.py fetch` does).",
        )
    tables = {}
    for path in folders:
        tables[path.name] = yield from read_table(path)
    return tables


def _crossed(themes: Themes, tables: Mapping[str, Table | None]) -> Iterator[Problem]:
    for key, series in themes.stated.items():
        together = _with_contributions(series, themes)
        yield from differing_units(together, tables, place=themes.origin[key])
        yield from needless_decimals(series, tables, place=themes.origin[key])
    sound = (table for table in tables.values() if table is not None)
    flows = (flow.measure for theme in themes.all for flow in theme.flows)
    of_series = (measure for one in themes.series.values() for measure in one.measures)
    yield from unused_measures(sound, (*of_series, *flows))


def _with_contributions(series: Series, themes: Themes) -> Series:
    """Return a sum of money with the measures of its largest contributions: one unit for all."""
    of = [themes.series.get(f"{series.key}.{name}") for name in ("largest", "second")]
    more = (measure for one in of if one is not None for measure in one.measures)
    return replace(series, measures=(*series.measures, *more))
