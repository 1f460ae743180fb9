from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zicht.draw.ticks import apart, nice


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        (0, 4.1, (0, 5)),
        (0, 0.3, (0, 0.3)),
        (0, 9, (0, 10)),
        (0, 1_250_000, (0, 1_500_000)),
        (85.2, 94.9, (84, 96)),
        (-2.5, 4, (-4, 4)),
        (3, 3, (3, 3)),
    ],
)
def test_an_axis_ends_on_whole_steps(low, high, ends):
    assert nice(low, high) == pytest.approx(ends)


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9))
def test_an_axis_holds_its_figures(low, span):
    ends = nice(low, low + span)
    assert ends[0] <= low + 1e-6 * (abs(low) + span)
    assert ends[1] >= low + span - 1e-6 * (abs(low) + span)


@given(st.lists(st.floats(0, 158), max_size=6).map(sorted))
def test_labels_do_not_touch_and_stay_inside(wanted):
    placed = apart(wanted, pitch=14, low=0, high=158)
    assert len(placed) == len(wanted)
    assert all(below - above > 13.999 for above, below in pairwise(placed))
    assert all(-0.001 <= place <= 158.001 for place in placed)


def test_labels_that_have_room_stay_where_they_belong():
    assert apart([10, 50, 90], pitch=14, low=0, high=158) == [10, 50, 90]


def test_labels_that_touch_part_around_their_middle():
    assert apart([50, 50], pitch=14, low=0, high=158) == [43, 57]


def test_large_ends_are_whole_steps_to_the_last_digit():
    assert nice(0, 476_198) == (0, 500_000)
