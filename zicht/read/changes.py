"""Changes of division: which gemeenten became which."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from zicht.model.area import Change
from zicht.model.errors import Problem
from zicht.read.codes import is_region, region_code
from zicht.read.findings import Finding
from zicht.read.toml import Entry, read_toml


class ChangeEntry(Entry):
    """One `[[change]]`."""

    day: date
    kind: Literal["merged", "absorbed", "renamed", "split"]
    old: Annotated[list[str], Field(min_length=1)]
    new: Annotated[list[str], Field(min_length=1)]


class ChangesEntry(Entry):
    """The file `areas/changes.toml`."""

    change: list[ChangeEntry] = Field(default_factory=list)


def read_changes(path: Path) -> Finding[tuple[Change, ...]]:
    """Return the changes by day; none when there is no such file.

    Errors: a Problem for each fault in the file and each code that is no region's.
    """
    if not path.is_file():
        return ()
    entry = yield from read_toml(path, ChangesEntry)
    changes = []
    for nth, change in enumerate(entry.change if entry else ()):
        old, new = tuple(map(region_code, change.old)), tuple(map(region_code, change.new))
        changes.append(Change(change.day, change.kind, old, new))
        for code in (*old, *new):
            if not is_region(code):
                yield Problem(
                    what=f'"{code}" is no code of a region.',
                    where=f"{path}, change {nth + 1} (of {change.day})",
                    todo="Write it as CBS does: GM0363.",
                )
    return tuple(sorted(changes, key=lambda change: (change.day, change.new, change.old)))
