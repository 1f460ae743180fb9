"""Tables of categories: every cell follows from the published counts, and rows have their order."""

import pytest
from lxml import html

from tests.unit.audit.test_divided import ABOUT, FACTS
from zicht.audit.page.grid import Table
from zicht.audit.page.tables import table_findings

YEARS = """<table class="delen"><caption>Aandeel in procenten <span>zaken</span></caption>
<thead><tr><th>Leeftijd</th><th>2023</th><th>2024</th></tr></thead><tbody>
<tr><th>Jong</th><td class="n">30,0</td><td class="n">40,0</td></tr>
<tr><th>Oud</th><td class="n">70,0</td><td class="n">60,0</td></tr></tbody></table>"""
COUNTS = """<table class="delen"><caption>Aantal <span>zaken</span></caption>
<thead><tr><th>Leeftijd</th><th>2023</th><th>2024</th></tr></thead><tbody>
<tr><th>Jong</th><td class="n">60</td><td class="n">80</td></tr>
<tr><th>Oud</th><td class="n">140</td><td class="n">120</td></tr></tbody></table>"""
LAAG = """<tr><th>Laag <small>Inkomen</small></th><td class="n">90</td><td class="n">45,0%</td>
<td class="n">15,0%</td><td class="n">3,0</td></tr>"""
ANDER = """<tr><th>Ander <small>Inkomen</small></th><td class="n">110</td><td class="n">55,0%</td>
<td class="n">85,0%</td><td class="n">0,6</td></tr>"""
PROFILE = f"""<table class="delen profiel"><caption>Zaken in Nederland, 2024</caption>
<thead><tr><th>Kenmerk</th><th>Aantal</th><th>Aandeel</th><th>Bij alle inwoners</th>
<th>Keer zo vaak</th></tr></thead><tbody>{LAAG}{ANDER}</tbody></table>"""


def found(text):
    return list(table_findings(Table(html.fragment_fromstring(text), FACTS, ABOUT, "zaken")))


@pytest.mark.parametrize("text", [YEARS, COUNTS, PROFILE])
def test_what_is_published_is_explained(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (YEARS, "40,0", "40,1"),
        (YEARS, "Jong", "Oud"),
        (YEARS, ">2024<", ">2022<"),
        (YEARS, "Aandeel in procenten", "Iets"),
        (COUNTS, "140", "141"),
        (PROFILE, "45,0%", "45,1%"),
        (PROFILE, "15,0%", "15,1%"),
        (PROFILE, ">3,0<", ">3,1<"),
        (PROFILE, ">90<", ">91<"),
        (PROFILE, "Bij alle inwoners", "Bij iedereen"),
        (PROFILE, "<small>Inkomen</small>", "<small>Leeftijd</small>"),
        (PROFILE, LAAG + ANDER, ANDER + LAAG),
    ],
)
def test_a_table_that_says_otherwise_is_found(text, old, new):
    assert old in text
    assert found(text.replace(old, new, 1))
