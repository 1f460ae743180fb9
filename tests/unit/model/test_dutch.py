import pytest

from zicht.model.dutch import cell_text, number
from zicht.model.figure import Cell, State


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 1, "1.234,5"),
        (0, 0, "0"),
        (0, 1, "0,0"),
        (-2.25, 2, "-2,25"),
        (1e6, 0, "1.000.000"),
    ],
)
def test_numbers_are_written_as_the_dutch_do(value, decimals, text):
    assert number(value, decimals=decimals) == text


def test_a_provisional_number_has_a_star_and_an_empty_cell_its_symbol():
    assert cell_text(Cell(State.SHOWN, 2.0, provisional=True), decimals=1) == "2,0*"
    assert cell_text(Cell(State.WITHHELD), decimals=1) == "x"


def test_a_cell_is_never_both_a_number_and_a_reason():
    with pytest.raises(ValueError, match="withheld"):
        Cell(State.WITHHELD, 3.0)
