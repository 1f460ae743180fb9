"""Sums that must hold: what is refused, what may be more, and that no figure is ever told."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zicht.model.area import Area, Change, Division
from zicht.model.figure import State
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.rules import DEFAULT, Rules
from zicht.model.theme import Breakdown, Counts, Identity, Indicator, Measure, Series, Theme
from zicht.read.findings import MOST
from zicht.read.sums import wrong_sums

AREAS = (
    *(Area("NL01", "Nederland", None), Area("PV30", "Noord-Brabant", "NL01")),
    *(Area("GM0001", "Aa", "PV30"), Area("GM0002", "Bee", "PV30")),
    *(Area("WK000100", "Aa-Noord", "GM0001"), Area("WK000101", "Aa-Zuid", "GM0001")),
    Area("WK000200", "Bee", "GM0002"),
)
DIVISION = Division.sorted(2024, AREAS)
FIGURES: Mapping[str, float] = {
    "NL01": 77_700,
    "PV30": 77_700,
    "GM0001": 44_400,
    "GM0002": 33_300,
    "WK000100": 22_300,
    "WK000101": 22_100,
    "WK000200": 33_300,
}
Cells = Mapping[str, float | State]


def series(key: str, *, counts: Counts = Counts.PERSONS, rules: Rules = DEFAULT) -> Series:
    protected = counts is Counts.COMPUTED
    return Series(key, key, "stuks", counts, 0, protected, (Measure(f"T-{key}", "M"),), rules)


def raw(of: Series, *years: Cells, division: Division = DIVISION) -> RawSeries:
    """Return a series whose newest year is 2024; what a year does not name is missing."""
    names = tuple(2025 - len(years) + n for n in range(len(years)))
    values = np.full((len(division.areas), len(years)), np.nan)
    states = np.full(values.shape, State.MISSING, dtype=np.uint8)
    for at, cells in enumerate(years):
        for code, cell in cells.items():
            row = division.row[code]
            states[row, at] = cell if isinstance(cell, State) else State.SHOWN
            values[row, at] = np.nan if isinstance(cell, State) else cell
    return RawSeries(of, names, values, states, (False,) * len(years))


def theme(*identities: Identity, breakdown: Breakdown | None = None) -> Theme:
    breakdowns = () if breakdown is None else (breakdown,)
    indicator = Indicator(
        *(series("n"), "t", "", "", None, "", "", "", {}), breakdowns=breakdowns, concentration=None
    )
    return Theme("t", "T", "", 1, (indicator,), (), identities)


def told(*figures: RawSeries, of: Theme | None = None, division: Division = DIVISION) -> list[str]:
    known = RawFigures({one.series.key: one for one in figures})
    return [str(problem) for problem in wrong_sums([of] if of else [], known, division)]


def regions(cells: Cells, *, counts: Counts = Counts.PERSONS, rules: Rules = DEFAULT) -> list[str]:
    return told(raw(series("n", counts=counts, rules=rules), cells))


def test_what_adds_up_is_right() -> None:
    assert regions(FIGURES) == []


@pytest.mark.parametrize(
    ("code", "outer"),
    [("PV30", "NL01"), ("GM0002", "PV30"), ("WK000100", "GM0001"), ("WK000200", "GM0002")],
)
@pytest.mark.parametrize("change", [1, -1])
def test_a_sum_that_is_one_off_is_told_at_the_region_around(
    code: str, outer: str, change: int
) -> None:
    problems = regions({**FIGURES, code: FIGURES[code] + change})
    assert any(
        f'"n" is not what the regions inside have together, for {outer}' in p for p in problems
    )
    assert all("in 2024" in problem and "figures/T-n" in problem for problem in problems)


def test_no_figure_is_in_a_message() -> None:
    for problem in regions({**FIGURES, "PV30": 88_888}):
        for number in ("777", "444", "333", "223", "221", "888"):
            assert number not in problem


@pytest.mark.parametrize("state", [State.WITHHELD, State.MISSING, State.PENDING])
def test_beside_a_part_without_a_number_the_others_may_be_less_but_never_more(
    state: State,
) -> None:
    assert regions({**FIGURES, "WK000101": state}) == []
    assert regions({**FIGURES, "WK000101": state, "WK000100": 44_400}) == []
    (problem,) = regions({**FIGURES, "WK000101": state, "WK000100": 44_401})
    assert "GM0001" in problem


def test_what_is_impossible_is_zero() -> None:
    cells = {**FIGURES, "WK000100": 44_400, "WK000101": State.IMPOSSIBLE}
    assert regions(cells) == []
    (problem,) = regions({**cells, "WK000100": 44_399})
    assert "GM0001" in problem
    nobody = dict.fromkeys(FIGURES, State.IMPOSSIBLE)
    assert regions(nobody) == []
    assert len(regions({**nobody, "WK000200": 1})) == 1


@pytest.mark.parametrize("state", [State.MISSING, State.PENDING])
def test_a_level_without_figures_is_passed_over(state: State) -> None:
    cells = {**FIGURES, "GM0001": state, "GM0002": state}
    assert regions(cells) == []
    (problem,) = regions({**cells, "WK000200": 33_299})
    assert "PV30" in problem
    below = {code: state for code in FIGURES if code.startswith("WK")}
    assert regions({**FIGURES, **below}) == []


def test_a_region_that_came_without_those_inside_is_right() -> None:
    assert regions({"NL01": 77, "WK000100": 5}) == []


@pytest.mark.parametrize(
    ("rules", "counts"),
    [(Rules(adds_up=False), Counts.PERSONS), (DEFAULT, Counts.COMPUTED)],
)
def test_what_does_not_add_up_or_is_no_count_is_left_alone(rules: Rules, counts: Counts) -> None:
    assert regions({**FIGURES, "GM0001": 1}, rules=rules, counts=counts) == []


@pytest.mark.parametrize(
    ("step", "counts", "off", "wrong"),
    [
        (1, Counts.FIRMS, 1, True),
        (5, Counts.FIRMS, 7, False),
        (5, Counts.FIRMS, 8, True),
        (1, Counts.MONEY, 1.5, False),
        (1, Counts.MONEY, 1.6, True),
        (100, Counts.MONEY, 150, False),
        (100, Counts.MONEY, 151, True),
    ],
)
def test_each_number_of_a_rounded_sum_may_be_half_a_step_off(
    step: int, counts: Counts, *, off: float, wrong: bool
) -> None:
    cells = {code: FIGURES[code] for code in ("GM0001", "WK000100", "WK000101")}
    cells["GM0001"] += off
    assert bool(regions(cells, rules=Rules(rounded_to=step), counts=counts)) is wrong


def test_the_first_faults_are_told_and_of_the_rest_how_many() -> None:
    years = [{**FIGURES, "WK000200": 1.0}] * (MOST + 3)
    problems = told(raw(series("n"), *years))
    assert len(problems) == MOST + 1
    assert problems[-1].startswith("And 3 more")


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        (date(2023, 1, 1), {2023, 2024}),
        (date(2023, 3, 24), {2024}),
        (date(2024, 1, 1), {2024}),
        (date(2024, 3, 24), set()),
    ],
)
def test_before_a_change_a_region_may_be_more_than_what_is_inside_it_now(
    day: date, wrong: set[int]
) -> None:
    change = Change(day, "absorbed", ("GM0002", "GM0003"), ("GM0002",))
    division = Division.sorted(2024, AREAS, (change,))
    cells = {**FIGURES, "PV30": 99_900, "NL01": 99_900}
    problems = told(raw(series("n"), cells, cells, division=division), division=division)
    assert {year for year in (2023, 2024) if any(f"in {year}" in p for p in problems)} == wrong
    less = {**FIGURES, "PV30": 99, "NL01": 99}
    assert len(told(raw(series("n"), less, less, division=division), division=division)) == 2


PARTS = Breakdown("b", "B", (series("n.b.x"), series("n.b.y")))


@pytest.mark.parametrize(
    ("x", "y", "wrong"),
    [
        (40, 60, False),
        (40, 61, True),
        (40, 59, True),
        (40, State.WITHHELD, False),
        (101, State.WITHHELD, True),
        (100, State.IMPOSSIBLE, False),
        (99, State.IMPOSSIBLE, True),
        (State.MISSING, State.MISSING, False),
    ],
)
def test_categories_are_together_their_whole_in_each_region(
    x: float | State, y: float | State, *, wrong: bool
) -> None:
    parts = [raw(one, {"GM0001": cell}) for one, cell in zip(PARTS.parts, (x, y), strict=True)]
    problems = told(raw(series("n"), {"GM0001": 100}), *parts, of=theme(breakdown=PARTS))
    assert bool(problems) is wrong
    for problem in problems:
        assert '"n" is not what n.b.x, n.b.y have together, for GM0001 in 2024' in problem
        assert "figures/T-n, T-n.b.x, T-n.b.y, Observations" in problem


def test_regions_that_do_not_add_up_have_categories_that_do() -> None:
    apart = Rules(adds_up=False)
    whole = raw(series("n", rules=apart), {"GM0001": 100, "WK000100": 200})
    parts = [raw(series(one.key, rules=apart), {"GM0001": 40}) for one in PARTS.parts]
    (problem,) = told(whole, *parts, of=theme(breakdown=PARTS))
    assert "n.b.x" in problem


def test_indicators_are_together_their_total_over_the_years_that_they_share() -> None:
    total = raw(series("n"), {"GM0001": 5}, {"GM0001": 100})
    one, other = raw(series("p"), {"GM0001": 60}), raw(series("q"), {"GM0001": 40})
    identity = theme(Identity("n", ("p", "q")))
    assert told(total, one, other, of=identity) == []
    (problem,) = told(total, one, raw(series("q"), {"GM0001": 41}), of=identity)
    assert "GM0001 in 2024" in problem


@pytest.mark.parametrize("keys", [("p", "absent"), ("p", "q")])
def test_a_sum_with_an_unknown_or_protected_indicator_is_left_alone(keys: tuple[str, str]) -> None:
    protected = raw(series("q", counts=Counts.COMPUTED), {"GM0001": 1})
    figures = [raw(series("n"), {"GM0001": 100}), raw(series("p"), {"GM0001": 1}), protected]
    assert told(*figures, of=theme(Identity("n", keys))) == []


LEAVES = st.dictionaries(
    st.sampled_from([code for code in FIGURES if code.startswith("WK")]),
    st.integers(0, 30),
    min_size=3,
)
HIDDEN = st.sets(st.sampled_from(sorted(FIGURES)))


@settings(derandomize=True, max_examples=100, deadline=None)
@given(leaves=LEAVES, hidden=HIDDEN)
def test_sums_that_hold_are_right_whatever_is_withheld(
    leaves: Mapping[str, int], hidden: set[str]
) -> None:
    cells: dict[str, float | State] = {}
    for code in sorted(FIGURES):
        digits = "" if code[:2] in {"NL", "PV"} else code[2:]
        cells[code] = sum(n for leaf, n in leaves.items() if leaf[2:].startswith(digits))
    cells |= dict.fromkeys(hidden, State.WITHHELD)
    assert regions(cells) == []
