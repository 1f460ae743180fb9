"""What a delivery says of itself, and what is asked when it does not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints

from zicht.model.errors import Problem
from zicht.model.theme import Delivery
from zicht.read.entries import Text, Year
from zicht.read.findings import Finding
from zicht.read.tables import Table
from zicht.read.toml import Entry, read_toml

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
Contact = Annotated[
    str, StringConstraints(pattern=r"^(https?://[^\s<>\"]+|[^\s@<>\"]+@[^\s@<>\"]+)$")
]
Frequency = Literal["ANNUAL", "ANNUAL_2", "QUARTERLY", "MONTHLY", "IRREG"]
"""Codes of http://publications.europa.eu/resource/authority/frequency."""


class SettingsEntry(Entry):
    """The file `delivery.toml`; what is absent is derived or asked."""

    title: Text | None = None
    release: date | None = None
    division: Year | None = None
    source: Text | None = None
    licence: Text | None = None
    fictional: bool = False
    publisher: Text | None = None
    publisher_uri: Address | None = None
    contact: Contact | None = None
    frequency: Frequency | None = None


@dataclass(frozen=True, slots=True)
class _Derived:
    """What the tables tell of a delivery."""

    release: date
    division: int
    source: str
    licence: str


def read_settings(
    data: Path, tables: Sequence[Table], *, years: frozenset[int]
) -> Finding[Delivery]:
    """Return what a delivery says of itself.

    Without `delivery.toml` the title is the name of the folder. The division is the newest year
    of the map of a table, else the newest year that a theme asks for; the release is the day
    on which a table last changed, else the first day of that division; source and licence are
    those of the tables. Each thing that was derived is a doubt. Who publishes, where to write and
    how often new figures come is for the catalogue, which does without.

    Errors: Problems for faults in the file, and when nothing tells the division.
    """
    path = data / "delivery.toml"
    entry = (yield from read_toml(path, SettingsEntry)) if path.is_file() else None
    says = entry or SettingsEntry()
    derived = _derive(tables, years, says.division)
    if entry is not None or not path.is_file():
        yield from _asked(path, says, derived)
    return Delivery(
        title=says.title or data.resolve().name,
        release=says.release or derived.release,
        division=derived.division,
        source=says.source or derived.source,
        licence=says.licence or derived.licence,
        fictional=says.fictional,
        publisher=says.publisher or "",
        publisher_uri=says.publisher_uri or "",
        contact=says.contact or "",
        frequency=says.frequency or "",
    )


def _derive(tables: Sequence[Table], years: frozenset[int], division: int | None) -> _Derived:
    maps = [table.geo.map_year for table in tables if table.geo.map_year is not None]
    year = division or max(maps, default=max(years, default=0))
    days = [table.modified for table in tables if table.modified is not None]
    return _Derived(
        release=max(days, default=date(max(year, 1), 1, 1)),
        division=year,
        source=", ".join(sorted({table.source for table in tables if table.source})),
        licence=", ".join(sorted({table.licence for table in tables if table.licence})),
    )


def _asked(path: Path, says: SettingsEntry, derived: _Derived) -> Iterator[Problem]:
    for key in ("release", "division", "source", "licence"):
        guess = getattr(derived, key)
        if getattr(says, key) is None:
            known = f'"{guess}" was taken from the tables' if guess else "nothing tells"
            yield Problem(
                what=f"The delivery does not say its {key}; {known}.",
                where=f"{path}, key {key}",
                todo=f"Write {key} in delivery.toml.",
                blocks=key == "division" and not guess,
            )
