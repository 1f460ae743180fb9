"""Flows as a stranger reads them: their tables, and what can be worked out of them."""

import numpy as np
import pytest

from tests.attack.test_flows import world
from zicht.audit.flows import FOLDER, flow_disclosures, read_flows
from zicht.audit.page.about import About, Family
from zicht.audit.page.facts import Facts
from zicht.audit.page.stream_rows import _tip
from zicht.audit.page.talk import Talk
from zicht.audit.page.words import unexplained
from zicht.audit.transport import narrow_cells
from zicht.model.area import NEDERLAND, Area, Division
from zicht.model.published import Published, PublishedFlow, PublishedFlowYear
from zicht.model.rules import Rules
from zicht.protect.flow.hiding import choose_shown, first_shown

HEAD = (
    "jaar;van_code;van_naam;naar_code;naar_naam;aantal;toestand;voorlopig;eenheid;onderwerp;thema"
)


def division(size):
    gemeenten = [Area(f"GM{at:04d}", f"Gemeente {at}", "PV20") for at in range(1, size + 1)]
    around = [Area(NEDERLAND, "Nederland", None), Area("PV20", "Groningen", NEDERLAND)]
    return Division.sorted(2024, [*around, *gemeenten])


def told(counts, shown):
    """Return what is published of a square matrix."""
    code = [f"GM{at:04d}" for at in range(1, len(counts) + 1)]
    numbers = {(code[a], code[b]): int(counts[a, b]) for a, b in np.argwhere(shown.flows)}
    out, into = np.flatnonzero(shown.origins), np.flatnonzero(shown.destinations)
    numbers |= {(code[a], NEDERLAND): int(counts[a].sum()) for a in out}
    numbers |= {(NEDERLAND, code[b]): int(counts[:, b].sum()) for b in into}
    if shown.whole:
        numbers[NEDERLAND, NEDERLAND] = int(counts.sum())
    return PublishedFlowYear(numbers, provisional=False)


def square(seed):
    counts = world(seed)
    size = max(counts.shape)
    whole = np.zeros((size, size), dtype=np.int64)
    whole[: counts.shape[0], : counts.shape[1]] = counts
    return whole


@pytest.mark.parametrize("seed", range(60))
def test_what_is_protected_is_found_wide(seed):
    counts = square(seed)
    year = told(counts, choose_shown(counts, Rules()))
    assert list(narrow_cells(year, division(len(counts)))) == []


def test_what_is_not_protected_is_found():
    found = 0
    for seed in range(20):
        counts = square(seed)
        shown = first_shown(counts, Rules())
        shown.flows &= shown.origins[:, None] & shown.destinations[None, :]
        found += any(narrow_cells(told(counts, shown), division(len(counts))))
    assert found > 10


@pytest.fixture
def site(tmp_path):
    """Return the folder of a site with one flow of three gemeenten that shows everything."""
    place = division(3)
    names = {area.code: area.name for area in place.areas}
    codes = [NEDERLAND, *(f"GM{at:04d}" for at in (1, 2, 3))]
    lines = [HEAD]
    for origin in codes:
        for end in codes:
            count = 20 * (3 if origin == NEDERLAND else 1) * (3 if end == NEDERLAND else 1)
            words = f"{count};shown;nee;verdenkingen;Woon en pleeg;drugs"
            lines.append(f"2024;{origin};{names[origin]};{end};{names[end]};{words}")
    path = tmp_path / FOLDER / "stroom.csv"
    path.parent.mkdir(parents=True)
    path.write_text("\r\n".join([*lines, ""]), "utf-8-sig", newline="")
    return tmp_path


def found(site):
    place = division(3)
    published = Published(place, {}, read_flows(site, place))
    return [one.how for one in flow_disclosures(site, published)]


def edited(site, before, after):
    path = site / FOLDER / "stroom.csv"
    content = path.read_bytes()
    assert before.encode() in content
    path.write_bytes(content.replace(before.encode(), after.encode(), 1))
    return found(site)


def test_a_whole_table_tells_nothing_more(site):
    assert found(site) == []


def test_a_small_number_is_found(site):
    before = "GM0001;Gemeente 1;GM0002;Gemeente 2;20;shown"
    assert "A small number is told." in edited(site, before, before.replace("20;", "7;"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("20;shown", "20;withheld"),
        ("20;shown", "020;shown"),
        ("2024;GM0001;Gemeente 1;NL01", "2024;GM0001;Gemeente 1 ;NL01"),
        ("\r\n2024;NL01;Nederland;NL01", "\r\n\r\n2024;NL01;Nederland;NL01"),
    ],
)
def test_a_sign_more_is_found(site, before, after):
    assert any("not what its own numbers make of it" in how for how in edited(site, before, after))


def test_one_number_left_out_is_found(site):
    line = "2024;GM0001;Gemeente 1;GM0002;Gemeente 2;20;shown;nee;verdenkingen;Woon en pleeg;drugs"
    how = "What is shown around it tells too much of a number that is not."
    assert how in edited(site, f"{line}\r\n", "")


def test_the_name_of_a_gemeente_may_have_a_comma():
    own = Area("GM0001", "Nuenen, Gerwen en Nederwetten", "PV20")
    regions = [*division(0).areas, own, Area("GM0002", "Eindhoven", "PV20")]
    year = PublishedFlowYear(
        {("GM0001", "GM0001"): 48, ("GM0001", "GM0002"): 18}, provisional=False
    )
    flow = PublishedFlow("stroom", "Stroom", "drugs", "verdenkingen", {2024: year})
    facts = Facts(Published(Division.sorted(2024, regions), {}, flows={"stroom": flow}), {}, "", {})
    talk = Talk(facts, About("", "", Family.GEMEENTE_THEMA, "GM0001"), ["stroom"])
    assert unexplained("Nuenen, Gerwen en Nederwetten 48, Eindhoven 18.", talk) == ""
    assert unexplained("Nuenen, Gerwen en Nederwetten 48, Eindhoven 19.", talk) != ""
    assert _tip(own.name, 1200, flow) == "Nuenen, Gerwen en Nederwetten: 1.200 verdenkingen"
