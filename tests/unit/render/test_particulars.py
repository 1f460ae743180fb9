"""What an indicator answers for."""

from dataclasses import replace

import numpy as np
import pytest

from zicht.model.rules import Rules, Zero
from zicht.render.particulars import particulars_of, rules_of, spans


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ([2024], "2024"),
        ([2019, 2020, 2021], "2019 tot en met 2021"),
        ([2019, 2021], "2019 en 2021"),
        ([2015, 2017, 2018, 2020], "2015, 2017 tot en met 2018 en 2020"),
    ],
)
def test_years_are_told_in_spans(years, told):
    assert spans(years) == told


def test_a_rate_tells_what_is_counted_and_what_that_is_divided_by(atlas, split):
    told = particulars_of(atlas, split)
    assert (told.numerator, told.denominator) == ("aantal zaken", "aantal inwoners")
    assert told.levels == (
        ("Nederland", "2023 tot en met 2024"),
        ("gemeente", "2023 tot en met 2024"),
        ("wijk", "2023 tot en met 2024"),
    )
    assert told.coverage == (("Nederland, gemeente, wijk", "2023 tot en met 2024"),)
    assert told.breakdowns == ("Leeftijd",)


def test_a_level_that_was_not_delivered_is_not_told(atlas, plain):
    grid = plain.values
    states = grid.states.copy()
    states[atlas.division.row["NL01"], 0] = 3
    told = particulars_of(atlas, replace(plain, values=replace(grid, states=states)))
    assert told.levels[0] == ("Nederland", "2024")
    assert "wijk" not in dict(told.levels)
    assert np.array_equal(grid.states[0], [0, 0])


def test_the_source_answers_for_what_it_protected(plain):
    assert list(rules_of(plain.indicator)) == [
        "De bron heeft deze cijfers zelf beschermd. Wij tonen ze zoals zij zijn geleverd."
    ]


@pytest.mark.parametrize(
    ("zero", "words"),
    [
        (Zero.PUBLISH, "Een nul tonen wij altijd."),
        (Zero.SENSITIVE, "Een nul tonen wij ook niet"),
        (Zero.STRUCTURAL, "tenzij daarmee een ander aantal uit te rekenen is."),
    ],
)
def test_rules_are_told_with_their_thresholds(split, zero, words):
    series = replace(
        split.indicator.series,
        rules=Rules(zero=zero, fewest=20, reach=25, fewest_of=1500, group_share_pct=80),
    )
    few, sums, rate, group = rules_of(replace(split.indicator, series=series))
    assert few.startswith("Aantallen van 1 tot en met 19 tonen wij niet.")
    assert words in few
    assert "altijd 25 of meer" in sums
    assert rate == "Een verhouding tonen wij alleen bij 1.500 inwoners of meer."
    assert group == "Een groep met 80% of meer van het totaal tonen wij niet."
