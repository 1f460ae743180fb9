"""Numbers that the JSON of a gemeente tells and the canonical rows do not."""

import pytest

PATH = "data/gemeente/gm0080.json"
CODE = "BU00800100"


@pytest.mark.parametrize("kind", ["values", "counts"])
@pytest.mark.parametrize("leak", [7777, {"state": "withheld", "n": 7777}, {"state": "7777"}, None])
def test_a_cell_that_says_another_thing(site, kind, leak):
    def spoil(told):
        told["regions"][CODE][kind]["verdachten"][0] = leak

    site.change(PATH, spoil)
    assert f"{CODE}, verdachten, 2022" in site.leaks(PATH)


@pytest.mark.parametrize("kind", ["values", "counts"])
def test_a_cell_of_a_category(site, kind):
    def spoil(told):
        told["regions"][CODE]["parts"]["verdachten"]["leeftijd"]["oud"][kind][0] = 7777

    site.change(PATH, spoil)
    assert f"{CODE}, verdachten leeftijd oud, 2022" in site.leaks(PATH)


def region(told):
    return told["regions"][CODE]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: told.update(total=7777),
        lambda told: told.update(source="7777"),
        lambda told: told.update(release="7777-01-01"),
        lambda told: region(told).update(name="Bilgaard 7777"),
        lambda told: region(told).update(population=7777),
        lambda told: region(told).update(parent="WK008000"),
        lambda told: region(told)["values"].update(other=[7777]),
        lambda told: region(told)["values"]["verdachten"].append(7777),
        lambda told: region(told)["counts"].update(kwekerijen=[7777] * 3),
        lambda told: region(told)["parts"].clear(),
        lambda told: told["regions"].update(BU00800199=region(told)),
        lambda told: told["indicators"]["verdachten"].update(title="7777"),
        lambda told: told["indicators"]["verdachten"].update(maximum=7777),
        lambda told: told["indicators"]["verdachten"].update(years=[7777]),
        lambda told: told["indicators"]["verdachten"].update(provisional=[2023]),
        lambda told: told["indicators"].update(other={}),
    ],
)
def test_anything_beside_the_cells(site, spoil):
    site.change(PATH, spoil)
    assert site.leaks(PATH)


def test_a_fact_of_the_first_file_that_is_not_known(site):
    path = "data/gemeente/gm0014.json"
    site.change(path, lambda told: told["indicators"]["kwekerijen"].update(maximum=7777))
    assert any(one.path == path for one in site.audit())


def test_an_order_that_tells_who_has_more(site):
    def spoil(told):
        told["regions"] = dict(sorted(told["regions"].items(), reverse=True))

    site.change(PATH, spoil)
    assert "stand in another order" in site.leaks(PATH)


def test_a_key_twice_of_which_readers_see_one(site):
    site.replace(PATH, '"name":"Vierhuis"', '"name":"7777","name":"Vierhuis"')
    assert "a thing twice" in site.leaks(PATH)


@pytest.mark.parametrize("spelling", ["402.0000", "4.02e2", "402 "])
def test_a_number_in_more_signs_than_it_needs(site, spelling):
    site.replace(PATH, "[402,", f"[{spelling},")
    assert "more signs than it needs" in site.leaks(PATH)
