import pytest

from zicht.model.area import Level
from zicht.model.chart import Item
from zicht.model.figure import State
from zicht.model.search import Found
from zicht.model.theme import Counts, Indicator, Measure, Series
from zicht.render import signals

W = Level.WIJK


def indicator(title):
    series = Series(title.lower(), title, "%", Counts.COMPUTED, 1, True, (Measure("T", "M"),))
    return Indicator(series, "t", "", "", None, "", "", "", {})


NAMES = [indicator(title) for title in ("Huizen", "Drugs", "SBI-codes", "Geld")]


def found(met=0, unmet=0, withheld=0, lacking=0, fewest=2):
    cut = iter(NAMES)
    groups = ([next(cut) for _ in range(n)] for n in (met, unmet, withheld, lacking))
    return Found(*(tuple(group) for group in groups), fewest)


ALL, NONE, OPEN = found(3, 1), found(0, 4), found(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("founds", "words"),
    [
        (
            [ALL, NONE, OPEN],
            "In 1 van de 3 wijken is te zien dat minstens 2 van de 4 signalen samenkomen",
        ),
        (
            [NONE, OPEN],
            "In geen van de 2 wijken is te zien dat minstens 2 van de 4 signalen samenkomen",
        ),
        ([ALL], "In de enige wijk is te zien dat minstens 2 van de 4 signalen samenkomen"),
        ([NONE], "In de enige wijk is niet te zien dat minstens 2 van de 4 signalen samenkomen"),
        ([found(4, fewest=4)], "In de enige wijk is te zien dat alle 4 signalen samenkomen"),
    ],
)
def test_regions_are_counted_in_a_sentence(founds, words):
    assert signals.counted(founds, level=W) == words


def test_what_nobody_can_say_is_said():
    assert signals.unsure([ALL, NONE], level=W) == ""
    rest = "is niet te zeggen of dat zo is, omdat niet alle cijfers te zien zijn"
    assert signals.unsure([OPEN], level=W) == f"Van 1 wijk {rest}"
    assert signals.unsure([OPEN, ALL, OPEN], level=Level.BUURT) == f"Van 2 buurten {rest}"


def test_a_wijk_is_told_its_signals_and_what_is_not_shown():
    assert signals.here(ALL) == (
        "In deze wijk komen 3 van de 4 signalen samen: huizen, drugs en SBI-codes"
    )
    assert signals.here(OPEN) == "In deze wijk is 1 van de 4 signalen te zien: huizen"
    assert signals.here(NONE) == "In deze wijk is geen van de 4 signalen te zien"
    assert signals.hidden(OPEN) == "niet getoond: SBI-codes; geen cijfer: geld"
    assert signals.hidden(ALL) == ""
    assert [signals.verdict(one).partition(":")[0] for one in (ALL, OPEN, NONE)] == [
        "De wijk is een zoekgebied",
        "Of de wijk een zoekgebied is, is niet te zeggen",
        "De wijk is geen zoekgebied",
    ]


@pytest.mark.parametrize(
    ("count", "fewest", "words"),
    [
        (2, 2, ("geen signaal", "1 signaal", "2 signalen")),
        (4, 2, ("geen signaal", "1 signaal", "2 signalen", "3 signalen", "4 signalen")),
        (7, 3, ("geen signaal", "1 signaal", "2 signalen", "3 signalen", "4 signalen of meer")),
        (7, 6, ("minder dan 3 signalen", "3 signalen", "4 signalen", "5 signalen",
                "6 signalen of meer")),
    ],
)  # fmt: skip
def test_the_classes_of_a_map_are_named_and_one_begins_with_enough(count, fewest, words):
    one = Found((), tuple(NAMES[:1] * count), (), (), fewest)
    bounds = signals.bounds(count, fewest=fewest)
    assert signals.legend(one) == words
    assert len(bounds) + 1 == len(words) <= 5
    assert fewest in bounds


def items(*founds):
    return [(Item(f"WK{n}", f"Wijk {n}", signals.NONE), one) for n, one in enumerate(founds)]


def test_a_map_hatches_where_nobody_can_say():
    shapes = {f"WK{n}": "{}" for n in range(3)}
    drawn = signals.signals_map(items(ALL, NONE, OPEN), key="c", shapes=shapes, level=W)
    assert drawn is not None
    assert [item.cell.value for item in drawn.items] == [3.0, 0.0, None]
    assert [item.said for item in drawn.items] == [
        "3 van de 4 signalen",
        "0 van de 4 signalen",
        "1 van de 4 signalen; 1 niet getoond; 1 zonder cijfer",
    ]
    assert drawn.absent == (State.WITHHELD,)


def test_no_map_is_drawn_where_there_is_no_signal_or_no_outline():
    told = items(NONE, found(0, 2, 2))
    shapes = {"WK0": "{}", "WK1": "{}"}
    assert signals.signals_map(told, key="c", shapes=shapes, level=W) is None
    assert signals.signals_map(items(ALL), key="c", shapes={}, level=W) is None
