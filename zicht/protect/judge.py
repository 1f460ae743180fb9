"""What readers of a site can find out: the figures as published, judged without the truth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from zicht.model.area import Division
from zicht.model.disclosure import Disclosure
from zicht.model.figure import Grid, State
from zicht.model.published import Published, PublishedSeries
from zicht.model.rules import DEFAULT, Zero
from zicht.model.system import Bools, Floats, Ints, Needs, Ranges, System
from zicht.protect.completion import completed
from zicht.protect.ranges import ranges
from zicht.protect.tables import Family, table_of
from zicht.protect.witness import Witnesses

PLACE = "data/all.parquet"
MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Case:
    """An indicator with its categories in one year, as published."""

    family: Family
    year: int
    division: Division
    grids: tuple[Grid, ...]
    least: float
    certify: bool


@dataclass(frozen=True, slots=True)
class Certificate:
    """Tables that fit everything published in one year: who reads the site cannot tell them apart.

    Cells are numbered: place in `keys` times the number of regions, plus the row of the region.
    base    a number for each cell of `cells`, the withheld ones
    moves   witness, cell, change: other tables as differences from the base
    claims  cell, witness with a low number, witness with a high one; -1 is the base
    """

    keys: tuple[str, ...]
    year: int
    cells: Ints
    base: Ints
    moves: Ints
    claims: Ints


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be found out in one case, and the certificate for the rest."""

    disclosures: tuple[Disclosure, ...]
    certificate: Certificate | None


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


def judge(case: Case) -> Verdict:
    """Return what readers can find out in one case: counts that are surely few, or nearly known.

    Errors: none; figures that contradict each other are a disclosure too: something is wrong.
    Source: decision 8, rules R7 and R8; nothing here knows a withheld number.
    """
    size, places = len(case.division.areas), len(case.family.keys)
    states = [_column(grid.states, grid, case.year, State.MISSING) for grid in case.grids]
    numbers = [
        np.nan_to_num(_column(grid.values, grid, case.year, 0.0)).astype(np.float64)
        for grid in case.grids
    ]
    held = np.concatenate(states) == State.WITHHELD
    table = table_of(
        case.family,
        [each.astype(np.uint8) for each in states],
        numbers,
        division=case.division,
        lower=np.where(held, case.least, 0.0),
        upper=np.full(size * places, np.inf),
    )
    unknown = table.rests.copy()
    unknown[: len(held)] |= held
    base = completed(table.system, unknown)
    if base is None:
        return Verdict((_contradiction(case),), None)
    system = replace(table.system, base=base)
    found = ranges(system, unknown, enough=float(DEFAULT.reach), needs=_told_enough(base))
    short = _short(system, unknown, found, rests=table.rests)
    certificate = _certificate(case, system, (unknown, held), found) if case.certify else None
    return Verdict(tuple(_told(case, system, short, unknown)), certificate)


def _told_enough(base: Floats) -> Needs:
    """Return how far to look: for the reach, and for the width even of what is surely many."""
    reach = np.maximum(float(DEFAULT.reach), base + 1)
    return Needs(reach, np.full(len(base), np.inf), np.full(len(base), float(DEFAULT.width)))


def _column(
    cells: np.ndarray[tuple[int, ...], np.dtype[np.generic]], grid: Grid, year: int, none: float
) -> Floats:
    if year not in grid.years:
        return np.full(len(cells), float(none))
    return np.asarray(cells[:, grid.years.index(year)], dtype=np.float64)


def _short(system: System, unknown: Bools, found: Ranges, *, rests: Bools) -> Bools:
    """Return the cells of which too much can be told.

    Of what was not delivered nothing was promised, but that it is surely few is told all the same.
    """
    width = np.where(unknown, float(DEFAULT.width), 0.0)
    needs = Needs(np.full(system.cells, float(DEFAULT.reach)), np.full(system.cells, np.inf), width)
    low, high = system.base - found.down, system.base + found.up
    few = (low > 0) & (high < DEFAULT.reach) & unknown
    return np.where(rests, few, needs.short(system.base, found))


def _told(case: Case, system: System, short: Bools, unknown: Bools) -> Iterator[Disclosure]:
    size, areas = len(case.division.areas), case.division.areas
    cells = np.flatnonzero(short)
    for cell in cells[:MOST_TOLD].tolist():
        sums = system.sum_of[system.cell_of == cell]
        tops = (system.sign_of < 0) & np.isin(system.sum_of, sums)
        around = sorted({areas[top % size].code for top in system.cell_of[tops].tolist()})
        hidden = int(np.isin(system.sum_of, sums)[unknown[system.cell_of]].sum())
        inside = cell < size * len(case.family.keys)
        key = case.family.keys[cell // size] if inside else case.family.keys[0]
        code = areas[cell % size].code if inside else "what was not delivered"
        yield Disclosure(
            f"{key} of {code} in {case.year} can be told too exactly.",
            PLACE,
            f"{key}, {code}, {case.year}",
            f"it follows from the sums of {', '.join(around)}, in which {hidden} cells are hidden",
        )
    if len(cells) > MOST_TOLD:
        yield Disclosure(
            f"{case.family.keys[0]} in {case.year}: {len(cells) - MOST_TOLD} more.",
            PLACE,
            f"{case.family.keys[0]}, {case.year}",
            "as above",
        )


def _contradiction(case: Case) -> Disclosure:
    key = case.family.keys[0]
    return Disclosure(
        f"No table of whole numbers fits what is told of {key} in {case.year}.",
        PLACE,
        f"{key}, {case.year}",
        "the figures that are shown contradict each other, or a changed one stands among them",
    )


def _certificate(
    case: Case, system: System, hidden: tuple[Bools, Bools], found: Ranges
) -> Certificate:
    unknown, held = hidden
    cells, told = np.flatnonzero(held), held.tolist()
    witnesses = Witnesses(system, unknown)
    moves: list[tuple[int, int, int]] = []
    claims: list[tuple[int, int, int]] = []
    count = 0

    def witness(cell: int, amount: float) -> int:
        nonlocal count
        move = witnesses.move(cell, amount) if amount else None
        if move is None:
            return -1
        moves.extend(
            (count, other, round(change))
            for other, change in move.items()
            if other < len(told) and told[other]
        )
        count += 1
        return count - 1

    down, base = found.down.tolist(), system.base.tolist()
    for cell in cells.tolist():
        rise = max(0.0, DEFAULT.reach - base[cell])
        sink = min(down[cell], max(0.0, DEFAULT.width - rise))
        rise = max(rise, DEFAULT.width - sink)
        claims.append((cell, witness(cell, -sink), witness(cell, rise)))
    whole = np.rint(system.base[cells]).astype(np.int64)
    return Certificate(case.family.keys, case.year, cells, whole, _rows(moves), _rows(claims))


def _rows(rows: Sequence[tuple[int, int, int]]) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(-1, 3)
