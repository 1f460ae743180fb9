"""What is refused in themes and settings: one thing spoiled per case."""

import pytest

from tests.unit.read.tiny import THEME, Tiny
from zicht.model.theme import Counts
from zicht.read.toml import line_of

FILE = "themes/drugs.toml"
INDICATOR = THEME.index("[[indicator]]")


def test_a_theme_says_in_the_model_what_its_file_says(tiny: Tiny) -> None:
    (theme,) = tiny.read().themes
    nuisance, young = theme.indicators
    assert nuisance.unit == "per 1.000 inwoners"
    assert nuisance.series.unit == "meldingen"
    assert nuisance.breaks == {2023: "Anders geteld."}
    assert nuisance.series.measures[0].where == (("Soort", "A"),)
    assert young.series.counts is Counts.COMPUTED
    assert young.rate is None
    assert [series.key for series in theme.context] == ["inwoners"]


@pytest.mark.parametrize(
    ("old", "new", "what", "where"),
    [
        ('key = "drugs"', 'key = "Drugs!"', "key: String should match", "line 1"),
        ('title = "Overlast"', 'titel = "Overlast"', "indicator.0.titel", "line 15"),
        ('title = "Overlast"\n', "", "indicator.0.title: Field required", "line 13"),
        ('title = "Overlast"', 'title = " "', "indicator.0.title", "line 15"),
        ("decimals = 1", 'decimals = "1"', "indicator.0.decimals", "line 20"),
        ("per = 1000", "per = 0", "indicator.0.rate.per", "line 21"),
        ('counts = "objects"', 'counts = "dingen"', "indicator.0.counts", "line 19"),
        ('"2023" = ', '"gister" = ', "breaks.gister", "line 25"),
        ("order = 1", "order = = 1", "is not TOML", "drugs.toml"),
        (', where = { Soort = "A" }', "", "a choice to make in the dimension Soort", "where.Soort"),
        ('Soort = "A"', 'Soort = "Z"', "no code Z in its dimension Soort", "where.Soort"),
        ('Soort = "A"', 'Soort = "A", Sekse = "M"', "no dimension Sekse", "where.Sekse"),
        ('table = "CRIME"', 'table = "CRIM"', "The table CRIM is not in the delivery", "table"),
        ('measure = "T1", year = 2024', 'measure = "T9", year = 2024', "no measure T9", "line 6"),
        ('measure = "T1", year = 2024', 'measure = "T1"', "names no year", "measures.year"),
        ('{ Soort = "A" }', '{ Soort = "A" }, year = 2019', "has no year 2019", "measures.year"),
        ('of = "inwoners"', 'of = "woningen"', 'a rate of "woningen"', "key rate.of"),
        ("protected_by_source = true\n", "", "is computed: our protection", "counts"),
        ('counts = "objects"', 'counts = "computed"', "has a rate as well", "counts and rate"),
        ('key = "jong"', 'key = "overlast"', 'The key "overlast" occurs 2 times', "line 28"),
        ('key = "jong"', 'key = "inwoners"', 'The key "inwoners" occurs 2 times', "line 6"),
        (
            '[{ table = "KERN", measure = "T1", year = 2024 }]',
            "[]",
            "context.0.measures",
            "line 11",
        ),
    ],
)
def test_a_fault_in_a_theme_is_told_with_its_place(
    tiny: Tiny, old: str, new: str, what: str, where: str
) -> None:
    tiny.replace(FILE, old, new)
    problems = [problem for problem in tiny.problems() if problem.blocks]
    assert [problem for problem in problems if what in problem.what and where in problem.where]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('unit = "%"', 'unit = "jongeren"', '"jong" is in "jongeren" here and in % (KERN)'),
        ('unit = "%"', 'unit = "%"\ndecimals = 2', '"jong" shows 2 decimals; KERN has 0.'),
    ],
)
def test_what_looks_odd_in_a_theme_is_a_doubt(tiny: Tiny, old: str, new: str, what: str) -> None:
    tiny.replace(FILE, old, new)
    (doubt,) = tiny.read().doubts
    assert what in doubt.what


