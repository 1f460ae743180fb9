import pytest

from tests.unit.read.tiny import Tiny

FILE = "areas/postcodes.csv"
RIGHT = "postcode;code\n1012;GM0001\n1011;gm0001 \n1012;WK000200\n"


def test_postcodes_are_those_of_a_gemeente_or_wijk(tiny: Tiny) -> None:
    tiny.write(FILE, RIGHT)
    assert tiny.read().postcodes == {"GM0001": (1011, 1012), "WK000200": (1012,)}


def test_without_the_file_there_are_none(tiny: Tiny) -> None:
    assert tiny.read().postcodes == {}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("1011", "101", '"101" is no postcode'),
        ("1011", "0111", '"0111" is no postcode'),
        ("1011", "1011 AB", '"1011 AB" is no postcode'),
        ("1011", "\u0661\u0660\u0661\u0661", "is no postcode"),
        ("WK000200", "GM0363", '"GM0363" is no gemeente or wijk of 2024'),
        ("WK000200", "NL01", '"NL01" is no gemeente or wijk of 2024'),
        ("1012;WK000200", "1012;GM0001", "This row stands there 2 times"),
        ("postcode;code", "pc4;code", "lacks postcode"),
    ],
)
def test_a_fault_in_the_postcodes_is_told(tiny: Tiny, old: str, new: str, what: str) -> None:
    tiny.write(FILE, RIGHT.replace(old, new))
    assert any(what in problem.what and problem.blocks for problem in tiny.problems())


def test_many_faults_are_cut_short(tiny: Tiny) -> None:
    tiny.write(FILE, "postcode;code\n" + "".join(f"{n};GM0001\n" for n in range(100, 200)))
    told = [problem.what for problem in tiny.problems()]
    assert len(told) == 11
    assert "And 90 more" in told[-1]
