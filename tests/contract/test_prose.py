"""What the explanation promises: said once, in the themes, and every link leads somewhere."""

import itertools
import posixpath
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from zicht.read import read_delivery
from zicht.shape import notable

ROOT = Path(__file__).parents[2]
SOURCE = sorted((ROOT / "site_src").rglob("*.md"))
EXAMPLE = re.compile(r"{% raw %}.*?{% endraw %}", re.DOTALL)
KEYS = re.compile(r"""\b(\w+)\(\s*["']([^"']+)["'],\s*anders""")


@pytest.fixture(scope="module")
def themes(country):
    return read_delivery(country[0].parent / "delivery").themes


@pytest.fixture(scope="module")
def pages(country):
    """The pages of explanation, by folder."""
    dist = country[0]
    return {
        f"{path.parent.relative_to(dist).as_posix()}/": html.fromstring(path.read_text("utf-8"))
        for path in sorted((dist / "uitleg").rglob("index.html"))
    }


def words(element):
    return " ".join(element.text_content().split())


def subjects(themes):
    return [(theme, one) for theme in themes for one in (*theme.indicators, *theme.flows)]


def test_every_definition_stands_word_for_word_on_its_page_of_method(themes, pages):
    for theme, one in subjects(themes):
        page = pages[f"uitleg/methode/{theme.key}/"]
        (section,) = page.xpath(f"//section[@aria-labelledby='onderwerp-{one.key}']")
        told = words(section)
        for text in (one.title, one.meaning, one.definition, one.caveat, one.source, one.owner):
            assert " ".join(text.split()) in told, one.key
        assert ("concept" in told) or not one.concept


def test_no_definition_is_typed_twice(themes):
    own = [path for path in SOURCE if "decisions" not in path.parts]
    texts = {path: " ".join(path.read_text("utf-8").split()) for path in own}
    for _, one in subjects(themes):
        sentences = re.split(r"(?<=[.]) ", f"{one.definition} {one.meaning} {one.caveat}")
        for sentence in sentences:
            if len(sentence) > 40:
                assert [path for path, text in texts.items() if sentence in text] == [], one.key


def test_glossary_and_sources_name_every_indicator(themes, pages):
    for _, one in subjects(themes):
        (meaning,) = pages["uitleg/begrippen/"].xpath(f"//dt[.='{one.title}']/following::dd[1]")
        assert words(meaning) == f"{one.meaning} Eenheid: {one.unit}."
        (source,) = pages["uitleg/bronnen/"].xpath(f"//dt[.='{one.title}']/following::dd[1]")
        assert words(source).startswith(f"Bron: {one.source}. Eigenaar: {one.owner}.")


def test_every_theme_has_prose_of_its_own(themes, pages):
    for theme in themes:
        assert len(theme.prose.content.split()) > 80, theme.key
        page = pages[f"uitleg/methode/{theme.key}/"]
        assert words(page.xpath("//h1")[0]) == theme.title
        heading = theme.prose.content.splitlines()[0].removeprefix("## ")
        assert page.xpath("//article/h2")[0].text_content() == heading


def test_every_link_of_the_explanation_leads_somewhere(site, pages):
    dead, count = [], 0
    for folder, page in pages.items():
        for link in page.xpath("//@href"):
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme == "https", link
                continue
            count += 1
            to = posixpath.normpath(posixpath.join(folder, unquote(parts.path) or "."))
            target = site / to / ("index.html" if parts.path in {"", "."} or parts.path[-1] == "/"
                                  else "")  # fmt: skip
            if not target.is_file():
                dead.append((folder, link))
            elif parts.fragment:
                ids = html.fromstring(target.read_text("utf-8")).xpath("//@id")
                dead += [(folder, link)] * (parts.fragment not in ids)
    assert dead == []
    assert count > 500


def test_headings_follow_each_other_and_ids_stand_once(pages):
    for folder, page in pages.items():
        levels = [int(heading.tag[1]) for heading in page.xpath("//article//*[self::h1 or "
                  "self::h2 or self::h3 or self::h4]")]  # fmt: skip
        assert levels[0] == 1, folder
        assert levels.count(1) == 1, folder
        steps = itertools.pairwise(levels)
        assert [pair for pair in steps if pair[1] > pair[0] + 1] == [], folder
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), folder


def test_every_page_is_in_the_list_or_in_a_folder_that_is(pages):
    listed = pages["uitleg/"].xpath("//nav[@class='uitleg-lijst']//a/@href")
    folders = {f"{posixpath.normpath(posixpath.join('uitleg', link))}/" for link in listed}
    assert len(folders) > 10
    for folder, page in pages.items():
        around = [each for each in folders - {"uitleg/"} if folder.startswith(each)]
        assert folder == "uitleg/" or around, folder
        here = page.xpath("//nav[@class='uitleg-lijst']//a[@aria-current='page']")
        assert len(here) == 1, folder


def test_how_to_read_says_what_stands_out_as_it_is_found():
    """These numbers are said in words there: who changes them must change the words."""
    text = (ROOT / "site_src/lezen.md").read_text("utf-8")
    told = (notable.MOST, notable.MOST_OF_THEME, notable.TIMES, notable.CHANGED)
    assert told == (5, 2, 1.5, 4 / 3)
    assert (notable.SPANS, notable.FEWEST_COUNTED, notable.CHANCE) == ((4, 3, 2), 20, 3.0)
    for words_ in (
        "hooguit vijf cijfers", "hooguit twee van hetzelfde thema", "minstens anderhalf keer",
        "twee derde", "een derde hoger of een derde lager", "vier jaar eerder",
        "drie of twee jaar terug", "minstens twintig", "drie keer de standaardfout",
    ):  # fmt: skip
        assert words_ in text


def test_our_texts_ask_for_nothing_that_the_embedded_themes_lack():
    """A key that no theme has shows other words: in our own delivery that would be a slip."""
    texts = (EXAMPLE.sub("", path.read_text("utf-8")) for path in SOURCE)
    asked = {key for text in texts for _, key in KEYS.findall(text)}
    told = "".join(path.read_text("utf-8") for path in (ROOT / "data/themes").glob("*.toml"))
    assert asked
    assert [key for key in sorted(asked) if f'key = "{key}"' not in told] == []


def test_a_text_that_asks_for_what_is_not_there_stops_the_build(province, tmp_path, build):
    shutil.copytree(province / "themes", tmp_path / "themes")
    text = '## Zo\n\n{{ definitie("weg") }}\n\n{{ titel("hennepkwekerijen") }} {{ iets }}\n'
    (tmp_path / "themes/drugs.md").write_text(text)
    out = tmp_path / "dist"
    for command in (("check",), ("build", "--out", out)):
        done = build(*command, "--data", province, "--themes", tmp_path / "themes", check=False)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert '"weg" is no key of a theme' in done.stderr
        assert f"{tmp_path / 'themes/drugs.md'}, line 3" in done.stderr
        assert f"{tmp_path / 'themes/drugs.md'}, line 5" in done.stderr
    assert not out.exists()
