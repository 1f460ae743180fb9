"""Work back from what is derived: rates, shares, ranks, classes, axes, orders and medians.

Each attack is tried twice: on figures as they are shaped, and where one thing is made from the
numbers that are withheld.
"""

import json
import math
from dataclasses import replace
from importlib import import_module

import pytest

from tests.attack import attackers
from zicht.model.area import Level
from zicht.model.chart import Item, Line, Role
from zicht.model.figure import State
from zicht.render import asks
from zicht.shape import figures as shaping
from zicht.shape import parts as categories
from zicht.shape import rates
from zicht.shape.rates import fill_totals

drawing = import_module("zicht.draw.line")
LEVELS = (Level.GEMEENTE, Level.WIJK)


@pytest.fixture(scope="module")
def bare(hamlet):
    """What the hand-made country would publish if nothing in it were withheld."""
    return hamlet.shape(hamlet.naked())[0]


def leaking(world):
    """Return the first indicator of a world as it is shaped now."""
    return world.shape(world.safe())[0]


def denominators(world, figures):
    of = figures.indicator.rate.of
    return fill_totals(world.naked().series[of].grid, division=world.division)


def inverted_rates(world, figures):
    if figures.indicator.rate is None:
        return {}
    rate, of = figures.indicator.rate, denominators(world, figures)
    how = {"per": rate.per, "decimals": figures.indicator.decimals}
    return attackers.invert(figures.values, figures.counts, of, **how)


def inverted_shares(figures):
    whole = figures.values if figures.counts is None else figures.counts
    return {
        (key, *cell): told
        for parts in figures.parts.values()
        for key, part in parts.items()
        for cell, told in attackers.invert(
            part.shares, part.counts, whole, per=100, decimals=1
        ).items()
    }


def test_no_rate_tells_a_withheld_count(world, shaped):
    assert [inverted_rates(world, each) for each in shaped] == [{}] * len(shaped)


def test_rates_of_withheld_counts_would_tell_them(hamlet, bare, monkeypatch):
    real = rates.rate
    monkeypatch.setattr(shaping, "rate", lambda _, of, **how: real(bare.counts, of, **how))
    told = inverted_rates(hamlet, leaking(hamlet))
    assert len(told) == 2 * 9
    for (row, year), (low, high) in told.items():
        assert low == high == bare.counts.cell(row, year).value


def test_no_share_tells_a_withheld_count(shaped):
    assert [inverted_shares(each) for each in shaped] == [{}] * len(shaped)


def test_shares_of_withheld_counts_would_tell_them(hamlet, bare, monkeypatch):
    real, parts = categories.share, iter(bare.parts["soort"].values())
    monkeypatch.setattr(
        categories, "share", lambda _, whole, **how: real(next(parts).counts, whole, **how)
    )
    told = inverted_shares(leaking(hamlet))
    assert told
    for (part, row, year), (low, high) in told.items():
        assert low == high == bare.parts["soort"][part].counts.cell(row, year).value


def ranked(world, figures):
    return {
        code: told
        for level in LEVELS
        if level in figures.rankings
        for code, told in attackers.bracket_by_rank(figures, level, world.division).items()
    }


def gaps(world, figures):
    levels = [level for level in LEVELS if level in figures.rankings]
    return [g for level in levels for g in attackers.bracket_by_gap(figures, level, world.division)]


def test_ranks_place_no_withheld_figure(world, shaped):
    for figures in shaped:
        assert ranked(world, figures) == {}
        assert gaps(world, figures) == []
        for level in figures.rankings:
            assert attackers.unequal_equals(figures, level, world.division) == []


def test_ranks_of_withheld_figures_would_bracket_them(hamlet, bare, monkeypatch):
    monkeypatch.setattr(shaping, "rankings", lambda *_, **__: bare.rankings.items())
    figures = leaking(hamlet)
    told = ranked(hamlet, figures)
    assert set(told) >= {"GM0003", "WK000301", "WK000701"}
    for code, (low, high) in told.items():
        assert low <= bare.values.cell(hamlet.division.row[code], 2024).value <= high
    assert min(high - low for low, high in told.values()) < 20
    assert gaps(hamlet, figures)


def test_ranks_before_rounding_would_tell_which_of_two_equals_is_more(hamlet, bare, monkeypatch):
    counts, of = bare.counts.values, denominators(hamlet, bare).values
    fine = replace(bare.values, values=counts * 1000 / of)
    real = shaping.rankings
    monkeypatch.setattr(
        shaping,
        "rankings",
        lambda values, **how: real(replace(fine, states=values.states), **how),
    )
    assert 100.0 in attackers.unequal_equals(leaking(hamlet), Level.WIJK, hamlet.division)


