"""What assistive technology finds on every page of a built site: landmarks, headings, names."""

from collections import Counter

import pytest
from lxml import html

pytestmark = pytest.mark.large

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "list")
SPOKEN = {
    "x": "niet getoond: geheim of te onbetrouwbaar",
    "n.v.t.": "kan niet voorkomen",
    ".": "niet geleverd",
    "volgt": "nog niet gepubliceerd",
    "\N{EN DASH}": "geen plaats",
}


@pytest.fixture(scope="module")
def pages(zeeland_site):
    """Return every page by its path."""
    reader = html.HTMLParser(encoding="utf-8")
    return {
        str(path.relative_to(zeeland_site)): html.parse(str(path), reader).getroot()
        for path in sorted(zeeland_site.rglob("*.html"))
    }


def words(element):
    return " ".join(element.text_content().split())


def test_every_page_has_one_heading_of_the_first_level_and_skips_none(pages):
    for path, page in pages.items():
        levels = [int(each.tag[1]) for each in page.iter(*HEADINGS)]
        assert levels.count(1) == 1, path
        for before, after in zip([0, *levels], levels, strict=False):
            assert after <= before + 1, f"{path}: h{after} after h{before}"
        assert all(words(each) for each in page.iter(*HEADINGS)), path


def test_every_page_has_landmarks_with_names_of_their_own(pages):
    for path, page in pages.items():
        assert len(page.xpath("//main")) == 1, path
        assert len(page.xpath("//body/footer")) == 1, path
        if not path.startswith("embed/"):
            assert len(page.xpath("//body/header")) == 1, path
            assert page.xpath("//body//a")[0].get("href") == "#inhoud", path
            assert page.get_element_by_id("inhoud").tag == "main", path
        for kind in ("nav", "aside", "form[@role='search']", "*[@role='region']"):
            names = [name_of(page, each) for each in page.xpath(f"//{kind}")]
            assert all(names), f"{path}: {kind} without a name"
            assert max(Counter(names).values(), default=1) == 1, f"{path}: {kind} {names}"


def name_of(page, element):
    if label := element.get("aria-label"):
        return label
    ids = (element.get("aria-labelledby") or "").split()
    return " ".join(words(page.get_element_by_id(each)) for each in ids)


def test_every_name_points_to_one_part_of_the_page(pages):
    for path, page in pages.items():
        ids = Counter(page.xpath("//@id"))
        assert [each for each, count in ids.items() if count > 1] == [], path
        for attribute in POINTING:
            for told in page.xpath(f"//@{attribute}"):
                assert set(told.split()) <= ids.keys(), f"{path}: {attribute}={told}"


def test_every_picture_is_named_described_or_hushed(pages):
    seen = 0
    for path, page in pages.items():
        for drawn in page.xpath("//svg"):
            if drawn.get("aria-hidden") == "true":
                continue
            seen += 1
            assert drawn.get("role") == "img", path
            named = drawn.get("aria-labelledby").split()
            parts = [drawn.xpath(f"./{kind}[1]")[0] for kind in ("title", "desc")]
            assert [each.get("id") for each in parts] == named, path
            assert all(words(each) for each in parts), f"{path}: {named}"
            assert not drawn.xpath("./*//@role | ./*//@aria-label"), path
    assert seen > 1000


def test_every_figure_has_a_heading_before_it_and_its_figures_in_a_table(pages):
    """A map without a table of its regions beside it has a link to where they are listed."""
    for path, page in pages.items():
        for figure in page.xpath("//figure[@data-kind]"):
            assert figure.xpath("preceding::*[self::h2 or self::h3][1]"), path
            around = figure.xpath("ancestor::section[last()] | ancestor::main")[-1]
            listed = around.xpath(
                ".//table | .//a[contains(., 'gemeenten') or contains(@href, 'zoekgebied/')]"
            )
            assert listed or page.xpath("//main//table[@class='boom']"), (
                f"{path}: {figure.get('id')}"
            )


def test_every_symbol_for_a_state_has_words_beside_it(pages):
    seen = Counter()
    for path, page in pages.items():
        for symbol in page.find_class("leeg"):
            assert symbol.get("aria-hidden") == "true", path
            assert words(symbol.getnext()).startswith(SPOKEN[words(symbol)]), path
            assert "sr" in symbol.getnext().get("class"), path
            seen[words(symbol)] += 1
        for star in page.xpath("//td[contains(text(), '*')]"):
            assert "voorlopig" in words(star), f"{path}: {words(star)}"
    assert {"x", "n.v.t.", ".", "\N{EN DASH}"} <= seen.keys()


def test_every_table_has_a_name_and_heads_that_say_what_they_head(pages):
    for path, page in pages.items():
        for table in page.xpath("//table"):
            name = words(table.find("caption")) if table.find("caption") is not None else ""
            prose = table.xpath("ancestor::article[@class='proza']")
            assert name or name_of(page, table) or prose, f"{path}: {words(table)[:60]}"
            heads = table.xpath(".//th")
            assert heads, path
            for head in heads:
                assert head.get("scope") in {"col", "row"} or prose, f"{path}: {words(head)}"
            if "sort" in (table.get("class") or ""):
                assert len(table.xpath("./thead/tr")) == 1, path


def test_every_link_and_field_has_a_name(pages):
    for path, page in pages.items():
        for link in page.xpath("//a"):
            assert words(link), f"{path}: {link.get('href')}"
        for field in page.xpath("//input | //select"):
            label = page.xpath(f"//label[@for='{field.get('id')}']") or field.xpath(
                "ancestor::label"
            )
            assert label, f"{path}: {field.get('id')}"
            assert words(label[0]), path


def test_english_is_told_as_english(pages):
    """Decisions are written in English: their pages, and their titles wherever they stand."""
    english = {
        words(page.xpath("//h1")[0])
        for path, page in pages.items()
        if path.startswith("uitleg/decisions/")
    }
    assert len(english) > 10
    for path, page in pages.items():
        assert page.get("lang") == "nl", path
        for part in page.xpath("//body//a | //body//h1 | //body//li[@aria-current]"):
            if words(part) in english:
                inner = part.xpath("descendant-or-self::*[last()]")[-1]
                told = inner.xpath("ancestor-or-self::*[@lang]")[-1].get("lang")
                assert told == "en", f"{path}: {words(part)}"
