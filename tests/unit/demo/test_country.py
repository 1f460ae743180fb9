import re
from collections import Counter

import pytest

from tests.unit.demo.written import Written
from zicht.demo.changes import read_pieces
from zicht.demo.country import NUMBERS, Country, lay_out
from zicht.demo.gemeenten import read_gemeenten


def country(scale: float) -> Country:
    return lay_out(read_gemeenten(), read_pieces(), scale=scale)


def test_there_are_as_many_regions_as_in_the_real_division(whole: Written) -> None:
    sizes = {name: len(layer.rows) for name, layer in whole.layers.items()}
    assert sizes["gemeenten"] == 342
    assert sizes["wijken"] == pytest.approx(3_400, rel=0.02)
    assert sizes["buurten"] == pytest.approx(14_500, rel=0.02)


@pytest.mark.parametrize("scale", [0.1, 3])
def test_scale_multiplies_wijken_and_buurten_only(scale: float) -> None:
    found = country(scale)
    assert len(found.gemeenten) == 342
    assert len(found.buurt_codes) == pytest.approx(14_500 * scale, rel=0.03)


def test_codes_nest_are_unique_and_ascend() -> None:
    found = country(1)
    for codes, form in (
        (found.wijk_codes, r"WK\d{4}[0-9A-Z]{2}"),
        (found.buurt_codes, r"BU\d{4}[0-9A-Z]{4}"),
    ):
        assert all(re.fullmatch(form, code) for code in codes)
        assert sorted(set(codes)) == list(codes)
    for code, row in zip(found.buurt_codes, found.buurt_wijk, strict=True):
        assert code[2:8] == found.wijk_codes[row][2:]


def test_a_gemeente_with_over_a_hundred_wijken_goes_on_with_letters() -> None:
    assert NUMBERS[99:102] == ("99", "AA", "AB")
    assert "WK0363AA" in country(1).wijk_codes
    assert len(set(NUMBERS)) == len(NUMBERS)


def test_some_have_only_one_inside() -> None:
    found = country(1)
    assert 1 in Counter(found.wijk_gemeente.tolist()).values()
    assert 1 in Counter(found.buurt_wijk.tolist()).values()


@pytest.mark.parametrize("scale", [0.1, 1, 3])
def test_names_are_unique_within_the_gemeente(scale: float) -> None:
    found = country(scale)
    for gemeenten, names in (
        (found.wijk_gemeente, found.wijk_names),
        (found.buurt_gemeente, found.buurt_names),
    ):
        pairs = list(zip(gemeenten.tolist(), names, strict=True))
        assert len(set(pairs)) == len(pairs)


def test_names_have_what_dutch_names_have() -> None:
    names = set(country(1).buurt_names)
    assert {"Centrum", "Buitengebied"} <= names
    assert any("ë" in name for name in names)
    assert any(name.startswith("'t ") for name in names)
    assert any(name.startswith("Bedrijventerrein ") for name in names)
