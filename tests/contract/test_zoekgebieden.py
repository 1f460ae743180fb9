"""What pages say of zoekgebieden is what anybody makes of the downloads."""

import csv
import json
import re

import pytest

VERDICT = {True: "ja", False: "nee", None: "niet te zeggen"}


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture(scope="module")
def asked(country):
    return json.loads((country[0] / "data/zoekgebieden.json").read_text())["combinations"]


@pytest.fixture(scope="module")
def cells(country):
    """Return the figure of a wijk or buurt in the newest year in which its level has one."""
    found = {}
    tables = country[0].glob("data/indicator/*.csv")
    for path in sorted(path for path in tables if path.suffixes == [".csv"]):
        rows = [row for row in rows_of(path) if not row["uitsplitsing"]]
        for level in ("wijk", "buurt"):
            some = [row for row in rows if row["niveau"] == level]
            year = max((r["jaar"] for r in some if r["waarde_toestand"] == "shown"), default=None)
            found[path.stem, level] = {
                r["regiocode"]: r["waarde"].replace(",", ".") for r in some if r["jaar"] == year
            }
    return found


def limit(signal, values):
    if signal["at_least"] is not None:
        return signal["at_least"] if values else None
    ordered = sorted(values)
    start = len(ordered) - len(ordered) // 5
    high = ordered[start:] if len(ordered) >= 5 else []
    return high[0] if high and high[0] > ordered[0] else None


def judged(combination, cells, level):
    """Return the signals of each region of a level, as a reader with the tables finds them."""
    limits = {}
    for signal in combination["signals"]:
        told = cells[signal["indicator"], level]
        least = limit(signal, [float(value) for value in told.values() if value])
        if least is not None:
            limits[signal["indicator"]] = least
    if len(limits) < combination["fewest"]:
        return {}
    codes = {code for key in limits for code in cells[key, level]}
    found = {}
    for code in codes:
        values = [(cells[key, level][code], least) for key, least in limits.items()]
        met = sum(bool(value) and float(value) >= least for value, least in values)
        unknown = sum(not value for value, _ in values)
        enough = met >= combination["fewest"]
        found[code] = (met, unknown, enough or (None if met + unknown >= combination["fewest"]
                                                else False))  # fmt: skip
    return found


def test_the_tables_tell_what_the_tables_of_indicators_make(country, asked, cells):
    told = 0
    for key, combination in asked.items():
        right = {**judged(combination, cells, "wijk"), **judged(combination, cells, "buurt")}
        rows = rows_of(country[0] / f"data/zoekgebied/{key}.csv")
        assert {row["regiocode"] for row in rows} == set(right)
        for row in rows:
            met, unknown, verdict = right[row["regiocode"]]
            assert (row["gehaald"], row["onbekend"]) == (str(met), str(unknown)), row
            assert row["zoekgebied"] == VERDICT[verdict], row
            told += 1
    assert told > 50


def test_every_gemeente_and_wijk_is_told_its_zoekgebieden(country, asked, cells):
    dist = country[0]
    for combination in asked.values():
        right = judged(combination, cells, "wijk")
        for path in sorted((dist / "gemeente").glob("gm*/index.html")):
            code = path.parent.name[2:6]
            mine = [verdict for wijk, (_, _, verdict) in right.items() if wijk[2:6] == code]
            if mine:
                some = str(mine.count(True)) if mine.count(True) else "geen"
                assert f"In {some} van de {len(mine)} wijken is te zien dat" in part(
                    path.read_text(), combination["title"]
                )
        for path in sorted((dist / "wijk").glob("wk*/index.html")):
            found = right.get(path.parent.name[:8].upper())
            if found is not None:
                said = part(path.read_text(), combination["title"])
                words = {True: "De wijk is een", False: "De wijk is geen", None: "Of de wijk een"}
                assert words[found[2]] in said, path


def part(text, title):
    """Return the part of a page under the heading of a combination."""
    found = re.search(rf"<h3><a [^>]*>{re.escape(title)}</a></h3>(.*?)(?:<h3>|</section>)", text,
                      re.DOTALL)  # fmt: skip
    assert found, title
    return found[1]
