"""One count in one year, whole: an oracle that sees only what is shown finds nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.protect.countries import (
    Country,
    bounds,
    column,
    country,
    indicator,
    jobs,
    nested,
    past,
    published,
    series,
    silent,
    theme,
    told_too_exactly,
    tree_of,
)
from zicht.model.account import Reason
from zicht.model.figure import State
from zicht.model.raw import RawFigures
from zicht.model.rules import Rules, Zero
from zicht.protect.shield import shield

FIXED = settings(derandomize=True, deadline=None, max_examples=120)
NAN = np.nan


@st.composite
def countries(draw):
    breakdowns = draw(st.integers(0, 2))
    return country(
        draw(st.integers(0, 100_000)),
        breakdowns=breakdowns,
        zero=draw(st.sampled_from(list(Zero))),
        mean=draw(st.sampled_from([1, 4, 12, 40])),
        gaps=draw(st.sampled_from([0.0, 0.1, 0.3])),
        most=2 if breakdowns == 2 else 3,
        depth=draw(st.integers(1, 4)),
    )


def shielded(one, **more):
    """Shield a country of one family and year; return the reasons by key, and the notes."""
    (job,) = jobs(one, **more)
    done = shield(job)
    reasons = {key: why[:, None] for key, why in zip(job.family.keys, done.reasons, strict=True)}
    return reasons, done.notes


@FIXED
@given(countries())
def test_nothing_that_is_shown_tells_what_is_withheld(one):
    reasons, notes = shielded(one)
    if any(note.blocks for note in notes):
        return
    found = bounds(one, published(one, reasons))
    assert not silent(one, told_too_exactly(found), notes)


def test_few_deliveries_are_refused_and_none_that_is_whole():
    refused = {0.0: 0, 0.3: 0}
    for gaps in refused:
        for seed in range(40):
            one = country(seed, breakdowns=seed % 3, gaps=gaps, most=2, depth=3, mean=12)
            refused[gaps] += any(note.blocks for note in shielded(one)[1])
    assert refused[0.0] == 0
    assert refused[0.3] < 8


@settings(FIXED, max_examples=60)
@given(countries())
def test_what_is_nearly_all_of_a_whole_could_be_less_for_all_that_is_shown(one):
    reasons, notes = shielded(one)
    if any(note.blocks for note in notes):
        return
    whole = one.truth["k"]
    found = bounds(one, published(one, reasons))
    nearly = {
        (key, row)
        for (key, row), (low, _) in found.items()
        if key != "k" and reasons[key][row, 0] == Reason.GROUP and low >= np.ceil(whole[row] * 0.9)
    }
    assert not silent(one, nearly, notes)


@settings(FIXED, max_examples=20)
@given(countries())
def test_the_same_cells_are_withheld_each_time(one):
    first, second = shielded(one)[0], shielded(one)[0]
    assert all(np.array_equal(first[key], second[key]) for key in first)


@settings(FIXED, max_examples=20)
@given(countries())
def test_what_was_not_delivered_gets_no_reason_and_what_the_source_withheld_keeps_its(one):
    for key, why in shielded(one)[0].items():
        states = one.raw.series[key].states
        assert ((why == Reason.SOURCE) == (states == State.WITHHELD)).all()
        assert not why[(states == State.MISSING) | (states == State.IMPOSSIBLE)].any()


@settings(FIXED, max_examples=40)
@given(st.integers(0, 10_000), st.integers(0, 2), st.sampled_from([0.0, 0.3]))
def test_where_zeros_are_published_none_is_withheld(seed, breakdowns, gaps):
    one = country(seed, breakdowns=breakdowns, zero=Zero.PUBLISH, gaps=gaps, most=2, mean=5)
    for key, why in shielded(one)[0].items():
        assert not why[one.raw.series[key].values == 0].any()


TREE = nested(NL01=["PV20", "PV21", "PV22"])


def tree(numbers, *, division=TREE):
    return tree_of(division, numbers)


def reasons_of(one, **more):
    reasons, notes = shielded(one, **more)
    return reasons["k"].ravel().tolist(), notes


SIZES = np.array([1000.0, 10, 20, 500])
"""How many people live where: of the two that could shield PV20, PV21 is smaller."""


def test_the_smaller_region_is_the_shield():
    found, notes = reasons_of(tree([50, 4, 16, 30]), size=SIZES)
    assert found == [0, Reason.FEW, Reason.SHIELD, 0]
    assert not notes


def test_what_an_earlier_release_told_is_no_shield():
    known = {"k": past([NAN, NAN, 16, NAN])}
    found, notes = reasons_of(tree([50, 4, 16, 30]), size=SIZES, known=known)
    assert found == [0, Reason.FEW, 0, Reason.SHIELD]
    assert not notes


def test_what_an_earlier_release_told_of_a_cell_is_noted_and_does_not_block():
    found, notes = reasons_of(tree([50, 4, 16, 30]), known={"k": past([NAN, 4, NAN, NAN])})
    assert found == [0, Reason.FEW, 0, 0]
    (note,) = notes
    assert not note.blocks
    assert "PV20" in note.what
    assert "earlier release" in note.what


def test_a_small_number_that_was_revised_since_is_hidden():
    found, notes = reasons_of(
        tree([50, 4, 16, 30]), size=SIZES, known={"k": past([NAN, 5, NAN, NAN])}
    )
    assert found == [0, Reason.FEW, Reason.SHIELD, 0]
    assert not notes


def test_a_cell_that_the_past_gives_away_blocks_and_is_named_with_a_remedy():
    found, notes = reasons_of(tree([50, 4, 16, 30]), known={"k": past([50, NAN, 16, 30])})
    assert found == [0, Reason.FEW, 0, 0]
    (note,) = notes
    assert note.blocks
    assert "PV20" in note.what
    assert "earlier release" in note.what
    assert note.todo


def test_what_the_source_withholds_now_and_told_before_is_known():
    known = {"k": past([NAN, 4, NAN, NAN])}
    found, notes = reasons_of(tree([50, NAN, NAN, 30]), known=known)
    assert found[:3] == [0, Reason.SOURCE, Reason.SOURCE]
    assert any(not note.blocks and "PV20" in note.what for note in notes)


def test_a_region_that_is_its_only_part_is_withheld_with_it():
    one = nested(NL01=["PV20", "PV21"], PV20=["GM0001"], PV21=["GM0002"])
    found, notes = reasons_of(tree([54, 4, 50, 4, 50], division=one))
    assert found == [0, Reason.FEW, Reason.SHIELD, Reason.FEW, Reason.SHIELD]
    assert not notes


def test_what_no_shield_widens_enough_is_noted_and_does_not_block():
    """Zeros are shown, so each of three is at least one and none of twelve more than ten."""
    one = Country(
        nested(),
        theme(indicator("k", parts=[("a", "b", "c", "d")], rules=Rules(zero=Zero.PUBLISH))),
        RawFigures(
            {
                key: column(series(key, rules=Rules(zero=Zero.PUBLISH)), [number])
                for key, number in {"k": 12, "a": 3, "b": 3, "c": 3, "d": 3}.items()
            }
        ),
        {},
    )
    reasons, notes = shielded(one)
    assert all(reasons[key].item() == Reason.FEW for key in "abcd")
    assert len(notes) == 4
    assert not any(note.blocks for note in notes)
    assert all("NL01" in note.what for note in notes)


def test_where_a_category_cannot_be_hidden_all_of_the_region_are_withheld_and_noted():
    """Zeros are sensitive, and what of the zero was not delivered hides nothing."""
    rules = Rules(zero=Zero.SENSITIVE)
    numbers = {"k": [27, 27], "a": [0, NAN], "b": [NAN, 6], "c": [21, 21]}
    states = {"k": [0, 0], "a": [0, State.MISSING], "b": [State.WITHHELD, 0], "c": [0, 0]}
    one = Country(
        nested(NL01=["PV20"]),
        theme(indicator("k", parts=[("a", "b", "c")], rules=rules)),
        RawFigures(
            {
                key: column(series(key, rules=rules), each, states[key])
                for key, each in numbers.items()
            }
        ),
        {},
    )
    reasons, notes = shielded(one)
    assert all(reasons[key][0, 0] for key in "abc")
    assert [note.blocks for note in notes if note.what.startswith("All categories")] == [False]
    assert any(note.blocks and '"a"' in note.what and "NL01" in note.what for note in notes)


def test_a_source_that_contradicts_itself_is_refused():
    one = tree([3, NAN, 16, 30])
    _, notes = reasons_of(one)
    assert any(note.blocks and "No whole numbers fit" in note.what for note in notes)


@pytest.mark.parametrize("many", [3, 14])
def test_a_long_list_of_regions_is_cut_short_and_counted(many):
    codes = [f"PV{20 + n}" for n in range(many)]
    known = {"k": past([4.0 * many, *[4.0] * many])}
    found = reasons_of(tree([4 * many, *[4] * many], division=nested(NL01=codes)), known=known)
    words = " ".join(note.what for note in found[1])
    assert ("and 4 more" in words) == (many == 14)
