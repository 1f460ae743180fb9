"""What is withheld for its own sake: year by year, with what must be held possible of it."""

import numpy as np

from tests.unit.protect.countries import column, indicator, rate, series
from zicht.model.account import Reason
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.rules import Dominance, Rules
from zicht.model.theme import Concentration, Counts
from zicht.protect.primary import find_primary, of_series, on_years_of, rated


def two_years(key, numbers, *, years=(2023, 2024), **about):
    return column(series(key, **about), numbers, years=years)


def test_each_year_is_judged_by_itself():
    found = of_series(two_years("k", [[9, 10], [0, 3]]))
    assert found.reasons.tolist() == [[Reason.FEW, 0], [0, Reason.FEW]]
    assert (found.reach == 10).all()
    assert (found.width == 5).all()
    assert np.isinf(found.below).all()
    assert np.isinf(found.upper).all()


def test_the_rules_of_the_theme_are_followed():
    rules = Rules(fewest=20, reach=30, width=8)
    found = of_series(column(series("k", rules=rules), [19, 20]))
    assert found.reasons.ravel().tolist() == [Reason.FEW, 0]
    assert found.reach.tolist() == [[30], [30]]
    assert found.width.tolist() == [[8], [8]]


def test_of_a_part_nobody_holds_more_possible_than_the_whole():
    raw = column(series("k"), [3, 3, 60])
    found = of_series(raw, whole=np.array([[7.0], [np.nan], [1000.0]]))
    assert found.upper.ravel().tolist() == [7, np.inf, 1000]
    assert found.reach.ravel().tolist() == [7, 10, 10]
    assert found.width.ravel().tolist() == [5, 5, 5]


def test_what_is_nearly_all_must_look_like_less():
    raw = RawFigures({"k": column(series("k"), [100]), "a": column(series("a"), [95])})
    found = find_primary(indicator("k", parts=[("a",)]), raw, dominance=None)
    assert found["a"].reasons[0, 0] == Reason.GROUP
    assert found["a"].below[0, 0] == 89


def test_a_category_of_few_is_few_and_not_also_nearly_all():
    raw = RawFigures({"k": column(series("k"), [9]), "a": column(series("a"), [9])})
    found = find_primary(indicator("k", parts=[("a",)]), raw, dominance=None)
    assert found["a"].reasons[0, 0] == Reason.FEW
    assert np.isinf(found["a"].below[0, 0])


def test_numbers_stand_under_their_own_year():
    long = two_years("whole", [[100, 200, 300]], years=(2022, 2023, 2024))
    short = two_years("part", [[1, 2]], years=(2024, 2025))
    found = on_years_of(long, short)
    assert found[0, 0] == 300
    assert np.isnan(found[0, 1])


def test_a_share_is_judged_by_the_whole_of_that_year():
    raw = RawFigures(
        {
            "k": two_years("k", [[100, 60]]),
            "a": two_years("a", [[54, 54]]),
        }
    )
    found = find_primary(indicator("k", parts=[("a",)]), raw, dominance=None)
    assert found["a"].reasons.tolist() == [[0, Reason.GROUP]]
    told = dict(rated(indicator("k", parts=[("a",)]), raw))
    assert told["a"].tolist() == [[True, False]]
    assert told["k"].all()


def test_a_whole_without_a_number_says_nothing_of_its_rate():
    raw = RawFigures(
        {"k": column(series("k"), [20]), "inwoners": column(series("inwoners"), [np.nan])}
    )
    assert dict(rated(indicator("k", rate=rate("inwoners")), raw))["k"].all()


def test_money_is_not_counted_and_asks_for_what_the_secret_rule_asks():
    who = Concentration(*(series(f"k.{name}") for name in ("n", "one", "two")))
    numbers = {"k": [1000, 1000, 3], "k.n": [20, 20, 20], "k.one": [600, 300, 1]}
    numbers |= {"k.two": [100, 200, 1]}
    raw = {key: column(series(key, counts=Counts.MONEY), each) for key, each in numbers.items()}
    own = indicator("k", counts=Counts.MONEY, concentration=who)
    found = find_primary(own, RawFigures(raw), dominance=Dominance())["k"]
    assert found.reasons.ravel().tolist() == [Reason.DOMINANCE, 0, 0]
    assert found.reach[0, 0] == 1200, "of which 600 would be half"
    assert found.below[0, 0] == 800
    assert found.width[0, 0] == 400


def test_what_is_delivered_is_not_changed():
    raw = column(series("k"), [3, 20, np.nan])
    before = RawSeries(raw.series, raw.years, raw.values.copy(), raw.states.copy(), raw.provisional)
    of_series(raw)
    assert np.array_equal(raw.values, before.values, equal_nan=True)
    assert np.array_equal(raw.states, before.states)
