"""What it takes to protect figures and to prove it, and what readers lose by it."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.watch import Watch
from zicht import inspection, pipeline
from zicht.audit import read_site
from zicht.model.area import Level
from zicht.model.figure import State
from zicht.model.published import Published
from zicht.model.raw import RawFigures
from zicht.protect import cases, judge
from zicht.protect.cases import sheet_of
from zicht.protect.ranges import classes
from zicht.read import Reading


def print_protection(dist: Path, report: Path, *, jobs: int) -> None:
    """Print what it takes to judge a built site and to look through it, and what it withholds."""
    watch = Watch()
    with pipeline.workers(jobs) as executor:
        watch.say("read site", 0, 0)
        published = read_site(dist)
        for certify, stage in ((False, "judge"), (True, "certify")):
            watch.say(stage, 0, 0)
            list(executor.map(judge, cases(published, certify=certify)))
    watch.stop()
    looking = Watch()
    seen = inspection.inspect(dist, jobs=jobs, say=looking.say, certify=True)
    looking.stop()
    print(f"\nprotection, on {jobs} cores")
    print(*watch.table(), sep="\n")
    print(f"\naudit with certificates, {len(seen.disclosures)} disclosures, on {jobs} cores")
    print(*looking.table(), sep="\n")
    print(*_exact(published), sep="\n")
    _print_cells(report)


def print_changed(order: pipeline.Order) -> None:
    """Print what protection takes when nothing changed, and when the largest table did."""
    with pipeline.workers(order.jobs) as executor:
        reading = pipeline.read(order)
        for words, figures in (
            ("nothing changed", reading.figures),
            ("the largest table changed", _changed(reading)),
        ):
            since = time.perf_counter()
            pipeline.protected_of(replace(reading, figures=figures), order, executor)
            print(f"protection when {words}: {time.perf_counter() - since:.1f} seconds")


def _changed(reading: Reading) -> RawFigures:
    """Return the figures with ten more, every year, of one category in one wijk and all around it.

    The indicator is the one with the most cells in its categories.
    """
    division, series = reading.division, dict(reading.figures.series)
    indicators = [each for theme in reading.themes for each in theme.indicators]
    parts = {each.key: [p for b in each.breakdowns for p in b.parts] for each in indicators}
    shown = {
        key: sum(int((series[part.key].states == State.SHOWN).sum()) for part in some)
        for key, some in parts.items()
    }
    whole = max(shown, key=lambda key: shown[key])
    wijk = next(area for area in division.of(Level.WIJK) if division.children(area.code))
    inside = division.children(wijk.code)[0]
    rows = [division.row[area.code] for area in (*division.parents(inside.code), inside)]
    for key in (whole, *(part.key for part in parts[whole][:1])):
        values = series[key].values.copy()
        values[rows] += 10
        series[key] = replace(series[key], values=values)
    return RawFigures(series)


def _exact(published: Published) -> Iterator[str]:
    """Yield what it takes one core to find, nationwide, all that can be told exactly."""
    number, told, seconds = 0, 0, 0.0
    for case in cases(published, certify=False):
        sheet = sheet_of(case)
        since = time.process_time()
        found = classes(sheet.table.system, sheet.unknown)
        seconds += time.process_time() - since
        number += 1
        told += int((sheet.unknown & ~sheet.table.rests & (found == 0)).sum())
    yield f"\nexact disclosure by hash: {number} tables in {seconds:.1f} seconds on one core"
    yield f"withheld cells that can be told exactly: {told}"


def _print_cells(report: Path) -> None:
    """Print how many cells are withheld for each reason, from the account of the build."""
    total = json.loads((report / "report.json").read_bytes())["total"]
    states, reasons = total["states"], total["reasons"]
    figures = states[State.SHOWN.key] + states[State.WITHHELD.key]
    print(f"\n{'cells':<16}{'number':>11}{'share':>9}")
    for name, number in {"with a figure": figures, "shown": states["shown"], **reasons}.items():
        print(f"{name:<16}{number:>11,}{number / figures:>9.2%}")
    print(f"withheld only to protect others: {total['given_up_pct']}% of the cells with a figure")
