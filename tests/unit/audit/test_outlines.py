"""Numbers that outlines tell beside where a region lies."""

import pytest

PATH = "data/gebieden/gemeenten.geojson"


def first(told):
    return told["features"][0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: first(told)["properties"].update(verdachten=7777),
        lambda told: first(told)["properties"].update(name="Groningen 7777"),
        lambda told: first(told)["properties"].update(code="GM7777"),
        lambda told: first(told).update(id=7777),
        lambda told: first(told).update(bbox=[7777, 0, 0, 0]),
        lambda told: first(told)["geometry"].update(bbox=[7777, 0, 0, 0]),
        lambda told: first(told)["geometry"].update(type="7777"),
        lambda told: first(told)["geometry"]["coordinates"][0][1].append(7777),
        lambda told: first(told)["geometry"]["coordinates"][0].insert(1, [7777, 52.1]),
        lambda told: first(told)["geometry"]["coordinates"][0].insert(1, [5.0, "7777"]),
        lambda told: first(told)["geometry"]["coordinates"][0].insert(1, [5.000007777, 52.1]),
        lambda told: first(told)["geometry"]["coordinates"].append([7777]),
        lambda told: first(told)["geometry"]["coordinates"].append(7777),
        lambda told: told.update(notice="7777"),
        lambda told: told.update(bbox=[7777]),
        lambda told: told.update(type="7777"),
        lambda told: told["features"].reverse(),
        lambda told: told["features"].append(first(told)),
        lambda told: told["features"].append(7777),
    ],
)
def test_anything_beside_codes_names_and_points(site, spoil):
    site.change(PATH, spoil)
    assert site.leaks(PATH)


def test_a_feature_may_carry_its_code_as_its_name_for_machines(site):
    def spoil(told):
        told["features"] = [
            {"type": one["type"], "id": one["properties"]["code"], **one}
            for one in told["features"]
        ]

    site.change(PATH, spoil)
    assert site.audit() == []


def test_several_parts_and_a_feature_a_line_are_as_good(site):
    def spoil(told):
        geometry = first(told)["geometry"]
        first(told)["geometry"] = {
            "type": "MultiPolygon",
            "coordinates": [geometry["coordinates"], geometry["coordinates"]],
        }

    site.change(PATH, spoil)
    site.replace(PATH, '{"type":"Feature",', '\n{"type":"Feature",', count=-1)
    assert site.audit() == []


def test_spaces_that_mean_nothing_may_mean_something(site):
    site.replace(PATH, '"code":"GM0014"', '"code":  "GM0014"')
    assert "a thing twice" in site.leaks(PATH)


def test_outlines_that_are_no_json(site):
    site.write(PATH, "7777,")
    assert "no JSON" in site.leaks(PATH)
