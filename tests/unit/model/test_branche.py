import pytest

from zicht.model.address import branche_folder
from zicht.model.branche import Branche


@pytest.mark.parametrize(
    ("code", "rank"),
    [("I", "sectie"), ("56", "afdeling"), ("561", "klasse"), ("5610", "klasse"),
     ("96-rest", "klasse")],
)  # fmt: skip
def test_a_code_tells_what_the_sbi_calls_a_branche(code, rank):
    assert Branche(code, "", None).rank == rank


def test_what_is_left_of_a_branche_comes_last():
    codes = ["96-rest", "9602", "9609"]
    assert sorted(codes, key=lambda code: Branche(code, "", "96").place) == [
        "9602",
        "9609",
        "96-rest",
    ]


def test_a_branche_has_its_code_and_title_in_its_address():
    assert branche_folder("I", "Horeca") == "branche/i-horeca/"
    assert branche_folder("56", "Eet- en drinkgelegenheden") == (
        "branche/56-eet-en-drinkgelegenheden/"
    )
