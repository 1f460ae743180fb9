"""A file of outlines as CBS and PDOK make it, under the column names of every year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyogrio
import pyogrio.raw
import shapely

from zicht.model.area import Level, Shapes
from zicht.model.errors import Problem
from zicht.read.findings import Finding
from zicht.read.projection import to_rd
from zicht.read.sources import Source

COLUMNS: Mapping[Level, Mapping[str, tuple[str, ...]]] = {
    Level.PROVINCIE: {
        "code": ("statcode", "provinciecode", "pv_code"),
        "name": ("statnaam", "provincienaam", "pv_naam", "naam"),
    },
    Level.GEMEENTE: {
        "code": ("statcode", "gemeentecode", "gm_code"),
        "name": ("statnaam", "gemeentenaam", "gm_naam"),
        "parent": ("provinciecode", "pv_code"),
        "parent_name": ("provincie", "provincienaam", "pv_naam"),
        "water": ("water", "h2o"),
    },
    Level.WIJK: {
        "code": ("statcode", "wijkcode", "wk_code"),
        "name": ("statnaam", "wijknaam", "wk_naam"),
        "parent": ("gemeentecode", "gm_code"),
        "water": ("water", "h2o"),
    },
    Level.BUURT: {
        "code": ("statcode", "buurtcode", "bu_code"),
        "name": ("statnaam", "buurtnaam", "bu_naam"),
        "parent": ("wijkcode", "wk_code"),
        "water": ("water", "h2o"),
    },
}
"""The names, in lower case, under which files give each thing; the first that is there counts."""


@dataclass(frozen=True, slots=True)
class Layer:
    """All rows of a layer: text per column ("" where there is none), outlines in RD metres."""

    source: Source
    columns: Mapping[str, tuple[str, ...]]
    shapes: Shapes


def read_layer(source: Source) -> Finding[Layer | None]:
    """Return the rows of a layer, or None after telling why it cannot be read.

    Units:  metres (RD, EPSG:28992).
    Errors: Problems for a column of codes or names that is absent, for coordinates that are
            neither RD nor degrees or lie outside the Netherlands, and for a row without outline.
    """
    info = pyogrio.read_info(source.path, layer=source.layer)
    columns = _columns(source.level, [str(name) for name in info["fields"]])
    lacks = [thing for thing in ("code", "name") if thing not in columns]
    yield from _lacking(source, lacks, list(info["fields"]))
    if lacks:
        return None
    meta, _, wkb, fields = pyogrio.raw.read(
        source.path, layer=source.layer, columns=sorted(set(columns.values())), force_2d=True
    )
    at = {str(name): place for place, name in enumerate(meta["fields"])}
    texts = {thing: _texts(fields[at[name]]) for thing, name in columns.items()}
    shapes: Shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    shapes = yield from to_rd(shapes, str(meta["crs"] or ""), origin=str(source))
    return Layer(source, texts, shapes)


def _columns(level: Level, names: list[str]) -> Mapping[str, str]:
    real = {name.lower(): name for name in reversed(names)}
    return {
        thing: next(real[name] for name in choices if name in real)
        for thing, choices in COLUMNS[level].items()
        if any(name in real for name in choices)
    }


def _texts(column: np.ndarray[tuple[int], np.dtype[np.object_]]) -> tuple[str, ...]:
    return tuple("" if field is None else str(field).strip() for field in column)


def _lacking(source: Source, lacks: list[str], has: list[str]) -> Iterator[Problem]:
    for thing in lacks:
        yield Problem(
            what=f"The outlines have no column for the {thing} of a region.",
            where=f"{source}, columns {', '.join(has) or 'none'}",
            todo=f"Name it {' or '.join(COLUMNS[source.level][thing])}.",
        )
