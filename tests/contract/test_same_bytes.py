"""Same delivery, same bytes: whatever the workers, their order or the hash seed."""

import hashlib

import pytest


def digest(site):
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {str(p.relative_to(site)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.mark.national
def test_workers_and_hash_seeds_leave_no_trace(build, small_delivery, tmp_path):
    one, three = tmp_path / "one", tmp_path / "three"
    build("build", "--data", small_delivery, "--out", one, "--jobs", "1", seed="1")
    build("build", "--data", small_delivery, "--out", three, "--jobs", "3", seed="42")
    first, second = digest(one), digest(three)
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert len(first) > 2_000
