"""Figures as the lines of a CSV, in the dialect of spreadsheets here or in a plain one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from zicht.model.area import Area
from zicht.model.atlas import Atlas
from zicht.model.figure import Grid, State
from zicht.render.about import notice_of
from zicht.render.runs import Run

_COLUMNS = (
    *("indicator", "regiocode", "regionaam", "niveau", "jaar", "uitsplitsing", "categorie"),
    *("waarde", "waarde_toestand", "aantal", "aantal_toestand", "voorlopig", "eenheid"),
)
_STATES = tuple(state.key for state in State)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written: what stands between fields, in numbers, after lines, in front."""

    between: str
    decimal: str
    end: str
    mark: bytes

    def line(self, fields: Iterable[str]) -> str:
        """Return fields with what stands between them; quotes where one cannot do without."""
        return self.between.join(self._field(field) for field in fields)

    def _field(self, text: str) -> str:
        if not {*text} & {self.between, '"', "\r", "\n"}:
            return text
        return f'"{text.replace(chr(34), chr(34) * 2)}"'


DUTCH = Dialect(";", ",", "\r\n", b"\xef\xbb\xbf")
"""What spreadsheets here open without a question."""
PLAIN = Dialect(",", ".", "\n", b"")
"""What programs read without being told anything (RFC 4180, but for its line ends)."""


def csv_bytes(
    atlas: Atlas, runs: Iterable[Run], *, dialect: Dialect, rows: Sequence[int] | None = None
) -> bytes:
    """Return runs as a table: a row a region and year.

    Shape:  the columns and the order of `long_tables`. With `rows`, places in the division that
            ascend, only those regions, without those of which a run has nothing delivered in any
            year; without, all regions of each run, and no column for the indicator, which is one.
    Units:  those of `long_tables`.
    Errors: none.
    """
    notice = notice_of(atlas.delivery)
    head = [*(_COLUMNS if rows is not None else _COLUMNS[1:]), *(["let_op"] if notice else [])]
    texts = [dialect.line(head)]
    every = atlas.division.areas
    names = [dialect.line(_named(area)) for area in _those(every, rows)]
    told = dict(zip(range(len(every)) if rows is None else rows, names, strict=True))
    for some in _together(runs):
        own = range(some[0].depth(atlas.division)) if rows is None else _delivered(some[0], rows)
        first = "" if rows is None else f"{dialect.line([some[0].indicator])}{dialect.between}"
        regions = [f"{first}{told[row]}{dialect.between}" for row in own]
        for run in some if own else ():
            texts += _lines(run, own, regions, dialect=dialect, notice=notice)
    texts.append("")
    return dialect.mark + dialect.end.join(texts).encode()


def _together(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the runs that were delivered together."""
    return (list(some) for _, some in groupby(runs, key=lambda run: id(run.together)))


def _those(areas: Sequence[Area], rows: Sequence[int] | None) -> Sequence[Area]:
    return areas if rows is None else [areas[row] for row in rows]


def _named(area: Area) -> tuple[str, str, str]:
    return area.code, area.name, area.level.name.lower()


def _delivered(run: Run, rows: Sequence[int]) -> list[int]:
    """Return the rows of which anything was delivered."""
    told = run.delivered(rows).tolist()
    return [row for row, some in zip(rows, told, strict=True) if some]


def _lines(
    run: Run, rows: Sequence[int], regions: Sequence[str], *, dialect: Dialect, notice: str | None
) -> Iterator[str]:
    """Yield a line for each region and year; `regions` is how its lines begin."""
    names = dialect.line([run.breakdown or "", run.part or "", ""])
    years = [f"{year}{dialect.between}{names}" for year in run.values.years]
    more = [run.unit, *([] if notice is None else [notice])]
    ends = [
        f"{dialect.between}{dialect.line(['ja' if early else 'nee', *more])}"
        for early in run.values.provisional
    ]
    empty = [[dialect.between] * len(years)] * len(rows)
    values = _cells(run.values, rows, dialect=dialect)
    counts = empty if run.counts is None else _cells(run.counts, rows, dialect=dialect, whole=True)
    for region, told, counted in zip(regions, values, counts, strict=True):
        for year, value, count, end in zip(years, told, counted, ends, strict=True):
            yield f"{region}{year}{value}{dialect.between}{count}{end}"


def _cells(
    grid: Grid, rows: Sequence[int], *, dialect: Dialect, whole: bool = False
) -> list[list[str]]:
    """Return the number and the state of each cell, as two fields."""
    states = [f"{dialect.between}{key}" for key in _STATES]
    at = slice(0, len(rows)) if isinstance(rows, range) else list(rows)
    return [
        [
            states[state]
            if state
            else f"{int(value) if whole else value}".replace(".", dialect.decimal) + states[0]
            for value, state in zip(values, kinds, strict=True)
        ]
        for values, kinds in zip(grid.values[at].tolist(), grid.states[at].tolist(), strict=True)
    ]
