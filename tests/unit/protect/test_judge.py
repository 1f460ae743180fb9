"""The judge knows only what is shown: it passes what is protected, and finds what is not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import (
    MISSING,
    SHOWN,
    WITHHELD,
    bounds,
    country,
    jobs,
    named,
    nested,
    published,
    silent,
    told,
    told_too_exactly,
    tree_of,
)
from zicht.model.account import GIVEN_UP, Reason
from zicht.model.figure import Grid
from zicht.model.rules import Zero
from zicht.protect.cases import cases
from zicht.protect.judge import MOST_TOLD, judge
from zicht.protect.shield import shield

FIXED = settings(derandomize=True, deadline=None, max_examples=40)

seeds = st.integers(0, 100_000)
zeros = st.sampled_from(list(Zero))


def protected(one):
    """Return the reasons by key, or None for a delivery that is refused or partly short."""
    (job,) = jobs(one)
    done = shield(job)
    if named(done.notes) or any(note.blocks for note in done.notes):
        return None
    return {key: why[:, None] for key, why in zip(job.family.keys, done.reasons, strict=True)}


def verdict(one, grids, *, certify=False):
    (case,) = cases(told(one, grids), certify=certify)
    return judge(case)


@FIXED
@given(seeds, st.integers(0, 2), zeros, st.sampled_from([0.0, 0.2]))
def test_what_is_protected_passes(seed, breakdowns, zero, gaps):
    one = country(seed, breakdowns=breakdowns, zero=zero, gaps=gaps, most=2, mean=8)
    reasons = protected(one)
    if reasons is not None:
        assert verdict(one, published(one, reasons)).disclosures == ()


@FIXED
@given(seeds, st.integers(0, 2), zeros, st.sampled_from([0.0, 0.2]), st.integers(1, 3))
def test_the_judge_finds_what_the_oracle_finds(seed, breakdowns, zero, gaps, more):
    """Few cells are withheld by chance: nothing protects them."""
    one = country(seed, breakdowns=breakdowns, zero=zero, gaps=gaps, most=2, depth=3, mean=8)
    chance = np.random.default_rng(seed)
    reasons = {
        key: ((raw.values < 10) & (raw.values > 0) & (chance.random(raw.values.shape) < 0.3 * more))
        for key, raw in one.raw.series.items()
    }
    grids = published(one, reasons)
    tight = told_too_exactly(bounds(one, grids))
    assert bool(tight) <= bool(verdict(one, grids).disclosures)


def test_any_shield_that_is_shown_again_gives_something_away_or_was_not_needed():
    """But for what is nearly all of a whole: whether it could be less is not the judge's to ask."""
    shields = needed = 0
    for seed in range(90):
        one = country(seed, breakdowns=seed % 2, most=2, depth=3, mean=10)
        reasons = protected(one) or {}
        if any((why == Reason.GROUP).any() for why in reasons.values()):
            continue
        for key, why in reasons.items():
            for row in np.flatnonzero(np.isin(why[:, 0], [int(reason) for reason in GIVEN_UP])):
                shown = {**reasons, key: why.copy()}
                shown[key][row] = 0
                grids = published(one, shown)
                found = verdict(one, grids).disclosures
                shields += 1
                needed += bool(found)
                if not found:
                    assert not silent(one, told_too_exactly(bounds(one, grids)), ())
    assert shields > 100
    assert needed >= 0.8 * shields


@FIXED
@given(seeds, st.integers(0, 2), st.sampled_from([Zero.STRUCTURAL, Zero.PUBLISH]))
def test_a_certificate_holds_tables_that_fit_and_differ_enough(seed, breakdowns, zero):
    one = country(seed, breakdowns=breakdowns, zero=zero, most=2, mean=8)
    reasons = protected(one)
    if reasons is None:
        return
    grids = published(one, reasons)
    proof = verdict(one, grids, certify=True).certificate
    assert proof is not None
    size, least = len(one.division.areas), zero is Zero.PUBLISH
    shown = np.concatenate([np.nan_to_num(grids[key].values[:, 0]) for key in proof.keys])
    held = np.concatenate([grids[key].states[:, 0] == WITHHELD for key in proof.keys])
    assert np.array_equal(proof.cells, np.flatnonzero(held))
    count = int(proof.moves[:, 0].max(initial=-1)) + 1
    every = np.tile(shown, (count + 1, 1))
    every[:, proof.cells] = proof.base
    for witness, cell, change in proof.moves.tolist():
        assert held[cell]
        every[witness, cell] += change
    assert (every[:, held] >= least).all()
    for each in every:
        _adds_up(one, each.reshape(-1, size), proof.keys, grids)
    cells, low, high = proof.claims.T
    assert np.array_equal(cells, proof.cells)
    far, near = every[high, cells], every[low, cells]
    assert ((far >= 10) & (far - near >= 5)).all()


