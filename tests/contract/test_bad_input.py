"""Bad input: a message that says what, where and what to do; exit code 1; the old site stands."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = "figures/ZOO101"


@pytest.fixture
def delivery(zeeland, tmp_path):
    return Path(shutil.copytree(zeeland, tmp_path / "delivery"))


@pytest.fixture
def old_site(tmp_path):
    """A site that stood there before."""
    return stand(tmp_path / "dist")


def stand(out):
    out.mkdir()
    (out / "index.html").write_text("het oude")
    told = {"release": "2020-01-01", "generator": "zicht", "files": {}}
    (out / "manifest.json").write_text(json.dumps(told))
    return out


def edit(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8-sig")


def no_folder(delivery):
    shutil.rmtree(delivery)


def empty_folder(delivery):
    shutil.rmtree(delivery)
    delivery.mkdir()


def observations(delivery, table=TABLE):
    """Return the observations of a table as CSV instead of Parquet, ready to be spoilt."""
    parquet = delivery / table / "Observations.parquet"
    script = (
        "import sys, pyarrow.parquet as pq\n"
        "frame = pq.read_table(sys.argv[1]).to_pandas()\n"
        "frame.to_csv(sys.argv[2], sep=';', index=False)\n"
    )
    target = parquet.with_suffix(".csv")
    subprocess.run([sys.executable, "-c", script, str(parquet), str(target)], check=True)
    parquet.unlink()
    return target


def broken_csv(delivery):
    path = observations(delivery)
    lines = path.read_text().splitlines(keepends=True)
    lines[500] = '"an open quote;1;2\n'
    path.write_text("".join(lines))


def missing_column(delivery, table=TABLE):
    path = observations(delivery, table)
    edit(path, "Value;", "Waarde;")


def no_number(delivery):
    path = observations(delivery)
    lines = path.read_text().splitlines(keepends=True)
    cells = lines[1].split(";")
    cells[lines[0].split(";").index("Value")] = "twaalf"
    path.write_text("".join([lines[0], ";".join(cells), *lines[2:]]))


def features(delivery):
    path = delivery / "areas/gemeenten.geojson"
    return path, json.loads(path.read_text())


def ring(shape):
    return shape["coordinates"][0] if shape["type"] == "Polygon" else shape["coordinates"][0][0]


def crossing_outline(delivery):
    path, told = features(delivery)
    points = ring(told["features"][3]["geometry"])
    points[1], points[len(points) // 2] = points[len(points) // 2], points[1]
    path.write_text(json.dumps(told))


def overlapping_outlines(delivery):
    path, told = features(delivery)
    for feature in told["features"][:12]:
        points = ring(feature["geometry"])
        x, y = (sum(p[i] for p in points) / len(points) for i in (0, 1))
        points[:] = [[x + 1.6 * (p[0] - x), y + 1.6 * (p[1] - y)] for p in points]
    path.write_text(json.dumps(told))


def unknown_theme_key(delivery):
    edit(delivery / "themes/drugs.toml", "summary", "samenvating = 'x'\nsummary")


def two_themes_with_one_name(delivery):
    shutil.copy(delivery / "themes/drugs.toml", delivery / "themes/ook.toml")


def spoiled(path, region, *, period="2024JJ00", **fields):
    """Change fields of the first cell of a region in a table that is CSV by now."""
    lines = path.read_text().splitlines(keepends=True)
    head = lines[0].strip().split(";")
    for row, line in enumerate(lines):
        cells = line.rstrip("\n").split(";")
        if cells[head.index("WijkenEnBuurten")] == region and period in cells:
            for name, text in fields.items():
                cells[head.index(name)] = text
            lines[row] = ";".join(cells) + "\n"
            path.write_text("".join(lines))
            return
    pytest.fail(f"{region} is not in {path}")


def total_that_does_not_add_up(delivery):
    spoiled(observations(delivery), "PV29", Value="987654")


def categories_that_do_not_add_up(delivery):
    spoiled(observations(delivery, "figures/ZOO104"), "GM0664", Value="987654")


def negative_count(delivery):
    spoiled(observations(delivery), "GM0664", Value="-3")


def category_twice(delivery):
    edit(delivery / "themes/drugs.toml", 'code = "52020"', 'code = "53500"')


def contradicting_rules(delivery):
    edit(delivery / "themes/drugs.toml", 'zero = "structural"', "rules = { reach = 3 }")


def region_that_moved(delivery):
    edit(delivery / "areas/wijken.geojson", '"gemeentecode":"GM0654"', '"gemeentecode":"GM0677"')


FAULTS = {
    no_folder: ["delivery"],
    empty_folder: ["areas", "figures"],
    broken_csv: [f"{TABLE}/Observations.csv"],
    missing_column: [f"{TABLE}/Observations.csv", "Value"],
    no_number: ["twaalf", "Observations.csv"],
    crossing_outline: ["gemeenten.geojson", "GM0678"],
    overlapping_outlines: ["gemeenten.geojson", "belongs to two regions"],
    unknown_theme_key: ["drugs.toml", "samenvating"],
    two_themes_with_one_name: ["ook.toml", "drugs"],
    total_that_does_not_add_up: ["NL01", "PV29", "2024", "ZOO101", "hennepkwekerijen"],
    categories_that_do_not_add_up: ["GM0664", "2024", "ZOO104", "drugsmisdrijven.soort.harddrugs"],
    negative_count: ["below zero for GM0664 in 2024", "ZOO101"],
    category_twice: ["drugs.toml", '2 of the category with the code "53500"'],
    contradicting_rules: ["drugs.toml", "rules.fewest and rules.reach"],
    region_that_moved: ["wijken.geojson", "WK065400", "GM0677", "GM0654"],
}


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda fault: fault.__name__)
def test_bad_input_is_told_and_changes_nothing(spoil, delivery, old_site, build):
    spoil(delivery)
    done = build("build", "--data", delivery, "--out", old_site, check=False)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in (*FAULTS[spoil], "where:", "to do:"):
        assert word in done.stderr, done.stderr
    assert "987654" not in done.stderr
    untouched(old_site)


def untouched(old_site):
    assert (old_site / "index.html").read_text() == "het oude"
    assert sorted(p.name for p in old_site.parent.iterdir() if p.name.startswith("dist")) == [
        "dist"
    ]


def test_check_tells_every_problem_at_once_and_writes_nothing(delivery, build):
    unknown_theme_key(delivery)
    missing_column(delivery, "figures/ZOO201")
    before = sorted(delivery.rglob("*"))
    done = build("check", "--data", delivery, check=False)
    assert done.returncode == 1
    assert "samenvating" in done.stderr
    assert "Value" in done.stderr
    assert sorted(delivery.rglob("*")) == before


def test_an_unknown_region_is_told(zeeland, old_site, build):
    arguments = ("--data", zeeland, "--out", old_site, "--only", "GM9999")
    done = build("build", *arguments, check=False)
    assert done.returncode == 1
    assert "GM9999" in done.stderr
    untouched(old_site)


def test_wrong_usage_is_exit_code_two(build):
    assert build("build", "--jobs", "none", check=False).returncode == 2
    assert build("bouw", check=False).returncode == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_in_the_middle_leaves_the_old_site(jobs, zeeland, old_site):
    # whoever runs the tests may ignore interrupts, and their children would inherit that
    command = ["env", "--default-signal=INT", sys.executable, str(ROOT / "build.py"), "build"]
    command += ["--data", str(zeeland), "--out", str(old_site), "--jobs", jobs]
    new = old_site.parent / "dist.new"
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True
    ) as running:
        for _ in range(600):
            if len(list(new.glob("gemeente/*"))) > 5:
                break
            time.sleep(0.1)
        assert running.poll() is None, f"it ended before it wrote: {running.communicate()}"
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 1, said
    assert "Traceback" not in said, said
    assert "interrupted" in said
    untouched(old_site)


def test_a_full_disk_is_told_and_leaves_the_old_site(zeeland, tmp_path, build):
    place = tmp_path / "klein"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)],  # noqa: S607
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("a disk of 3 MB cannot be mounted here: that needs root")
    try:
        out = stand(place / "dist")
        done = build("build", "--data", zeeland, "--out", out, check=False)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "Make room on the disk" in done.stderr
        assert (out / "index.html").read_text() == "het oude"
        assert [p.name for p in place.iterdir()] == ["dist"]
    finally:
        subprocess.run(["umount", str(place)], check=False)  # noqa: S607


def test_fictional_figures_are_only_published_on_purpose(site, tmp_path, build):
    target = tmp_path / "target"
    refused = build("publish", site, target, check=False)
    assert refused.returncode == 1
    assert "--fictional" in refused.stderr
    assert not target.exists() or not any(target.iterdir())
    build("publish", site, target, "--fictional")
    manifest = (target / "manifest.json").read_bytes()
    assert manifest == (site / "manifest.json").read_bytes()


def test_a_part_of_a_site_is_never_published(zeeland, tmp_path, build):
    dist, target = tmp_path / "dist", tmp_path / "target"
    build("build", "--data", zeeland, "--out", dist, "--only", "GM0715")
    assert (dist / "gemeente/gm0715-terneuzen/index.html").is_file()
    refused = build("publish", dist, target, "--fictional", check=False)
    assert refused.returncode == 1
    assert "--only" in refused.stderr
