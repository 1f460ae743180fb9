"""An indicator as a long table: a row a region and year, for its whole and for its categories."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from zicht.model.address import EVERYONE
from zicht.model.area import Area, Division
from zicht.model.atlas import Atlas
from zicht.model.figure import Figures, Grid, State
from zicht.render.about import notice_of
from zicht.render.columns import numbers, same, states_of, texts

SHARE_UNIT = "% van het totaal"


def long_tables(atlas: Atlas, figures: Figures) -> Iterator[pa.Table]:
    """Yield the rows of an indicator as a whole, then those of each category.

    Shape:  tables of the same columns; in each a row a region and year, in the order of the
            division. `uitsplitsing` and `categorie` are the keys of a category, null for the
            whole. A cell without a number is null, with no number beneath, and its column
            `…_toestand` says why; both are null where there is no count apart from the figure.
            An indicator goes no deeper than the lowest level at which it was delivered, and so do
            the categories of a breakdown. What a profile is held against stands after it, as a
            breakdown whose key ends in ".allen".
    Units:  `waarde` as the column `eenheid` says, for a category its share of the whole;
            `aantal` is the count behind it.
    Errors: none.
    """
    areas, indicator = atlas.division.areas, figures.indicator
    wholes = _Grids(figures.values, figures.counts)
    told = [grid for grid in (figures.values, figures.counts) if grid is not None]
    own = areas[: _depth(told, atlas.division)]
    yield _table(atlas, own, names=(indicator.key, None, None, indicator.unit), grids=wholes)
    for breakdown, parts in figures.parts.items():
        deep = _depth([part.counts for part in parts.values()], atlas.division)
        for part, category in parts.items() if deep else ():
            names = (indicator.key, breakdown, part, SHARE_UNIT)
            grids = _Grids(category.shares, category.counts)
            yield _table(atlas, areas[:deep], names=names, grids=grids)
        for part, category in parts.items() if deep else ():
            if category.everyone is not None:
                names = (indicator.key, f"{breakdown}{EVERYONE}", part, SHARE_UNIT)
                grids = _Grids(category.everyone.shares, category.everyone.counts)
                yield _table(atlas, areas[:deep], names=names, grids=grids)


def _depth(grids: Collection[Grid], division: Division) -> int:
    """Return how many rows there are down to the lowest level at which anything was delivered."""
    told = np.any([(grid.states != State.MISSING).any(axis=1) for grid in grids], axis=0)
    last = np.flatnonzero(told)[-1:]
    return max((division.rows(division.areas[row].level).stop for row in last), default=0)


@dataclass(frozen=True, slots=True)
class _Grids:
    """The compared figures and the counts behind them, on the same years."""

    values: Grid
    counts: Grid | None


def _table(
    atlas: Atlas,
    areas: Sequence[Area],
    *,
    names: tuple[str, str | None, str | None, str],
    grids: _Grids,
) -> pa.Table:
    """Return the rows of one series for the first regions of the division."""
    key, breakdown, part, unit = names
    years, counts = grids.values.years, grids.counts
    length = len(areas) * len(years)
    regions = np.repeat(np.arange(len(areas)), len(years))
    columns = {
        "indicator": same(key, length),
        "regiocode": texts([area.code for area in areas], regions),
        "regionaam": texts([area.name for area in areas], regions),
        "niveau": texts([area.level.name.lower() for area in areas], regions),
        "jaar": pa.array(np.tile(np.array(years, dtype=np.int64), len(areas))),
        "uitsplitsing": same(breakdown, length),
        "categorie": same(part, length),
        "waarde": numbers(grids.values, length, np.float64),
        "waarde_toestand": states_of(grids.values, length),
        "aantal": (
            pa.nulls(length, pa.int64()) if counts is None else numbers(counts, length, np.int64)
        ),
        "aantal_toestand": same(None, length) if counts is None else states_of(counts, length),
        "voorlopig": texts(("nee", "ja"), np.tile(grids.values.provisional, len(areas))),
        "eenheid": same(unit, length),
    }
    notice = notice_of(atlas.delivery)
    if notice is not None:
        columns["let_op"] = same(notice, length)
    return pa.table(columns)
