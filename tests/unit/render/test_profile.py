from dataclasses import replace

import pytest

from tests.unit.render.conftest import M, W, grid
from zicht.model.figure import Among, Category
from zicht.model.theme import Breakdown, Counts, Everyone, Form
from zicht.render.breakdowns import divided

REST = [[M, M]] * 4


def category(title, count, share, everyone, times):
    """Return a category of which Nederland has these figures in 2024."""
    all_of_them, shares, over = (grid([M, cell], *REST) for cell in (*everyone, times))
    among = Among(all_of_them, shares, over)
    return Category(title, grid([M, count], *REST), grid([M, share], *REST), among)


LAAG = category("Laag inkomen", 90, 45.0, (3000, 15.0), 3.0)
HOOG = category("Ander inkomen", 110, 55.0, (17000, 85.0), 0.6)
ALLEEN = category("Alleenstaand", 60, 30.0, (4000, 20.0), 1.5)
GEZIN = category("Eenoudergezin", 100, 50.0, (2000, 10.0), 5.0)
PAAR = category("Paar", W, W, (14000, 70.0), W)


@pytest.fixture
def profiled(split):
    """Return a count of people held against everyone in two breakdowns."""
    (old,) = split.indicator.breakdowns
    series = replace(split.indicator.series, counts=Counts.PERSONS, unit="verdachten")
    kinds = {"inkomen": (LAAG, HOOG), "huishouden": (ALLEEN, GEZIN, PAAR)}
    breakdowns, parts = [], {}
    for key, told in kinds.items():
        keys = [each.title.split()[0].lower() for each in told]
        own = tuple(replace(old.parts[0], key=f"zaken.{key}.{name}") for name in keys)
        everyone = Everyone("alle inwoners", own)
        breakdowns.append(Breakdown(key, key.capitalize(), own, Form.PROFILE, everyone))
        parts[key] = dict(zip(keys, told, strict=True))
    indicator = replace(split.indicator, series=series, breakdowns=tuple(breakdowns))
    return replace(split, indicator=indicator, parts=parts)


@pytest.fixture
def told(atlas, profiled):
    (found,) = divided(atlas, profiled, "NL01")
    return found


def test_all_profiles_are_one_with_the_most_times_first(told):
    titles = [line.title for line in told.lines]
    assert titles == ["Eenoudergezin", "Laag inkomen", "Alleenstaand", "Paar"]


def test_of_two_categories_the_first_stands_there(told):
    assert told.halves
    assert "Ander inkomen" not in [line.title for line in told.lines]


def test_what_is_withheld_is_named_and_not_drawn(told):
    assert told.hidden == "Paar (huishouden)"
    assert [pair.name for pair in told.chart.pairs] == [line.name for line in told.lines[:-1]]


def test_one_of_two_categories_is_called_by_its_own_name(told):
    assert [line.name for line in told.lines][:2] == ["Eenoudergezin (huishouden)", "Laag inkomen"]


def test_the_message_is_what_occurs_most_above_everyone(told):
    assert told.title == "Eenoudergezin (huishouden): 5,0 keer zo vaak als bij alle inwoners"
    assert "Laag inkomen: 45,0% van deze groep, 15,0% van alle inwoners; 3,0 keer zo vaak." in (
        told.chart.description
    )


def test_most_people_with_a_feature_are_no_suspects_only_where_that_is_so(atlas, profiled, told):
    assert told.few
    many = category("Laag inkomen", 90, 45.0, (170, 15.0), 3.0)
    parts = {**profiled.parts, "inkomen": {"laag": many, "ander": HOOG}}
    (other,) = divided(atlas, replace(profiled, parts=parts), "NL01")
    assert not other.few


def test_where_nothing_occurs_more_often_that_is_the_message(atlas, profiled):
    less = category("Laag inkomen", 20, 10.0, (3000, 15.0), 0.7)
    parts = {
        "inkomen": {"laag": less, "ander": HOOG},
        "huishouden": dict.fromkeys(("alleenstaand", "eenoudergezin", "paar"), less),
    }
    (told,) = divided(atlas, replace(profiled, parts=parts), "NL01")
    assert told.title == "Geen kenmerk komt vaker voor dan bij alle inwoners"


def test_a_region_without_any_share_has_no_chart(atlas, profiled):
    hidden = category("Laag inkomen", 90, W, (3000, 15.0), W)
    parts = {
        "inkomen": {"laag": hidden, "ander": hidden},
        "huishouden": dict.fromkeys(("alleenstaand", "eenoudergezin", "paar"), hidden),
    }
    (told,) = divided(atlas, replace(profiled, parts=parts), "NL01")
    assert told.chart is None
    assert told.title == "Profiel naast alle inwoners"


def test_where_nothing_was_delivered_there_is_no_profile(atlas, profiled):
    assert divided(atlas, profiled, "GM0001") == ()
