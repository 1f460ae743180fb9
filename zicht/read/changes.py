"""Changes of division: which gemeenten became which, and what those that ended were called."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from zicht.model.area import Change
from zicht.model.errors import Problem
from zicht.read.codes import is_region, region_code
from zicht.read.entries import Text
from zicht.read.findings import Finding
from zicht.read.toml import Entry, read_toml


class ChangeEntry(Entry):
    """One `[[change]]`."""

    day: date
    kind: Literal["merged", "absorbed", "renamed", "split"]
    old: Annotated[list[str], Field(min_length=1)]
    new: Annotated[list[str], Field(min_length=1)]


class ChangesEntry(Entry):
    """The file `areas/changes.toml`; `[names]` has the names of codes that are no longer."""

    change: list[ChangeEntry] = Field(default_factory=list)
    names: dict[str, Text] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes by day, and code and name of regions that ended, by code."""

    changes: tuple[Change, ...] = ()
    former: tuple[tuple[str, str], ...] = ()


def read_changes(path: Path) -> Finding[Changes]:
    """Return the changes and the names of what ended; none when there is no such file.

    Errors: a Problem for each fault in the file and each code that is no region's. A name of a
            code that no change tells of is a doubt.
    """
    if not path.is_file():
        return Changes()
    entry = (yield from read_toml(path, ChangesEntry)) or ChangesEntry()
    changes = []
    for nth, change in enumerate(entry.change):
        old, new = tuple(map(region_code, change.old)), tuple(map(region_code, change.new))
        changes.append(Change(change.day, change.kind, old, new))
        for code in (*old, *new):
            if not is_region(code):
                yield Problem(
                    what=f'"{code}" is no code of a region.',
                    where=f"{path}, change {nth + 1} (of {change.day})",
                    todo="Write it as CBS does: GM0363.",
                )
    yield from _strange_names(entry, path, {code for change in changes for code in change.old})
    changes.sort(key=lambda change: (change.day, change.new, change.old))
    former = sorted((region_code(code), name) for code, name in entry.names.items())
    return Changes(tuple(changes), tuple(former))


def _strange_names(entry: ChangesEntry, path: Path, ended: set[str]) -> Iterator[Problem]:
    for written, name in entry.names.items():
        code = region_code(written)
        if not is_region(code):
            yield Problem(
                what=f'"{written}" is no code of a region.',
                where=f"{path}, key names.{written}",
                todo="Write it as CBS does: GM0363.",
            )
        elif code not in ended:
            yield Problem(
                what=f"{code} is called {name}, but no change tells what became of it.",
                where=f"{path}, key names.{written}",
                todo="Add a [[change]] that has it in `old`, or leave the name out.",
                blocks=False,
            )
