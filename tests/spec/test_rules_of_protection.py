"""The rules of decision 8 as tables: what is delivered of one country, what may be seen of it.

One country without regions inside it: no sum is there to give anything away, so that what is
withheld is withheld for its own sake, or to shield a category of the same count.
"""

import numpy as np
import pytest

from tests.unit.protect.countries import column, indicator, nested, rate, series, theme
from zicht.model.account import Reason
from zicht.model.errors import BuildError
from zicht.model.figure import State
from zicht.model.raw import RawFigures
from zicht.model.rules import Dominance, Rules, Zero
from zicht.model.theme import Concentration, Counts
from zicht.protect import protect

LAND = nested()


def protected(one, numbers, *, states=None, context=(), **more):
    """Protect an indicator; `numbers` has one number for each series, or None."""
    listed = {each.key: each for each in context}
    listed |= {one.key: one.series}
    listed |= {part.key: part for each in one.breakdowns for part in each.parts}
    if one.concentration is not None:
        who = one.concentration
        listed |= {each.key: each for each in (who.contributors, who.largest, who.second)}
    raw = {
        key: column(
            told,
            [np.nan if numbers[key] is None else numbers[key]],
            None if states is None else [states[key]],
        )
        for key, told in listed.items()
    }
    return protect(RawFigures(raw), [theme(one, context=context)], division=LAND, **more)


def seen(done, key="k"):
    return done.figures.series[key].grid.cell(0, 2024)


def why(done, key="k"):
    return Reason(int(done.account.reasons[key][0, 0]))


@pytest.mark.parametrize(
    ("zero", "number", "reason"),
    [
        (Zero.STRUCTURAL, 0, Reason.NONE),
        (Zero.PUBLISH, 0, Reason.NONE),
        (Zero.SENSITIVE, 0, Reason.ZERO),
        *((zero, few, Reason.FEW) for zero in Zero for few in (1, 9)),
        *((zero, enough, Reason.NONE) for zero in Zero for enough in (10, 12_345)),
    ],
)
def test_one_to_nine_are_too_few_and_a_zero_is_what_the_theme_says(zero, number, reason):
    done = protected(indicator("k", rules=Rules(zero=zero)), {"k": number})
    assert why(done) is reason
    assert seen(done).value == (number if reason is Reason.NONE else None)


@pytest.mark.parametrize("state", [s for s in State if s is not State.SHOWN])
def test_a_cell_without_a_number_keeps_its_state(state):
    done = protected(indicator("k"), {"k": None}, states={"k": state})
    assert seen(done).state is state
    assert why(done) is (Reason.SOURCE if state is State.WITHHELD else Reason.NONE)


@pytest.mark.parametrize(
    ("parts", "reasons"),
    [
        ((89, 11), (Reason.NONE, Reason.NONE)),
        ((90, 10), (Reason.GROUP, Reason.SHIELD)),
        ((100, 0), (Reason.GROUP, Reason.SHIELD)),
        ((10, 0), (Reason.GROUP, Reason.SHIELD)),
        ((50, 50), (Reason.NONE, Reason.NONE)),
    ],
)
def test_a_category_that_is_nearly_all_tells_of_everybody(parts, reasons):
    numbers = {"k": sum(parts), "a": parts[0], "b": parts[1]}
    done = protected(indicator("k", parts=[("a", "b")]), numbers)
    assert (why(done, "a"), why(done, "b")) == reasons
    assert why(done) is Reason.NONE


@pytest.mark.parametrize(
    ("whole", "part", "reason"),
    [
        (60, 50, Reason.NONE),
        (60, 51, Reason.GROUP),
        (60, 53, Reason.GROUP),
        (100, 89, Reason.NONE),
        (1000, 899, Reason.NONE),
        (1000, 900, Reason.GROUP),
        (1000, 1000, Reason.GROUP),
        (1000, 9, Reason.FEW),
    ],
)
def test_of_a_part_the_rest_is_a_count_too(whole, part, reason):
    context = (series("inwoners"),)
    one = indicator("k", rate=rate("inwoners", part_of=True))
    done = protected(one, {"k": part, "inwoners": whole}, context=context)
    assert why(done) is reason


def test_of_a_rate_that_is_no_part_the_rest_is_nothing():
    one = indicator("k", rate=rate("inwoners"))
    done = protected(one, {"k": 995, "inwoners": 1000}, context=(series("inwoners"),))
    assert why(done) is Reason.NONE


