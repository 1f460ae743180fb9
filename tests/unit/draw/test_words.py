import pytest
from hypothesis import given
from hypothesis import strategies as st

from zicht.draw.words import fitted, plain, told, width_px, wrapped
from zicht.model.figure import Cell, State


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(State.SHOWN, 1234.5), "1.234,5 per inwoner"),
        (Cell(State.SHOWN, 0.0), "0,0 per inwoner"),
        (Cell(State.SHOWN, 4.1, provisional=True), "4,1 per inwoner (voorlopig)"),
        (Cell(State.WITHHELD), "niet getoond: geheim of te onbetrouwbaar"),
        (Cell(State.IMPOSSIBLE), "kan niet voorkomen"),
        (Cell(State.MISSING), "niet geleverd"),
        (Cell(State.PENDING), "nog niet gepubliceerd"),
    ],
)
def test_a_cell_is_told_in_words(cell, words):
    assert told(cell, unit="per inwoner", decimals=1) == words


def test_a_per_cent_sign_stands_against_its_number():
    assert told(Cell(State.SHOWN, 12.0), unit="%", decimals=0) == "12%"


@given(st.text(max_size=60), st.integers(20, 200))
def test_a_label_fits_its_room(text, room):
    assert width_px(fitted(text, room_px=room)) <= room
    assert len(wrapped(text, room_px=room).split("\n")) <= 2 or "\n" in text


def test_a_long_name_takes_two_lines():
    assert wrapped("Capelle aan den IJssel", room_px=95) == "Capelle aan\nden IJssel"


def test_control_characters_become_spaces():
    assert plain("a\x00b\x1fc\ud800") == "a b c "
