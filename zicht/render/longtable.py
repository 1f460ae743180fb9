"""An indicator as a long table: a row a region and year, for its whole and for its categories."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from zicht.model.atlas import Atlas
from zicht.model.figure import Figures
from zicht.render.about import notice_of
from zicht.render.columns import numbers, same, states_of, texts
from zicht.render.runs import Run, runs_of


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
    for run in runs_of(figures):
        if deep := run.depth(atlas.division):
            yield _table(atlas, run, deep)


def _table(atlas: Atlas, run: Run, deep: int) -> pa.Table:
    """Return the rows of one series for the first regions of the division."""
    areas, years, counts = atlas.division.areas[:deep], run.values.years, run.counts
    length = len(areas) * len(years)
    regions = np.repeat(np.arange(len(areas)), len(years))
    columns = {
        "indicator": same(run.indicator, length),
        "regiocode": texts([area.code for area in areas], regions),
        "regionaam": texts([area.name for area in areas], regions),
        "niveau": texts([area.level.name.lower() for area in areas], regions),
        "jaar": pa.array(np.tile(np.array(years, dtype=np.int64), len(areas))),
        "uitsplitsing": same(run.breakdown, length),
        "categorie": same(run.part, length),
        "waarde": numbers(run.values, length, np.float64),
        "waarde_toestand": states_of(run.values, length),
        "aantal": (
            pa.nulls(length, pa.int64()) if counts is None else numbers(counts, length, np.int64)
        ),
        "aantal_toestand": same(None, length) if counts is None else states_of(counts, length),
        "voorlopig": texts(("nee", "ja"), np.tile(run.values.provisional, len(areas))),
        "eenheid": same(run.unit, length),
    }
    notice = notice_of(atlas.delivery)
    if notice is not None:
        columns["let_op"] = same(notice, length)
    return pa.table(columns)
