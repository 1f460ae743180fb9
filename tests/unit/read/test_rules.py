"""What a theme may say of its protection, and what contradicts itself."""

import pytest

from tests.unit.read.tiny import Tiny
from zicht.model.rules import DEFAULT, Rules, Zero
from zicht.model.theme import Counts

FILE = "themes/drugs.toml"
MEASURES = 'measures = [{ table = "CRIME", measure = "M1", where = { Soort = "A" } }]\n'
BREAKDOWN = """
[[indicator.breakdown]]
key = "soort"
title = "Soort"
dimension = "Soort"
parts = [
    { key = "diefstal", title = "Diefstal", code = "B" },
    { key = "inbraak", title = "Inbraak", code = "C" },
]
"""
IDENTITY = """
[[identity]]
total = "overlast"
parts = ["lawaai", "geweld"]
"""
CONCENTRATION = """
[indicator.concentration]
contributors = { table = "CRIME", measure = "N", where = { Soort = "A" } }
largest = [{ table = "CRIME", measure = "X1", where = { Soort = "A" } }]
second = { table = "CRIME", measure = "X2", where = { Soort = "A" } }
"""
CELLS = "figures/CRIME/Observations.csv"


def say(tiny: Tiny, line: str) -> None:
    tiny.replace(FILE, 'counts = "objects"\n', f'counts = "objects"\n{line}\n')


def broken_down(tiny: Tiny) -> None:
    """Give the first indicator two categories of which only that of 2023 has figures."""
    tiny.write("figures/CRIME/SoortCodes.csv", "Identifier,Title\nA,Alles\nB,Diefstal\nC,Inbraak\n")
    tiny.replace(CELLS, "5,M1,None,9,,B,GM0001", "5,M1,None,0,,B,GM0001")
    tiny.replace(CELLS, "6,M1", "7,M1,None,0,,C,GM0001,2023JJ00\n6,M1")
    tiny.replace(FILE, MEASURES, MEASURES + BREAKDOWN)


def with_others(tiny: Tiny, *keys: str) -> None:
    """Give the theme indicators that read the same figures as the first."""
    text = (tiny.root / FILE).read_text(encoding="utf-8")
    first = text[text.index("[[indicator]]") : text.rindex("[[indicator]]")]
    tiny.write(FILE, text + "".join("\n" + first.replace("overlast", key) for key in keys))


def with_money(tiny: Tiny) -> None:
    """Make the first indicator a sum of money whose contributors are known."""
    tiny.replace(FILE, 'counts = "objects"', 'counts = "money"')
    tiny.replace(FILE, MEASURES, MEASURES + CONCENTRATION)
    measures = "figures/CRIME/MeasureCodes.csv"
    more = "M1,Omzet,euro,0\nN,Aantal,aantal,0\nX1,Grootste,euro,0\nX2,Tweede,euro,0"
    tiny.replace(measures, "M1,Meldingen,aantal,0", more)
    rows = [
        *("21,N,None,3,,A,GM0001,2022JJ00", "22,X1,None,3,,A,GM0001,2022JJ00"),
        "23,X2,None,2,,A,GM0001,2022JJ00",
    ]
    tiny.replace(CELLS, "6,M1", "\n".join([*rows, "6,M1"]))


def blocking(tiny: Tiny) -> list[str]:
    return [str(problem) for problem in tiny.problems() if problem.blocks]


def test_without_a_word_the_defaults_hold(tiny: Tiny) -> None:
    (theme,) = tiny.read().themes
    assert theme.indicators[0].series.rules == DEFAULT
    assert theme.context[0].rules == DEFAULT
    assert theme.indicators[0].breakdowns == ()
    assert theme.identities == ()


def test_what_a_theme_says_is_what_the_rules_are(tiny: Tiny) -> None:
    say(tiny, 'zero = "publish"')
    say(tiny, "rules = { fewest = 5, width = 3, group_share_pct = 95, adds_up = false }")
    tiny.replace(FILE, 'noun = "inwoners" }', 'noun = "inwoners", part_of = true }')
    (theme,) = tiny.read().themes
    expected = Rules(Zero.PUBLISH, fewest=5, width=3, group_share_pct=95, adds_up=False)
    assert theme.indicators[0].series.rules == expected
    assert theme.indicators[0].rate is not None
    assert theme.indicators[0].rate.part_of


