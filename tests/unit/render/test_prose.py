from dataclasses import replace
from pathlib import Path

import pytest

from zicht.model.prose import Prose, Text
from zicht.publish import read_prose
from zicht.render import prose_pages, theme_texts, vocabulary
from zicht.render.vocabulary import escaped

ROOT = Path(__file__).parents[3]


@pytest.fixture
def told(atlas):
    """The theme of the atlas, with words in which every sign means something elsewhere."""
    (theme,) = atlas.themes
    first, second = theme.indicators
    first = replace(first, definition="1. Een <b>zaak</b> | *telt* `mee` & [meer](x) {{ y }}.")
    theme = replace(theme, indicators=(first, second))
    figures = {**atlas.figures, "zaken": replace(atlas.figures["zaken"], indicator=first)}
    return replace(atlas, themes=(theme,), figures=figures)


def test_our_own_prose_is_sound_with_any_theme(told):
    proses = read_prose(
        ROOT / "site_src", vocabulary=vocabulary(told), texts=theme_texts(told.themes)
    )
    assert "uitleg/methode/t/index.html" in {prose.path for prose in proses}
    assert all(prose.title for prose in proses)
    assert [p.path for p in proses if p.group == "" and not _inside(p, proses)] == []


def _inside(prose, proses):
    """Tell whether a page that no list names lies in the folder of one that is."""
    return any(
        other.group and other.folder != "uitleg/" and prose.folder.startswith(other.folder)
        for other in proses
    )


def test_words_are_read_as_they_were_written(told, tmp_path):
    (tmp_path / "index.md").write_text(
        '{{ definitie("zaken") }}\n\n| a |\n| - |\n| {{ definitie("zaken") }} |\n'
    )
    (page,) = read_prose(tmp_path, vocabulary=vocabulary(told))
    assert "<p>1. Een &#60;b&#62;zaak" in page.content.replace("&#49;", "1").replace("&#46;", ".")
    assert page.content.count("<td>") == 1
    for made in ("<b>", "<em>", "<code>", "<a ", "<ol>"):
        assert made not in page.content


@pytest.mark.parametrize(
    "text", ["- lijst", "# kop", "+ meer", "a_b_c", "2023. Toen", "`x`", "a|b"]
)
def test_no_sign_of_a_text_is_markdown(text, tmp_path):
    (tmp_path / "index.md").write_text(escaped(text))
    (page,) = read_prose(tmp_path)
    assert page.content.startswith("<p>")
    assert page.content.count("<") == 2


def test_a_theme_without_prose_has_a_page_all_the_same(told):
    (text,) = theme_texts(told.themes)
    assert (text.path, text.title, text.content) == ("methode/t.md", "Thema", "")
    written = Text("methode/t.md", "t.md", "Woorden", "Thema", 1)
    theme = replace(told.themes[0], prose=written)
    assert theme_texts([theme]) == [written]


def page(path, group="", order=0):
    return Prose(f"uitleg/{path}index.html", path or "start", "", group, order)


def test_pages_stand_in_the_list_by_group_and_order(atlas):
    proses = [page("", "A", 1), page("b/", "A", 2), page("c/", "B", 3), page("c/d/"), page("c/e/")]
    here = {made.folder: made.told for made in prose_pages(atlas, proses)}
    assert [
        (name, [entry.page.title for entry in entries])
        for name, entries in here["uitleg/"]["groups"]
    ] == [("A", ["start", "b/"]), ("B", ["c/"])]
    for folder, inner in (("uitleg/", []), ("uitleg/c/", ["c/d/", "c/e/"])):
        (_, (entry,)) = here[folder]["groups"][1]
        assert [prose.title for prose in entry.inner] == inner


def test_the_way_back_goes_through_the_folders_around(atlas):
    proses = [page("", "A", 1), page("c/", "B", 3), page("c/d/")]
    around = {made.folder: made.told["around"] for made in prose_pages(atlas, proses)}
    assert around["uitleg/"] == ()
    assert [prose.path for prose in around["uitleg/c/d/"]] == [
        "uitleg/index.html", "uitleg/c/index.html",
    ]  # fmt: skip


def test_a_page_of_method_tells_how_every_indicator_is_made(told):
    proses = read_prose(
        ROOT / "site_src", vocabulary=vocabulary(told), texts=theme_texts(told.themes)
    )
    (made,) = (p for p in prose_pages(told, proses) if p.folder == "uitleg/methode/t/")
    assert made.template == "methode.html"
    assert [method.one.key for method in made.told["methods"]] == ["zaken", "mensen"]
