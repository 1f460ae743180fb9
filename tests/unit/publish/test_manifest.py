import hashlib
import json
from datetime import date

import pytest

from tests.unit.publish.conftest import tree
from zicht.publish import Entry, hashed, manifest


def test_every_file_but_itself_stands_in_the_manifest(site):
    told = json.loads((site / "manifest.json").read_bytes())
    files = {path: content for path, content in tree(site).items() if path != "manifest.json"}
    assert (told["release"], told["generator"], told["fictional"]) == (
        "2024-11-01",
        "zicht 0",
        False,
    )
    assert list(told["files"]) == sorted(files)
    for path, content in files.items():
        assert told["files"][path]["sha256"] == hashlib.sha256(content).hexdigest()
        assert told["files"][path]["bytes"] == len(content)
    assert told["files"]["index.html"]["type"] == "text/html; charset=utf-8"
    assert told["files"]["data/gemeente/gm0363.json"]["type"] == "application/json"


def test_the_order_of_the_workers_is_not_seen():
    entries = [Entry(path, "0", 1, "t") for path in ("b/a", "a", "b-a", "a/b")]
    settings = {"release": date(2024, 11, 1), "generator": "g", "fictional": True}
    assert manifest(entries, **settings) == manifest(entries[::-1], **settings)


def test_one_path_twice_is_a_fault_of_ours():
    entry = Entry("a", "0", 1, "t")
    with pytest.raises(ValueError, match="one path"):
        manifest([entry, entry], release=date(2024, 11, 1), generator="g", fictional=False)


def test_an_asset_has_its_checksum_in_its_name():
    digits = hashlib.sha256(b"a{}").hexdigest()[:10]
    assert hashed("site.css", b"a{}").path == f"assets/site.{digits}.css"
    assert hashed("vega.min.js", b"a{}").path == f"assets/vega.min.{digits}.js"
    assert hashed("site.css", b"b{}").path != hashed("site.css", b"a{}").path
