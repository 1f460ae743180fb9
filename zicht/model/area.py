"""Regions: Nederland, provincies, gemeenten, wijken, buurten and how they nest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

import numpy as np
import numpy.typing as npt

NEDERLAND = "NL01"

Shapes = npt.NDArray[np.object_]
"""One shapely polygon or multipolygon per region, in RD metres (EPSG:28992)."""


class Level(Enum):
    """A kind of region; the value is the prefix of its codes."""

    NEDERLAND = "NL"
    PROVINCIE = "PV"
    GEMEENTE = "GM"
    WIJK = "WK"
    BUURT = "BU"

    @classmethod
    def of(cls, code: str) -> "Level":
        """Return the level of a region code. Errors: ValueError for a prefix that is none."""
        return _LEVELS.get(code[:2]) or cls(code[:2])


_LEVELS = {level.value: level for level in Level}


@dataclass(frozen=True, slots=True)
class Area:
    """One region. `parent` is the code of the region around it, None for Nederland."""

    code: str
    name: str
    parent: str | None

    @property
    def level(self) -> Level:
        """Return the kind of region, read from its code."""
        return Level.of(self.code)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of division: on `day` the regions `old` became the regions `new`.

    A code in both lists kept its name and changed its area: its series breaks on that day.
    """

    day: date
    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Division:
    """All regions of one year, in one fixed order: by level, then by code.

    That order is the row order of every table of figures and every list of outlines.
    """

    year: int
    areas: tuple[Area, ...]
    changes: tuple[Change, ...] = field(default=())
    former: tuple[tuple[str, str], ...] = field(default=())
    """Code and name of regions that are no longer, where somebody told their name."""

    def __reduce__(self) -> tuple[type["Division"], tuple[object, ...]]:
        """Cross to another process without what was looked up here, maybe at this very moment."""
        return Division, (self.year, self.areas, self.changes, self.former)

    @cached_property
    def row(self) -> Mapping[str, int]:
        """Return the row of each code."""
        return {area.code: row for row, area in enumerate(self.areas)}

    @cached_property
    def _children(self) -> Mapping[str, tuple[Area, ...]]:
        found: dict[str, list[Area]] = {}
        for area in self.areas:
            if area.parent is not None:
                found.setdefault(area.parent, []).append(area)
        return {code: tuple(areas) for code, areas in found.items()}

    def __getitem__(self, code: str) -> Area:
        """Return the region with this code. Errors: KeyError when there is none."""
        return self.areas[self.row[code]]

    def __contains__(self, code: object) -> bool:
        """Tell whether the code is a region of this year."""
        return code in self.row

    @cached_property
    def _levels(self) -> Mapping[Level, slice]:
        first: dict[Level, int] = {}
        last: dict[Level, int] = {}
        for row, area in enumerate(self.areas):
            first.setdefault(area.level, row)
            last[area.level] = row + 1
        return {level: slice(row, last[level]) for level, row in first.items()}

    def rows(self, level: Level) -> slice:
        """Return the rows of one level: contiguous, because the order is by level."""
        return self._levels.get(level, slice(0, 0))

    def of(self, level: Level) -> tuple[Area, ...]:
        """Return the regions of one level, by code; none where the delivery lacks the level."""
        return self.areas[self.rows(level)]

    def children(self, code: str) -> tuple[Area, ...]:
        """Return the regions directly inside this one, by code."""
        return self._children.get(code, ())

    def parents(self, code: str) -> tuple[Area, ...]:
        """Return the regions around this one, the widest first."""
        parent = self[code].parent
        return () if parent is None else (*self.parents(parent), self[parent])

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """Return by code of a region that is no longer the regions of now that it went up in.

        A region that went up in one that ended later leads to what came of that.
        """
        found: dict[str, tuple[str, ...]] = {}
        for change in sorted(self.changes, key=lambda change: change.day, reverse=True):
            now = [code for new in change.new for code in found.get(new, (new,)) if code in self]
            for code in change.old:
                if code not in self and now:
                    found.setdefault(code, tuple(sorted(set(now))))
        return dict(sorted(found.items()))

    @classmethod
    def sorted(
        cls,
        year: int,
        areas: Iterable[Area],
        changes: Iterable[Change] = (),
        former: Iterable[tuple[str, str]] = (),
    ) -> "Division":
        """Return a division with its regions in the fixed order."""
        levels = list(Level)
        ordered = sorted(areas, key=lambda area: (levels.index(area.level), area.code))
        return cls(year, tuple(ordered), tuple(changes), tuple(former))


@dataclass(frozen=True)
class Outlines:
    """The outlines of one level: `shapes[i]` belongs to `codes[i]`; RD metres, codes ascending."""

    level: Level
    codes: tuple[str, ...]
    shapes: Shapes
    origin: str
