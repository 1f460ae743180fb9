"""Cells on the map: in which row of the division and in which year each one stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division, Level
from zicht.model.errors import Problem
from zicht.read.codes import is_abroad, is_other_kind, is_region, region_code, years
from zicht.read.findings import MOST, Finding, cut_short
from zicht.read.observations import Observations
from zicht.read.tables import Kind, Table

OUTSIDE = -1
"""The row of a cell about a region that the division does not have."""
NO_YEAR = 0
"""The year of a cell of a table without periods, or about a part of a year."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The cells of a table, each with its row and its year."""

    table: Table
    observations: Observations
    rows: npt.NDArray[np.int64]
    years: npt.NDArray[np.int64]


def place(table: Table, observations: Observations, division: Division) -> Finding[Placed]:
    """Return the cells with their rows and years.

    Shape:  one row and one year per cell, same order.
    Errors: Problems for codes that are malformed or that the table does not list, for gemeenten
            that the division lacks in the newest year of a table on this same division, and for
            gemeenten that such a table lacks; doubts for old codes, other kinds of regions and
            tables on another division.
    """
    yield from _unlisted(table, observations)
    column = observations.columns[table.geo.key]
    codes = [region_code(code) for code in column.codes]
    strange = {code for code in codes if code not in division}
    yield from _malformed(table, observations, codes, strange)
    row_of = np.array([division.row.get(code, OUTSIDE) for code in codes], dtype=np.int64)
    placed = Placed(table, observations, row_of[column.at], _years(table, observations))
    newest = placed.years == placed.years.max(initial=NO_YEAR)
    fresh = {codes[at] for at in np.unique(column.at[newest]).tolist()}
    yield from _unknown(table, division, strange, fresh)
    yield from _other_kinds(table, strange)
    yield from _forgotten(table, division, set(codes))
    return placed


def _years(table: Table, observations: Observations) -> npt.NDArray[np.int64]:
    if table.time is None:
        return np.full(len(observations.values), NO_YEAR, dtype=np.int64)
    column = observations.columns[table.time.key]
    known = years(list(column.codes))
    year_of = np.array([known.get(code, NO_YEAR) for code in column.codes], dtype=np.int64)
    return year_of[column.at]


def _unlisted(table: Table, observations: Observations) -> Iterator[Problem]:
    """Yield the codes, regions aside, that occur in cells but not in their list."""
    for dimension in table.dimensions:
        codes = observations.columns[dimension.key].codes
        strange = [code for code in codes if code not in dimension.codes]
        if strange and dimension.kind is not Kind.GEO:
            yield Problem(
                what=f"Cells of {table.key} have codes that {dimension.key}Codes.csv does not "
                f"list: {_examples(strange)}.",
                where=f"{observations.places.path}, column {dimension.key}",
                todo="Add them to the list, or drop their rows at the source.",
            )


def _malformed(
    table: Table, observations: Observations, codes: list[str], strange: set[str]
) -> Iterator[Problem]:
    bad_codes = {code for code in strange if not (is_region(code) or is_other_kind(code))}
    bad = [n for n, code in enumerate(codes) if code in bad_codes]
    at = observations.columns[table.geo.key].at
    told = [
        Problem(
            what=f'"{codes[n]}" is no code of a region.',
            where=observations.places.of(int(np.argmax(at == n)), table.geo.key),
            todo="Write it as CBS does: GM0363, WK036301, BU03630101.",
        )
        for n in bad[:MOST]
    ]
    yield from cut_short(told, len(bad))


def _unknown(
    table: Table, division: Division, strange: set[str], fresh: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with regions that have figures but are not in the division.

    Gemeenten that the changes of division tell of, and their wijken, need no doubt.
    """
    shown = {level for level in Level if division.of(level)}
    old = {code for code in strange if _ours(code, shown)}
    lost = sorted(code for code in old & fresh if code.startswith("GM") and _same(table, division))
    for code in lost:
        yield Problem(
            what=f"{code} has figures in {table.key} but no outline.",
            where=f"{table.folder}, column {table.geo.key}",
            todo="Add its outline to areas/gemeenten, or drop its rows at the source.",
        )
    past = {code for change in division.changes for code in change.old}
    gone = {code[2:] for code in past if code not in division}
    rest = {code for code in old - set(lost) if code[2:6] not in gone}
    if rest:
        yield Problem(
            what=f"{len(rest)} regions of {table.key} are not in the division of "
            f"{division.year}: {_examples(rest)}. Their figures are left out.",
            where=f"{table.folder}, column {table.geo.key}",
            todo="Check that these regions are no more, and add them to areas/changes.toml.",
            blocks=False,
        )


def _other_kinds(table: Table, strange: set[str]) -> Iterator[Problem]:
    other = {code for code in strange if is_other_kind(code)}
    if other:
        yield Problem(
            what=f"{len(other)} regions of {table.key} are of a kind that is not shown: "
            f"{_examples(other)}.",
            where=f"{table.folder}, column {table.geo.key}",
            todo="Nothing, unless they should be shown.",
            blocks=False,
        )


def _forgotten(table: Table, division: Division, codes: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with regions of the division that the table does not have."""
    listed = codes | {region_code(code) for code in table.geo.codes}
    for level in (Level.GEMEENTE, Level.WIJK, Level.BUURT):
        if not any(code.startswith(level.value) for code in codes):
            continue
        absent = [area.code for area in division.of(level) if area.code not in listed]
        if absent:
            yield Problem(
                what=f"{table.key} does not know {len(absent)} regions that have an outline: "
                f"{_examples(absent)}.",
                where=str(table.folder / f"{table.geo.key}Codes.csv"),
                todo="Deliver figures and outlines of one year, or accept missing figures.",
                blocks=level is Level.GEMEENTE and _same(table, division),
            )


def _ours(code: str, shown: set[Level]) -> bool:
    return is_region(code) and not is_abroad(code) and Level.of(code) in shown


def _same(table: Table, division: Division) -> bool:
    return table.geo.map_year == division.year


def _examples(codes: Iterable[str]) -> str:
    ordered = sorted(codes)
    return ", ".join(ordered[:5]) + (" …" if len(ordered) > len(ordered[:5]) else "")
