import pytest

from zicht.model.area import Level
from zicht.model.figure import State
from zicht.read.cells import ATTRIBUTES, attribute_state, is_planned, is_provisional
from zicht.read.codes import is_abroad, is_other_kind, is_region, level_code, region_code, years


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GM0363    ", "GM0363"),
        ("gm0363", "GM0363"),
        ("NL00", "NL01"),
        ("nl01 ", "NL01"),
        ("wk0106aa", "WK0106AA"),
        ("BU0106AA01", "BU0106AA01"),
        ("PV30  ", "PV30"),
    ],
)
def test_codes_are_mended(text: str, code: str) -> None:
    assert region_code(text) == code
    assert is_region(code)


@pytest.mark.parametrize("code", ["", "GM363", "0363", "GM03630", "WK0363", "BU0363A", "NL02", "x"])
def test_other_codes_are_no_regions(code: str) -> None:
    assert not is_region(code)
    assert not is_other_kind(code)


@pytest.mark.parametrize("code", ["LD01", "CR05", "RE12"])
def test_other_kinds_are_known(code: str) -> None:
    assert is_other_kind(code)


def test_abroad_is_no_gemeente_of_ours() -> None:
    assert is_abroad("GM0998")
    assert is_abroad("WK099899")
    assert not is_abroad("GM0363")


def test_a_code_tells_what_lies_around_it() -> None:
    assert level_code("BU0106AA01", Level.WIJK) == "WK0106AA"
    assert level_code("WK0106AA", Level.GEMEENTE) == "GM0106"


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (["2023JJ00", "2024jj00 "], {"2023JJ00": 2023, "2024jj00 ": 2024}),
        (["2023JJ00", "2023KW01", "2023MM12"], {"2023JJ00": 2023}),
        (["2022SJ00"], {"2022SJ00": 2022}),
        (["2023KW01", "20230104"], {}),
    ],
)
def test_only_whole_years_are_years(periods: list[str], expected: dict[str, int]) -> None:
    assert years(periods) == expected


@pytest.mark.parametrize(
    ("attribute", "state"),
    [
        ("None", State.SHOWN),
        ("", State.SHOWN),
        (" impossible", State.IMPOSSIBLE),
        (".", State.WITHHELD),
        ("X", State.WITHHELD),
        ("Confidential", State.WITHHELD),
        ("NotYetPublished", State.PENDING),
        ("NotAvailable", State.MISSING),
        ("Vaag", None),
    ],
)
def test_what_an_attribute_stands_for(attribute: str, state: State | None) -> None:
    assert attribute_state(attribute) is state


def test_the_table_of_attributes_is_in_small_letters() -> None:
    assert list(ATTRIBUTES) == [name.casefold() for name in ATTRIBUTES]


def test_statuses() -> None:
    assert is_provisional("Voorlopig")
    assert is_provisional("NaderVoorlopig")
    assert is_planned("Gepland")
    assert not is_provisional("Definitief")
