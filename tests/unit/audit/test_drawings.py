"""A drawing tells of a cell that is withheld: the mark is found."""

import re

import pytest

from tests.unit.audit.country import country, spoil

__all__ = ["country"]

WIJK, GEMEENTE, THEMA = "wijk/*/index.html", "gemeente/gm*/index.html", "gemeente/*/*/index.html"
HATCHED = 'fill="url(#hatch) #eef0f3"'


def match(pattern, new):
    return lambda text: re.sub(pattern, new, text, count=1, flags=re.DOTALL)


def within(kind, pattern, new):
    """Return what changes the first chart of a kind in which the pattern occurs."""

    def change(text):
        for found in re.finditer(rf'<svg class="chart chart-{kind}".*?</svg>', text, re.DOTALL):
            changed = re.sub(pattern, new, found[0], count=1, flags=re.DOTALL)
            if changed != found[0]:
                return text.replace(found[0], changed, 1)
        return None

    return change


def shrunk(text):
    """Halve every bar of a chart: as if a longer one, of nobody shown, set the scale."""

    def bars(found):
        return re.sub(
            r"h(-?[\d.]+)v13h(-?[\d.]+)Z",
            lambda m: f"h{float(m[1]) / 2:g}v13h{float(m[2]) / 2:g}Z",
            found[0],
        )

    return re.sub(r'<svg class="chart chart-bar".*?</svg>', bars, text, flags=re.DOTALL)


CHANNELS = {
    "a point more on a small line": (WIJK, within("spark", r"(<path d=\"M[^\"Z]+)\"", r'\1L88,3"')),
    "a point of a small line moved": (WIJK, within("spark", r"L([\d.]+),", r"L1\1,")),
    "a dot of a small line moved": (WIJK, within("spark", r'cy="[\d.]+"', 'cy="3.3"')),
    "a dot more": (
        WIJK,
        within("spark", "</g></svg>", '<circle cx="3" cy="3" r="2.4"/></g></svg>'),
    ),
    "an empty line with a point": (WIJK, within("spark", "<path stroke", '<path d="M3,3Z" stroke')),
    "the fill of a region": (WIJK, within("map", re.escape(HATCHED), 'fill="#a9c1e3"')),
    "the width of an edge": (WIJK, within("map", r"<path d", '<path stroke-width="7" d')),
    "data of a mark": (WIJK, within("map", r"<path d", '<path data-n="7" d')),
    "a name of a mark": (WIJK, within("map", r"<path d", '<path id="seven" d')),
    "a title of a mark": (WIJK, within("map", r"Z\"([^>]*)/>", r'Z"\1><title>7</title></path>')),
    "a text on a map": (WIJK, within("map", "</g></svg>", '<text x="3" y="3">7</text></g></svg>')),
    "a title": (WIJK, within("map", r"(<title[^>]*>)", r"\g<1>7 of ")),
    "a description": (WIJK, within("spark", r"(<desc[^>]*>)", r"\g<1>7. ")),
    "an outline": (WIJK, within("map", r'(<path d="M[\d.]+,[\d.]+L)', r"\g<1>7")),
    "a corner more": (WIJK, within("map", r'Z"', 'L3,3Z"')),
    "an empty group": (WIJK, within("map", "</g></svg>", '<g data-n="7"></g></g></svg>')),
    "words between marks": (WIJK, within("spark", "</g></svg>", "7</g></svg>")),
    "a colour by name": (WIJK, within("spark", r'stroke="#1d3b73"', 'stroke="red"')),
    "the size of a drawing": (
        THEMA,
        within("bar", r'viewBox="0 0 360 \d+"', 'viewBox="0 0 360 777"'),
    ),
    "a rectangle": (WIJK, within("map", "</g></svg>", '<rect width="7" height="3"/></g></svg>')),
    "a bar": (THEMA, within("bar", r"h[\d.]+v13h-[\d.]+Z", "h77v13h-77Z")),
    "a bar more": (THEMA, within("bar", r'(<g fill="#8a94a6">)', r'\1<path d="M140,3h7v13h-7Z"/>')),
    "all bars": (THEMA, shrunk),
    "the reference of bars": (
        THEMA,
        within("bar", r"<line transform=\"translate\(", '<line transform="translate(1'),
    ),
    "the order of names": (
        THEMA,
        within("bar", r"(<text[^>]*>)([^<]+)(</text><text[^>]*>)([^<]+)<", r"\1\4\3\2<"),
    ),
    "a mark of a strip": (THEMA, within("strip", r'<path d="M([\d.]+),37h', r'<path d="M1\1,37h')),
    "more decimals than are seen": (
        THEMA,
        within("strip", r'<path d="M([\d.]+),37h', r'<path d="M\g<1>7,37h'),
    ),
    "the height of a mark": (THEMA, within("strip", r",37h1.5v5h", ",30h1.5v12h")),
    "the pin of a strip": (THEMA, within("strip", r'<circle cx="', '<circle cx="1')),
    "the label of a strip": (
        THEMA,
        within("strip", r"niet getoond</text>", "niet getoond, 7</text>"),
    ),
    "a dot of a neighbour": (GEMEENTE, within("dots", r'cx="', 'cx="1')),
    "how high a dot stands": (GEMEENTE, within("dots", r'cy="56"', 'cy="38"')),
    "a dot more among neighbours": (
        GEMEENTE,
        within("dots", "</g></svg>", '<circle cx="3" cy="3" r="3.5"/></g></svg>'),
    ),
    "the figure of Nederland": (GEMEENTE, within("dots", r">Nederland [\d.,]+", ">Nederland 7")),
    "an axis": (THEMA, within("line", r">8</text>", ">9</text>")),
    "a year": (THEMA, within("line", r">2020</text>", ">2007</text>")),
    "a point of a line": (THEMA, within("line", r"L94\.4,", "L94.4,1")),
    "the name at a line": (THEMA, within("line", r"Nederland</text>", "Nederland 7</text>")),
    "where a name stands": (
        THEMA,
        within("line", r'y="[\d.]+"([^>]*)>Nederland', r'y="1.5"\1>Nederland'),
    ),
    "a symbol": (THEMA, within("line", r">x</text>", ">7</text>")),
    "a rule": (
        THEMA,
        within("line", "</g></svg>", '<line transform="translate(77,0)" y2="158"/></g></svg>'),
    ),
    "the colour of a line": (THEMA, within("line", r'stroke="#1d3b73"', 'stroke="#1d3b77"')),
}


@pytest.fixture(scope="module")
def spoiled(country, tmp_path_factory):
    return spoil(country, CHANNELS, tmp_path_factory.mktemp("drawings"))


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_mark_that_no_shown_figure_explains_is_found(spoiled, channel):
    path, found = spoiled[channel]
    drawn = [each for each in found if not each.place.startswith("vconcat/")]  # data in the page
    assert drawn
    assert all(each.path == path and "line" in each.place for each in drawn)
