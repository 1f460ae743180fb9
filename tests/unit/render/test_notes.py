from dataclasses import replace

import numpy as np
import pytest

from zicht.model.figure import Against, Cell, Notable, State
from zicht.model.theme import Counts, Indicator, Measure, Rate, Series
from zicht.render import notes

SERIES = Series(
    "h", "Hennepkwekerijen", "kwekerijen", Counts.OBJECTS, 1, False, (Measure("T", "M"),)
)
RATE = Indicator(SERIES, "drugs", "", "", Rate(10_000, "woningen", "woningen"), "", "", "", {})
SHARE = replace(
    RATE, rate=None, series=replace(SERIES, unit="% van de woningen", counts=Counts.COMPUTED)
)
EUROS = replace(RATE, rate=None, series=replace(SERIES, unit="euro", counts=Counts.COMPUTED))


def shown(value, *, provisional=False):
    return Cell(State.SHOWN, value, provisional)


def told(here, there, *, indicator=RATE, against=Against.SIMILAR, before=None):
    return notes.sentence(Notable(indicator, 2024, here, there, against, before))


@pytest.mark.parametrize(
    ("here", "there", "text"),
    [
        (4.1, 1.8, "2,3 keer zo veel als in vergelijkbare gemeenten (1,8)."),
        (2.0, 1.0, "2,0 keer zo veel als in vergelijkbare gemeenten (1,0)."),
        (3.0, 2.0, "50% meer dan in vergelijkbare gemeenten (2,0)."),
        (1.0, 4.0, "75% minder dan in vergelijkbare gemeenten (4,0)."),
    ],
)
def test_a_difference_can_be_checked_by_hand(here, there, text):
    assert told(shown(here), shown(there)).endswith(f" in 2024. Dat is {text}")


def test_the_figure_comes_first_with_its_unit_and_year():
    text = told(shown(14.2), shown(6.1), against=Against.COUNTRY)
    assert text == (
        "Hennepkwekerijen: 14,2 per 10.000 woningen in 2024. "
        "Dat is 2,3 keer zo veel als in heel Nederland (6,1)."
    )


def test_the_own_past_is_told_by_its_year():
    text = told(shown(14.2), shown(24.1), against=Against.PAST, before=2021)
    assert text.endswith("Dat is 41% minder dan in 2021 (24,1).")


def test_what_is_provisional_is_said_to_be():
    early = shown(14.2, provisional=True)
    assert " in 2024 (voorlopig). Dat is" in told(early, shown(6.1))
    text = told(early, early, against=Against.PAST, before=2022)
    assert text.endswith("in 2022 (voorlopig: 14,2).")


@pytest.mark.parametrize(
    ("indicator", "here", "text"),
    [
        (SHARE, 12.0, "12,0% van de woningen in 2024. Dat is hoger dan in 2021 (8,0%)."),
        (SHARE, 4.0, "4,0% van de woningen in 2024. Dat is lager dan in 2021 (8,0%)."),
        (SHARE, 16.0, "16,0% van de woningen in 2024. Dat is 2,0 keer zo hoog als in 2021 (8,0%)."),
        (EUROS, 12.0, "12,0 euro in 2024. Dat is 50% hoger dan in 2021 (8,0)."),
    ],
)
def test_percentages_and_sums_are_higher_and_not_more(indicator, here, text):
    found = told(shown(here), shown(8.0), indicator=indicator, against=Against.PAST, before=2021)
    assert found == f"Hennepkwekerijen: {text}"


def state_of(atlas, *, value, count):
    """Return the country with one figure and its count in Appingedam, both perhaps withheld."""
    figures = atlas.figures["zaken"]
    values, counts = figures.values, figures.counts
    cells = [(values, value), (counts, count)]
    for grid, number in cells:
        grid.states[1, 1] = State.WITHHELD if number is None else State.SHOWN
        grid.values[1, 1] = np.nan if number is None else number
    return atlas


@pytest.mark.parametrize(
    ("value", "count", "words"),
    [
        (None, None, "te weinig cijfers te tonen"),
        (2.0, 19, "aantallen zijn hier te klein"),
        (2.0, 20, "wijkt geen cijfer hier sterk af"),
    ],
)
def test_where_nothing_stands_out_the_reason_is_told(atlas, value, count, words):
    assert words in notes.silence(state_of(atlas, value=value, count=count), "GM0001")
