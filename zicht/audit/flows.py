"""Flows between gemeenten as a site tells them: its tables, read sign by sign."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from zicht.audit.transport import narrow_cells
from zicht.model.area import NEDERLAND, Division, Level
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError, Problem
from zicht.model.figure import State
from zicht.model.published import Published, PublishedFlow, PublishedFlowYear

FOLDER = "data/stroom"
_MARK = "\ufeff"
_HEAD = (
    *("jaar", "van_code", "van_naam", "naar_code", "naar_naam", "aantal", "toestand"),
    *("voorlopig", "eenheid", "onderwerp", "thema"),
)
_NOTICE = "let_op"
_FEWEST = 10
_TODO = "Build the site again, with a builder of this version."


def read_flows(dist: Path, division: Division) -> Mapping[str, PublishedFlow]:
    """Return what the tables of flows tell, by key. Errors: BuildError for one that is none."""
    found = {}
    for path in sorted((dist / FOLDER).glob("*.csv")):
        lines = _lines(path)
        if not lines or any(len(line) != len(lines[0]) for line in lines):
            raise BuildError(Problem("It is no table of a flow.", str(path), _TODO))
        records = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
        if not records or not set(_HEAD).issubset(records[0]):
            raise BuildError(Problem("It is no table of a flow.", str(path), _TODO))
        codes = {record[end] for record in records for end in ("van_code", "naar_code")}
        if strange := sorted(code for code in codes if code not in division):
            raise BuildError(Problem(f"{strange[0]} is no region.", str(path), _TODO))
        years = sorted({record["jaar"] for record in records})
        first = records[0]
        found[path.stem] = PublishedFlow(
            path.stem,
            first["onderwerp"],
            first["thema"],
            first["eenheid"],
            {int(year): _year(records, year) for year in years if year.isdecimal()},
        )
    return found


def _lines(path: Path) -> list[list[str]]:
    text = path.read_text("utf-8", errors="replace").removeprefix(_MARK)
    return [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=";") if line]


def _year(records: Sequence[Mapping[str, str]], year: str) -> PublishedFlowYear:
    """Return the numbers of a year; what is said not to be shown has none, whatever stands there.

    A number beside such a state is found when the table is written again.
    """
    counts, provisional = {}, False
    for record in records:
        if record["jaar"] != year:
            continue
        provisional = record["voorlopig"] == "ja"
        if record["toestand"] == State.SHOWN.key and record["aantal"].isdecimal():
            counts[record["van_code"], record["naar_code"]] = int(record["aantal"])
    return PublishedFlowYear(counts, provisional)


def flow_disclosures(
    dist: Path, published: Published, *, notice: object = None
) -> Iterator[Disclosure]:
    """Yield what the tables of flows tell beside their numbers, and which numbers lead to others.

    Errors: none.
    Source: decision 11
    """
    for key, flow in published.flows.items():
        path = f"{FOLDER}/{key}.csv"
        written = "".join(_written(flow, published.division, notice)).encode()
        if (dist / path).read_bytes() != written:
            how = "It is not what its own numbers make of it: a sign, a row or an order is other."
            yield Disclosure("The table may tell more than it may.", path, "somewhere", how)
        for year, told in flow.years.items():
            for what in _small(told, year):
                how = "A small number is told."
                yield Disclosure(what, path, "column aantal", how)
            for what in narrow_cells(told, published.division):
                how = "What is shown around it tells too much of a number that is not."
                yield Disclosure(f"{what}, {year}", path, "column aantal", how)


def _small(told: PublishedFlowYear, year: int) -> Iterator[str]:
    for (origin, destination), count in told.counts.items():
        if count < _FEWEST:
            yield f"From {origin} to {destination} in {year}: {_FEWEST - 1} or fewer."


def _written(flow: PublishedFlow, division: Division, notice: object) -> Iterator[str]:
    """Yield the lines of the table, made anew from its numbers in their one order."""
    more = () if notice is None else (str(notice),)
    sink = io.StringIO()
    writer = csv.writer(sink, delimiter=";", lineterminator="\r\n")
    writer.writerow((*_HEAD, _NOTICE) if more else _HEAD)
    codes = (NEDERLAND, *(area.code for area in division.of(Level.GEMEENTE)))
    place = {code: at for at, code in enumerate(codes)}
    for year, told in sorted(flow.years.items()):
        totals = {(NEDERLAND, code) for code in codes} | {(code, NEDERLAND) for code in codes}
        pairs = sorted(
            totals | told.counts.keys(), key=lambda pair: (place[pair[0]], place[pair[1]])
        )
        for origin, destination in pairs:
            count = told.counts.get((origin, destination))
            state = State.WITHHELD if count is None else State.SHOWN
            named = (origin, division[origin].name, destination, division[destination].name)
            early = "ja" if told.provisional else "nee"
            number = "" if count is None else str(count)
            words = (early, flow.unit, flow.title, flow.theme)
            writer.writerow((year, *named, number, state.key, *words, *more))
    yield _MARK + sink.getvalue()
