"""A bare page tells what the page itself tells: a number that is in one of them alone is found."""

import pytest

from tests.unit.audit.country import HIDDEN, country, spoil
from tests.unit.audit.test_pages import match, put
from zicht.audit.page.pages import page_disclosures
from zicht.audit.page.site import read_pages

__all__ = ["country"]

GEMEENTE, INDICATOR = "embed/gemeente/*/*/index.html", "embed/thema/*/*/index.html"
WIJK = "embed/wijk/*/index.html"
BASE = '<base href="'

CHANNELS = {
    "a cell": (GEMEENTE, match(r'<td class="n">[^<]+', '<td class="n">7'), "main"),
    "a hidden cell": (INDICATOR, put(HIDDEN, "7"), "main"),
    "a mark of a drawing": (GEMEENTE, match(r' d="M', ' d="M7'), "main"),
    "a number between the lines": (GEMEENTE, put("</h1>", "</h1>7"), "main"),
    "a part that is left out": (INDICATOR, match(r'<dl class="uitleg">.*?</dl>', ""), "main"),
    "a block that is kept": (
        GEMEENTE,
        put("</h1>", '</h1><details class="deel"><p>7</p></details>'),
        "main",
    ),
    "a list of links that is kept": (WIJK, put("</h1>", "</h1><nav>7</nav>"), "main"),
    "a section about signals": (
        WIJK,
        put('<section class="zoek', '<p>7</p><section class="zoek'),
        "main",
    ),
    "a second main part": (GEMEENTE, put("</main>", "7</main><main></main>"), "main"),
    "the title": (GEMEENTE, put("<title>", "<title>7 "), "title"),
    "below the page": (INDICATOR, put("<footer>", "<footer><p>Het zijn er 7.</p>"), "/p"),
    "a comment": (GEMEENTE, put("</head>", "<!-- 7 --></head>"), "line"),
    "data of the body": (GEMEENTE, put('class="embed"', 'class="embed" data-n="7"'), "data-n"),
    "links from elsewhere": (GEMEENTE, put(BASE, f"{BASE}../"), "head"),
    "a second start of links": (GEMEENTE, put("</head>", '<base href="/7/"></head>'), "head"),
    "a start of links of a page": (
        "gemeente/*/*/index.html",
        put("</head>", '<base href="/7/"></head>'),
        "head",
    ),
}


@pytest.fixture(scope="module")
def spoiled(country, tmp_path_factory):
    changes = {name: (pattern, change) for name, (pattern, change, _) in CHANNELS.items()}
    return spoil(country, changes, tmp_path_factory.mktemp("embeds"))


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_number_in_a_bare_page_is_found(spoiled, channel):
    path, found = spoiled[channel]
    assert any(CHANNELS[channel][2] in each.place for each in found), (path, found)


def test_bare_pages_tell_nothing_of_their_own(country):
    dist, published = country
    paths = [path.relative_to(dist).as_posix() for path in sorted(dist.glob("embed/**/*.html"))]
    assert len(paths) > 30
    assert [
        str(each) for each in page_disclosures(dist, read_pages(dist, published), paths=paths)
    ] == []


def test_a_page_that_changed_since_is_not_that_of_the_bare_one(country, tmp_path):
    whole = spoil(
        country, {"a cell": ("gemeente/*/drugs/index.html", put("</h1>", "</h1> "))}, tmp_path
    )
    path = f"embed/{whole['a cell'][0]}"
    found = list(
        page_disclosures(
            tmp_path / "dist-0", read_pages(tmp_path / "dist-0", country[1]), paths=[path]
        )
    )
    assert [each.path for each in found] == [path]


def test_a_bare_page_without_a_page(country, tmp_path):
    (path, _), *_ = spoil(country, {"": (GEMEENTE, put("</h1>", "</h1> "))}, tmp_path).values()
    (tmp_path / "dist-0" / path.removeprefix("embed/")).unlink()
    found = list(
        page_disclosures(
            tmp_path / "dist-0", read_pages(tmp_path / "dist-0", country[1]), paths=[path]
        )
    )
    assert "main" in {each.place for each in found}
