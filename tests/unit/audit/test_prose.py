from types import SimpleNamespace

import pytest
from lxml import html

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
