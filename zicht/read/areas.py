"""The regions: from layers of outlines to a division, each region inside its parent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from zicht.model.area import NEDERLAND, Area, Level, Outlines
from zicht.model.errors import Problem
from zicht.read.codes import is_abroad, level_code, region_code
from zicht.read.findings import MOST, Finding, cut_short
from zicht.read.layers import Layer, read_layer
from zicht.read.mending import mend
from zicht.read.odd_regions import is_code, odd_regions
from zicht.read.provincies import around, named_by
from zicht.read.region import Region
from zicht.read.sources import find_sources


@dataclass(frozen=True, slots=True)
class Areas:
    """All regions, Nederland included, and the outlines of each level that has a file."""

    areas: tuple[Area, ...]
    outlines: tuple[Outlines, ...]


def read_areas(folder: Path) -> Finding[Areas]:
    """Return the regions and their outlines.

    Shape:  outlines by code within a level; the codes are those of the regions of that level.
    Units:  metres (RD, EPSG:28992).
    Errors: Problems for files that cannot be read, codes that are malformed or occur twice,
            regions without a name, and regions whose parent is not there.
    """
    levels: dict[Level, tuple[Region, ...]] = {}
    outlines = []
    for source in (yield from find_sources(folder)):
        layer = yield from read_layer(source)
        if layer is None:
            continue
        regions = yield from _regions(layer)
        levels[source.level] = regions
        outlines.append(_outlines(source.level, regions, str(source)))
    areas = tuple(_nested(levels))
    if Level.GEMEENTE in levels:
        yield from _orphans(areas, outlines)
    return Areas(areas, tuple(outlines))


def _regions(layer: Layer) -> Finding[tuple[Region, ...]]:
    """Return the regions on land by code, each valid and each once."""
    origin = str(layer.source)
    rows = list(_on_land(layer))
    yield from odd_regions(rows, layer.source)
    found = {one.code: one for one in rows if is_code(one.code, layer.source.level)}
    shapes = np.array([found[code].shape for code in sorted(found)], dtype=np.object_)
    mended = yield from mend(shapes, sorted(found), origin=origin)
    return tuple(
        replace(found[code], shape=shape) for code, shape in zip(sorted(found), mended, strict=True)
    )


def _on_land(layer: Layer) -> Iterator[Region]:
    columns, size = layer.columns, len(layer.shapes)
    nothing = ("",) * size
    for row in range(size):
        code, name = region_code(columns["code"][row]), columns["name"][row]
        water = columns.get("water", nothing)[row].upper() not in {"", "NEE"}
        if water or name.casefold().startswith("groot water") or is_abroad(code):
            continue
        yield Region(
            code=code,
            name=name,
            parent=region_code(columns.get("parent", nothing)[row]),
            parent_name=columns.get("parent_name", nothing)[row],
            shape=layer.shapes[row],
        )


def _outlines(level: Level, regions: Sequence[Region], origin: str) -> Outlines:
    shapes = np.array([region.shape for region in regions], dtype=np.object_)
    return Outlines(level, tuple(region.code for region in regions), shapes, origin)


def _nested(levels: Mapping[Level, tuple[Region, ...]]) -> Iterator[Area]:
    """Yield Nederland and every region; a level that is missing is passed over."""
    provincies, gemeenten = levels.get(Level.PROVINCIE, ()), levels.get(Level.GEMEENTE, ())
    yield Area(NEDERLAND, "Nederland", None)
    names = {one.code: one.name for one in provincies} or named_by(gemeenten)
    for code, name in sorted(names.items()):
        yield Area(code, name, NEDERLAND)
    inside = around(gemeenten, provincies)
    for region in gemeenten:
        yield Area(region.code, region.name, inside.get(region.code, NEDERLAND))
    for region in levels.get(Level.WIJK, ()):
        parent = region.parent or level_code(region.code, Level.GEMEENTE)
        yield Area(region.code, region.name, parent)
    for region in levels.get(Level.BUURT, ()):
        if Level.WIJK in levels:
            parent = region.parent or level_code(region.code, Level.WIJK)
        else:
            parent = level_code(region.code, Level.GEMEENTE)
        yield Area(region.code, region.name, parent)


def _orphans(areas: Sequence[Area], outlines: Sequence[Outlines]) -> Iterator[Problem]:
    known = {area.code for area in areas}
    for outline in outlines:
        level = outline.level
        lost = [area for area in areas if area.level is level and area.parent not in known]
        told = [
            Problem(
                what=f"{area.code} {area.name} lies in {area.parent}, which has no outline.",
                where=f"{outline.origin}, {area.code}",
                todo="Deliver all levels of one year.",
            )
            for area in lost[:MOST]
        ]
        yield from cut_short(told, len(lost))
