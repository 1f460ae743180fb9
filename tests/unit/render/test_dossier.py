import json

import pytest

from tests.unit.render.conftest import CANARY
from zicht.render import gemeente_json

WITHHELD, MISSING = {"state": "withheld"}, {"state": "missing"}


@pytest.fixture
def told(atlas):
    return json.loads(gemeente_json(atlas, "GM0001").content)


def test_an_indicator_says_what_a_zero_tells_and_who_protected_it(told):
    zaken, mensen = told["indicators"]["zaken"], told["indicators"]["mensen"]
    assert (zaken["zero"], zaken["protected_by_source"]) == ("publish", False)
    assert (mensen["zero"], mensen["protected_by_source"]) == ("structural", True)


def test_an_indicator_names_its_categories(told):
    assert told["indicators"]["zaken"]["breakdowns"] == {
        "leeftijd": {
            "title": "Leeftijd",
            "form": "composition",
            "parts": {"oud": "Oud", "jong": "Jong"},
        }
    }
    assert told["indicators"]["mensen"]["breakdowns"] == {}


def test_a_region_has_the_categories_that_were_delivered_for_it(told):
    split = told["regions"]["GM0001"]["parts"]["zaken"]["leeftijd"]
    assert split == {
        "oud": {"counts": [WITHHELD, MISSING], "values": [WITHHELD, MISSING]},
        "jong": {"counts": [20, MISSING], "values": [WITHHELD, MISSING]},
    }
    assert told["regions"]["NL01"]["parts"]["zaken"]["leeftijd"]["oud"]["values"][0] == 75
    assert told["regions"]["WK000100"]["parts"] == {}


def test_the_cells_of_a_region_are_numbers_or_states(told):
    gemeente = told["regions"]["GM0001"]
    assert gemeente["values"] == {"zaken": [0.9, WITHHELD], "mensen": [7, WITHHELD]}
    assert gemeente["counts"] == {"zaken": [90, WITHHELD]}
    assert (gemeente["level"], gemeente["parent"]) == ("gemeente", "NL01")
    assert list(told["regions"]) == ["NL01", "GM0001", "WK000100"]


def test_no_json_holds_a_number_that_is_not_shown(atlas):
    assert f"{CANARY:.0f}".encode() not in gemeente_json(atlas, "GM0001").content
