"""The catalogue and the data block: who publishes, which licence, what may stand in a script."""

from datetime import date

import pytest

from zicht.model.theme import Delivery
from zicht.render.dataset import Dataset, dataset_json
from zicht.render.licences import licence_address
from zicht.render.rdf import Ref, Text, Thing, turtle
from zicht.render.terms import Terms, known_things

BASE = "https://a.example/"
DAY = date(2026, 11, 1)


def delivery(**told):
    return Delivery("Titel", DAY, 2024, "Bron", told.pop("licence", "CC0 1.0"), **told)


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-SA 4.0", "https://a.example/uitleg/colofon/"),
        ("zie https://b.example/licentie", "https://b.example/licentie"),
        ("", "https://a.example/uitleg/colofon/"),
    ],
)
def test_a_licence_has_an_address(licence, address):
    assert licence_address(delivery(licence=licence, fictional=False), BASE) == address


def test_without_a_publisher_the_site_answers():
    things = {
        one.address: dict(one.said) for one in known_things(Terms(delivery(fictional=False), BASE))
    }
    here = "https://a.example/data/catalogus.jsonld#"
    assert things[f"{here}uitgever"]["foaf:name"] == [Text("Titel")]
    assert things[f"{here}contact"]["vcard:hasURL"] == [Ref("https://a.example/uitleg/contact/")]


def test_a_publisher_and_an_address_to_write_to():
    told = delivery(
        fictional=False,
        publisher="Ministerie",
        publisher_uri="https://b.example/mnre1",
        contact="open@b.example",
        frequency="ANNUAL",
    )
    things = {one.address: dict(one.said) for one in known_things(Terms(told, BASE))}
    here = "https://a.example/data/catalogus.jsonld#"
    assert things["https://b.example/mnre1"]["foaf:name"] == [Text("Ministerie")]
    assert things[f"{here}contact"]["vcard:hasEmail"] == [Ref("mailto:open@b.example")]
    assert "http://publications.europa.eu/resource/authority/frequency/ANNUAL" in things


def test_a_fictional_thing_never_has_the_address_of_a_real_one():
    real, made = (Terms(delivery(fictional=each), BASE).own("alles") for each in (False, True))
    assert real.endswith("#alles")
    assert made.endswith("#fictief-alles")


def test_no_text_ends_a_script():
    told = dataset_json(
        Dataset(("data/thema/x.zip",), "Nederland", (2020, 2024)),
        delivery(fictional=False),
        base_url=BASE,
        folder="thema/x/",
        title="</script><script>",
        description="a &amp; b",
    )
    assert "<" not in told
    assert "\\u003c/script\\u003e" in told
    assert '"description":"a \\u0026 b"' in told
    assert '"temporalCoverage":"2020/2024"' in told


def test_turtle_escapes_what_ends_a_text():
    thing = Thing("https://a.example/#x", ("a:B",), (("dct:title", [Text('Een "b"\\ \n')]),))
    assert 'dct:title "Een \\"b\\"\\\\ \\n"@nl .' in turtle([thing]).decode()
