"""One number leaks through one channel of a page: it is found, with the file and the place."""

import re

import pytest

from tests.unit.audit.country import HIDDEN, country, pages_of, spoil
from zicht.audit.page.pages import page_disclosures
from zicht.audit.page.site import read_pages

__all__ = ["country"]

WIJK, GEMEENTE, THEMA = "wijk/*/index.html", "gemeente/gm*/index.html", "gemeente/*/*/index.html"
PLACELESS = '<span class="leeg" aria-hidden="true">\u2013</span><span class="sr">geen plaats</span>'
FIVE = '<span class="vijf v5" aria-hidden="true"><i></i></span><span class="vw">{}</span>'
AROUND = 'aria-labelledby="buren"'
CHOSEN = "Hier staan de 6 met een aantal inwoners dat het dichtst bij dat van Goes ligt."
LONG_AGO = "keer zo veel als in 2020"
LIKENED = (
    "<li>Geruimde hennepkwekerijen: 0,7 per 10.000 woningen in 2024. Dat is 50% minder dan in"
    " vergelijkbare gemeenten (1,4).</li>"
)


def put(old, new):
    """Return what puts one text in the place of another, once."""
    return lambda text: text.replace(old, new, 1) if old in text else None


def match(pattern, new):
    return lambda text: re.sub(pattern, new, text, count=1, flags=re.DOTALL)


def swap_rows(text):
    """Let two regions of a table change places."""
    table = re.search(r'<table class="regios sort">.*?</table>', text, re.DOTALL)
    rows = re.findall(r"<tr>(?=<th scope=\"row\">).*?</tr>", table[0], re.DOTALL) if table else []
    if len(rows) < 2:
        return None
    swapped = table[0].replace(rows[0], "@").replace(rows[1], rows[0]).replace("@", rows[1])
    return text.replace(table[0], swapped)


