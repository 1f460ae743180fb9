"""A table of figures as CBS OData v4 lays it out: what it measures, and along which dimensions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from zicht.model.errors import Problem
from zicht.read.findings import Finding, hear
from zicht.read.sheets import read_sheet


class Kind(Enum):
    """What a dimension is; the values are those of `Kind` in Dimensions.csv."""

    GEO = "GeoDimension"
    TIME = "TimeDimension"
    PLAIN = "Dimension"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its codes with their titles; `status` only where the codes have one."""

    key: str
    kind: Kind
    map_year: int | None
    codes: Mapping[str, str]
    status: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Topic:
    """One measure of a table; `decimals` is None where the source does not say."""

    title: str
    unit: str
    decimals: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table without its cells. `modified` is None where the source does not say."""

    key: str
    folder: Path
    source: str
    licence: str
    modified: date | None
    topics: Mapping[str, Topic]
    dimensions: tuple[Dimension, ...]

    def of(self, kind: Kind) -> tuple[Dimension, ...]:
        """Return the dimensions of one kind."""
        return tuple(dimension for dimension in self.dimensions if dimension.kind is kind)

    @property
    def geo(self) -> Dimension:
        """Return the dimension of regions: a table that was read has exactly one."""
        return self.of(Kind.GEO)[0]

    @property
    def time(self) -> Dimension | None:
        """Return the dimension of periods, None for a table of one year."""
        return next(iter(self.of(Kind.TIME)), None)


def read_table(folder: Path) -> Finding[Table | None]:
    """Return what a table says of itself, or None after telling what is wrong with it.

    Errors: Problems for files and columns that are absent, fields that cannot be read, and a
            table without exactly one dimension of regions. A doubt without Properties.csv.
    """
    table, problems = hear(_read(folder))
    yield from problems
    return None if any(problem.blocks for problem in problems) else table


def _read(folder: Path) -> Finding[Table]:
    topics = yield from read_sheet(folder / "MeasureCodes.csv", needs=("Identifier", "Title"))
    rows = yield from read_sheet(folder / "Dimensions.csv", needs=("Identifier", "Kind"))
    dimensions: list[Dimension] = []
    for row in rows:
        dimension = yield from _dimension(folder, row)
        dimensions.append(dimension)
    if rows:
        yield from _wrong_shape(folder, dimensions)
    says = yield from _properties(folder)
    return Table(
        key=folder.name,
        folder=folder,
        source=says.get("Source", ""),
        licence=says.get("License", ""),
        modified=_day(says.get("ObservationsModified") or says.get("Modified") or ""),
        topics={row["Identifier"]: _topic(row) for row in topics},
        dimensions=tuple(dimensions),
    )


def _topic(row: Mapping[str, str]) -> Topic:
    decimals = row.get("Decimals", "")
    return Topic(row["Title"], row.get("Unit", ""), int(decimals) if decimals.isdigit() else None)


def _dimension(folder: Path, row: Mapping[str, str]) -> Finding[Dimension]:
    key, kind, year = row["Identifier"], row["Kind"], row.get("MapYear", "")
    if kind not in {known.value for known in Kind} | {"GeoDetail"}:
        yield Problem(
            what=f'The dimension {key} is of an unknown kind, "{kind}".',
            where=f"{folder / 'Dimensions.csv'}, column Kind",
            todo=f"Write one of {', '.join(known.value for known in Kind)}.",
        )
        kind = Kind.PLAIN.value
    if year and not (year.isdigit() and len(year) == len("2024")):
        yield Problem(
            what=f'The dimension {key} has "{year}" for the year of its map.',
            where=f"{folder / 'Dimensions.csv'}, column MapYear",
            todo="Write a year, such as 2024, or leave it empty.",
        )
        year = ""
    codes = yield from read_sheet(folder / f"{key}Codes.csv", needs=("Identifier", "Title"))
    return Dimension(
        key=key,
        kind=Kind.GEO if kind == "GeoDetail" else Kind(kind),
        map_year=int(year) if year else None,
        codes={code["Identifier"]: code["Title"] for code in codes},
        status={code["Identifier"]: code.get("Status", "") for code in codes},
    )


def _wrong_shape(folder: Path, dimensions: list[Dimension]) -> Iterator[Problem]:
    kinds = [dimension.kind for dimension in dimensions]
    if kinds.count(Kind.GEO) != 1 or kinds.count(Kind.TIME) > 1:
        yield Problem(
            what=f"{folder.name} has {kinds.count(Kind.GEO)} dimensions of regions and "
            f"{kinds.count(Kind.TIME)} of periods.",
            where=f"{folder / 'Dimensions.csv'}, column Kind",
            todo="A table has one GeoDimension and at most one TimeDimension.",
        )


def _properties(folder: Path) -> Finding[Mapping[str, str]]:
    path = folder / "Properties.csv"
    if path.is_file():
        rows = yield from read_sheet(path, needs=())
        return rows[0] if rows else {}
    yield Problem(
        what=f"{folder.name} does not say where it comes from: Properties.csv is not there.",
        where=str(path),
        todo="Add it, with Identifier, Title, License and Source.",
        blocks=False,
    )
    return {}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
