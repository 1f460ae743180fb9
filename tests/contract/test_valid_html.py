"""The Nu checker over a page of every template, the style sheet and the pictures."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.sample import sample

pytestmark = pytest.mark.large

CHECKER = Path(__file__).parent.parent / "node/node_modules/vnu-jar/build/dist/vnu.jar"
UNKNOWN = {"CSS: “paint-order”: Property “paint-order” doesn't exist."}
"""Its CSS is older than SVG 2, which has this: https://www.w3.org/TR/SVG2/painting.html"""


@pytest.fixture(scope="module")
def copies(zeeland_site, tmp_path_factory):
    """A folder with the files to check, each with the name of its template."""
    folder = tmp_path_factory.mktemp("valid")
    for name, address in sample(zeeland_site).items():
        path = address.partition("?")[0]
        file = zeeland_site / path if path.endswith(".html") else zeeland_site / path / "index.html"
        shutil.copy(file, folder / f"{name.replace(' ', '-')}.html")
    for file in [*zeeland_site.glob("assets/*.css"), *zeeland_site.rglob("*.svg")]:
        shutil.copy(file, folder / file.name)
    return folder


def checked(folder):
    """Return what the checker says, warnings too."""
    assert CHECKER.exists(), "the checker is not there: make tests/node/node_modules"
    options = ["--format", "json", "--also-check-css", "--also-check-svg"]
    command = ["java", "-jar", str(CHECKER), *options, *map(str, sorted(folder.iterdir()))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(done.stderr)["messages"]
    return [
        (Path(each["url"]).name, each["message"], each.get("extract", "")[:120])
        for each in told
        if each["message"] not in UNKNOWN
    ]


def test_a_page_of_every_template_is_valid(copies):
    assert len(list(copies.glob("*.html"))) >= 24
    assert checked(copies) == []


def test_the_checker_sees_what_is_wrong(tmp_path):
    (tmp_path / "wrong.html").write_text(
        "<!doctype html><html lang=nl><title>x</title><p id=a><p id=a>"
    )
    (tmp_path / "wrong.css").write_text("p { colour: red }")
    assert {name for name, _, _ in checked(tmp_path)} == {"wrong.html", "wrong.css"}
