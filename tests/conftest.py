"""What many tests stand on: deliveries and sites, made once for all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

import zicht.demo.delivery
from zicht.demo import write_delivery
from zicht.demo.gemeenten import read_gemeenten

settings.register_profile("ours", deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("ours")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Chromium as root, without looking for anything on the network."""

EXCHANGED = """
[[change]]
day = 2022-01-01
kind = "split"
old = ["GM0654", "GM0664"]
new = ["GM0654", "GM0664"]
"""


def run_build(*arguments, seed="0", check=True):
    """Run build.py as a user would, with a hash seed of its own."""
    command = [sys.executable, str(ROOT / "build.py"), *map(str, arguments)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if check and done.returncode:
        pytest.fail(f"{' '.join(command)} failed:\n{done.stderr}")
    return done


@pytest.fixture(scope="session")
def build():
    return run_build


@pytest.fixture(scope="session")
def small_delivery(tmp_path_factory):
    """The fictional delivery with a tenth of the wijken: all gemeenten, every kind of cell."""
    folder = tmp_path_factory.mktemp("small") / "delivery"
    write_delivery(folder, scale=0.1)
    return folder


@pytest.fixture(scope="session")
def zeeland(tmp_path_factory):
    """The fictional delivery of one provincie: thirteen gemeenten with all their wijken.

    Two of them, Borsele and Goes, are told to have exchanged a part.
    """
    folder = tmp_path_factory.mktemp("zeeland") / "delivery"
    write_delivery(folder, provincies=["PV29"])
    with (folder / "areas/changes.toml").open("a", encoding="utf-8") as changes:
        changes.write(EXCHANGED)
    return folder


@pytest.fixture(scope="session")
def zeeland_site(zeeland, tmp_path_factory):
    """The delivery of one provincie, built whole; gemeente.example and this machine frame it."""
    out = tmp_path_factory.mktemp("zeeland") / "dist"
    run_build("build", "--data", zeeland, "--out", out, "--frames", ROOT / "tests/insluiten.toml")
    return out


@pytest.fixture(scope="session")
def large_site(tmp_path_factory):
    """Amsterdam and Drenthe with all their wijken, built whole: the largest, and twelve others.

    The demo gives as many regions to whoever lives there: about a twelfth of all live here.
    """
    folder = tmp_path_factory.mktemp("large")
    with pytest.MonkeyPatch.context() as patch:
        some = [g for g in read_gemeenten() if g.code == "GM0363" or g.provinciecode == "PV22"]
        patch.setattr(zicht.demo.delivery, "read_gemeenten", lambda: tuple(some))
        write_delivery(folder / "delivery", scale=0.08)
    run_build("build", "--data", folder / "delivery", "--out", folder / "dist")
    return folder / "dist"


@pytest.fixture(scope="session")
def real_data():
    folder = SHARED / "real-2024"
    if not folder.exists():
        pytest.skip("no ../shared/data/real-2024: real figures are not part of the project")
    return folder


@pytest.fixture(scope="session")
def real_site(real_data, tmp_path_factory):
    """Real figures of CBS, built whole."""
    out = tmp_path_factory.mktemp("real") / "dist"
    run_build("build", "--data", real_data, "--themes", ROOT / "tests/real/themes", "--out", out)
    return out


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, one for all tests."""
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        yield opened
        opened.close()
