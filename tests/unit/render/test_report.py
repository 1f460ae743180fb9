import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from lxml import html

from zicht.model.account import Account, Reason
from zicht.model.area import Area, Division
from zicht.model.errors import Problem
from zicht.model.figure import Grid, SafeFigures, SafeSeries, State
from zicht.model.ledger import EMPTY, Ledger
from zicht.model.theme import Breakdown, Counts, Indicator, Series, Theme
from zicht.render.reckoning import reckon
from zicht.render.report import report_files

TEMPLATES = Path(__file__).parents[3] / "templates"
CANARY, TOLD = 471_147, 533_355
X, MISSING = State.WITHHELD, State.MISSING
CODES = ("NL01", "GM0001", "GM0002", "WK000101")
PARENTS = (None, "NL01", "NL01", "GM0001")
DIVISION = Division.sorted(2024, map(Area, CODES, CODES, PARENTS))
RELEASE = date(2024, 11, 1)


def series(key, title=""):
    return Series(key, title, "stuks", Counts.PERSONS, 0, protected_by_source=False, measures=())


PARTS = (series("a.leeftijd.jong"), series("a.leeftijd.oud"))
INDICATOR = Indicator(
    series("a", "Verdachten"), "drugs", "", "", None, "", "", "", {},
    (Breakdown("leeftijd", "Leeftijd", PARTS),),
)  # fmt: skip
THEMES = (Theme("drugs", "Drugs & <geld>", "", 1, (INDICATOR,), ()),)


def safe(one, cells):
    """Return a series; a careless `protect` left a number under each state."""
    states = np.array([[c if isinstance(c, State) else State.SHOWN for c in row] for row in cells])
    values = [[CANARY if isinstance(c, State) else float(c) for c in row] for row in cells]
    grid = Grid((2022, 2023), np.array(values), states.astype(np.uint8), (False, False))
    return SafeSeries(one, grid, np.ones(states.shape, np.bool_))


FIGURES = SafeFigures(
    {
        "a": safe(INDICATOR.series, [(90, 80), (50, X), (40, X), (X, MISSING)]),
        PARTS[0].key: safe(PARTS[0], [(X, X), (X, X), (10, X), (MISSING, MISSING)]),
        PARTS[1].key: safe(PARTS[1], [(X, X), (X, X), (30, X), (MISSING, MISSING)]),
    }
)
REASONS = {
    "a": [(0, 0), (0, Reason.FEW), (0, Reason.SHIELD), (Reason.SOURCE, 0)],
    PARTS[0].key: [(Reason.SHIELD, Reason.WHOLE), (Reason.FEW, Reason.WHOLE), (0, 7), (0, 0)],
    PARTS[1].key: [(Reason.SHIELD, Reason.WHOLE), (Reason.SHIELD, Reason.WHOLE), (0, 7), (0, 0)],
}
ACCOUNT = Account(
    {key: np.array(rows, dtype=np.uint8) for key, rows in REASONS.items()},
    dict.fromkeys(REASONS, (2022, 2023)),
    (Problem("The ages of GM0001 <in> 2023 are withheld whole.", "a.leeftijd", "Join them."),),
)


def ledger(*entries, key="a"):
    region, year, number, release = zip(*entries, strict=True)
    return Ledger(
        (key,),
        CODES,
        np.zeros(len(entries), np.int64),
        np.array([CODES.index(code) for code in region]),
        np.array(year),
        np.array(number, dtype=float),
        np.array(number, dtype=float),
        np.array(release, dtype="datetime64[D]"),
    )


BEFORE = ledger(
    ("NL01", 2022, 90, "2023-11-01"),
    ("GM0001", 2022, TOLD, "2023-11-01"),
    ("WK000101", 2022, TOLD, "2023-11-01"),
    ("GM0001", 2023, 7, "2024-11-01"),
)


def report(before=EMPTY):
    return reckon(ACCOUNT, FIGURES, DIVISION, themes=THEMES, release=RELEASE, ledger=before)


def files(before=EMPTY):
    return {file.path: file.content.decode() for file in report_files(report(before), TEMPLATES)}


def test_cells_are_counted_by_level_state_and_reason():
    whole, ages = report().sections
    assert (whole.theme, whole.title) == ("Drugs & <geld>", "Verdachten")
    assert list(whole.levels) == ["nederland", "gemeente", "wijk"]
    gemeente = whole.levels["gemeente"]
    assert gemeente.states == {
        "shown": 2, "withheld": 2, "impossible": 0, "missing": 0, "pending": 0,
    }  # fmt: skip
    assert {key: n for key, n in gemeente.reasons.items() if n} == {"few": 1, "shield": 1}
    assert whole.levels["wijk"].reasons["source"] == 1
    assert ages.title == "Verdachten naar leeftijd"
    assert ages.levels["nederland"].reasons["whole"] == 2


