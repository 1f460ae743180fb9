"""Same delivery, same bytes: whatever the workers, their order or the hash seed."""

import hashlib


def digest(site):
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {str(p.relative_to(site)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_workers_and_hash_seeds_leave_no_trace(build, province, tmp_path):
    one, three = tmp_path / "one", tmp_path / "three"
    build("build", "--data", province, "--out", one, "--jobs", "1", seed="1")
    build("build", "--data", province, "--out", three, "--jobs", "3", seed="42")
    first, second = digest(one), digest(three)
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert len(first) > 300
