"""Two hundred combinations that nobody thought of, from the file and from the page."""

import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from tests.browser.visit import Visit
from zicht.publish import running

pytestmark = [pytest.mark.browser, pytest.mark.large]

MANY = 200
SYMBOLS = {"withheld": "x", "impossible": "n.v.t.", "missing": ".", "pending": "volgt"}
REASONS = {
    "withheld": "omdat een cijfer niet getoond is",
    "impossible": "omdat een cijfer er niet kan voorkomen",
    "pending": "omdat een cijfer nog niet is gepubliceerd",
    "missing": "omdat een cijfer niet is geleverd",
}
"""In the order in which a reason is told when the two figures lack for different ones."""
NUMBER = r"-?\d[\d.]*(?:,\d+)?"

GO = """async ([query, id]) => {
  history.replaceState(null, "", query);
  dispatchEvent(new PopStateEvent("popstate"));
  const part = document.getElementById(id);
  while (part.getAttribute("aria-busy") !== "false") await new Promise(requestAnimationFrame);
}"""
CELL = """const text = cell =>
  (cell.querySelector("[aria-hidden]") ?? cell.querySelector("a") ?? cell).textContent.trim();
const code = row => row.querySelector("a").href.match(/[/]((?:gm|wk)[a-z0-9]+)(?:-|[/])/)[1];
"""
PAIR = (
    "() => {"
    + CELL
    + """
  const list = document.getElementById("paar-lijst");
  const more = list.querySelector(".scroll ~ button");
  while (!more.hidden) more.click();
  const texts = which => [...document.querySelectorAll(which)].map(e => e.innerText);
  return {
    said: texts("#paar-uitkomst p"), legend: texts("#paar-legenda li"),
    rows: [...list.querySelectorAll("tbody tr")].map(
      row => [code(row), ...[...row.cells].map(text)]),
  };
}"""
)
LIST = (
    "() => {"
    + CELL
    + """
  for (const more of document.querySelectorAll("#lijst .scroll ~ button"))
    while (!more.hidden) more.click();
  return {
    said: [...document.querySelectorAll("#lijst .uitkomst p")].map(e => e.innerText),
    counts: Object.fromEntries([...document.querySelectorAll(".signaal")].map(
      row => [row.dataset.signaal, row.querySelector("p.mild").innerText])),
    rows: [...document.querySelectorAll("#lijst tbody tr")].map(row => [
      code(row), row.closest("details") ? "perhaps" : "enough",
      ...[...row.cells].slice(1).map(text)]),
  };
}"""
)


def number(text):
    """Return the number in a Dutch text: 1234.5 of "✓ 1.234,5*"."""
    return float(re.search(NUMBER, text)[0].replace(".", "").replace(",", "."))


def numbers(text):
    return [number(found) for found in re.findall(NUMBER, text)]


@dataclass(frozen=True)
class World:
    """All figures of the file, and what the page calls them."""

    columns: dict
    codes: dict
    shown: dict
    indicators: dict

    def regions(self, level, inside):
        return [c for c in self.codes[level] if not inside or c[2:6] == inside[2:]]

    def years(self, key, level):
        """Return the years in which any region of the level has a figure."""
        return self.shown.get((key, level), [])

    def column(self, key, year, codes):
        """Return value and state of each region."""
        found = self.columns[key, year].reindex(codes)
        return found.assign(waarde_toestand=found.waarde_toestand.fillna("missing"))


@pytest.fixture(scope="module")
def world(zeeland_site):
    frame = pd.read_parquet(zeeland_site / "data/all.parquet")
    names = ["indicator", "regiocode", "niveau", "waarde_toestand"]
    frame = frame[frame.uitsplitsing.isna()].astype(dict.fromkeys(names, str))
    told = json.loads((zeeland_site / "data/indicatoren.json").read_text("utf-8"))
    shown = frame[frame.waarde_toestand == "shown"]
    return World(
        {
            which: own.set_index("regiocode")[["waarde", "waarde_toestand"]]
            for which, own in frame.groupby(["indicator", "jaar"])
        },
        {level: sorted(own.unique()) for level, own in frame.groupby("niveau")["regiocode"]},
        {
            which: sorted(own.unique().tolist())
            for which, own in shown.groupby(["indicator", "niveau"])["jaar"]
        },
        {each["key"]: each for theme in told["themes"] for each in theme["indicators"]},
    )


