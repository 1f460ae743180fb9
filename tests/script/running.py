"""A script that Deno runs on values from Python, and what it answers."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

MODULES = Path(__file__).parents[2] / "theme/modules"
_OWN = Path(sys.executable).with_name("deno")
DENO = str(_OWN) if _OWN.exists() else shutil.which("deno")


def answer(folder, body, told):
    """Return what a script makes of a value: `body` reads `told` and sets `answer`."""
    script, value = folder / "script.js", folder / "told.json"
    value.write_text(json.dumps(told), "utf-8")
    script.write_text(
        body.replace("MODULES", MODULES.as_uri()).replace("TOLD", json.dumps(str(value)))
        + "\nconsole.log(JSON.stringify(answer));\n",
        "utf-8",
    )
    command = [DENO, "run", "--quiet", "--no-remote", "--no-check", "--allow-read", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
