import logging
from pathlib import Path

import pytest

from zicht.model.errors import BuildError
from zicht.publish import read_prose

ROOT = Path(__file__).parents[3]


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


def test_our_own_prose_is_sound():
    assert len(read_prose(ROOT / "site_src")) > 5
