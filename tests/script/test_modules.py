"""The scripts of the browser, tried by Deno without one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DENO = Path(sys.executable).with_name("deno")


@pytest.mark.parametrize("path", sorted(HERE.glob("*_test.js")), ids=lambda path: path.stem)
def test_a_module_keeps_its_promises(path):
    deno = str(DENO) if DENO.exists() else shutil.which("deno")
    command = [deno, "test", "--quiet", "--no-remote", "--no-check", "--allow-read", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
