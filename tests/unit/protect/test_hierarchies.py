"""Categories within categories: protected together, and judged by what a site says of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import (
    MISSING,
    SHOWN,
    Country,
    added,
    column,
    grown,
    indicator,
    jobs,
    published,
    series,
    theme,
)
from zicht.model.figure import Grid, State
from zicht.model.published import Published, PublishedSeries
from zicht.model.raw import RawFigures
from zicht.model.rules import Zero
from zicht.model.theme import Breakdown, Form
from zicht.protect.cases import cases
from zicht.protect.judge import judge
from zicht.protect.shield import shield

FIXED = settings(derandomize=True, deadline=None, max_examples=40)
PARTS = ("s", "s1", "s2", "s2a", "s2b", "t", "u")
UNDER = {"s1": "s", "s2": "s", "s2a": "s2", "s2b": "s2"}


def economy(seed, *, mean):
    """Draw a count by region that at Nederland alone is known by branch, three levels deep."""
    chance = np.random.default_rng(seed)
    division = grown(chance, most=3, depth=2)
    size = len(division.areas)
    truth = {"k": added(division, chance.poisson(mean, size))}
    leaves = dict.fromkeys(PARTS, 0.0)
    split = chance.multinomial(int(truth["k"][0]), chance.dirichlet(np.ones(5)))
    leaves |= zip(("s1", "s2a", "s2b", "t", "u"), split.astype(float).tolist(), strict=True)
    leaves["s2"] = leaves["s2a"] + leaves["s2b"]
    leaves["s"] = leaves["s1"] + leaves["s2"]
    keys = tuple(f"k.tak.{part}" for part in PARTS)
    raw = {"k": column(series("k"), truth["k"])}
    for part, key in zip(PARTS, keys, strict=True):
        numbers = np.zeros(size)
        numbers[0] = leaves[part]
        states = np.where(np.arange(size) == 0, SHOWN, MISSING)
        raw[key], truth[key] = column(series(key), numbers, states), numbers
    under = tuple(PARTS.index(UNDER[part]) if part in UNDER else -1 for part in PARTS)
    own = indicator("k", parts=[keys])
    tak = Breakdown("tak", "Tak", own.breakdowns[0].parts, Form.HIERARCHY, None, under, PARTS)
    return Country(division, theme(replace(own, breakdowns=(tak,))), RawFigures(raw), truth)


def site(one, grids, *, under=UNDER):
    parts = {part: grids[f"k.tak.{part}"] for part in PARTS}
    shown = PublishedSeries(
        "k",
        grids["k"],
        grids["k"],
        {"tak": parts},
        Zero.STRUCTURAL,
        judged=True,
        decimals=0,
        under={"tak": under},
    )
    return Published(one.division, {"k": shown})


def verdict(one, grids):
    (case,) = cases(site(one, grids), certify=False)
    return judge(case)


@FIXED
@given(st.integers(0, 100_000), st.sampled_from([3, 12, 40]))
def test_a_hierarchy_that_is_protected_passes(seed, mean):
    one = economy(seed, mean=mean)
    (job,) = jobs(one)
    done = shield(job)
    if not done.notes:
        reasons = {k: why[:, None] for k, why in zip(job.family.keys, done.reasons, strict=True)}
        assert verdict(one, published(one, reasons)).disclosures == ()


def branches(*, hidden):
    """Return a country and what readers see of its branches when some are withheld."""
    one = economy(3, mean=40)
    numbers = {"s": 60, "s1": 40, "s2": 20, "s2a": 4, "s2b": 16}
    rest = one.truth["k"][0] - 60
    numbers |= {"t": rest // 2, "u": rest - rest // 2}
    grids = {"k": published(one, {"k": np.zeros((len(one.division.areas), 1))})["k"]}
    for part in PARTS:
        raw = one.raw.series[f"k.tak.{part}"]
        states, values = raw.states.copy(), raw.values.copy()
        states[0] = State.WITHHELD if part in hidden else State.SHOWN
        values[0] = np.nan if part in hidden else numbers[part]
        grids[f"k.tak.{part}"] = Grid(raw.years, values, states, (False,))
    return one, grids


@pytest.mark.parametrize(
    ("hidden", "leaks"),
    [
        ({"s2a"}, {"s2a"}),
        ({"s2a", "s1"}, {"s2a"}),
        ({"s2a", "s2"}, {"s2a"}),
        ({"s2a", "s2", "s1"}, set()),
        ({"s2a", "s2b"}, set()),
    ],
)
def test_a_leak_through_a_category_within_the_whole_is_found(hidden, leaks):
    """That s2a is 4 follows from s2 and s2b; s2 follows from s and s1, until s1 is withheld too."""
    one, grids = branches(hidden=hidden)
    found = {each.place.split(",")[0] for each in verdict(one, grids).disclosures}
    assert found == {f"k.tak.{part}" for part in leaks}


def test_without_what_lies_in_what_the_categories_contradict_the_whole():
    one, grids = branches(hidden={"s2a", "s2b"})
    (case,) = cases(site(one, grids, under={}), certify=False)
    assert any("No table" in each.what for each in judge(case).disclosures)
