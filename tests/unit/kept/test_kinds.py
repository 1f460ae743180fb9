"""Compiled kinds are kept: the same ones come back, and nothing that is not ours is used."""

import hashlib
import json

import pytest

from zicht.draw import compile_kinds
from zicht.kept import kept_kinds, kinds


@pytest.fixture(scope="module")
def made():
    return compile_kinds()


@pytest.fixture
def folder(made, tmp_path, monkeypatch):
    """Return a folder in which the kinds are kept; from then on nothing can be compiled."""
    with monkeypatch.context() as patch:
        patch.setattr(kinds, "compile_kinds", lambda: made)
        assert kept_kinds(tmp_path / "new") == made
    monkeypatch.setattr(kinds, "compile_kinds", lambda: pytest.fail("it was compiled again"))
    return tmp_path / "new"


def stored(folder):
    (path,) = folder.iterdir()
    return path


def test_what_is_kept_is_what_was_compiled(folder, made):
    assert kept_kinds(folder) == made


def cut(text):
    return text[:-9]


def altered(text):
    return text.replace("zichtVega", "anders", 1)


def empty(_text):
    return ""


def of_another_form(_text):
    other = json.dumps({"kinds": 1})
    return f"{hashlib.sha256(other.encode()).hexdigest()}\n{other}"


@pytest.mark.parametrize("spoil", [cut, altered, empty, of_another_form])
def test_a_file_that_is_no_good_is_written_again(folder, made, spoil, monkeypatch):
    path = stored(folder)
    path.write_text(spoil(path.read_text("utf-8")), "utf-8")
    monkeypatch.setattr(kinds, "compile_kinds", lambda: made)
    assert kept_kinds(folder) == made
    monkeypatch.setattr(kinds, "compile_kinds", lambda: pytest.fail("it was compiled again"))
    assert kept_kinds(folder) == made


def test_another_version_of_a_library_compiles_anew_and_keeps_one_file(folder, made, monkeypatch):
    before = stored(folder)
    monkeypatch.setattr(kinds, "sources_of_kinds", lambda: b"altair 99")
    monkeypatch.setattr(kinds, "compile_kinds", lambda: made)
    assert kept_kinds(folder) == made
    assert stored(folder) != before


def test_a_folder_that_cannot_be_written_is_done_without(made, tmp_path, monkeypatch):
    monkeypatch.setattr(kinds, "compile_kinds", lambda: made)
    (tmp_path / "file").touch()
    assert kept_kinds(tmp_path / "file" / "kept") == made
