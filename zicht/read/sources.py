"""Which files, and which layers in them, hold the outlines of which level."""

import json
from dataclasses import dataclass
from pathlib import Path

import pyogrio
import pyogrio.errors

from zicht.model.area import Level
from zicht.model.errors import Problem
from zicht.read.findings import Finding


@dataclass(frozen=True, slots=True)
class Source:
    """A layer in a file."""

    path: Path
    layer: str
    level: Level

    def __str__(self) -> str:
        """Return where it stands, for a problem."""
        return f"{self.path}, layer {self.layer}"


def find_sources(folder: Path) -> Finding[tuple[Source, ...]]:
    """Return the layers of outlines in a folder, the widest level first.

    A layer is known by its name or, with one layer, by that of its file: "gemeenten",
    "wijken_2024", "provincie_gegeneraliseerd". Layers of other names are left alone.
    Errors: a Problem for a file that cannot be read, without gemeenten, and for two layers of
            one level.
    """
    found: dict[Level, Source] = {}
    for path in sorted(folder.glob("*.*")) if folder.is_dir() else ():
        if path.suffix not in {".geojson", ".json", ".gpkg"}:
            continue
        for source in (yield from _layers(path)):
            first = found.setdefault(source.level, source)
            if first != source:
                yield Problem(
                    what=f"Two layers hold the outlines of the level {source.level.name.lower()}.",
                    where=f"{first} and {source}",
                    todo="Keep one of them.",
                )
    if Level.GEMEENTE not in found:
        yield Problem(
            what="There are no outlines of gemeenten.",
            where=str(folder / "gemeenten.geojson"),
            todo="Add them as .geojson or .gpkg (`python build.py fetch` does).",
        )
    return tuple(found[level] for level in Level if level in found)


def _layers(path: Path) -> Finding[tuple[Source, ...]]:
    try:
        names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
    except pyogrio.errors.DataSourceError as error:
        yield _unreadable(path, str(error))
        return ()
    named = [(name, path.stem if len(names) == 1 else name) for name in names]
    levels = [(name, _level(name) or _level(other)) for name, other in named]
    return tuple(Source(path, name, level) for name, level in levels if level is not None)


def _level(name: str) -> Level | None:
    starts = {level.name.lower(): level for level in Level if level is not Level.NEDERLAND}
    return next((starts[start] for start in starts if name.lower().startswith(start)), None)


def _unreadable(path: Path, reason: str) -> Problem:
    """Return why a file cannot be read; the line of the fault where it is text."""
    if path.suffix != ".gpkg":
        try:
            json.loads(path.read_text(encoding="utf-8-sig"))
        except ValueError as error:
            reason = f"it is not JSON ({error})"
    return Problem(
        what=f"{path.name} cannot be read: {reason}.",
        where=str(path),
        todo="Deliver it anew, as GeoJSON or GeoPackage.",
    )