@pytest.mark.parametrize(
    ("line", "what", "where"),
    [
        ("rules = { fewest = 1 }", "rules.fewest: Input should be greater", "line 20"),
        ("rules = { width = 1 }", "rules.width: Input should be greater", "line 20"),
        ("rules = { group_share_pct = 49 }", "group_share_pct: Input should be greater", "line 20"),
        ("rules = { group_share_pct = 101 }", "group_share_pct: Input should be less", "line 20"),
        ("rules = { group_share_pct = nan }", "group_share_pct: Input should be", "line 20"),
        ("rules = { fewest_of = 0 }", "rules.fewest_of: Input should be greater", "line 20"),
        ("rules = { rounded_to = 0 }", "rules.rounded_to: Input should be greater", "line 20"),
        ("rules = { fewest = 2.5 }", "rules.fewest: Input should be a valid integer", "line 20"),
        ("rules = { smallest = 5 }", "rules.smallest: Extra inputs", "line 20"),
        ('zero = "never"', "zero: Input should be 'structural'", "line 20"),
        ("rules = { fewest = 11 }", "withholds counts below 11", "rules.fewest and rules.reach"),
        ("rules = { reach = 9 }", "a withheld count is below 9", "rules.fewest and rules.reach"),
        (
            'protected_by_source = true\nzero = "publish"',
            '"overlast" is protected by its source and has rules of ours as well: zero.',
            "keys protected_by_source and zero",
        ),
        (
            "protected_by_source = true\nrules = {}",
            "has rules of ours as well: rules.",
            "keys protected_by_source and rules",
        ),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_its_place(
    tiny: Tiny, line: str, what: str, where: str
) -> None:
    say(tiny, line)
    told = [problem for problem in tiny.problems() if problem.blocks]
    assert [one for one in told if what in one.what and where in one.where and one.todo]


def test_a_smaller_count_may_be_shown_and_yet_seem_ten(tiny: Tiny) -> None:
    say(tiny, "rules = { fewest = 10, reach = 10 }")
    assert blocking(tiny) == []


def test_a_context_has_rules_as_well(tiny: Tiny) -> None:
    tiny.replace(FILE, 'counts = "persons"', 'counts = "persons"\nrules = { rounded_to = 5 }')
    (theme,) = tiny.read().themes
    assert theme.context[0].rules.rounded_to == 5


def test_a_category_is_a_series_with_the_code_and_the_rules_of_its_own(tiny: Tiny) -> None:
    broken_down(tiny)
    say(tiny, "rules = { fewest = 5 }")
    reading = tiny.read()
    (breakdown,) = reading.themes[0].indicators[0].breakdowns
    theft, burglary = breakdown.parts
    assert (breakdown.key, breakdown.title, theft.title) == ("soort", "Soort", "Diefstal")
    assert [theft.key, burglary.key] == ["overlast.soort.diefstal", "overlast.soort.inbraak"]
    assert theft.measures[0].where == (("Soort", "B"),)
    assert (theft.rules.fewest, theft.counts, theft.unit) == (5, Counts.OBJECTS, "meldingen")
    raw, row = reading.figures.series["overlast.soort.diefstal"], reading.division.row["GM0001"]
    assert raw.values[row, raw.years.index(2023)] == 0


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('key = "inbraak"', 'key = "diefstal"', '2 of the category with the key "diefstal"'),
        ('title = "Inbraak"', 'title = "Diefstal"', '2 of the category with the title "Diefstal"'),
        ('code = "C"', 'code = "B"', '2 of the category with the code "B"'),
        ('code = "C"', 'code = "A"', 'The category "inbraak" has the code of the whole, A'),
        ('code = "C"', 'code = "Z"', "CRIME has no code Z in its dimension Soort"),
        ('dimension = "Soort"', 'dimension = "Maand"', "does not say which code of Maand is the"),
        ('dimension = "Soort"', 'dimension = "Maand"', "CRIME has no dimension Maand"),
        (
            '    { key = "inbraak", title = "Inbraak", code = "C" },\n',
            "",
            "breakdown.0.parts: List",
        ),
        ("\n[[indicator.break", f"{BREAKDOWN}\n[[indicator.break", '2 of the breakdown "soort"'),
    ],
)
def test_categories_that_cannot_be_are_refused(tiny: Tiny, old: str, new: str, what: str) -> None:
    broken_down(tiny)
    tiny.replace(FILE, old, new)
    assert [told for told in blocking(tiny) if what in told and "drugs.toml, line " in told]


def test_a_fault_in_a_breakdown_has_its_line(tiny: Tiny) -> None:
    broken_down(tiny)
    tiny.replace(FILE, 'dimension = "Soort"', 'dimensie = "Soort"')
    assert any("dimensie: Extra inputs" in told and "line 31" in told for told in blocking(tiny))


def test_a_table_that_is_not_there_is_told_once_for_all_categories(tiny: Tiny) -> None:
    broken_down(tiny)
    tiny.remove("figures/CRIME")
    assert len([told for told in blocking(tiny) if "CRIME is not in the delivery" in told]) == 1


