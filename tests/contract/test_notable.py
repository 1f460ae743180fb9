"""What stands out in all gemeenten of a small country: each sentence is true, and Dutch."""

import json
import re
from math import sqrt
from statistics import median

import pytest

from zicht import pipeline
from zicht.atlas import make_atlas
from zicht.model.area import Level
from zicht.model.figure import Against, Cell, Notable, State
from zicht.read import read_delivery
from zicht.render import gemeente_json, gemeente_page
from zicht.render.notes import sentence

FIGURE = r"(-?\d{1,3}(?:\.\d{3})*(?:,\d+)?)"
NOTE = re.compile(
    rf"(?P<title>[^:]+?): {FIGURE}(?P<unit>%?[^.%]*(?:\d\.\d+[^.%]*)*) in (?P<year>20\d\d)"
    rf"(?P<early> \(voorlopig\))?\. Dat is "
    rf"(?:(?P<times>\d+,\d) keer zo (?:veel|hoog) als|"
    rf"(?:(?P<share>\d+)% )?(?P<word>meer|minder|hoger|lager) dan) "
    rf"in (?P<place>vergelijkbare gemeenten|heel Nederland|20\d\d) "
    rf"\((?:voorlopig: )?(?P<there>[\d.,]+)%?\)\."
)
QUIET = "Voor zover wij kunnen vergelijken, wijkt geen cijfer hier sterk af"
FEW = "Van deze gemeente zijn te weinig cijfers te tonen om te zeggen wat opvalt."
SMALL = "De meeste aantallen zijn hier te klein om te zeggen wat opvalt"
CHANCE, FEWEST = 3, 20


def dutch(text):
    return float(text.replace(".", "").replace(",", "."))


@pytest.fixture(scope="module")
def atlas(small_delivery, tmp_path_factory):
    order = pipeline.Order(small_delivery, tmp_path_factory.mktemp("none"))
    with pipeline.workers(2) as executor:
        reading = read_delivery(small_delivery)
        figures = pipeline.protected_of(reading, order, executor).figures
        return make_atlas(reading, figures, flows=pipeline.safe_flows(reading))[0]


@pytest.fixture(scope="module")
def files(atlas):
    """Return the file of each gemeente, as its readers take it along."""
    codes = [area.code for area in atlas.division.of(Level.GEMEENTE)]
    return {code: json.loads(gemeente_json(atlas, code).content) for code in codes}


@pytest.fixture(scope="module")
def pages(atlas, files):
    return {code: gemeente_page(atlas, code).told for code in files}


def said(pages):
    """Yield each gemeente with what stands out there: the sentence and its parts."""
    for code, told in pages.items():
        for _, text in told["notable"]:
            found = NOTE.fullmatch(text)
            assert found, text
            yield code, found


def column(told, key, year):
    return told["indicators"][key]["years"].index(int(year))


def cell(told, key, code, year, kind="values"):
    """Return a number from a file; None where there is none."""
    value = told["regions"][code][kind][key][column(told, key, year)]
    return None if isinstance(value, dict) else value


def key_of(told, found):
    (key,) = [k for k, about in told["indicators"].items() if about["title"] == found["title"]]
    return key


def other(files, atlas, code, found, key):
    """Return what the figure of a sentence is set against, from the files."""
    told, year = files[code], found["year"]
    if found["place"] == "heel Nederland":
        return cell(told, key, "NL01", year)
    if found["place"].isdigit():
        return cell(told, key, code, found["place"])
    near = (cell(files[peer], key, peer, year) for peer in atlas.peers[code].codes)
    middle = median(value for value in near if value is not None)
    return pytest.approx(middle, abs=0.5001 * 10 ** -told["indicators"][key]["decimals"])


def test_every_gemeente_has_at_most_five_sentences_or_says_why_not(pages):
    assert len(pages) == 342
    for told in pages.values():
        themes = [note.indicator.theme for note, _ in told["notable"]]
        keys = [note.indicator.key for note, _ in told["notable"]]
        assert len(keys) == len(set(keys)) <= 5
        assert all(themes.count(theme) <= 2 for theme in themes)
        assert told["notable"] or told["silence"].startswith((QUIET, FEW, SMALL))


def test_sentences_of_every_kind_are_found_in_every_ranked_theme(pages, atlas):
    places = [found["place"] for _, found in said(pages)]
    assert len(places) > 300
    assert {"20dd" if place.isdigit() else place for place in places} == {
        "vergelijkbare gemeenten",
        "heel Nederland",
        "20dd",
    }
    themes = {note.indicator.theme for told in pages.values() for note, _ in told["notable"]}
    assert themes == {theme.key for theme in atlas.themes if theme.ranked}


def test_every_number_of_a_sentence_is_that_of_the_files(pages, files, atlas):
    for code, found in said(pages):
        told, key = files[code], key_of(files[code], found)
        assert found["unit"].strip() == told["indicators"][key]["unit"]
        here = cell(told, key, code, found["year"])
        assert here == dutch(found[2]), found[0]
        assert dutch(found["there"]) == other(files, atlas, code, found, key), found[0]
        early = int(found["year"]) in told["indicators"][key]["provisional"]
        assert early == (found["early"] is not None), found[0]
        newest = [cell(told, key, each, found["year"]) for each in (code, "NL01")]
        assert newest[0] is not None, found[0]