@pytest.fixture(scope="module")
def page(browser, zeeland_site):
    with running(zeeland_site) as base, Visit(browser, base.rstrip("/") + "/") as visit:
        opened = visit.open("combineer/?minstens=2")
        yield opened


@dataclass(frozen=True)
class Place:
    level: str
    inside: str

    @property
    def pairs(self):
        if self.inside:
            return [("binnen", self.inside)]
        return [("niveau", "wijk")] if self.level == "wijk" else []


def place_of(chance, world):
    kind = chance.integers(3)
    gemeenten = world.regions("gemeente", "")
    if kind == 0:
        return Place("gemeente", "")
    return Place("wijk", "" if kind == 1 else str(chance.choice(gemeenten)))


def shown_at(page, pairs, part, reading):
    page.evaluate(GO, [f"?{urlencode(pairs)}", part])
    return page.evaluate(reading)


def some_pair(chance, world):
    """Return two indicators with a year in common, a place, a year and the lines that are asked."""
    while True:
        place = place_of(chance, world)
        x, y = (str(key) for key in chance.choice(sorted(world.indicators), 2, replace=False))
        years = sorted({*world.years(x, place.level)} & {*world.years(y, place.level)})
        if years:
            year = int(chance.choice(years)) if chance.random() < 0.6 else None
            country = chance.random() < 0.3
            country &= world.indicators[x]["placed"] and world.indicators[y]["placed"]
            return place, x, y, years, year, bool(country)


