"""A small country, built once: its delivery stands beside its site."""

import hashlib
import json
import os
import shutil

import pytest

from tests.unit.audit.country import HIDDEN, country

__all__ = ["country"]


@pytest.fixture
def site(country):
    """Return the site; nobody writes in it."""
    return country[0]


@pytest.fixture
def province(country):
    """Return the delivery of the site; nobody writes in it."""
    return country[0].parent / "delivery"


@pytest.fixture
def leaking(site, tmp_path):
    """Return a copy of the site that tells 7777 in pages and in a file, and has its manifest."""
    dist = tmp_path / "leaking" / "dist"
    shutil.copytree(site, dist, copy_function=os.link)
    leaks = {
        "gemeente/gm0664-goes/drugs/index.html": (HIDDEN, "7.777"),
        "thema/drugs/woon-en-pleeggemeente/index.html": (HIDDEN, "7.777"),
        "data/indicator/drugsmisdrijven.csv": (";withheld;;withheld;", ";withheld;7777;shown;"),
    }
    for path, (old, new) in leaks.items():
        text = (dist / path).read_text("utf-8")
        assert old in text, path
        (dist / path).unlink()
        (dist / path).write_text(text.replace(old, new, 1), "utf-8")
    relist(dist, leaks)
    return dist, tuple(leaks)


def relist(dist, paths):
    """Let the manifest agree with files that were changed."""
    manifest = dist / "manifest.json"
    told = json.loads(manifest.read_bytes())
    for path in paths:
        content = (dist / path).read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        told["files"][path] |= {"sha256": digest, "bytes": len(content)}
    manifest.unlink()
    manifest.write_text(json.dumps(told, indent=1) + "\n")
