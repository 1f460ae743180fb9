"""What there is to judge of a published site: cells, and the sums that readers can make."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division
from zicht.model.figure import Grid, State
from zicht.model.published import Published, PublishedSeries
from zicht.model.rules import Zero
from zicht.model.system import Bools, Floats
from zicht.protect.family import Family
from zicht.protect.tables import Table, table_of


@dataclass(frozen=True, slots=True)
class Case:
    """An indicator with its categories in one year, as published."""

    family: Family
    year: int
    division: Division
    grids: tuple[Grid, ...]
    least: float
    certify: bool


def cases(published: Published, *, certify: bool) -> Iterator[Case]:
    """Yield what there is to judge: every indicator that the source did not protect, by year."""
    for series in published.series.values():
        if not series.judged or series.counts is None:
            continue
        keys, grids, wholes = _laid_out(series)
        family = Family(keys, wholes, tuple(series.adds_up for _ in keys))
        least = 1.0 if series.zero is Zero.PUBLISH else 0.0
        for year in series.counts.years:
            yield Case(family, year, published.division, grids, least, certify)


def _laid_out(
    series: PublishedSeries,
) -> tuple[tuple[str, ...], tuple[Grid, ...], tuple[tuple[int, tuple[int, ...]], ...]]:
    keys, grids, wholes = [series.key], [series.counts], []
    for breakdown, parts in series.parts.items():
        place = {"": 0} | {part: len(keys) + at for at, part in enumerate(parts)}
        for around, inside in series.sums(breakdown):
            wholes.append((place[around], tuple(place[part] for part in inside)))
        keys += [f"{series.key}.{breakdown}.{part}" for part in parts]
        grids += list(parts.values())
    return tuple(keys), tuple(grid for grid in grids if grid is not None), tuple(wholes)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a case with their sums: those that readers do not know, those withheld."""

    table: Table
    unknown: Bools
    held: Bools


def sheet_of(case: Case) -> Sheet:
    """Return the cells of a case as readers know them; a withheld one has zero for its base."""
    states = [_column(grid.states, grid, case.year, State.MISSING) for grid in case.grids]
    numbers = [np.nan_to_num(_column(grid.values, grid, case.year, 0.0)) for grid in case.grids]
    held = np.asarray(np.concatenate(states) == State.WITHHELD)
    table = table_of(
        case.family,
        [each.astype(np.uint8) for each in states],
        numbers,
        division=case.division,
        lower=np.where(held, case.least, 0.0),
        upper=np.full(len(held), np.inf),
    )
    unknown = table.rests.copy()
    unknown[: len(held)] |= held
    return Sheet(table, unknown, held)


def _column(cells: npt.NDArray[np.generic], grid: Grid, year: int, none: float) -> Floats:
    if year not in grid.years:
        return np.full(len(cells), float(none))
    return np.asarray(cells[:, grid.years.index(year)], dtype=np.float64)
