"""Other names of regions, under which people look for them: Den Haag, Fryslân."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from zicht.model.errors import BuildError, Problem
from zicht.read.codes import is_region, region_code
from zicht.read.entries import Text
from zicht.read.findings import Finding, hear
from zicht.read.toml import Entry, read_toml


class AliasesEntry(Entry):
    """The file: under `[names]` the other names of a code."""

    names: dict[str, list[Text]] = Field(default_factory=dict)


def read_aliases(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the other names of each region, by code, in alphabetic order.

    They are those of every year: a code may be no region of a delivery.
    Errors: BuildError for a file that is no such table, with everything that is wrong in it.
    """
    aliases, problems = hear(_read(path))
    if problems:
        raise BuildError(*problems)
    return aliases


def _read(path: Path) -> Finding[Mapping[str, tuple[str, ...]]]:
    entry = (yield from read_toml(path, AliasesEntry)) or AliasesEntry()
    found = {region_code(code): tuple(sorted(set(some))) for code, some in entry.names.items()}
    for code in found:
        if not is_region(code):
            yield Problem(
                what=f'"{code}" is no code of a region.',
                where=f"{path}, key names.{code}",
                todo="Write it as CBS does: GM0363.",
            )
    return dict(sorted(found.items()))
