"""What readers of a site can find out: the figures as published, judged without the truth."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from zicht.model.disclosure import Disclosure
from zicht.model.rules import DEFAULT
from zicht.model.system import Bools, Floats, Needs, Ranges, System
from zicht.protect.cases import Case, sheet_of
from zicht.protect.completion import completed
from zicht.protect.proof import Certificate, certificate_of
from zicht.protect.ranges import ranges

PLACE = "data/all.parquet"
MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be found out in one case, and the certificate for the rest."""

    disclosures: tuple[Disclosure, ...]
    certificate: Certificate | None


def judge(case: Case) -> Verdict:
    """Return what readers can find out in one case: counts that are surely few, or nearly known.

    Errors: none; figures that contradict each other are a disclosure too: something is wrong.
    Source: decision 8, rules R7 and R8; nothing here knows a withheld number.
    """
    sheet = sheet_of(case)
    table, unknown = sheet.table, sheet.unknown
    base = completed(table.system, unknown)
    if base is None:
        return Verdict((_contradiction(case),), None)
    system = replace(table.system, base=base)
    found = ranges(system, unknown, enough=float(DEFAULT.reach), needs=_told_enough(base))
    short = _short(system, unknown, found, rests=table.rests)
    certificate = (
        certificate_of(case, system, (unknown, sheet.held), found) if case.certify else None
    )
    return Verdict(tuple(_told(case, system, short, unknown)), certificate)


def _told_enough(base: Floats) -> Needs:
    """Return how far to look: for the reach, and for the width even of what is surely many."""
    reach = np.maximum(float(DEFAULT.reach), base + 1)
    return Needs(reach, np.full(len(base), np.inf), np.full(len(base), float(DEFAULT.width)))


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
