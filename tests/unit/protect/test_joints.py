"""Several breakdowns of one whole: limbs that share joints, and nothing told by all together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import (
    bounds,
    country,
    jobs,
    published,
    silent,
    table,
    told_too_exactly,
)
from zicht.model.rules import Zero
from zicht.model.system import Needs
from zicht.protect.network.joints import limbs_of, open_limbs
from zicht.protect.network.network import orient
from zicht.protect.ranges import ranges
from zicht.protect.shield import shield

FIXED = settings(derandomize=True, deadline=None, max_examples=30)
seeds = st.integers(0, 100_000)


def needs_of(cells):
    return Needs(np.full(cells, 10.0), np.full(cells, np.inf), np.full(cells, 5.0))


@pytest.mark.parametrize(("breakdowns", "limbs"), [(2, 3), (3, 4)])
def test_a_whole_in_several_breakdowns_has_a_limb_for_each_and_one_for_its_regions(
    breakdowns, limbs
):
    system = table(country(5, breakdowns=breakdowns, depth=2))
    every = np.ones(system.cells, dtype=np.bool_)
    found = limbs_of(system)
    assert orient(system, every) is None
    assert len(found) == limbs
    assert [bool(limb.tops.any()) for limb in found] == [False, *(True for _ in range(breakdowns))]


@FIXED
@given(seeds, st.integers(2, 3))
def test_no_breakdown_withholds_its_whole_of_its_own_accord(seed, breakdowns):
    system = table(country(seed, breakdowns=breakdowns, depth=2))
    whole, *rest = limbs_of(system)
    joints = np.any([limb.tops for limb in rest], axis=0)
    parts = (system.base > 0) & (system.base < 10) & ~joints
    parts[whole.network.cells] = False
    opened = open_limbs(
        system,
        unknown=parts,
        may=~parts,
        cost=np.ones(system.cells),
        needs=needs_of(system.cells),
    )
    assert (opened | ~parts).all()
    assert not (opened & joints).any()


@settings(FIXED, max_examples=40)
@given(seeds, st.sampled_from(list(Zero)), st.sampled_from([4, 12, 40]))
def test_nothing_is_told_by_three_breakdowns_together(seed, zero, mean):
    """Whatever each shows, through the whole that they share or through the regions."""
    one = country(seed, breakdowns=3, zero=zero, mean=mean, most=3, depth=2)
    (job,) = jobs(one)
    done = shield(job)
    reasons = {key: why[:, None] for key, why in zip(job.family.keys, done.reasons, strict=True)}
    found = bounds(one, published(one, reasons))
    assert not any(note.blocks for note in done.notes)
    assert not silent(one, told_too_exactly(found), done.notes)


@FIXED
@given(seeds, st.integers(0, 3), st.floats(0.1, 0.6))
def test_ranges_that_are_asked_by_needs_tell_the_same_cells_to_be_short(seed, breakdowns, share):
    system = table(country(seed, breakdowns=breakdowns, depth=3, most=2))
    unknown = np.random.default_rng(seed).random(system.cells) < share
    needs = needs_of(system.cells)
    exact = ranges(system, unknown, enough=10.0)
    asked = ranges(system, unknown, enough=10.0, needs=needs)
    short = needs.short(system.base, exact) & unknown
    assert np.array_equal(short, needs.short(system.base, asked) & unknown)
    assert np.allclose(asked.down[short], exact.down[short])
    assert np.allclose(asked.up[short], exact.up[short])
    assert (asked.up <= exact.up).all()
