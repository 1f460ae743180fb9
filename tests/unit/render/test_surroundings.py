import pytest

from zicht.model.figure import Cell, State
from zicht.render.surroundings import compared, top

W = Cell(State.WITHHELD)
ONE = "van 1 gemeente is het cijfer niet getoond (x)."
TWO = "van 2 gemeenten is het cijfer niet getoond (x)."
SOME = "van 2 van de 3 omliggende gemeenten wel"
HIGHER = "van de 2 omliggende gemeenten met een cijfer heeft een hoger cijfer"
ONLY = "G1, de enige omliggende gemeente met een cijfer,"


def cell(value):
    return value if isinstance(value, Cell) else Cell(State.SHOWN, float(value))


def named(*values):
    return [(f"G{place}", cell(value)) for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("own", "others", "text"),
    [
        (5, [1, 2, 3], "Geen van de 3 omliggende gemeenten heeft een hoger cijfer."),
        (5, [1, 9, 5], "1 van de 3 omliggende gemeenten heeft een hoger cijfer."),
        (5, [1, 9, 9], "2 van de 3 omliggende gemeenten hebben een hoger cijfer."),
        (5, [9, 9], "Alle 2 omliggende gemeenten hebben een hoger cijfer."),
        (5, [9, 1, W, W], f"1 {HIGHER}; {TWO}"),
        (5, [W, 9], f"{ONLY} heeft een hoger cijfer; {ONE}"),
        (5, [4], "G0 heeft een lager cijfer."),
        (5, [5], "G0 heeft hetzelfde cijfer."),
        (5, [W, W], "Van de omliggende gemeenten is er geen cijfer om te tonen."),
        (W, [1, 2, W], f"Van X is er geen cijfer om te tonen; {SOME}; {ONE}"),
        (W, [1, 2], "Van X is er geen cijfer om te tonen; van alle 2 omliggende gemeenten wel."),
        (W, [1], "Van X is er geen cijfer om te tonen; van G0 wel."),
    ],
)
def test_only_neighbours_that_are_shown_are_counted(own, others, text):
    assert compared(("X", cell(own)), named(*others)) == text


def test_the_highest_is_named_or_told_where_more_have_it():
    assert top(named(5, W, 9), decimals=1) == "Het hoogst in G2: 9,0."
    assert top(named(W, 5), decimals=1) == "Het enige cijfer is 5,0."
    assert top(named(5, 5), decimals=1) == "Het hoogste cijfer is 5,0."
