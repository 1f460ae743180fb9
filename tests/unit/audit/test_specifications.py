"""The file of the charts tells of a cell that is withheld: the field is found."""

import json
import re

import pytest

from tests.unit.audit.country import country, spoil

__all__ = ["country"]

OPENING = '<script type="application/json" id="grafieken">'
WITHIN = re.compile(rf"(?<={OPENING}).*(?=</script>)")
WIJK, THEMA = "wijk/*/index.html", "gemeente/*/*/grafieken.json"
GEMEENTE = "gemeente/gm*/grafieken.json"
NATION = "thema/*/*/grafieken.json"


def document(change):
    """Return what changes a document, a file or in a page; False tells that nothing changed."""

    def spoil_text(text):
        within = WITHIN.search(text)
        told = json.loads(within[0] if within else text)
        if change(told) is False:
            return None
        made = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return text.replace(within[0], made) if within else made

    return spoil_text


def row(kind, holds, **fields):
    """Return what changes the first row for which something holds, in a chart of a kind."""

    def change(told):
        for name, rows in told["datasets"].items():
            if told["usermeta"]["kinds"].get(name) == kind:
                for at in (at for at, each in enumerate(rows) if holds(each)):
                    rows[at] = rows[at] | fields
                    return True
        return False

    return document(change)


def one_of_several(kind, holds, **fields):
    """Return what changes the first of several rows for which something holds, in one chart."""

    def change(told):
        for name, rows in told["datasets"].items():
            if told["usermeta"]["kinds"].get(name) == kind:
                at = [n for n, each in enumerate(rows) if holds(each)]
                if len(at) > 1:
                    rows[at[0]] = rows[at[0]] | fields
                    return True
        return False

    return document(change)


def swapped(kind, holds):
    """Return what lets two neighbours change places in the data of a chart."""

    def change(told):
        for name, rows in told["datasets"].items():
            if told["usermeta"]["kinds"].get(name) == kind:
                at = [n for n, each in enumerate(rows) if holds(each)]
                if len(at) > 1:
                    rows[at[0]], rows[at[1]] = rows[at[1]], rows[at[0]]
                    return True
        return False

    return document(change)


def added(told):
    told["datasets"]["geheim"] = [{"code": "WK066400", "value": 7}]


def shaped(told):
    if not told["datasets"].get("shapes"):
        return False
    told["datasets"]["shapes"][0]["properties"] = {"n": 7}
    return True


def specified(told):
    told["vconcat"][0]["height"] = 77


def titled(told):
    told["vconcat"][0]["title"] += " 7"


def headed(told):
    told["title"] += " 7"


def described(told):
    told["usermeta"]["n"] = 7


def configured(told):
    told["config"]["axis"]["labelFontSize"] = 77


def noted(told):
    told["description"] = "7"


def hidden(each):
    return each.get("class") == "withheld"


def valueless(each):
    return each.get("part") == "item" and each.get("value") is None


def part(name):
    return lambda each: each.get("part") == name


def gap(each):
    return each.get("part") == "point" and each["value"] is None


CHANNELS = {
    "the text of a region": (WIJK, row("map", hidden, text="0,7"), "text"),
    "what a pointer hears": (WIJK, row("map", hidden, tip="Centrum: 0,7"), "tip"),
    "the class of a region": (WIJK, row("map", hidden, **{"class": "1"}), "class"),
    "a field of a region": (WIJK, row("map", hidden, value=0.7), "value"),
    "the name of a region": (WIJK, row("map", hidden, name="Centrum 7"), "name"),
    "where a region leads": (WIJK, row("map", hidden, href="../../?n=7"), "href"),
    "the order of regions": (WIJK, swapped("map", hidden), "code"),
    "a gap in a small line": (WIJK, row("spark", gap, value=0.7), "value"),
    "a dot of a small line": (WIJK, row("spark", gap, dot="full"), "dot"),
    "a tip of a small line": (WIJK, row("spark", gap, tip="0,7"), "tip"),
    "a set of data": (WIJK, document(added), "geheim"),
    "an outline": (WIJK, document(shaped), "shapes"),
    "a specification": (WIJK, document(specified), "{"),
    "the title of a chart": (WIJK, document(titled), "title"),
    "the title of the file": (WIJK, document(headed), "title"),
    "what is told of the file": (WIJK, document(described), "usermeta"),
    "the look of all charts": (WIJK, document(configured), "config"),
    "a part of the file": (WIJK, document(noted), "description"),
    "a bar": (THEMA, row("bar", valueless, value=0.7), "value"),
    "the text of a bar": (THEMA, row("bar", valueless, text="0,7"), "text"),
    "the order of bars": (THEMA, swapped("bar", valueless), "code"),
    "a gap in a line": (THEMA, row("line", gap, value=0.7), "value"),
    "the end of an axis": (THEMA, row("line", part("year"), value=77), "value"),
    "the tip of a year": (THEMA, row("line", part("year"), tip="2019: Goes 0,7"), "tip"),
    "the symbol of a year": (THEMA, row("line", part("state"), label="7"), "label"),
    "the axis of a strip": (THEMA, row("strip", part("axis"), to=77.0), "to"),
    "a mark of a strip": (THEMA, row("strip", part("item"), value=0.7), "value"),
    "how many share a mark": (THEMA, row("strip", part("item"), n=7), "n"),
    "the height of a mark": (
        THEMA,
        one_of_several("strip", lambda each: each.get("n") == 1, top=30.1),
        "strook",
    ),
    "the label of a strip": (THEMA, row("strip", part("label"), label="Goes 0,7"), "label"),
    "a dot": (GEMEENTE, row("dots", part("item"), value=0.7), "value"),
    "how high a dot stands": (GEMEENTE, row("dots", part("item"), top=20), "top"),
    "which neighbour a dot is": (GEMEENTE, row("dots", part("item"), code="GM0007"), "code"),
    "the axis of dots": (GEMEENTE, row("dots", part("axis"), to=77.0), "to"),
    "the rule of dots": (GEMEENTE, row("dots", part("reference"), value=0.7), "value"),
    "what dots are held against": (
        GEMEENTE,
        row("dots", part("beneath"), label="Nederland 7"),
        "label",
    ),
    "no document at all": (NATION, lambda text: text[:-7], "no JSON"),
    "a document within a page that has one beside it": (
        "thema/*/index.html",
        lambda text: text.replace("</main>", f"{OPENING}{{}}</script></main>"),
        "no JSON",
    ),
}
PLACES = {name: place for name, (_, _, place) in CHANNELS.items()}


@pytest.fixture(scope="module")
def spoiled(country, tmp_path_factory):
    channels = {name: (pattern, change) for name, (pattern, change, _) in CHANNELS.items()}
    return spoil(country, channels, tmp_path_factory.mktemp("specifications"))


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_field_that_no_shown_figure_explains_is_found(spoiled, channel):
    path, found = spoiled[channel]
    assert any(each.path == path and PLACES[channel] in each.place for each in found)
