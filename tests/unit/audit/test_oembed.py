"""What a page says of itself to programs that frame it: its title and its address alone."""

import pytest

from tests.unit.audit.country import country
from zicht.audit.oembed import oembed_disclosures
from zicht.audit.sitemap import base_of

__all__ = ["country"]

CHANGES = {
    "a figure in the title": ('"title": "', '"title": "7777 '),
    "a figure in the code": ("<iframe ", "<iframe data-n=7777 "),
    "another height": ('"height": 600', '"height": 777'),
    "another host": ("https://", "https://elders"),
    "a field more": ('"version"', '"n": 7777, "version"'),
    "a field twice": ('"version"', '"version": "7777", "version"'),
    "space": ("}\n", "}\n \n"),
}


def found(dist, path, content):
    return list(oembed_disclosures(dist, path, content, base=base_of(dist)))


def test_files_as_they_are_built_tell_nothing(country):
    dist, _ = country
    paths = sorted(path.relative_to(dist).as_posix() for path in dist.rglob("oembed.json"))
    assert len(paths) > 10
    assert [path for path in paths if found(dist, path, (dist / path).read_bytes())] == []


@pytest.mark.parametrize("change", CHANGES)
def test_any_other_byte_is_told(country, change):
    dist, _ = country
    (file, *_) = sorted(dist.glob("embed/gemeente/*/oembed.json"))
    text, (old, new) = file.read_text(), CHANGES[change]
    assert old in text
    changed = text.replace(old, new, 1).encode()
    assert len(found(dist, file.relative_to(dist).as_posix(), changed)) == 1


def test_a_file_of_no_page_is_told(country):
    dist, _ = country
    content = next(dist.rglob("oembed.json")).read_bytes()
    assert len(found(dist, "embed/gemeente/gm0000-nergens/oembed.json", content)) == 1


def test_other_files_are_left_to_others(country):
    assert found(country[0], "data/indicatoren.json", b"7777") == []
