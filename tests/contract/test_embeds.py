"""What other sites rely on when they frame our pages: it is written down, and it is there."""

import json
import re
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.large

PROMISED = tomllib.loads((Path(__file__).parent / "embeds.toml").read_text())
PROSE = (Path(__file__).parents[2] / "site_src/insluiten.md").read_text()
BASE = "https://zicht-op-ondermijning.example/"


def script_of(site):
    (script,) = (site / "assets").glob("embed.*.js")
    return script.read_text()


@pytest.mark.parametrize("family", PROMISED["families"])
def test_every_page_of_a_family_has_its_bare_twin(large_site, family):
    pages = [page.relative_to(large_site) for page in large_site.glob(f"{family}index.html")]
    assert len(pages) >= 5
    assert [page for page in pages if not (large_site / "embed" / page).is_file()] == []


@pytest.mark.parametrize("name", PROMISED["names"])
def test_an_address_that_was_given_out_is_there(large_site, name):
    page = (large_site / name / "index.html").read_text()
    assert f'<base href="{"../" * name.count("/")}' in page
    assert "<header" not in page
    assert "<nav" not in page


@pytest.mark.parametrize("part", PROMISED["parts"])
def test_a_part_that_was_given_out_is_there(large_site, part):
    path, _, name = part.partition("#")
    assert f'id="{name}"' in (large_site / path / "index.html").read_text()


def test_the_script_for_hosts_is_there_and_small(large_site):
    script = large_site / PROMISED["script"]["path"]
    assert script.stat().st_size <= PROMISED["script"]["most"]
    assert f'"{PROMISED["message"]["type"]}"' in script.read_text()
    assert "innerHTML" not in script.read_text()


def test_each_choice_is_known_to_the_script_of_a_frame_and_told_to_readers(large_site):
    script = script_of(large_site)
    for name, values in PROMISED["options"].items():
        assert f'get("{name}")' in script, name
        assert f"`#{name}=" in PROSE, name
        for value in values:
            assert f'"{value}"' in script, value
            assert f"`#{name}={value}`" in PROSE, value


def test_the_fields_of_the_message_are_told_to_readers():
    assert re.findall(r"^\| `(\w+)` \| ", PROSE, re.MULTILINE)[-4:] == ["type", "v", "height", "id"]
    assert sorted(["type", "v", "height", "id"]) == PROMISED["message"]["fields"]


def test_programs_find_how_to_frame_a_page(large_site):
    """A gemeente, a theme and an indicator have a file for oEmbed; wijken are too many."""
    found = sorted(str(p.parent.relative_to(large_site)) for p in large_site.rglob("oembed.json"))
    assert "embed/gemeente/gm0363-amsterdam" in found
    assert "embed/thema/drugs/hennepkwekerijen" in found
    assert not [path for path in found if path.startswith("embed/wijk/") or path.count("/") > 3]
    for path in found:
        told = json.loads((large_site / path / "oembed.json").read_text())
        page = path.removeprefix("embed/")
        whole = (large_site / page / "index.html").read_text()
        assert f'type="application/json+oembed" href="{BASE}{path}/oembed.json"' in whole
        assert (told["version"], told["type"], told["url"]) == ("1.0", "rich", f"{BASE}{page}/")
        assert f'<iframe src="{BASE}{path}/" title=' in told["html"]
        assert isinstance(told["width"], int)
        assert f'height="{told["height"]}"' in told["html"]
