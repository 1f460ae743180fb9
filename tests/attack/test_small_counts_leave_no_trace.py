"""Replace every count from 1 to 9 by another: nothing that pages are made of may change."""

import pickle
from dataclasses import replace

import numpy as np
import pytest

from zicht.atlas import make_atlas
from zicht.model.figure import State
from zicht.model.raw import RawFigures
from zicht.protect import FEWEST, withhold_small
from zicht.read import read_delivery


@pytest.fixture(scope="module")
def reading(small_delivery):
    return read_delivery(small_delivery)


def altered(figures, *, fewest):
    """Return the figures with every small count moved to another small count."""

    def other(raw):
        small = (raw.states == State.SHOWN) & (raw.values > 0) & (raw.values < fewest)
        if raw.series.protected_by_source:
            return raw
        return replace(raw, values=np.where(small, fewest - raw.values, raw.values))

    return RawFigures({key: other(raw) for key, raw in figures.series.items()})


def test_the_atlas_knows_nothing_of_small_counts(reading):
    moved = replace(reading, figures=altered(reading.figures, fewest=FEWEST))
    assert pickle.dumps(make_atlas(reading)) == pickle.dumps(make_atlas(moved))


def test_this_attack_succeeds_where_the_threshold_is_lower(reading):
    moved = altered(reading.figures, fewest=FEWEST)
    plain, other = (withhold_small(f, fewest=5) for f in (reading.figures, moved))
    assert any(
        not np.array_equal(plain.series[k].grid.values, other.series[k].grid.values, equal_nan=True)
        for k in plain.series
    )
