import gzip
import json
import os
from pathlib import Path

import brotli
import pytest

from tests.unit.publish.conftest import FILES, build, tree
from zicht.model.errors import BuildError
from zicht.model.page import OutputFile
from zicht.publish import publish_site
from zicht.publish.lock import lock

LONG = [OutputFile("index.html", b"<p>lang</p>" * 100), OutputFile("all.parquet", b"0" * 2000)]
CHANGED = [OutputFile("index.html", b"changed"), *FILES[1:]]


@pytest.fixture
def target(tmp_path):
    return tmp_path / "www" / "site"


def test_a_first_publication_copies_everything(site, target):
    assert publish_site(site, target, allow_fictional=False) == len(FILES) + 1
    assert tree(target) == tree(site)


def test_a_second_publication_copies_what_changed(site, target):
    publish_site(site, target, allow_fictional=False)
    (target / "404.html").write_bytes(b"left alone: its manifest says that it is the same")
    build(site, CHANGED)
    assert publish_site(site, target, allow_fictional=False) == 2
    assert (target / "index.html").read_bytes() == b"changed"
    assert (target / "404.html").read_bytes().startswith(b"left alone")


def test_a_file_that_is_gone_from_the_target_comes_back(site, target):
    publish_site(site, target, allow_fictional=False)
    (target / "404.html").unlink()
    assert publish_site(site, target, allow_fictional=False) == 2
    assert tree(target) == tree(site)


def test_nothing_is_deleted(site, target):
    publish_site(site, target, allow_fictional=False)
    (target / "other.txt").write_bytes(b"x")
    build(site, FILES[:2])
    publish_site(site, target, allow_fictional=False)
    assert tree(target).keys() == {file.path for file in FILES} | {"manifest.json", "other.txt"}


def compressed(target):
    return {name for name in tree(target) if name.endswith((".gz", ".br"))}


def test_texts_of_some_length_get_twins_that_hold_the_same(site, target):
    build(site, LONG)
    assert publish_site(site, target, allow_fictional=False, compress=True) == len(LONG) + 1
    assert compressed(target) == {"index.html.gz", "index.html.br"}
    assert gzip.decompress((target / "index.html.gz").read_bytes()) == LONG[0].content
    assert brotli.decompress((target / "index.html.br").read_bytes()) == LONG[0].content
    assert (target / "manifest.json").read_bytes() == (site / "manifest.json").read_bytes()


def test_twins_change_with_their_file(site, target):
    build(site, LONG)
    publish_site(site, target, allow_fictional=False, compress=True)
    build(site, [OutputFile("index.html", LONG[0].content + b"new"), *LONG[1:]])
    publish_site(site, target, allow_fictional=False, compress=True)
    assert gzip.decompress((target / "index.html.gz").read_bytes()).endswith(b"new")
    assert brotli.decompress((target / "index.html.br").read_bytes()).endswith(b"new")


@pytest.mark.parametrize("compress", [True, False])
def test_no_old_twin_stands_beside_a_new_file(site, target, compress):
    build(site, LONG)
    publish_site(site, target, allow_fictional=False, compress=True)
    content = b"now short" if compress else LONG[0].content + b"new"
    build(site, [OutputFile("index.html", content), *LONG[1:]])
    publish_site(site, target, allow_fictional=False, compress=compress)
    assert compressed(target) == set()


def test_twins_are_made_of_what_stood_there_already(site, target):
    build(site, LONG)
    publish_site(site, target, allow_fictional=False)
    assert publish_site(site, target, allow_fictional=False, compress=True) == 1
    assert "index.html.br" in compressed(target)


def test_a_page_comes_after_what_it_needs_and_the_manifest_last(site, target, monkeypatch):
    order = []
    replace = Path.replace

    def note(part, place):
        order.append(place.relative_to(target).as_posix())
        return replace(part, place)

    monkeypatch.setattr(Path, "replace", note)
    publish_site(site, target, allow_fictional=False)
    kinds = ["manifest" if p == "manifest.json" else p.split("/")[0] for p in order]
    assert kinds == ["assets", "data", "404.html", "embed", "gemeente", "index.html", "manifest"]


def test_a_publication_that_was_broken_off_is_done_again_in_full(site, target):
    publish_site(site, target, allow_fictional=False)
    build(site, [*CHANGED[:1], OutputFile("x.html", b"x")])
    (site / "x.html").write_bytes(b"edited")
    with pytest.raises(BuildError, match="not what the manifest says"):
        publish_site(site, target, allow_fictional=False)
    assert json.loads((target / "manifest.json").read_bytes())["files"].keys() == {
        file.path for file in FILES
    }
    build(site)
    assert publish_site(site, target, allow_fictional=False) == len(FILES) + 1
    assert (target / "index.html").read_bytes() == b"<h1>start</h1>"
    assert not (target / ".publishing").exists()


def test_invented_figures_are_only_published_when_that_is_meant(site, target):
    build(site, fictional=True)
    with pytest.raises(BuildError, match="invented"):
        publish_site(site, target, allow_fictional=False)
    assert not target.exists()
    assert publish_site(site, target, allow_fictional=True) == len(FILES) + 1


def test_a_site_that_does_not_say_is_taken_for_invented(site, target):
    told = json.loads((site / "manifest.json").read_bytes())
    del told["fictional"]
    (site / "manifest.json").write_text(json.dumps(told))
    with pytest.raises(BuildError, match="invented"):
        publish_site(site, target, allow_fictional=False)


def test_a_folder_that_is_no_site_is_refused(tmp_path, target):
    with pytest.raises(BuildError, match="no site"):
        publish_site(tmp_path, target, allow_fictional=True)


def test_a_target_that_is_a_file_is_refused(site, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BuildError, match="could not be written"):
        publish_site(site, tmp_path / "file", allow_fictional=False)


def test_a_site_with_a_file_missing_is_refused(site, target):
    (site / "404.html").unlink()
    with pytest.raises(BuildError, match=r"404\.html"):
        publish_site(site, target, allow_fictional=False)


def test_a_target_that_someone_else_is_writing_is_left_alone(site, target):
    target.mkdir(parents=True)
    held = lock(target)
    try:
        with pytest.raises(BuildError, match="Another build or publication"):
            publish_site(site, target, allow_fictional=False)
    finally:
        os.close(held)
    assert tree(target) == {}
