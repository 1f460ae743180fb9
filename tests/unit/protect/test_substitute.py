"""Other numbers under what is withheld: nothing that may be published changes."""

import numpy as np
import pytest

from tests.unit.protect.countries import country, told
from zicht.model.figure import State
from zicht.protect import cases, judge, protect, with_chance, with_witnesses


@pytest.fixture(scope="module", params=[0, 1, 2])
def release(request):
    """A country, what is published of it, and the certificates."""
    one = country(request.param + 20, breakdowns=request.param, gaps=0.1, mean=8)
    done = protect(one.raw, [one.theme], division=one.division)
    site = told(one, {key: safe.grid for key, safe in done.figures.series.items()})
    proofs = [judge(case).certificate for case in cases(site, certify=True)]
    return one, done, [proof for proof in proofs if proof is not None]


def others(release):
    one, done, proofs = release
    pattern = done.account.reasons
    yield with_witnesses(one.raw, pattern, proofs, division=one.division)
    yield with_chance(one.raw, pattern)


def test_the_same_is_published_with_other_numbers_under_it(release):
    one, done, _ = release
    for other in others(release):
        again = protect(other, [one.theme], division=one.division, pattern=done.account.reasons)
        for key, safe in done.figures.series.items():
            grid = again.figures.series[key].grid
            assert grid.values.tobytes() == safe.grid.values.tobytes()
            assert grid.states.tobytes() == safe.grid.states.tobytes()


def test_only_what_is_withheld_gets_another_number(release):
    one, done, _ = release
    for other in others(release):
        changed = 0
        for key, raw in one.raw.series.items():
            values = other.series[key].values
            hidden = (done.account.reasons[key] != 0) | (raw.states == State.WITHHELD)
            assert np.array_equal(values[~hidden], raw.values[~hidden], equal_nan=True)
            changed += (values[hidden] != raw.values[hidden]).sum()
        assert changed > 0


def test_the_numbers_of_witnesses_add_up(release):
    """Every whole and every region of which all is a number fits, as in the delivery itself."""
    one, done, proofs = release
    other = with_witnesses(one.raw, done.account.reasons, proofs, division=one.division)
    for key, raw in other.series.items():
        for area in one.division.areas:
            rows = [one.division.row[kid.code] for kid in one.division.children(area.code)]
            inside, whole = raw.values[rows, 0], raw.values[one.division.row[area.code], 0]
            if rows and not np.isnan([*inside, whole]).any():
                assert inside.sum() == whole, key


def test_chance_is_the_same_each_time_and_also_under_what_the_source_withheld(release):
    one, done, _ = release
    first, second = (with_chance(one.raw, done.account.reasons) for _ in range(2))
    for key, raw in first.series.items():
        assert raw.values.tobytes() == second.series[key].values.tobytes()
        assert not np.isnan(raw.values[raw.states == State.WITHHELD]).any()


def test_what_was_delivered_stays_as_it_was(release):
    one, _, _ = release
    before = {key: raw.values.copy() for key, raw in one.raw.series.items()}
    list(others(release))
    for key, raw in one.raw.series.items():
        assert np.array_equal(raw.values, before[key], equal_nan=True)
