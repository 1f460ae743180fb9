"""Subtract what is shown from the totals around it: over regions, over categories, over both."""

from dataclasses import replace

import numpy as np

from tests.attack import attackers
from tests.attack.worlds import grids_of
from zicht.model.rules import Zero
from zicht.protect import protection
from zicht.protect.complement import Outcome


def told(world, safe, *, wholes=True):
    """Return by year and cell what subtracting tells of withheld counts."""
    found = {}
    for figures in world.shape(safe):
        series = figures.indicator.series
        if series.protected_by_source:
            continue
        grids, sums = grids_of(figures)
        least = 1 if series.rules.zero is Zero.PUBLISH else 0
        for year in figures.values.years:
            book = attackers.read(
                grids,
                world.division,
                year,
                wholes=sums if wholes else (),
                least=least,
                adds_up=series.rules.adds_up,
            )
            found |= {(year, *cell): each for cell, each in attackers.subtract(book).items()}
    return found


def true(world, found):
    """Tell whether all that was learned is the truth."""
    return all(
        low <= world.truth(cell, year) <= high or np.isnan(world.truth(cell, year))
        for (year, *cell), (low, high) in found.items()
    )


def only_primaries(_, wanted):
    none = np.zeros(len(wanted.unknown), dtype=np.bool_)
    return Outcome(wanted.unknown, none, none)


def unlinked(families, **change):
    """Return the families of series as they would be if some sums were not thought of."""
    return lambda themes: tuple(
        replace(each, **{name: how(each) for name, how in change.items()})
        for each in families(themes)
    )


def test_subtracting_tells_nothing(world):
    found = told(world, world.safe())
    assert found
    assert true(world, found)
    assert attackers.too_much(found) == {}


def test_subtracting_succeeds_where_nothing_shields_what_is_withheld(world, monkeypatch):
    monkeypatch.setattr("zicht.protect.year.complement", only_primaries)
    found = told(world, world.safe())
    assert len(attackers.too_much(found)) >= 5
    assert attackers.exactly(found)
    assert true(world, found)


def test_subtracting_regions_succeeds_where_their_sums_are_not_thought_of(world, monkeypatch):
    apart = unlinked(protection.families, adds_up=lambda each: (False,) * len(each.keys))
    monkeypatch.setattr(protection, "families", apart)
    found = attackers.too_much(told(world, world.safe(), wholes=False))
    assert found
    assert true(world, found)


def test_subtracting_categories_succeeds_where_their_sums_are_not_thought_of(world, monkeypatch):
    monkeypatch.setattr(protection, "families", unlinked(protection.families, wholes=lambda _: ()))
    found = told(world, world.safe())
    assert any("." in key for _, key, _ in attackers.too_much(found))
    assert true(world, found)


def test_a_count_is_nearly_known_where_rules_ask_for_no_room(world):
    weak = world.ruled(width=1, reach=1)
    found = told(weak, weak.safe())
    assert attackers.too_much(found)
    assert true(world, found)