def test_every_withheld_cell_has_a_reason_and_every_cell_a_state():
    total = report().total
    assert sum(total.states.values()) == 3 * 4 * 2
    assert sum(total.reasons.values()) == total.states["withheld"]


def test_information_is_given_up_where_a_cell_shields_another_and_not_where_it_is_small():
    whole, ages = report().sections
    assert whole.levels["gemeente"].given_up_pct == 25
    assert whole.levels["wijk"].given_up_pct == 0
    assert ages.levels["gemeente"].given_up_pct == 62.5
    assert ages.levels["wijk"].given_up_pct is None


def test_what_changed_is_told_by_code_and_year_and_only_against_earlier_releases():
    told = report(BEFORE)
    assert told.before == date(2023, 11, 1)
    changes = told.sections[0].changes
    assert changes.withheld == ["WK000101 2022"]
    assert changes.shown == ["GM0002 2022"]
    assert changes.revised == ["GM0001 2022"]


def test_a_category_that_changed_is_named():
    part = ledger(("GM0001", 2022, 11, "2023-11-01"), key=PARTS[0].key)
    assert report(part).sections[1].changes.withheld == ["GM0001 2022 jong"]


def test_without_earlier_releases_nothing_has_changed():
    assert report().before is None
    assert all(not s.changes.withheld and not s.changes.shown for s in report().sections)
    assert "Er is geen eerdere uitgave" in files()["report.html"]


@pytest.mark.parametrize("number", [CANARY, TOLD])
@pytest.mark.parametrize("path", ["report.json", "report.html"])
def test_no_number_of_a_withheld_cell_stands_in_the_report(path, number):
    told = files(BEFORE)[path]
    for text in (f"{number}", f"{number:,}", f"{number:,}".replace(",", ".")):
        assert text not in told


def test_the_report_does_not_depend_on_withheld_numbers():
    def other(one):
        grid = one.grid
        values = np.where(grid.states == State.SHOWN, grid.values, 3.0)
        return SafeSeries(
            one.series, Grid(grid.years, values, grid.states, (False,) * 2), one.rated
        )

    figures = SafeFigures({key: other(one) for key, one in FIGURES.series.items()})
    again = reckon(ACCOUNT, figures, DIVISION, themes=THEMES, release=RELEASE, ledger=BEFORE)
    assert again == report(BEFORE)


def test_the_data_tell_all():
    told = json.loads(files(BEFORE)["report.json"])
    assert told["release"] == "2024-11-01"
    assert told["before"] == "2023-11-01"
    assert told["sections"][0]["levels"]["gemeente"]["reasons"]["shield"] == 1
    assert told["sections"][0]["changes"]["withheld"] == ["WK000101 2022"]
    assert told["notes"][0]["todo"] == "Join them."


def test_the_page_shows_the_counts_and_needs_no_other_file():
    page = html.fromstring(files(BEFORE)["report.html"])
    assert not page.xpath("//script | //link | //img | //*[@src] | //*[@style]")
    row = page.xpath("//table[caption='Verdachten: aantal cellen']//tr[th='Gemeente']/td/text()")
    heads = page.xpath("//table[caption='Verdachten: aantal cellen']//th[@scope='col']/text()")
    told = dict(zip(heads[1:], row, strict=True))
    assert told["Getoond"] == told["Niet getoond"] == "2"
    assert told["waarvan: dekking"] == "1"
    assert told["Opgegeven"] == "25,00%"
    assert "waarvan: nul" not in told
    assert "Eerder getoond, nu niet: 1" in page.text_content()
    assert "The ages of GM0001 <in> 2023" in page.text_content()
    assert page.xpath("//h2[text()='Drugs & <geld>']")


def test_a_section_without_changes_says_so():
    page = html.fromstring(files(BEFORE)["report.html"])
    assert page.text_content().count("Er is niets veranderd") == 1
    assert not page.xpath("//dl[not(dt)]")


def test_of_many_changes_the_page_names_some_and_counts_the_rest(monkeypatch):
    monkeypatch.setattr("zicht.render.report.MOST", 1)
    many = ledger(*((code, 2022, 5, "2023-11-01") for code in ("NL01", "GM0001", "GM0002")))
    page = html.fromstring(files(many)["report.html"])
    assert "NL01 2022 en 2 andere" in page.text_content()


def test_the_same_input_gives_the_same_bytes():
    assert files(BEFORE) == files(BEFORE)