def test_a_series_that_changes_its_unit_is_refused(tiny: Tiny) -> None:
    tiny.replace(
        FILE,
        '{ table = "KERN", measure = "P1", year = 2024 }',
        '{ table = "KERN", measure = "P1", year = 2024 },'
        '{ table = "KERN", measure = "T1", year = 2023 }',
    )
    assert any('"jong" has more than one unit' in one.what for one in tiny.problems())


@pytest.mark.parametrize("field", ["key", "title"])
def test_two_themes_with_one_name_are_refused(tiny: Tiny, field: str) -> None:
    other = THEME[:INDICATOR].replace("Drugs", "Geld").replace('key = "drugs"', 'key = "geld"')
    same = {"key": ('"geld"', '"drugs"'), "title": ('"Geld"', '"Drugs"')}[field]
    young = THEME[THEME.rindex("[[indicator]]") :].replace('"jong"', '"jonger"')
    tiny.write("themes/geld.toml", other.replace(*same) + young)
    blocking = [problem.what for problem in tiny.problems() if problem.blocks]
    assert len(blocking) == 1
    assert blocking[0].startswith(f"Two themes have the {field}")


def test_a_context_may_be_repeated_word_for_word_only(tiny: Tiny) -> None:
    other = THEME[:INDICATOR].replace("Drugs", "Geld").replace('key = "drugs"', 'key = "geld"')
    young = THEME[THEME.rindex("[[indicator]]") :].replace('"jong"', '"jonger"')
    tiny.write("themes/geld.toml", other + young)
    assert [theme.key for theme in tiny.read().themes] == ["drugs", "geld"]
    tiny.replace("themes/geld.toml", 'title = "Inwoners"', 'title = "Bewoners"')
    assert any('The key "inwoners" occurs 2 times' in one.what for one in tiny.problems())


def test_no_themes_are_refused(tiny: Tiny) -> None:
    tiny.remove("themes")
    assert any(problem.what == "There are no themes." for problem in tiny.problems())


def test_a_theme_that_is_not_utf8_is_refused(tiny: Tiny) -> None:
    (tiny.root / FILE).write_bytes("key = 'é'".encode("cp1252"))
    assert any("drugs.toml is not UTF-8" in problem.what for problem in tiny.problems())


@pytest.mark.parametrize(
    ("old", "new", "what", "where"),
    [
        ("title", "titel", "titel: Extra inputs", "line 1, key titel"),
        ("2024-11-01", '"november"', "release: Input should be a valid date", "line 2"),
        ("= 2024\n", "= 24\n", "division: Input should be greater", "line 3"),
    ],
)
def test_a_fault_in_the_settings_is_told(
    tiny: Tiny, old: str, new: str, what: str, where: str
) -> None:
    tiny.replace("delivery.toml", old, new)
    assert [
        problem
        for problem in tiny.problems()
        if problem.blocks and what in problem.what and where in problem.where
    ]


def test_a_delivery_that_nowhere_says_its_division_is_refused(tiny: Tiny) -> None:
    tiny.replace("delivery.toml", "division = 2024\n", "")
    for table in ("KERN", "CRIME"):
        tiny.replace(f"figures/{table}/Dimensions.csv", "2024", "")
    tiny.remove("themes/drugs.toml")
    asked = [problem for problem in tiny.problems() if "its division" in problem.what]
    assert [problem.blocks for problem in asked] == [True]


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 2),
        (("indicator", 1, "unit"), 33),
        (("indicator", 0, "rate", "per"), 21),
        (("context", 0, "measures", 0, "table"), 11),
        (("indicator", 0, "absent"), 13),
        (("absent",), 1),
    ],
)
def test_the_line_of_a_key(place: tuple[str | int, ...], line: int) -> None:
    assert line_of(THEME, place) == line
