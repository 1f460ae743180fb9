"""The index of names: whatever is no name or code of the site is found."""

import json

import pytest

from tests.unit.audit.country import country
from zicht.audit.gazetteer import gazetteer_disclosures
from zicht.audit.names import PATH
from zicht.audit.search import read_sought
from zicht.audit.site import read_dossiers

__all__ = ["country"]


@pytest.fixture(scope="module")
def index(country):
    return json.loads((country[0] / PATH).read_bytes())


def found(country, tmp_path, content):
    """Return the places where something is found in an index with this content."""
    dist, published = country
    copy = tmp_path / "dist"
    copy.mkdir()
    for name in ("thema", "uitleg"):
        (copy / name).symlink_to(dist / name)
    (copy / PATH).parent.mkdir()
    (copy / PATH).write_bytes(content)
    dossiers = read_dossiers(dist)
    sought = read_sought(dist, published)
    about, words = dossiers.about, dossiers.indicators
    told = gazetteer_disclosures(copy, published, about=about, words=words, sought=sought)
    return [one.place for one in told]


def written(index):
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def test_the_index_of_a_site_has_nothing_but_names(country, index, tmp_path):
    assert found(country, tmp_path, written(index)) == []
    assert index["postcodes"]
    assert index["branches"]
    assert index["pages"]


LEAKS = {
    "a number beside a gemeente": lambda told: told["gemeenten"][0].append(7777),
    "another name": lambda told: told["gemeenten"][0].__setitem__(1, "Goes heeft 7777"),
    "a name that is none": lambda told: told["own"].__setitem__(0, "7777"),
    "a name too many": lambda told: told["own"].append("7777"),
    "names in another order": lambda told: told["repeated"].reverse(),
    "a region less": lambda told: told["buurten"].__setitem__(-1, told["buurten"][-1][:-1] or " "),
    "a code that is no region": lambda told: told["codes"].update({"0664": ["77"]}),
    "codes that need no list": lambda told: told["codes"].update({"9999": []}),
    "a gemeente in another provincie": lambda told: told["gemeenten"][0].__setitem__(2, -1),
    "a key too many": lambda told: told.update(figures=[7777]),
    "a number as a postcode": lambda told: told["postcodes"][0].__setitem__(0, 77),
    "a postcode of five digits": lambda told: told["postcodes"][0].__setitem__(1, "0-7777 77770"),
    "postcodes in another order": lambda told: told["postcodes"][0].__setitem__(1, "5 0"),
    "postcodes of a wijk too many": lambda told: told["postcodes"][0].__setitem__(
        1, f"0{';1' * 99}"
    ),
    "a number as an old name": lambda told: told["former"].append(["0001", "7777", ["0664"]]),
    "a gemeente of now as an old one": lambda told: told["former"].append(["0664", "", ["0664"]]),
    "an old name of nothing": lambda told: told["former"].append(["0001", "Oud", ["0001"]]),
    "an old code that is none": lambda told: told["former"].append(["77777", "Oud", ["0664"]]),
    "a number as another name": lambda told: told["aliases"].append(["GM0718", "Zeven 7777"]),
    "another name of nothing": lambda told: told["aliases"].append(["GM9999", "Elders"]),
    "a number in a theme": lambda told: told["themes"][0].__setitem__(1, "Drugs 7777"),
    "an indicator that is none": lambda told: told["themes"][0][2].append(["x-7777", "X"]),
    "indicators in another order": lambda told: told["themes"][0][2].reverse(),
    "a branche that is none": lambda told: told["branches"].append(["7777", "Handel"]),
    "a combination that is none": lambda told: told["combinations"].append(["x", "7777"]),
    "a page that is none": lambda told: told["pages"].append(["uitleg/zeven/", "Zeven"]),
    "a number in the name of a page": lambda told: told["pages"][0].__setitem__(1, "Uitleg 7777"),
    "a list that is none": lambda told: told.update(own="7777"),
    "signs of no name": lambda told: told["wijken"].__setitem__(0, "~~~~"),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_anything_else_is_found(country, index, tmp_path, leak):
    told = json.loads(written(index))
    leak(told)
    assert found(country, tmp_path, written(told))


@pytest.mark.parametrize(
    "spoil", [lambda text: text + b" ", lambda text: text[:-1], lambda _: b"[]"]
)
def test_an_index_that_is_written_otherwise_is_found(country, index, tmp_path, spoil):
    assert found(country, tmp_path, spoil(written(index)))
