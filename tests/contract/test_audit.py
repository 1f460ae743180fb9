"""Audit, publish, ledger, notary: what the release manager runs, as she runs it."""

import hashlib
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from zicht.audit import data_disclosures, page_disclosures, read_pages, read_site
from zicht.model.area import Level
from zicht.model.figure import State
from zicht.protect import cases, judge
from zicht.read import read_delivery

ROOT = Path(__file__).parents[2]
KINDS = {
    "series": pa.string(),
    "region": pa.string(),
    "year": pa.int64(),
    "low": pa.float64(),
    "high": pa.float64(),
    "release": pa.string(),
}
TOLD = ("hennepkwekerijen", "NL01", 2024, 4711.0, 4711.0, "2025-11-01")


def write_ledger(path, rows, *, version="1"):
    """Write a ledger as a stranger would: nothing of our own program is used."""
    columns = dict(zip(KINDS, zip(*rows, strict=True), strict=True))
    told = pa.table({name: pa.array(columns[name], kind) for name, kind in KINDS.items()})
    pq.write_table(told.replace_schema_metadata({"zicht-ledger": version}), path)
    return path


def digest(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def refused(done, *words):
    """Hold a refusal against its promise: exit code 1, what, where, what to do, no number."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in ("where:", "to do:", *words):
        assert word in done.stderr, done.stderr
    assert "4711" not in done.stdout + done.stderr


def test_a_site_gives_nothing_away_and_the_notary_agrees(site, tmp_path, build):
    certificates, before = tmp_path / "certificates", digest(site)
    done = build("audit", site, "--certificates", certificates)
    assert f"{site}: 0 disclosures." in done.stderr
    command = [sys.executable, "-m", "zicht.notary", str(certificates), str(site)]
    verdict = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert verdict.returncode == 0, verdict.stderr
    assert verdict.stdout.rstrip().endswith("all hold")
    assert {path.name for path in certificates.iterdir()} == {
        "base.parquet", "moves.parquet", "claims.parquet",
    }  # fmt: skip
    assert digest(site) == before
    assert [path for path in before if path.endswith(".parquet")] == ["data/all.parquet"]


@pytest.mark.large
def test_the_large_site_gives_nothing_away(large_site):
    """All data files and all sums between figures, and every fortieth page."""
    published = read_site(large_site)
    pages = sorted(str(path.relative_to(large_site)) for path in large_site.rglob("*.html"))
    found = [
        *data_disclosures(large_site, published),
        *(each for case in cases(published, certify=False) for each in judge(case).disclosures),
        *page_disclosures(large_site, read_pages(large_site, published), paths=pages[::40]),
    ]
    assert [str(each) for each in found] == []


def test_a_leaked_number_is_told_by_file_and_place_and_never_repeated(leaking, build):
    dist, paths = leaking
    done = build("audit", dist, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for path in paths:
        places = [line for line in done.stderr.splitlines() if f"where: {path}, " in line]
        assert places, done.stderr
        assert all(line.split(f"{path}, ")[1].strip() for line in places)
    assert "7777" not in done.stderr
    assert "7.777" not in done.stderr
    assert ": 0 disclosures." not in done.stderr


@pytest.mark.parametrize("command", [("audit",), ("publish",)], ids=["audit", "publish"])
def test_a_folder_that_is_no_site_is_refused(command, tmp_path, build):
    folder, target = tmp_path / "geen-site", tmp_path / "target"
    folder.mkdir()
    arguments = (folder,) if command == ("audit",) else (folder, target)
    refused(build(*command, *arguments, check=False), str(folder))
    assert not target.exists()


def test_a_site_that_leaks_is_not_published(leaking, tmp_path, build):
    dist, paths = leaking
    target, ledger = tmp_path / "target", write_ledger(tmp_path / "ledger.parquet", [TOLD])
    before = ledger.read_bytes()
    done = build("publish", dist, target, "--fictional", "--ledger", ledger, check=False)
    refused(done, *paths)
    assert "7777" not in done.stderr
    assert not target.exists()
    assert ledger.read_bytes() == before


def test_a_site_that_may_not_be_published_leaves_the_ledger_as_it_was(site, tmp_path, build):
    target, ledger = tmp_path / "target", tmp_path / "ledger.parquet"
    refused(build("publish", site, target, "--ledger", ledger, check=False), "--fictional")
    assert not target.exists()
    assert not ledger.exists()


def test_publishing_twice_and_building_again_with_its_ledger_change_no_byte(
    site, province, tmp_path, build
):
    target, ledger, again = (tmp_path / name for name in ("target", "ledger.parquet", "again"))
    build("publish", site, target, "--fictional", "--ledger", ledger)
    published, told = digest(target), ledger.read_bytes()
    assert published == digest(site)
    assert pq.read_metadata(ledger).num_rows > 1000
    build("publish", site, target, "--fictional", "--ledger", ledger)
    assert (digest(target), ledger.read_bytes()) == (published, told)
    build("build", "--data", province, "--out", again, "--ledger", ledger)
    assert digest(again) == published
    assert ledger.read_bytes() == told


def another_version(path):
    write_ledger(path, [TOLD], version="0")


def no_parquet(path):
    path.write_text("series;region\nhennepkwekerijen;NL01\n")


def told_twice(path):
    write_ledger(path, [TOLD, (*TOLD[:3], 4712.0, 4712.0, TOLD[-1])])


def upside_down(path):
    write_ledger(path, [(*TOLD[:3], 4712.0, 4711.0, TOLD[-1])])


def no_file(_path):
    pass


LEDGERS = {
    no_file: ["There is no ledger here"],
    no_parquet: ["cannot be read as Parquet"],
    another_version: ['a ledger of version "0"'],
    told_twice: ["NL01", "2024", "told twice by one release"],
    upside_down: ["NL01", "2024", "low number above the high one"],
}


@pytest.fixture
def standing(tmp_path):
    """A site that stood there before, and what every file of it was."""
    out = tmp_path / "dist"
    out.mkdir()
    (out / "index.html").write_text("het oude")
    (out / "manifest.json").write_text('{"release": "2020-01-01", "files": {}}')
    return out


def untouched(out):
    assert (out / "index.html").read_text() == "het oude"
    assert sorted(path.name for path in out.iterdir()) == ["index.html", "manifest.json"]
    assert [path.name for path in out.parent.iterdir() if "dist" in path.name] == ["dist"]


@pytest.mark.parametrize("spoil", LEDGERS, ids=lambda spoil: spoil.__name__)
def test_a_ledger_that_is_no_good_is_told_and_the_old_site_stands(spoil, province, standing, build):
    ledger = standing.parent / "ledger.parquet"
    spoil(ledger)
    arguments = ("--data", province, "--out", standing, "--ledger", ledger)
    done = build("build", *arguments, check=False)
    refused(done, str(ledger), *LEDGERS[spoil])
    untouched(standing)


def small_cell(province):
    """Return the numbers of hennepkwekerijen in 2024 by code, and a buurt that has few."""
    reading = read_delivery(province)
    raw = reading.figures.series["hennepkwekerijen"]
    at = raw.years.index(2024)
    shown = raw.states[:, at] == State.SHOWN
    few = shown & (raw.values[:, at] > 0) & (raw.values[:, at] < 10)
    rows = np.flatnonzero(few)
    buurten = [reading.division.areas[row].code for row in rows.tolist()]
    wanted = next(code for code in buurten if code.startswith(Level.BUURT.value))
    codes = [reading.division.areas[row].code for row in np.flatnonzero(shown).tolist()]
    return dict(zip(codes, raw.values[shown, at].tolist(), strict=True)), wanted


def test_a_release_that_would_disclose_through_the_past_is_refused(province, standing, build):
    numbers, code = small_cell(province)
    ledger = standing.parent / "ledger.parquet"
    rows = [
        ("hennepkwekerijen", other, 2024, number, number, date(2025, 11, 1).isoformat())
        for other, number in numbers.items()
        if other != code
    ]
    write_ledger(ledger, rows)
    arguments = ("--data", province, "--out", standing, "--ledger", ledger)
    refused(
        build("build", *arguments, check=False), code, '"hennepkwekerijen" cannot be hidden in 2024'
    )
    untouched(standing)


SECRETS = {
    "p_pct = 10\ngeheim_4711 = 3": "a key that is unknown",
    "p_pct = 4711": "key p_pct",
    "fewest = -4711\np_pct = 10": "key fewest",
    "k_pct = 47.11": "half an (n, k) rule",
    'p_pct = "4711': "is not TOML",
}


@pytest.mark.parametrize("secret", SECRETS)
def test_secret_rules_that_are_no_good_are_told_without_what_they_hold(
    secret, province, standing, build
):
    rules = standing.parent / "rules.toml"
    rules.write_text(secret)
    arguments = ("--data", province, "--out", standing, "--rules", rules)
    done = build("build", *arguments, check=False)
    refused(done, str(rules), SECRETS[secret])
    assert "47.11" not in done.stderr
    untouched(standing)


CRASH = """
import sys
import build
import zicht.protect.year

def crash(*_):
    raise ZeroDivisionError("the shield broke")

zicht.protect.year.complement = crash
sys.exit(build.main())
"""


def test_a_crash_in_protection_publishes_nothing(province, standing, tmp_path):
    arguments = ["build", "--data", str(province), "--out", str(standing)]
    arguments += ["--report", str(tmp_path / "report"), "--kept", str(tmp_path / "kept")]
    command = [sys.executable, "-c", CRASH, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode not in {0, 2}
    assert "the shield broke" in done.stderr
    assert not (tmp_path / "report").exists()
    untouched(standing)
