"""What is read and refused in `zoekgebieden.toml`: one thing spoiled per case."""

import pytest

from tests.unit.read.tiny import Tiny
from zicht.model.search import Combination, Signal

FILE = "zoekgebieden.toml"
TEXT = """\
[[combination]]
key = "samen"
title = "Samen"
meaning = "Waar het samenkomt."
indicators = ["overlast", "jong"]
fewest = 2
at_least = { jong = 12.5 }

[[combination]]
key = "nog-een"
title = "Nog een"
meaning = "Ook dit."
indicators = ["jong", "overlast"]
fewest = 2
"""


@pytest.fixture
def asked(tiny: Tiny) -> Tiny:
    tiny.write(FILE, TEXT)
    return tiny


def test_without_the_file_nothing_is_looked_for(tiny: Tiny) -> None:
    assert tiny.read().combinations == ()


def test_combinations_say_in_the_model_what_their_file_says(asked: Tiny) -> None:
    first, second = asked.read().combinations
    signals = (Signal("overlast"), Signal("jong", 12.5))
    assert first == Combination("samen", "Samen", "Waar het samenkomt.", signals, 2)
    assert second.signals == (Signal("jong"), Signal("overlast"))


@pytest.mark.parametrize(
    ("old", "new", "what", "where"),
    [
        ('"overlast", "jong"]', '"overlast", "drugs"]', 'has an indicator "drugs"', "line 1, comb"),
        ('"overlast", "jong"]', '"jong", "jong"]', '"jong" is named 2 times', "combination samen"),
        ('"overlast", "jong"]', '"jong"]', "indicators: List should have at least 2", "line 5"),
        ("fewest = 2", "fewest = 3", "3 signals must meet, of 2", "key fewest"),
        ("fewest = 2", "fewest = 1", "fewest: Input should be greater than or equal", "line 6"),
        ("fewest = 2", 'fewest = "2"', "combination.0.fewest", "line 6"),
        ("{ jong", "{ woningen", "A threshold is given for woningen", "key at_least"),
        ("12.5", "inf", "at_least.jong", "line 7"),
        ('"nog-een"', '"samen"', 'The key "samen" occurs 2 times', "key key"),
        ('"Nog een"', '"Samen"', 'The title "Samen" occurs 2 times', "key title"),
        ("meaning = ", "betekenis = ", "combination.0.betekenis", "line 4"),
        ('key = "samen"', "key = = 1", "is not TOML", FILE),
    ],
)
def test_a_fault_is_told_with_its_place(
    asked: Tiny, old: str, new: str, what: str, where: str
) -> None:
    asked.replace(FILE, old, new)
    told = [one for one in asked.problems() if what in one.what]
    assert told, [str(one) for one in asked.problems()]
    assert all(one.blocks and FILE in one.where and where in one.where for one in told)


def test_all_faults_are_told_at_once(asked: Tiny) -> None:
    asked.replace(FILE, '"overlast", "jong"]', '"drugs", "hennep"]')
    asked.replace(FILE, "fewest = 2", "fewest = 9")
    told = " ".join(one.what for one in asked.problems() if one.blocks)
    assert all(word in told for word in ('"drugs"', '"hennep"', "9 signals", "threshold"))


def test_an_indicator_that_has_no_place_among_regions_is_refused(asked: Tiny) -> None:
    asked.replace("themes/drugs.toml", "order = 1", "order = 1\nranked = false")
    told = [one.what for one in asked.problems() if one.blocks]
    assert sum("gets no place among regions" in what for what in told) == 4


def test_a_signal_without_figures_below_the_gemeente_is_a_doubt(asked: Tiny) -> None:
    told = [one for one in asked.problems() if "no figure of any wijk or buurt" in one.what]
    assert {one.what.split('"')[1] for one in told} == {"overlast", "jong"}
    assert not any(one.blocks for one in told)