def test_two_indicators_are_what_the_file_holds(page, world):
    chance = np.random.default_rng(20261101)
    for _ in range(MANY // 2):
        place, x, y, years, asked, country = some_pair(chance, world)
        query = [("x", x), ("y", y), *place.pairs]
        query += [("jaar", str(asked))] if asked else []
        query += [("grens", "nederland")] if country else []
        told = shown_at(page, query, "paar", PAIR)
        year = asked or years[-1]
        codes = world.regions(place.level, place.inside)
        both = pd.concat([world.column(key, year, codes) for key in (x, y)], axis=1)
        both.columns = ["x", "state_x", "y", "state_y"]
        check_pair(told, both, world, (x, y), year, country=country)


def check_pair(told, both, world, keys, year, *, country):
    kept = both[(both.state_x == "shown") & (both.state_y == "shown")]
    rows = {row[0].upper(): row for row in told["rows"]}
    assert sorted(rows) == sorted(both.index)
    for code, row in both.iterrows():
        figures = rows[code][-3:-1]
        check_cell(figures[0], row.x, row.state_x)
        check_cell(figures[1], row.y, row.state_y)
    assert numbers(told["said"][0]) == [len(kept), year]
    check_dropped(told, both)
    check_rank(" ".join(told["said"]), kept)
    if len(kept):
        check_quadrants(told, rows, kept, lines_of(world, kept, keys, year, country=country))


def check_cell(text, value, state):
    if state == "shown":
        assert number(text) == value
    else:
        assert text == SYMBOLS[state]


def check_dropped(told, both):
    def reason(row):
        return next((s for s in REASONS if s in (row.state_x, row.state_y)), "shown")

    counts = both.apply(reason, axis=1).value_counts()
    text = " ".join(told["said"])
    for state, words in REASONS.items():
        found = re.findall(rf"({NUMBER}) (?:\w+ (?:valt|vallen) weg, )?{words}", text)
        assert [number(each) for each in found] == ([counts[state]] if state in counts else [])


def check_rank(text, kept):
    if kept.empty:
        return
    found = re.search(r"rangcorrelatie is (-?\d,\d\d)", text)
    if len(kept) < 10 or np.ptp(kept.x) == 0 or np.ptp(kept.y) == 0:
        assert found is None
        assert "niets te zeggen" in text
        return
    rank = stats.spearmanr(kept.x, kept.y).statistic
    assert abs(number(found[1]) - rank) < 0.005 + 1e-9


def lines_of(world, kept, keys, year, *, country):
    if country:
        own = [world.column(key, year, ["NL01"]).iloc[0] for key in keys]
        if all(each.waarde_toestand == "shown" for each in own):
            return own[0].waarde, own[1].waarde
    return tuple(sorted(kept[side])[(len(kept) - 1) // 2] for side in ("x", "y"))


def check_quadrants(told, rows, kept, lines):
    which = (kept.x > lines[0]) + 2 * (kept.y > lines[1])
    counts = [int((which == each).sum()) for each in (3, 1, 2, 0)]
    assert [number(line.rsplit(": ", 1)[1]) for line in told["legend"][:4]] == counts
    words = [line.rsplit(": ", 1)[0] for line in told["legend"][:4]]
    named = dict(zip((3, 1, 2, 0), words, strict=True))
    for code, each in which.items():
        assert rows[code][-1] == named[each]


def some_signals(chance, world, place):
    """Return one to five indicators, each with a threshold that somebody could choose."""
    keys = chance.choice(sorted(world.indicators), int(chance.integers(1, 6)), replace=False)
    signals = {}
    for key in map(str, keys):
        years = world.years(key, place.level)
        if not years:
            signals[key] = 1.0
            continue
        codes = world.regions(place.level, "")
        figures = world.column(key, int(chance.choice(years)), codes).waarde.dropna()
        edge = figures.quantile(chance.random(), interpolation="nearest")
        signals[key] = float(edge if chance.random() < 0.7 else np.round(edge * 1.1, 3))
    return signals


def test_shortlists_are_what_the_file_holds(page, world):
    chance = np.random.default_rng(20261102)
    for _ in range(MANY // 2):
        place = place_of(chance, world)
        signals = some_signals(chance, world, place)
        fewest = int(chance.integers(1, len(signals) + 1))
        asked = int(chance.integers(2019, 2025)) if chance.random() < 0.5 else None
        query = [("signaal", f"{key}:{edge!r}") for key, edge in signals.items()]
        query += [("minstens", str(fewest)), *place.pairs]
        query += [("jaar", str(asked))] if asked else []
        told = shown_at(page, query, "lijst", LIST)
        codes = world.regions(place.level, place.inside)
        columns = {}
        for key in signals:
            years = world.years(key, place.level)
            if years and (asked is None or asked in years):
                columns[key] = world.column(key, asked or years[-1], codes)
        check_shortlist(told, columns, signals, fewest, codes)


def check_shortlist(told, columns, signals, fewest, codes):
    for key in signals:
        check_count(told["counts"][key], columns.get(key), signals[key])
    if not columns:
        assert told["rows"] == []
        return
    met = pd.DataFrame({key: each.waarde >= signals[key] for key, each in columns.items()})
    unknown = pd.DataFrame({key: each.waarde.isna() for key, each in columns.items()})
    many, most = met.sum(axis=1), met.sum(axis=1) + unknown.sum(axis=1)
    enough, perhaps = many >= fewest, (many < fewest) & (most >= fewest)
    rows = {row[0].upper(): row for row in told["rows"]}
    assert {c for c, row in rows.items() if row[1] == "enough"} == set(enough[enough].index)
    assert {c for c, row in rows.items() if row[1] == "perhaps"} == set(perhaps[perhaps].index)
    check_answer(told["said"], enough.sum(), perhaps.sum(), len(codes))
    for code, row in rows.items():
        assert number(row[2]) == many[code]
        for cell, (key, each) in zip(row[3:], columns.items(), strict=True):
            check_cell(cell, each.waarde[code], each.waarde_toestand[code])
            assert cell.startswith("✓") == met[key][code]


def check_count(text, column, edge):
    if column is None:
        assert "telt niet mee" in text
        return
    among = int(column.waarde.notna().sum())
    states = column.waarde_toestand
    withheld = int((states == "withheld").sum())
    others = len(column) - among - withheld
    assert f"{withheld} niet getoond" in text if withheld else "niet getoond" not in text
    assert f"{others} zonder cijfer" in text if others else "zonder cijfer" not in text
    if among:
        assert numbers(text)[:2] == [(column.waarde >= edge).sum(), among]


def check_answer(said, enough, perhaps, regions):
    if enough:
        assert numbers(said[0])[:2] == [enough, regions]
    else:
        assert "Geen enkele" in said[0]
    hidden = [line for line in said if "niet te zeggen" in line]
    assert [number(line) for line in hidden] == ([perhaps] if perhaps else [])
    others = [line for line in said if line.endswith(" dat niet.")]
    rest = regions - enough - perhaps
    assert [number(line) for line in others] == ([rest] if rest else [])