CHANNELS = {
    "a cell of a table": (WIJK, put(HIDDEN, "0,7"), "td"),
    "a number beside the symbol": (WIJK, put(HIDDEN, f"{HIDDEN} 7"), "td"),
    "the value for sorting": (
        WIJK,
        put(f'<td class="n">{HIDDEN}', f'<td class="n" data-v="7">{HIDDEN}'),
        "td",
    ),
    "the title of the symbol": (WIJK, put('title="niet getoond:', 'title="7, niet getoond:'), "td"),
    "words for a screen reader": (
        WIJK,
        put('<span class="sr">niet', '<span class="sr">7 niet'),
        "td",
    ),
    "the class of a cell": (
        WIJK,
        put(f'<td class="n">{HIDDEN}', f'<td class="n laag">{HIDDEN}'),
        "td",
    ),
    "a style of a cell": (
        WIJK,
        put(f'<td class="n">{HIDDEN}', f'<td class="n" style="width:7%">{HIDDEN}'),
        "td",
    ),
    "a comment": (WIJK, put("</h1>", "</h1><!-- 7 -->"), "line"),
    "structured data": (
        WIJK,
        put("</head>", '<script type="application/ld+json">{"n":7}</script></head>'),
        "the head",
    ),
    "the description": (
        WIJK,
        put('name="description" content="', 'name="description" content="7 '),
        "meta",
    ),
    "the card of a page": (
        WIJK,
        put('property="og:title" content="', 'property="og:title" content="7 '),
        "meta",
    ),
    "the words of its picture": (
        WIJK,
        put('property="og:image:alt" content="', 'property="og:image:alt" content="7 '),
        "meta",
    ),
    "the picture of another page": (
        WIJK,
        match(r"(og:image\" content=\"[^\"]*)beeld/gemeente/\w+", r"\1beeld/zicht"),
        "meta",
    ),
    "another word in the card": (
        GEMEENTE,
        put(
            '<meta name="twitter:card"',
            '<meta property="og:n" content="7"><meta name="twitter:card"',
        ),
        "head",
    ),
    "the canonical address": (
        WIJK,
        match(r'(rel="canonical" href="[^"]*)"', r'\1?n=7"'),
        "head",
    ),
    "a label": (WIJK, put("<main ", '<main aria-label="7" '), "aria-label"),
    "an image without a picture": (WIJK, put("</h1>", '</h1><img alt="7">'), "img"),
    "what is hidden": (WIJK, put("</h1>", "</h1><span hidden>7</span>"), "span"),
    "data of an element": (WIJK, put("<body", '<body data-n="7"'), "data-n"),
    "another script for digits": (WIJK, put("</h1>", "</h1><p>Het zijn er \uff17.</p>"), "/p"),
    "a fraction": (WIJK, put("</h1>", "</h1><p>Het is ½ per inwoner.</p>"), "/p"),
    "a fifth": (WIJK, put(PLACELESS, FIVE.format("")), "td"),
    "a position in words": (WIJK, put(PLACELESS, '<span class="vw">hoogste vijfde</span>'), "td"),
    "a search in a link": (WIJK, put('href="../../uitleg/"', 'href="../../uitleg/?n=7"'), "href"),
    "a place in a link": (WIJK, put('href="../../uitleg/"', 'href="../../uitleg/#n7"'), "href"),
    "an attribute given twice": (
        WIJK,
        put('<p class="facts">', '<p class="facts" class="7">'),
        "line",
    ),
    "a tag that parsers drop": (WIJK, put("</h1>", "</h1></7>"), "line"),
    "how many are withheld": (
        WIJK,
        match(r"(\d+) (cijfers zijn|cijfer is) hier", r"1\1 \2 hier"),
        "/p",
    ),
    "how many have a figure": (WIJK, match(r"<p>(\d+) van de", r"<p>1\1 van de"), "/p"),
    "the year of a column": (WIJK, match(r", 2024</small></th>", ", 2023</small></th>"), "/t"),
    "the order of a table": (GEMEENTE, swap_rows, "table"),
    "what stands out": (
        GEMEENTE,
        match(r"(<section class=\"opvallend\".*?</h2>)", rf"\1{LIKENED}"),
        "li",
    ),
    "how many times as much": (GEMEENTE, match(r"Dat is [\d,]+ keer", "Dat is 9,9 keer"), "li"),
    "how much more": (GEMEENTE, match(r"Dat is \d+% ", "Dat is 7% "), "li"),
    "more or less": (GEMEENTE, match(r"(Dat is \d+%) minder", r"\1 meer"), "li"),
    "another year": (
        GEMEENTE,
        match(r"keer zo veel als in (?:vergelijkbare gemeenten|heel Nederland)", LONG_AGO),
        "li",
    ),
    "the name of a row": (WIJK, match(r'<tr id="bu(\d+)"', r'<tr id="bu0\1"'), "/tr"),
    "how many are similar": (GEMEENTE, match(r"(Vergelijkbaar met [^:]+: )\d+", r"\g<1>7"), "/p"),
    "a choice of similar ones that is none": (
        GEMEENTE,
        match(r"(Vergelijkbaar met [^:]+: [^<]+)", rf"\1 {CHOSEN}"),
        "/p",
    ),
    "one similar gemeente fewer": (
        GEMEENTE,
        match(r'(aria-labelledby="vergelijkbaar".*?)<tr><th scope="row">.*?</tr>', r"\1"),
        "section",
    ),
    "a link that compares others": (
        GEMEENTE,
        match(r"(\?gebied=GM\d{4})&amp;gebied=GM\d{4}", r"\1"),
        "/a",
    ),
    "a link of a wijk that compares others": (
        WIJK,
        match(r"&amp;gebied=NL01", "&amp;gebied=PV29"),
        "/a",
    ),
    "a link that carries a number": (WIJK, match(r"&amp;gebied=NL01", r"\g<0>&amp;n=7"), "/a"),
    "how many neighbours have more": (
        GEMEENTE,
        match(r"<p>(?:\d+|Geen) van de (\d+) omliggende", r"<p>7 van de \1 omliggende"),
        "/p",
    ),
    "how many neighbours have a figure": (
        GEMEENTE,
        match(r"<p>(\d+|Geen) van de \d+ omliggende", r"<p>\1 van de 7 omliggende"),
        "/p",
    ),
    "how many neighbours are hidden": (
        GEMEENTE,
        match(r"; van \d+ gemeenten? is", "; van 7 gemeenten is"),
        "/p",
    ),
    "the highest of neighbours": (
        GEMEENTE,
        match(rf"({AROUND}.*?Het hoogst in [^:]+: )[\d,.]+", r"\g<1>0,7"),
        "/p",
    ),
    "beside the name of a neighbour": (
        GEMEENTE,
        match(rf"({AROUND}.*?<tr><th scope=\"row\"><a [^>]*>[^<]*</a>)", r"\1 <small>7</small>"),
        "tr",
    ),
    "a class limit": (GEMEENTE, match(r"minder dan [\d,]+</li>", "minder dan 0,7</li>"), "li"),
    "a title": (GEMEENTE, put("<title>", "<title>7 "), "title"),
    "a message": (
        THEMA,
        match(r"Het cijfer over \d+ is geheim", "0,7 per 10.000 woningen in 2024"),
        "/p",
    ),
    "the count behind a rate": (
        THEMA,
        match(r"onbetrouwbaar om te tonen\.", "te tonen. Het gaat om 7 verdachten."),
        "/p",
    ),
    "a message without a number": (
        THEMA,
        match(r"Het cijfer over \d+ is geheim", "Meer dan elders, maar geheim"),
        "/p",
    ),
    "a number in words": (WIJK, put("</h1>", "</h1><p>Er zijn zeven verdachten.</p>"), "/p"),
    "the class of a row": (
        WIJK,
        match(r'<tr( id="bu\d+")?><th scope="row">', r'<tr class="laag"\1><th scope="row">'),
        "table",
    ),
    "beside a drawing": (WIJK, put('<td class="tr">', '<td class="tr">7'), "td"),
    "a heading": (THEMA, match(r"<h3>Van [\d.,]+ in", "<h3>Van 0,7 in"), "h3"),
    "a table of years": (THEMA, match(rf'(<table class="jaren">.*?){HIDDEN}', r"\g<1>0,7"), "td"),
    "a table of categories": (
        THEMA,
        match(rf'(<table class="delen">.*?){HIDDEN}', r"\g<1>7"),
        "td",
    ),
    "the year of a citation": (
        THEMA,
        match(r"Ondermijning \(\d{4}\), <cite>", "Ondermijning (1807), <cite>"),
        "details",
    ),
    "the day of a citation": (THEMA, match(r"uitgave van \d+ ", "uitgave van 7 "), "details"),
    "what a citation is about": (THEMA, put("<cite>", "<cite>7 "), "details"),
    "a file to take along": (THEMA, put("download>CSV<", "download>CSV 7<"), "details"),
    "the name of a chart": (THEMA, put('id="grafiek-', 'id="grafiek-7-'), "figure"),
    "a row too many": (THEMA, match(r"</tbody>", '<tr><th scope="row">7</th></tr></tbody>'), "t"),
}
PLACES = {name: place for name, (_, _, place) in CHANNELS.items()}


