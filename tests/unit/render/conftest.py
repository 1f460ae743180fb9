"""A country of two gemeenten, made by hand, with a number beneath every cell that is not shown."""

from datetime import date

import numpy as np
import pytest

from zicht.model.area import Area, Division, Level
from zicht.model.atlas import Atlas
from zicht.model.figure import Category, Figures, Grid, Ranking, State
from zicht.model.rules import Rules, Zero
from zicht.model.theme import Breakdown, Counts, Delivery, Indicator, Measure, Rate, Series, Theme

CANARY = 7_654_321.0
W, M = State.WITHHELD, State.MISSING
YEARS = (2023, 2024)
DIVISION = Division.sorted(
    2024,
    [
        Area("NL01", "Nederland", None),
        Area("GM0001", "Appingedam", "NL01"),
        Area("GM0002", "Beerta", "NL01"),
        Area("WK000100", "Centrum", "GM0001"),
        Area("WK000200", "Centrum", "GM0002"),
    ],
)


def grid(*rows, provisional=(False, True)):
    values = [[CANARY if isinstance(c, State) else c for c in row] for row in rows]
    states = [[c if isinstance(c, State) else State.SHOWN for c in row] for row in rows]
    return Grid(YEARS, np.array(values, float), np.array(states, np.uint8), provisional)


def series(key, title, zero=Zero.STRUCTURAL, *, by_source=False):
    measures = (Measure("T", "M"),)
    return Series(key, title, "zaken", Counts.OBJECTS, 1, by_source, measures, Rules(zero=zero))


@pytest.fixture
def split():
    """A count with a rate, in two categories that are known of gemeenten in 2023 only."""
    whole = series("zaken", "Zaken", Zero.PUBLISH)
    parts = (series("zaken.leeftijd.oud", "Oud"), series("zaken.leeftijd.jong", "Jong"))
    breakdown = Breakdown("leeftijd", "Leeftijd", parts)
    rate = Rate(1000, "inwoners", "inwoners")
    indicator = Indicator(whole, "t", "", "", rate, "", "", "", {}, (breakdown,))
    oud = Category("Oud", grid([150, M], [W, M], [M, M], [M, M], [M, M]),
                   grid([75, M], [W, M], [M, M], [M, M], [M, M]))  # fmt: skip
    jong = Category("Jong", grid([50, M], [20, M], [M, M], [M, M], [M, M]),
                    grid([25, M], [W, M], [M, M], [M, M], [M, M]))  # fmt: skip
    return Figures(
        indicator,
        grid([200, 300], [90, W], [110, 200], [W, 0], [M, M]),
        grid([2, 3.5], [0.9, W], [1.1, 2], [W, 0], [M, M]),
        grid([M, M], [M, M], [M, M], [M, M], [M, M]),
        {Level.GEMEENTE: Ranking(2024, (), 1, np.array([0, 1], np.int32),
                                 np.array([0, 1], np.int32), 1)},
        2023,
        {"leeftijd": {"oud": oud, "jong": jong}},
    )  # fmt: skip


@pytest.fixture
def plain():
    """A count without a rate and without categories, protected by its source."""
    indicator = Indicator(
        series("mensen", "Mensen", by_source=True), "t", "", "", None, "", "", "", {}
    )
    cells = grid([9, 8], [7, W], [2, 8], [M, M], [M, M])
    return Figures(indicator, None, cells, cells, {}, 2023)


@pytest.fixture
def atlas(split, plain):
    theme = Theme("t", "Thema", "", 1, (split.indicator, plain.indicator), ())
    delivery = Delivery("Titel", date(2026, 11, 1), 2024, "Bron", "CC BY", fictional=True)
    figures = {"zaken": split, "mensen": plain}
    return Atlas(delivery, (theme,), DIVISION, figures, {}, {}, {}, {}, {}, {})