def test_limits_of_classes_are_figures_that_are_shown(world, shaped):
    for figures in shaped:
        for level in figures.rankings:
            assert attackers.unexplained_bounds(figures, level, world.division) == []


def test_classes_of_all_figures_would_tell_a_withheld_one(hamlet, bare, monkeypatch):
    monkeypatch.setattr(shaping, "rankings", lambda *_, **__: bare.rankings.items())
    figures = leaking(hamlet)
    found = [
        bound
        for level in LEVELS
        for bound in attackers.unexplained_bounds(figures, level, hamlet.division)
    ]
    hidden = {
        cell.value
        for row in range(len(hamlet.division.areas))
        if (cell := bare.values.cell(row, 2024)).value is not None
        and figures.values.cell(row, 2024).state is State.WITHHELD
    }
    assert found
    assert set(found) <= hidden


def axes(world, figures):
    """Return by code what the axis of the line of each region tells of its highest figure."""
    told = {}
    for row, area in enumerate(world.division.areas):
        own = Line(area.code, Role.HERE, figures.values.years, figures.values.cells(row))
        chart = drawing.line("a", title="", description="", lines=[own], unit="", decimals=1)
        found = attackers.beyond_the_axis(json.loads(chart.datasets["rows"]))
        told |= {} if found is None else {area.code: found}
    return told


def test_an_axis_ends_at_what_is_shown(world, shaped):
    assert [axes(world, figures) for figures in shaped] == [{}] * len(shaped)


def test_an_axis_of_all_figures_would_tell_the_highest(hamlet, bare, monkeypatch):
    def ends(lines):
        rows = [hamlet.division.row[one.name] for one in lines]
        return drawing.nice(0.0, max(c.value for row in rows for c in bare.values.cells(row)))

    figures = leaking(hamlet)
    monkeypatch.setattr(drawing, "_ends", ends)
    told = axes(hamlet, figures)
    assert "WK000702" in told
    for code, (low, high) in told.items():
        top = max(cell.value for cell in bare.values.cells(hamlet.division.row[code]))
        assert low <= top <= high


def orders(world, figures):
    """Return by code what the order of bars tells, of the gemeenten and of the wijken in each."""
    division, told = world.division, {}
    groups = [("gemeenten", division.of(Level.GEMEENTE))]
    groups += [("wijken", division.children(area.code)) for area in groups[0][1]]
    for words, areas in groups:
        year = figures.values.years[-1]
        cells = [figures.values.cell(division.row[area.code], year) for area in areas]
        items = [Item(a.code, a.name, cell) for a, cell in zip(areas, cells, strict=True)]
        how = {"key": "a", "level": words, "reference": ("Nederland", cells[0])}
        told |= attackers.bracket_by_order(asks.bars_of(figures, items, **how).items)
    return told


def test_the_order_of_bars_places_no_withheld_figure(world, shaped):
    assert [orders(world, figures) for figures in shaped] == [{}] * len(shaped)


def test_an_order_by_all_figures_would_bracket_a_withheld_one(hamlet, bare, monkeypatch):
    def value(item):
        return bare.values.cell(hamlet.division.row[item.code], 2024).value

    def by_truth(items, **_):
        return sorted(items, key=value, reverse=True)

    figures = leaking(hamlet)
    monkeypatch.setattr(asks, "sorted", by_truth, raising=False)
    told = orders(hamlet, figures)
    assert {"GM0005", "WK000501"} <= set(told)
    for code, (low, high) in told.items():
        assert low <= bare.values.cell(hamlet.division.row[code], 2024).value <= high


def medians(world, figures):
    return {
        cell: told
        for code, group in world.peers.items()
        for cell, told in attackers.bracket_by_median(
            figures, code, group.codes, world.division, year=figures.values.years[-1]
        ).items()
    }


def test_medians_are_those_of_figures_that_are_shown(world, shaped):
    assert any((figures.similar.states == State.SHOWN).any() for figures in shaped)
    assert [medians(world, figures) for figures in shaped] == [{}] * len(shaped)


def test_medians_of_all_figures_would_bracket_a_withheld_one(hamlet, bare, monkeypatch):
    real = shaping.similar_medians
    monkeypatch.setattr(
        shaping, "similar_medians", lambda _, peers, **how: real(bare.values, peers, **how)
    )
    told = medians(hamlet, leaking(hamlet))
    assert told
    for code, (low, high) in told.items():
        here = bare.values.cell(hamlet.division.row[code], 2024).value
        assert low - 0.05 <= here <= high + 0.05
        assert math.isfinite(high)
