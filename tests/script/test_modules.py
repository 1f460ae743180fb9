"""The scripts of the browser, tried by Deno without one, as they are shipped: without comments."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.script.running import DENO, MODULES
from zicht.publish import bare

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The modules without their comments, with the tests at the same place beside them."""
    root = tmp_path_factory.mktemp("shipped")
    for path in MODULES.rglob("*.js"):
        place = root / "theme/modules" / path.relative_to(MODULES)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(bare(path.read_bytes()))
    shutil.copytree(HERE, root / "tests/script", ignore=shutil.ignore_patterns("*.py"))
    return root


def test_each_module_keeps_its_promises(shipped):
    command = [DENO, "test", "--no-remote", "--no-check", "--allow-read", "tests/script"]
    done = subprocess.run(command, cwd=shipped, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 failed" in done.stdout
