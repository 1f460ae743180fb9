"""Lay an earlier release beside this one: what it showed fills in what is withheld now."""

from dataclasses import replace
from datetime import date

import pytest

from tests.attack import attackers, worlds
from zicht.model.area import Change
from zicht.model.errors import BuildError
from zicht.model.figure import State
from zicht.model.ledger import EMPTY
from zicht.publish import ledger_bytes
from zicht.read import read_ledger

KEY = "meldingen"
TREE = {
    "NL01": None,
    "GM0001": "NL01",
    "GM0002": "NL01",
    "WK000101": "GM0001",
    "WK000102": "GM0001",
    "WK000103": "GM0001",
    "WK000201": "GM0002",
    "WK000202": "GM0002",
}
COUNTS = {"WK000101": 3, "WK000102": 40, "WK000103": 45, "WK000201": 60, "WK000202": 70}
FIRST, SECOND = date(2024, 11, 1), date(2025, 11, 1)


def release(counts, people, *, tree=TREE, changes=()):
    division = worlds.division_of(tree, changes=changes)
    inwoners = worlds.series("inwoners", source=True)
    told = worlds.added_up(people, division)
    one = worlds.indicator(KEY)
    numbers = {KEY: {**worlds.added_up(plain(counts), division), **counts}}
    return worlds.world_of(division, (one, numbers), context=[(inwoners, told)])


def plain(counts):
    return {code: 0 if isinstance(number, State) else number for code, number in counts.items()}


def people(**more):
    return {**dict.fromkeys(COUNTS, 1000), **more}


@pytest.fixture
def remember(tmp_path):
    """Return the ledger after the first release of a world."""

    def remembered(world, safe):
        path = tmp_path / "ledger"
        path.write_bytes(ledger_bytes(EMPTY, worlds.published(world, safe), release=FIRST))
        return read_ledger(path)

    return remembered


def learned(world, safe, earlier=None, *, old_world=None, sums=()):
    """Return what both releases together tell; `sums` are regions that became one."""
    (figures,) = world.shape(safe)
    grids, wholes = worlds.grids_of(figures)
    book = attackers.read(grids, world.division, 2024, wholes=wholes)
    if earlier is not None:
        (before,) = (old_world or world).shape(earlier)
        old = attackers.read({KEY: before.values}, (old_world or world).division, 2024)
        for cell in old.low.keys() - old.hidden:
            if cell in book.hidden:
                book.tell(cell, old.low[cell])
        for code, pieces in sums:
            if all((KEY, piece) in old.low.keys() - old.hidden for piece in pieces):
                book.tell((KEY, code), sum(old.low[KEY, piece] for piece in pieces))
    told = attackers.subtract(book)
    return attackers.too_much({c: t for c, t in told.items() if world.truth(c, 2024) < 10})


def shifted():
    """Return two releases of the same figures; the second would shield with another wijk."""
    return (
        release(COUNTS, people(WK000102=10, WK000103=90_000)),
        release(COUNTS, people(WK000102=90_000, WK000103=10)),
    )


def test_each_release_by_itself_tells_nothing():
    for world in shifted():
        assert learned(world, world.safe()) == {}


def test_two_releases_that_do_not_know_of_each_other_tell_what_both_withhold():
    one, two = shifted()
    assert learned(two, two.safe(), one.safe()) == {(KEY, "WK000101"): (3, 3)}


def test_with_the_ledger_the_second_release_adds_nothing(remember):
    one, two = shifted()
    ledger = remember(one, one.safe())
    assert learned(two, two.safe(ledger=ledger), one.safe()) == {}


def test_what_the_past_leaves_no_room_for_is_refused_and_named(remember):
    late = {"WK000101": State.MISSING, "GM0001": 88, "NL01": 218}
    one, two = release({**COUNTS, **late}, people()), release(COUNTS, people())
    assert learned(two, two.safe(), one.naked()) == {(KEY, "WK000101"): (3, 3)}
    with pytest.raises(BuildError) as refused:
        two.safe(ledger=remember(one, one.naked()))
    for problem, year in zip(refused.value.problems, worlds.YEARS, strict=True):
        assert "for WK000101:" in problem.what
        assert "earlier release" in problem.what
        assert problem.where == f"{KEY}, {year}"
        assert problem.todo


def test_what_was_told_stays_told_and_shields_nothing(remember):
    world, _ = shifted()
    lenient = world.ruled(fewest=2)
    protected = world.protect(ledger=remember(lenient, lenient.safe()))
    (figures,) = world.shape(protected.figures)
    assert figures.values.cell(world.division.row["WK000101"], 2024).state is State.WITHHELD
    assert "WK000101, but an earlier release told it" in protected.account.notes[0].what
    assert not protected.account.notes[0].blocks


OLD = {**TREE, "GM0003": "NL01", "GM0004": "NL01", "GM0005": "NL01"}
NEW = {**TREE, "GM0009": "NL01", "GM0005": "NL01"}
MERGED = Change(date(2025, 1, 1), "merged", ("GM0003", "GM0004"), ("GM0009",))
FEW = {**COUNTS, "WK000101": 300, "GM0005": 4}
SMALL = {"GM0005": 10}


def merging():
    """Return a release before and one after two gemeenten became GM0009, beside a small one."""
    before = people(**SMALL, GM0003=90_000, GM0004=90_000, WK000201=10, WK000202=10)
    return (
        release({**FEW, "GM0003": 20, "GM0004": 30}, before, tree=OLD),
        release({**FEW, "GM0009": 50}, people(**SMALL, GM0009=10), tree=NEW, changes=(MERGED,)),
    )


SUMS = [("GM0009", ("GM0003", "GM0004"))]


def test_gemeenten_that_merged_are_known_by_their_sum():
    one, two = merging()
    told = learned(two, two.safe(), one.safe(), old_world=one, sums=SUMS)
    assert told == {(KEY, "GM0005"): (4, 4)}


def test_with_the_ledger_a_merger_tells_nothing(remember):
    one, two = merging()
    ledger = remember(one, one.safe())
    assert learned(two, two.safe(ledger=ledger), one.safe(), old_world=one, sums=SUMS) == {}


def test_without_the_change_of_division_the_ledger_would_not_see_the_sum(remember):
    one, two = merging()
    blind = replace(two, division=replace(two.division, changes=()))
    safe = blind.safe(ledger=remember(one, one.safe()))
    assert learned(two, safe, one.safe(), old_world=one, sums=SUMS) == {(KEY, "GM0005"): (4, 4)}
