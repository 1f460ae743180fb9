import pytest

from zicht.model.figure import Cell, Position, State
from zicht.model.theme import Counts, Indicator, Measure, Rate, Series
from zicht.render import words

SERIES = Series(
    "h", "Hennepkwekerijen", "kwekerijen", Counts.OBJECTS, 1, False, (Measure("T", "M"),)
)
INDICATOR = Indicator(SERIES, "drugs", "", "", Rate(10_000, "woningen", "woningen"), "", "", "", {})


def shown(value):
    return Cell(State.SHOWN, value)


def test_a_headline_says_the_figure_and_what_it_is_beside():
    than = [("in vergelijkbare gemeenten", Cell(State.WITHHELD)), ("in heel Nederland", shown(2.0))]
    text = words.headline(INDICATOR, shown(4.1), year=2024, than=than)
    assert text == "4,1 per 10.000 woningen in 2024, meer dan in heel Nederland (2,0)"
    same = words.headline(INDICATOR, shown(2.0), year=2024, than=than)
    assert same == "2,0 per 10.000 woningen in 2024, evenveel als in heel Nederland"


@pytest.mark.parametrize("state", [s for s in State if s is not State.SHOWN])
def test_a_headline_without_a_number_says_why(state):
    text = words.headline(INDICATOR, Cell(state), year=2024, than=[])
    assert text
    assert not any(digit in text.replace("2024", "") for digit in "0123456789")


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([3.2, None, 4.1], "Van 3,2 in 2022 naar 4,1 in 2024"),
        ([None, 3.2, 3.2], "In 2024 hetzelfde als in 2023: 3,2"),
        ([None, None, 3.2], "Alleen over 2024 is er een cijfer: 3,2"),
        ([None, None, None], "Over geen enkel jaar is er een cijfer om te tonen"),
    ],
)
def test_a_course_runs_from_the_first_to_the_last_figure(values, text):
    cells = [Cell(State.MISSING) if v is None else shown(v) for v in values]
    assert words.course((2022, 2023, 2024), cells, decimals=1) == text


def test_a_place_is_only_told_where_it_means_something():
    def told(position):
        return words.place(position, level="gemeenten")

    assert told(Position(5, 21, 1, 330)) == (
        "Hoogste vijfde van de gemeenten: plaats 21 van 330 van hoog naar laag"
    )
    assert "gedeeld met 3 andere" in told(Position(1, 21, 4, 330))
    assert told(Position(None, 1, 90, 330)) == "Veel gemeenten hebben hetzelfde cijfer"
    assert told(None) == "Zonder cijfer is er geen plaats tussen de gemeenten"