@pytest.fixture(scope="module")
def spoiled(country, tmp_path_factory):
    channels = {name: (pattern, change) for name, (pattern, change, _) in CHANNELS.items()}
    return spoil(country, channels, tmp_path_factory.mktemp("pages"))


def test_a_site_as_built_tells_nothing_more_than_its_data(country):
    dist, published = country
    assert (
        list(
            page_disclosures(dist, read_pages(dist, published), paths=[*pages_of(dist), "404.html"])
        )
        == []
    )


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_leak_is_found_with_its_file_and_place(spoiled, channel):
    path, found = spoiled[channel]
    assert any(each.path == path and PLACES[channel] in each.place for each in found)


def test_what_is_found_never_repeats_the_number(spoiled):
    texts = [f"{f.what} {f.how}" for _, found in spoiled.values() for f in found]
    assert not any(re.search(r"(?<![\w.])(?:0,7|7)(?![\w.])", text) for text in texts)


def test_many_alike_are_told_twenty_times_and_counted(country, tmp_path):
    many = "".join(f"<p>Het zijn er {n}.</p>" for n in range(3000, 3050))
    _, found = spoil(country, {"many": (WIJK, put("</h1>", f"</h1>{many}"))}, tmp_path)["many"]
    assert len(found) == 21
    assert "30 more" in found[-1].what


def test_shares_of_the_pages_find_what_all_find_at_once(country, tmp_path):
    dist, published = country
    path, _ = spoil(country, {"one": (WIJK, put("</h1>", "</h1><p>7</p>"))}, tmp_path)["one"]
    copy, pages = tmp_path / "dist-0", [path, *pages_of(dist)[::20]]
    site = read_pages(copy, published)
    shares = [page_disclosures(copy, site, paths=pages[at::2]) for at in (0, 1)]
    apart = {str(found) for share in shares for found in share}
    assert apart == {str(found) for found in page_disclosures(copy, site, paths=pages)} != set()


def test_prose_gives_no_region_a_number(country, tmp_path):
    leak = put("</h1>", "</h1><p>In Goes: 7 verdachten.</p>")
    path, found = spoil(country, {"prose": ("uitleg/**/index.html", leak)}, tmp_path)["prose"]
    assert [each.path for each in found] == [path]


def test_a_dead_link_in_prose_is_found(country, tmp_path):
    dead = put("</h1>", '</h1><p><a href="../../thema/weg/">weg</a></p>')
    path, found = spoil(country, {"prose": ("uitleg/lezen/index.html", dead)}, tmp_path)["prose"]
    assert [(each.path, "leads to no file" in each.how) for each in found] == [(path, True)]
