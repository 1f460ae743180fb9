from types import SimpleNamespace

import pytest
from lxml import html

from zicht.audit.page.links import leads_nowhere
from zicht.audit.page.prose import prose_findings
from zicht.model.area import Area, Division

NAMES = ("Goes", "Huizen", "Utrecht", "Capelle aan den IJssel", "Bergen (NH.)")
AREAS = [Area("NL01", "Nederland", None)]
AREAS += [Area(f"GM000{n}", name, "NL01") for n, name in enumerate(NAMES, start=1)]
FACTS = SimpleNamespace(division=Division.sorted(2024, AREAS))


def findings(body):
    return list(prose_findings(html.fromstring(f"<html><body>{body}</body></html>"), FACTS))


@pytest.mark.parametrize(
    "body",
    [
        "<p>Goes 7</p>",
        "<p>Goes: 7 verdachten.</p>",
        "<p>In Goes zijn het er 7.</p>",
        "<p>Goes telt 1.234 woningen.</p>",
        "<p>Er zijn 7 verdachten in Goes.</p>",
        "<p>Van de 7 verdachten van de gemeente Utrecht is niets bekend.</p>",
        "<p>In Huizen waren 7 kwekerijen.</p>",
        "<p>In Capelle aan den IJssel zijn er <b>7</b>.</p>",
        "<p>Bergen (NH.): 7</p>",
        "<ul><li>Utrecht (7)</li></ul>",
        "<table><tr><th>Goes</th><td>x</td><td>7</td></tr></table>",
        "<dl><dt>Goes</dt><dd>7</dd></dl>",
        "<p>GM0001 heeft er 7.</p>",
        '<p title="Goes: 7">Niets</p>',
        "<h2>Goes: 7</h2>",
        "<svg><title>Goes: 7</title></svg>",
        "<svg><desc>Het hoogst in Goes: 7.</desc></svg>",
    ],
)
def test_a_region_is_given_no_number(body):
    assert findings(body)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Een woning die vijf keer of 5 keer is verkocht.</p>",
        "<p>Aantallen van 1 tot en met 9 tonen wij niet.</p>",
        "<p>Huizen die 5 keer of vaker zijn verkocht.</p>",
        "<p>In Goes begon het in 2024.</p>",
        "<p>Wij keken in Goes. Er zijn 7 regels.</p>",
        "<p>In 2017 begonnen Utrecht en Goes ermee.</p>",
        "<p>Nederland heeft 342 gemeenten.</p>",
        "<p>Met --only GM0001 bouwt u een gemeente.</p>",
        "<table><tr><th>Goes</th><td>x</td></tr><tr><th>Samen</th><td>7</td></tr></table>",
    ],
)
def test_a_number_of_no_region_may_stand_in_a_text(body):
    assert [str(each) for each in findings(body)] == []


@pytest.mark.parametrize(
    ("address", "dead"),
    [
        ("../../", False),
        ("../", False),
        ("#kop-2", False),
        ("../../thema/drugs/#hennep", False),
        ("../../data/all.parquet", False),
        ("https://www.cbs.nl/?n=7", False),
        ("../../thema/wapens/", True),
        ("../../thema/drugs/?n=7", True),
        ("../../data/weg.csv", True),
    ],
)
def test_a_link_of_a_text_leads_to_a_file_of_the_site(address, dead):
    files = {f"{folder}index.html" for folder in ("", "uitleg/", "uitleg/lezen/", "thema/drugs/")}
    files |= {"data/all.parquet"}
    assert leads_nowhere(address, folder="uitleg/lezen/", files=files) is dead