def _adds_up(one, numbers, keys, grids):
    """Check all sums by hand; without missing cells but for whole levels of a breakdown."""
    there = {key: grids[key].states[:, 0] != MISSING for key in keys}
    place = {key: at for at, key in enumerate(keys)}
    for key in keys:
        for area in one.division.areas:
            inside = [one.division.row[kid.code] for kid in one.division.children(area.code)]
            if inside and there[key][inside].all():
                row = one.division.row[area.code]
                assert numbers[place[key], inside].sum() == numbers[place[key], row]
    for each in one.indicator.breakdowns:
        parts = [place[part.key] for part in each.parts]
        full = np.all([there[part.key] for part in each.parts], axis=0)
        assert np.array_equal(numbers[parts][:, full].sum(axis=0), numbers[0, full])


def tree(numbers, states=None, *, division=None, zero=Zero.STRUCTURAL):
    """Return a country of one count of three provincies, and the grids that are shown of it."""
    land = nested(NL01=["PV20", "PV21", "PV22"]) if division is None else division
    one = tree_of(land, numbers, zero=zero)
    kinds = np.array([SHOWN] * len(numbers) if states is None else states, np.uint8)[:, None]
    values = np.where(kinds == SHOWN, np.array(numbers, float)[:, None], np.nan)
    return one, {"k": Grid((2024,), values, kinds, (False,))}


@pytest.mark.parametrize(
    ("numbers", "hidden", "found"),
    [
        ([50, 4, 16, 30], [1], True),
        ([50, 4, 16, 30], [1, 2], False),
        ([39, 4, 5, 30], [1, 2], True),
        ([34, 4, 0, 30], [1, 2], True),
        ([7046, 16, 7000, 30], [1], False),
        ([50, 4, 16, 30], [0, 1], False),
        ([50, 4, 16, 30], [0, 1, 2, 3], False),
        ([50, 4, 16, 30], [], False),
    ],
)
def test_what_is_surely_few_or_nearly_known_is_found(numbers, hidden, found):
    states = [WITHHELD if row in hidden else SHOWN for row in range(4)]
    assert bool(verdict(*tree(numbers, states)).disclosures) == found


def test_a_zero_that_is_always_shown_narrows_what_is_possible():
    numbers, states = [41, 4, 7, 30], [SHOWN, WITHHELD, WITHHELD, SHOWN]
    assert not verdict(*tree(numbers, states)).disclosures
    numbers = [40, 4, 6, 30]
    assert not verdict(*tree(numbers, states)).disclosures, "up to ten"
    assert verdict(*tree(numbers, states, zero=Zero.PUBLISH)).disclosures, "nine at most"


def test_what_was_not_delivered_hides_what_is_beside_it():
    assert not verdict(*tree([50, 4, 16, 30], [0, WITHHELD, MISSING, 0])).disclosures
    found = verdict(*tree([50, 4, 16, 30], [0, 0, MISSING, 0])).disclosures
    assert not found, "sixteen follow, and they are not few"
    (few,) = verdict(*tree([50, 16, 4, 30], [0, 0, MISSING, 0])).disclosures
    assert "was not delivered" in str(few)


def test_a_disclosure_names_the_cell_and_never_its_number():
    (found,) = verdict(*tree([8050, 4, 1016, 7030], [0, WITHHELD, 0, 0])).disclosures
    assert "PV20" in found.what
    assert "2024" in found.what
    assert "NL01" in found.how
    for number in ("8050", "1016", "7030", " 4 "):
        assert number not in str(found)


def test_figures_that_contradict_each_other_are_told():
    (found,) = verdict(*tree([50, 4, 46, 30], [0, WITHHELD, 0, 0])).disclosures
    assert "No table of whole numbers fits" in found.what


def test_of_many_disclosures_the_first_are_named_and_the_others_counted():
    codes = [f"PV{20 + n}" for n in range(15)]
    inner = {code: [f"GM{n:04}"] for n, code in enumerate(codes)}
    land = nested(NL01=codes, **inner)
    numbers = [60, *[4] * 30]
    states = [SHOWN, *[SHOWN] * 15, *[WITHHELD] * 15]
    found = verdict(*tree(numbers, states, division=land)).disclosures
    assert len(found) == MOST_TOLD + 1
    assert "5 more" in found[-1].what


def test_what_the_source_protected_and_what_has_no_counts_is_not_judged():
    one, grids = tree([50, 4, 16, 30], [0, WITHHELD, 0, 0])
    site = told(one, grids)
    assert len(list(cases(site, certify=False))) == 1
    for other in ({"judged": False}, {"counts": None}):
        series = {"k": replace(site.series["k"], **other)}
        assert not list(cases(replace(site, series=series), certify=False))


def test_a_contradiction_has_no_certificate_and_nobody_else_is_certified_unasked():
    assert verdict(*tree([50, 4, 46, 30], [0, 1, 0, 0]), certify=True).certificate is None
    assert verdict(*tree([50, 4, 16, 30], [0, 1, 1, 0])).certificate is None
