from pathlib import Path

import pytest

from zicht.model.errors import BuildError
from zicht.read import read_frames

ROOT = Path(__file__).parents[3]


def listed(tmp_path, *origins):
    file = tmp_path / "insluiten.toml"
    file.write_text(f"origins = [{', '.join(map(repr, origins))}]\n", encoding="utf-8")
    return file


def test_our_own_list_lets_nobody_in():
    assert read_frames(ROOT / "site_src/insluiten.toml") == ()


def test_origins_are_told_once_in_order_and_in_small_letters(tmp_path):
    file = listed(tmp_path, "https://b.example:8443", "https://*.A.example", "https://*.a.example")
    assert read_frames(file) == ("https://*.a.example", "https://b.example:8443")


@pytest.mark.parametrize(
    "origin",
    [
        "https://xn--sdwest-gva.example",
        "https://a.b-c.example:*",
        "http://127.0.0.1:*",
        "http://localhost:8080",
        "https://[::1]",
    ],
)
def test_these_may_frame(tmp_path, origin):
    assert read_frames(listed(tmp_path, origin)) == (origin,)


@pytest.mark.parametrize(
    ("origin", "why"),
    [
        ("*", "everybody"),
        ("https:", "everybody"),
        ("https://*", "everybody"),
        ("http://intranet.example", "over http"),
        ("intranet.example", "does not start with https"),
        ("ftp://a.example", "does not start with https"),
        ("", "does not start with https"),
        ("https://", "not the whole name"),
        ("https://*.example", "not the whole name"),
        ("https://a.*.example", "not the whole name"),
        ("https://a.example:0", "not the whole name"),
        ("https://a.example/", "ends with its host"),
        ("https://a.example/pad", "ends with its host"),
        ("https://a.example; script-src *", "no place"),
        ("https://a.example 'unsafe-inline'", "no place"),
        ("https://a.example,https://b.example", "no place"),
        ("https://a.example\\n  X-Frame-Options", "no place"),
        ('https://a.example"', "no place"),
        ("https://súdwest.example", "no place"),
    ],
)
def test_these_may_not(tmp_path, origin, why):
    with pytest.raises(BuildError, match=why):
        read_frames(listed(tmp_path, origin))


def test_everything_that_is_wrong_is_told_at_once_and_where(tmp_path):
    with pytest.raises(BuildError) as caught:
        read_frames(listed(tmp_path, "*", "https://a.example", "http://b.example"))
    assert [problem.what.split()[0] for problem in caught.value.problems] == [
        "'*'",
        "'http://b.example'",
    ]
    assert {problem.where.partition(", ")[2] for problem in caught.value.problems} == {
        "line 1, key origins"
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("origins = 'https://a.example'", "origins"),
        ("origin = []", "origin"),
        ("origins = [", "not TOML"),
    ],
)
def test_a_file_that_is_no_such_list_is_told(tmp_path, text, why):
    (tmp_path / "f.toml").write_text(text)
    with pytest.raises(BuildError, match=why):
        read_frames(tmp_path / "f.toml")


def test_a_list_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BuildError, match="no list of who may frame"):
        read_frames(tmp_path / "weg.toml")
