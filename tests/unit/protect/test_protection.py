"""From delivered figures to safe ones: all series, all years, and the account of it."""

import numpy as np
import pytest

from tests.unit.protect.countries import column, country, indicator, nested, rate, series, theme
from zicht.model.account import Reason
from zicht.model.errors import BuildError
from zicht.model.figure import State
from zicht.model.ledger import Ledger
from zicht.model.raw import RawFigures
from zicht.model.rules import Rules
from zicht.model.theme import Identity
from zicht.protect import protect

LAND = nested(NL01=["PV20", "PV21", "PV22"])
YEARS = (2023, 2024)


def figures(**numbers):
    return RawFigures(
        {
            key.replace("_", "."): column(
                series(key.replace("_", ".")), np.transpose(each), years=YEARS
            )
            for key, each in numbers.items()
        }
    )


RAW = figures(k=[[50, 4, 16, 30], [80, 14, 26, 40]])
THEME = theme(indicator("k"))


def test_each_year_is_protected_by_itself():
    done = protect(RAW, [THEME], division=LAND)
    grid = done.figures.series["k"].grid
    assert grid.years == YEARS
    assert (grid.states[:, 0] == State.WITHHELD).sum() == 2
    assert (grid.states[:, 1] == State.SHOWN).all()
    assert grid.values[:, 1].tolist() == [80, 14, 26, 40]
    assert done.account.years["k"] == YEARS


def test_the_account_has_a_reason_for_each_number_that_is_gone():
    one = country(7, breakdowns=2, mean=8, gaps=0.1)
    done = protect(one.raw, [one.theme], division=one.division)
    for key, safe in done.figures.series.items():
        states = one.raw.series[key].states
        gone = (safe.grid.states == State.WITHHELD) & (states == State.SHOWN)
        why = done.account.reasons[key]
        assert np.array_equal(gone, (why != Reason.NONE) & (states == State.SHOWN))
        assert np.isnan(safe.grid.values[safe.grid.states != State.SHOWN]).all()
        kept = safe.grid.states == State.SHOWN
        assert np.array_equal(safe.grid.values[kept], one.raw.series[key].values[kept])


def test_a_pattern_is_followed_and_nothing_is_searched():
    pattern = {"k": np.zeros((4, 2), np.uint8)}
    pattern["k"][3, 1] = Reason.SHIELD

    def never(*_):
        pytest.fail("a search")

    done = protect(RAW, [THEME], division=LAND, pattern=pattern, spread=never)
    states = done.figures.series["k"].grid.states
    assert (states == State.WITHHELD).sum() == 1
    assert states[3, 1] == State.WITHHELD


def test_the_order_in_which_families_are_shielded_does_not_matter():
    one = country(11, breakdowns=2, mean=8)
    other = country(11, breakdowns=0, mean=8)
    both = RawFigures(
        {**one.raw.series, "m": column(series("m"), other.raw.series["k"].values.ravel())}
    )
    linked = theme(one.indicator, indicator("m"))

    def backwards(do, jobs):
        return reversed([do(job) for job in reversed(list(jobs))])

    plain = protect(both, [linked], division=one.division)
    turned = protect(both, [linked], division=one.division, spread=backwards)
    for key, why in plain.account.reasons.items():
        assert np.array_equal(why, turned.account.reasons[key])


def test_what_the_ledger_tells_is_known():
    plain = protect(RAW, [THEME], division=LAND).account.reasons["k"][:, 0]
    shield = int(np.flatnonzero(plain == Reason.SHIELD)[0])
    told = Ledger(
        ("k",),
        tuple(area.code for area in LAND.areas),
        np.array([0]),
        np.array([shield]),
        np.array([2023]),
        np.array([RAW.series["k"].values[shield, 0]]),
        np.array([RAW.series["k"].values[shield, 0]]),
        np.array([np.datetime64("2023-11-01")]),
    )
    found = protect(RAW, [THEME], division=LAND, ledger=told).account.reasons["k"][:, 0]
    assert found[shield] == Reason.NONE
    assert (found == Reason.SHIELD).sum() == 1


def test_a_shield_stays_in_place_from_year_to_year():
    """What is withheld for its own sake in another year costs less to withhold in this one."""
    raw = figures(k=[[60, 4, 26, 30], [60, 30, 26, 4]])
    why = protect(raw, [THEME], division=LAND).account.reasons["k"]
    assert why[:, 0].tolist() == [0, Reason.FEW, 0, Reason.SHIELD]
    assert why[:, 1].tolist() == [0, Reason.SHIELD, 0, Reason.FEW]


def test_indicators_that_add_up_are_protected_together():
    raw = figures(k=[[120, 30, 40, 50]] * 2, m=[[80, 26, 24, 30]] * 2, n=[[40, 4, 16, 20]] * 2)
    apart = theme(indicator("k"), indicator("m"), indicator("n"))
    linked = theme(*apart.indicators, identities=[Identity("k", ("m", "n"))])
    alone = protect(raw, [apart], division=LAND).account.reasons
    together = protect(raw, [linked], division=LAND).account.reasons
    row = np.flatnonzero(alone["n"][:, 0])
    assert not alone["k"].any()
    assert not alone["m"].any()
    assert all(together["k"][each, 0] or together["m"][each, 0] for each in row)


def test_denominators_that_do_not_add_up_are_protected_too():
    raw = figures(k=[[150, 50, 50, 50]] * 2, inwoners=[[90, 3, 40, 40]] * 2)
    loose = series("inwoners", rules=Rules(adds_up=False))
    one = theme(indicator("k", rate=rate("inwoners")), context=[loose])
    why = protect(raw, [one], division=LAND).account.reasons["inwoners"]
    assert why[:, 0].tolist() == [0, Reason.FEW, 0, 0]


def test_every_cell_that_cannot_be_hidden_is_told_at_once():
    raw = figures(k=[[50, 4, np.nan, 46], [80, 3, np.nan, 77]])
    states = raw.series["k"].states
    states[2] = State.MISSING
    known = Ledger(
        ("k",),
        ("NL01", "PV22"),
        np.zeros(4, int),
        np.array([0, 1, 0, 1]),
        np.array([2023, 2023, 2024, 2024]),
        np.array([50.0, 46, 80, 77]),
        np.array([50.0, 46, 80, 77]),
        np.full(4, np.datetime64("2023-11-01")),
    )
    with pytest.raises(BuildError) as refused:
        protect(raw, [THEME], division=LAND, ledger=known)
    assert [problem.where for problem in refused.value.problems] == ["k, 2023", "k, 2024"]