def test_a_figure_that_the_source_computed_has_no_categories(tiny: Tiny) -> None:
    broken_down(tiny)
    tiny.replace(FILE, 'counts = "objects"', 'counts = "computed"\nprotected_by_source = true')
    assert any('"overlast" is no count, so that its categories' in told for told in blocking(tiny))


def test_sums_between_indicators_are_read(tiny: Tiny) -> None:
    with_others(tiny, "lawaai", "geweld")
    tiny.replace(FILE, MEASURES, MEASURES + IDENTITY)
    tiny.replace(CELLS, "1,M1,None,5,", "1,M1,None,0,")
    (identity,) = tiny.read().themes[0].identities
    assert (identity.total, identity.parts) == ("overlast", ("lawaai", "geweld"))


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('total = "overlast"', 'total = "rust"', 'names "rust", which is no indicator'),
        ('"geweld"]', '"rust"]', 'names "rust", which is no indicator'),
        ('"geweld"]', '"inwoners"]', 'names "inwoners", which is no indicator'),
        ('"geweld"]', '"lawaai"]', "names one indicator twice"),
        ('"geweld"]', '"overlast"]', "names one indicator twice"),
        ('"geweld"]', '"jong"]', "adds computed and objects"),
        (', "geweld"]', "]", "identity.0.parts: List should have at least 2"),
    ],
)
def test_sums_that_cannot_be_are_refused(tiny: Tiny, old: str, new: str, what: str) -> None:
    with_others(tiny, "lawaai", "geweld")
    tiny.replace(FILE, MEASURES, MEASURES + IDENTITY)
    tiny.replace(FILE, old, new)
    assert [told for told in blocking(tiny) if what in told and "drugs.toml, line " in told]


def test_who_contributed_to_money_is_read_and_belongs_to_no_other_rule(tiny: Tiny) -> None:
    with_money(tiny)
    reading = tiny.read()
    who = reading.themes[0].indicators[0].concentration
    assert who is not None
    told = [one.key for one in (who.contributors, who.largest, who.second)]
    assert told == ["overlast.contributors", "overlast.largest", "overlast.second"]
    assert {one.counts for one in (who.contributors, who.largest)} == {Counts.COMPUTED}
    row = reading.division.row["GM0001"]
    assert [reading.figures.series[key].values[row, 0] for key in told] == [3, 3, 2]


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        (FILE, CONCENTRATION, "", "is a sum of money, and nothing tells who contributed"),
        (FILE, '"money"', '"firms"', "tells who contributed, but counts firms"),
        (FILE, '"money"', '"money"\nprotected_by_source = true', "as well: concentration."),
        (FILE, CONCENTRATION, CONCENTRATION + BREAKDOWN, "is no count, so that its categories"),
        (FILE, 'second = { table = "CRIME"', 'second = { table = "C"', "C is not in the delivery"),
        ("figures/CRIME/MeasureCodes.csv", "Tweede,euro", "Tweede,mln euro", "more than one unit"),
        (CELLS, "23,X2,None,2", "23,X2,None,4", "has contributors that cannot be, for GM0001"),
        (CELLS, "23,X2,None,2", "23,X2,None,-2", "has contributors that cannot be, for GM0001"),
        (CELLS, "21,N,None,3", "21,N,None,2.5", "has contributors that cannot be, for GM0001"),
        (CELLS, "22,X1,None,3", "22,X1,None,9", "has contributors that cannot be, for GM0001"),
    ],
)
def test_money_that_cannot_be_judged_is_refused(
    tiny: Tiny, file: str, old: str, new: str, what: str
) -> None:
    with_money(tiny)
    tiny.replace(file, old, new)
    assert any(what in told for told in blocking(tiny))


def test_money_as_a_context_must_be_protected_by_its_source(tiny: Tiny) -> None:
    tiny.replace(FILE, 'counts = "persons"', 'counts = "money"')
    assert any('"inwoners" is a sum of money' in told for told in blocking(tiny))
    tiny.replace(FILE, 'counts = "money"', 'counts = "money"\nprotected_by_source = true')
    assert blocking(tiny) == []


def test_a_number_that_is_no_multiple_of_what_it_was_rounded_to_is_refused(tiny: Tiny) -> None:
    say(tiny, "rules = { rounded_to = 3 }")
    assert any('"overlast" is no multiple of 3 for GM0001 in 2022' in t for t in blocking(tiny))
    tiny.replace(FILE, "rounded_to = 3", "rounded_to = 5")
    assert blocking(tiny) == []
