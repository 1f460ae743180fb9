import logging

import pytest

from zicht.model.errors import BuildError
from zicht.model.prose import Text
from zicht.publish import read_prose


@pytest.fixture
def source(tmp_path):
    def write(files):
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_page_has_an_address_and_a_title(source):
    (page,) = read_prose(source({"lezen.md": "# Zo leest u dit\n\nTekst.\n\n## Een *kaart*\n"}))
    assert page.path == "uitleg/lezen/index.html"
    assert page.title == "Zo leest u dit"
    assert "<p>Tekst.</p>" in page.content


def test_a_title_is_text_not_html(source):
    (page,) = read_prose(source({"index.md": "# Vraag & `a<b>`\n\n## <b>Q</b> & A\n"}))
    assert page.title == "Vraag & a<b>"


def test_links_between_pages_come_out_relative(source):
    pages = {
        page.path: page.content
        for page in read_prose(
            source(
                {
                    "index.md": "[lees](lezen.md#een) [besluit](decisions/0001-x.md)",
                    "lezen.md": "# Lezen\n\n## Een\n\n[terug](index.md) [buiten](https://example.org/)",
                    "decisions/0001-x.md": "# X\n\n[lees](../lezen.md) [lijst](index.md)",
                    "decisions/index.md": "# D\n\n[x](0001-x.md)",
                }
            )
        )
    }
    assert list(pages) == sorted(pages)
    assert 'href="lezen/#een"' in pages["uitleg/index.html"]
    assert 'href="decisions/0001-x/"' in pages["uitleg/index.html"]
    assert 'href="../"' in pages["uitleg/lezen/index.html"]
    assert 'href="https://example.org/"' in pages["uitleg/lezen/index.html"]
    assert 'href="../../lezen/"' in pages["uitleg/decisions/0001-x/index.html"]
    assert 'href="../"' in pages["uitleg/decisions/0001-x/index.html"]
    assert 'href="0001-x/"' in pages["uitleg/decisions/index.html"]


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("weg.md", "'weg.md'"),
        ("lezen.md#weg", "#weg"),
        ("#weg", "#weg"),
        ("/gemeente/", "absolute link '/gemeente/'"),
        ("data.csv", "'data.csv'"),
    ],
)
def test_a_broken_link_is_told_with_its_page(source, link, said):
    folder = source({"index.md": f"[x]({link})", "lezen.md": "# Lezen"})
    with pytest.raises(BuildError) as refused:
        read_prose(folder)
    (problem,) = refused.value.problems
    assert said in problem.what
    assert problem.where == str(folder / "index.md")


def test_every_broken_link_is_told_at_once(source):
    folder = source({"a.md": "[x](weg.md) [y](#weg)", "b.md": "[z](../weg.md)"})
    with pytest.raises(BuildError) as refused:
        read_prose(folder)
    assert len(refused.value.problems) == 3


def test_a_table_of_words_beside_the_texts_is_left_to_others(source):
    pages = read_prose(source({"index.md": "# Uitleg", "aliases.toml": "[names]"}))
    assert [page.path for page in pages] == ["uitleg/index.html"]


def test_a_file_that_would_not_reach_the_site_is_refused(source):
    with pytest.raises(BuildError, match=r"kaart\.png is no Markdown"):
        read_prose(source({"index.md": "![kaart](kaart.png)", "kaart.png": ""}))


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BuildError, match="No prose"):
        read_prose(tmp_path / "weg")


def test_nothing_is_written_printed_or_left_listening(source, capfd):
    folder = source({"index.md": "# A\n\n[x](../data/)"})
    listeners = list(logging.getLogger("mkdocs").handlers)
    assert read_prose(folder) == read_prose(folder)
    assert [path.name for path in folder.iterdir()] == ["index.md"]
    assert logging.getLogger("mkdocs").handlers == listeners
    assert capfd.readouterr() == ("", "")


def test_tables_and_code_are_made(source):
    text = "| a |\n| --- |\n| 1 |\n\n```\nx < y\n```\n"
    (page,) = read_prose(source({"index.md": text}))
    assert "<table>" in page.content
    assert "x &lt; y" in page.content


def test_a_page_says_where_it_stands_in_the_list(source):
    text = "---\ngroup: Beginnen\norder: 20\n---\n\n# Lezen\n\nTekst."
    (page,) = read_prose(source({"lezen.md": text}))
    assert (page.title, page.group, page.order) == ("Lezen", "Beginnen", 20)
    assert "Beginnen" not in page.content


def test_a_link_to_another_place_of_the_site_comes_out_relative(source):
    text = "[a](site:thema/drugs/) [b](site:uitleg/methode/drugs/#x) [c](site:)"
    (page,) = read_prose(source({"methode/index.md": text}))
    assert 'href="../../thema/drugs/"' in page.content
    assert 'href="drugs/#x"' in page.content
    assert 'href="../../"' in page.content


def test_texts_from_elsewhere_are_pages_that_others_link_to(source):
    folder = source({"index.md": "# A\n\n[x](methode/drugs.md#een)"})
    text = Text("methode/drugs.md", "drugs.md", "[terug](../index.md)\n\n## Een\n", "Drugs", 3)
    first, second = read_prose(folder, texts=[text])
    assert 'href="methode/drugs/#een"' in first.content
    assert (second.path, second.title) == ("uitleg/methode/drugs/index.html", "Drugs")
    assert second.order == 3
    assert 'href="../../"' in second.content


def test_a_broken_link_in_a_text_from_elsewhere_is_told_with_its_file(source):
    text = Text("methode/drugs.md", "themes/drugs.md", "[x](weg.md)", "Drugs")
    with pytest.raises(BuildError) as refused:
        read_prose(source({"index.md": "# A"}), texts=[text])
    (problem,) = refused.value.problems
    assert problem.where == "themes/drugs.md"


def test_words_are_filled_in_before_a_page_is_made(source):
    told = {"titel": {"a": "&#42;Kwekerijen&#42;"}, "themas": [{"naam": "Drugs"}]}
    text = '# {{ titel("a") }}\n\n{% for t in themas %}\n- {{ t.naam }}\n{% endfor %}\n'
    (page,) = read_prose(source({"index.md": text}), vocabulary=told)
    assert page.title == "*Kwekerijen*"
    assert "<li>Drugs</li>" in page.content


def test_html_in_a_text_is_shown_as_it_is_written(source):
    text = "# Titel\n\n<script>alert(1)</script>\n\nMidden <img src=x onerror=a()> in.\n"
    (page,) = read_prose(source({"index.md": text}))
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" in page.content
    assert "Midden &lt;img src=x onerror=a()&gt; in." in page.content


@pytest.mark.parametrize(
    "text",
    [
        "[klik](javascript:alert(1))",
        "[klik](JavaScript:alert(1))",
        "[klik](data:text/html,x)",
        "[klik](<vbscript:x>)",
        "![beeld](https://elders.example/x.png)",
        "![beeld](data:image/png,x)",
    ],
)
def test_a_link_that_is_no_way_to_a_page_is_told(source, text):
    with pytest.raises(BuildError, match="no link to a page"):
        read_prose(source({"index.md": f"# Titel\n\n{text}\n"}))