@pytest.mark.parametrize(("whole", "told"), [(99, False), (100, True), (0, True)])
def test_a_rate_is_told_of_a_hundred_or_more(whole, told):
    one = indicator("k", rate=rate("inwoners"))
    done = protected(one, {"k": 20, "inwoners": whole}, context=(series("inwoners"),))
    assert done.figures.series["k"].rated[0, 0] == told
    assert seen(done).value == 20, "the count itself is shown"


@pytest.mark.parametrize(("whole", "told"), [(99, False), (100, True)])
def test_a_share_is_told_of_a_hundred_or_more(whole, told):
    one = indicator("k", parts=[("a", "b")])
    done = protected(one, {"k": whole, "a": whole - 40, "b": 40})
    assert done.figures.series["a"].rated[0, 0] == told


@pytest.mark.parametrize("value", [1, 9, 0, 47.5])
@pytest.mark.parametrize("counts", [Counts.PERSONS, Counts.COMPUTED])
def test_what_the_source_protected_passes(value, counts):
    done = protected(indicator("k", counts=counts, protected=True), {"k": value})
    assert seen(done).value == value


@pytest.mark.parametrize("value", [0, 3, 47.5, 1000])
def test_a_computed_figure_that_nobody_protected_is_withheld_whole(value):
    done = protected(indicator("k", counts=Counts.COMPUTED), {"k": value})
    assert seen(done).state is State.WITHHELD


SECRET = Dominance(fewest=10, p_pct=13.75, largest_pct=51.25)
WHO = Concentration(*(series(f"k.{name}") for name in ("contributors", "largest", "second")))
MONEY = indicator("k", counts=Counts.MONEY, concentration=WHO)


def sum_of_money(total, contributors, largest, second):
    numbers = {"k": total, "k.contributors": contributors, "k.largest": largest}
    return protected(MONEY, numbers | {"k.second": second}, dominance=SECRET)


@pytest.mark.parametrize(
    ("total", "contributors", "largest", "second", "reason"),
    [
        (1000, 20, 300, 200, Reason.NONE),
        (1000, 9, 300, 200, Reason.DOMINANCE),
        (1000, 20, 520, 1, Reason.DOMINANCE),
        (1000, 20, 500, 450, Reason.DOMINANCE),
        (1000, None, 300, 200, Reason.DOMINANCE),
        (5, 20, 2, 1, Reason.NONE),
        (0, 0, 0, 0, Reason.NONE),
    ],
)
def test_a_sum_to_which_few_contribute_is_withheld(total, contributors, largest, second, reason):
    assert why(sum_of_money(total, contributors, largest, second)) is reason


def test_who_contributed_is_never_among_the_figures():
    assert set(sum_of_money(1000, 20, 300, 200).figures.series) == {"k"}


def test_the_secret_parameters_are_in_no_words():
    assert "13.75" not in repr(SECRET)
    assert "51.25" not in repr(SECRET)
    done = sum_of_money(1000, 9, 300, 200)
    words = repr(done.account) + repr(done.figures)
    assert "13.75" not in words
    assert "51.25" not in words
    assert "Dominance" not in words


def test_no_number_stays_behind_a_withheld_cell():
    numbers = {"k": 14, "a": 3, "b": 11}
    raw = {
        "k": column(series("k"), [14]),
        "a": column(series("a"), [3]),
        "b": column(series("b"), [11]),
    }
    done = protect(RawFigures(raw), [theme(indicator("k", parts=[("a", "b")]))], division=LAND)
    for key in "ab":
        grid = done.figures.series[key].grid
        assert grid.states[0, 0] == State.WITHHELD
        assert np.isnan(grid.values[0, 0])
        assert raw[key].values[0, 0] == numbers[key], "what was delivered stays as it was"


def test_what_cannot_be_hidden_stops_the_release_and_names_no_number():
    land = nested(NL01=["PV20", "PV21"])
    raw = RawFigures({"k": column(series("k"), [7316, 4, 7312], [0, 0, 0])})
    one = theme(indicator("k"))
    done = protect(raw, [one], division=land)
    assert done.account.reasons["k"].ravel().tolist() == [0, Reason.FEW, Reason.SHIELD]
    missing = RawFigures({"k": column(series("k"), [7316, 4, np.nan], [0, 0, State.MISSING])})
    with pytest.raises(BuildError) as refused:
        protect(missing, [one], division=land)
    (problem,) = refused.value.problems
    assert "PV20" in problem.what
    assert not {"7316", "7312"} & set(str(problem).replace(",", " ").replace(".", " ").split())