def test_every_difference_is_as_it_is_told_and_large(pages):
    for _, found in said(pages):
        ratio = dutch(found[2]) / dutch(found["there"])
        assert not 2 / 3 < ratio < (4 / 3 if found["place"].isdigit() else 1.5), found[0]
        if found["times"]:
            assert ratio >= 2
            assert dutch(found["times"]) == pytest.approx(ratio, abs=0.0501), found[0]
        else:
            assert (ratio > 1) == (found["word"] in {"meer", "hoger"}), found[0]
        if found["share"]:
            assert float(found["share"]) == pytest.approx(abs(ratio - 1) * 100, abs=0.501)


def test_no_small_count_stands_out_and_none_that_chance_may_have_made(pages, files):
    for code, found in said(pages):
        told, key = files[code], key_of(files[code], found)
        counted = told["indicators"][key]["counts"] in {"persons", "objects", "firms"}
        past = found["place"] if found["place"].isdigit() else None
        if not counted or key not in told["regions"][code]["counts"]:
            assert past is None, found[0]
            continue
        years = [found["year"], past] if past else [found["year"]]
        counts = [cell(told, key, code, year, "counts") for year in years]
        assert all(count is not None and count >= FEWEST for count in counts), found[0]
        expected = counts[0] * dutch(found["there"]) / dutch(found[2])
        error = sqrt(expected + counts[0]) if past else sqrt(expected)
        assert abs(counts[0] - expected) > CHANCE * error, found[0]


def test_only_what_has_a_place_stands_out_and_there_at_an_end(pages, files):
    for code, told in pages.items():
        for note, _ in told["notable"]:
            assert note.indicator.placed
            if note.against is not Against.PAST:
                key = note.indicator.key
                every = (cell(file, key, each, note.year) for each, file in files.items())
                shown = sorted(value for value in every if value is not None)
                below = sum(value < note.here.value for value in shown)
                above = sum(value > note.here.value for value in shown)
                assert min(below, above) <= len(shown) / 5, (code, key)
                assert (note.here.value > note.there.value) == (below > above)


def test_no_year_is_held_against_one_before_a_break(pages, atlas):
    for code, told in pages.items():
        for note, _ in told["notable"]:
            if note.before is not None:
                assert 2 <= note.year - note.before <= 4
                broken = {*note.indicator.breaks, *atlas.breaks[code]}
                assert not any(note.before < year <= note.year for year in broken)


@pytest.mark.parametrize("against", Against)
@pytest.mark.parametrize(("here", "there"), [(0.4, 1.0), (1.7, 1.0), (1234.5, 600.5)])
def test_a_sentence_is_dutch_for_every_indicator_that_may_have_one(atlas, against, here, there):
    before = 2021 if against is Against.PAST else None
    cells = [Cell(State.SHOWN, value, provisional=True) for value in (here, there)]
    placed = [each.indicator for each in atlas.figures.values() if each.indicator.placed]
    assert placed
    for indicator in placed:
        text = sentence(Notable(indicator, 2024, *cells, against, before))
        found = NOTE.fullmatch(text)
        assert found, text
        assert (found["title"], found["unit"].strip()) == (indicator.title, indicator.unit)
        assert not re.search(r"  | [.,;:]|\.\.|%%", text), text


COUNTED = re.compile(
    r"(?:(?P<many>Geen|\d+) van de|(?P<all>Alle)) (?P<group>\d+) omliggende gemeenten"
    r"(?P<some> met een cijfer)? (?:heeft|hebben) een hoger cijfer"
)
ONLY = re.compile(
    r"(?P<name>.+?)(?:, de enige omliggende gemeente met een cijfer,)? heeft "
    r"(?P<how>hetzelfde|een hoger|een lager) cijfer"
)
ABSENT = re.compile(r"Van .+ is er geen cijfer om te tonen(?:; van (?P<known>.+) wel)?")
HIDDEN = re.compile(r"; van (\d+) gemeenten? is het cijfer niet getoond \(x\)$")


def around(files, atlas, code, each):
    """Return the own figure, those of its neighbours, and how many are withheld, from the files."""
    key, near = each.indicator.key, atlas.neighbours[code]
    raw = [files[o]["regions"][o]["values"][key] for o in (code, *near)]
    at = column(files[code], key, each.year)
    own, *others = [row[at] for row in raw]
    shown = {files[o]["regions"][o]["name"]: v for o, v in zip(near, others, strict=True)
             if not isinstance(v, dict)}  # fmt: skip
    return own, shown, sum(value == {"state": "withheld"} for value in others)


def test_every_sentence_about_neighbours_counts_those_that_are_shown(pages, files, atlas):
    forms = set()
    for code, told in pages.items():
        for each in told["surroundings"]:
            own, shown, hidden = around(files, atlas, code, each)
            text = each.sentence.removesuffix(".")
            withheld = HIDDEN.search(text)
            text = HIDDEN.sub("", text)
            counted, only = COUNTED.fullmatch(text), ONLY.fullmatch(text)
            if counted:
                higher = sum(value > own for value in shown.values())
                many = counted["group"] if counted["all"] else counted["many"]
                assert (0 if many == "Geen" else int(many)) == higher, (code, text)
                assert int(counted["group"]) == len(shown), (code, text)
                assert ("heeft" in text) == (higher <= 1 and not counted["all"]), text
            elif only:
                ((name, value),) = shown.items()
                how = {0: "hetzelfde", 1: "een hoger", -1: "een lager"}
                expected = name, how[(value > own) - (value < own)]
                assert (only["name"], only["how"]) == expected
            else:
                absent = ABSENT.fullmatch(text)
                assert absent, text
                assert not shown or isinstance(own, dict), text
            if shown:
                assert (int(withheld[1]) if withheld else 0) == hidden, (code, text)
            forms.add("counted" if counted else "only" if only else "absent")
    assert forms == {"counted", "only", "absent"}
