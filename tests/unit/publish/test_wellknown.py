from datetime import date
from xml.etree import ElementTree as ET

import pytest

from zicht.publish import robots_txt, security_doubts, security_txt, sitemap

RELEASE = date(2024, 2, 29)
BASE = "https://example.org/zicht/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(file):
    root = ET.fromstring(file.content)  # noqa: S314 - we wrote it ourselves
    assert {e.text for e in root.iter(f"{SPACE}lastmod")} <= {"2024-02-29"}
    return [element.text for element in root.iter(f"{SPACE}loc")]


def test_pages_stand_in_the_sitemap_by_address_and_frames_do_not():
    (file,) = sitemap(
        ["thema/a/index.html", "index.html", "embed/thema/a/index.html"],
        base_url=BASE,
        release=RELEASE,
    )
    assert file.path == "sitemap.xml"
    assert locations(file) == [BASE, f"{BASE}thema/a/"]


def test_a_site_of_more_than_fifty_thousand_pages_has_an_index():
    files = list(
        sitemap((f"{n:06}/index.html" for n in range(50_001)), base_url=BASE[:-1], release=RELEASE)
    )
    assert [file.path for file in files] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert len(locations(files[0])) == 50_000
    assert locations(files[1]) == [f"{BASE}050000/"]
    assert locations(files[2]) == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]


def test_exactly_fifty_thousand_pages_fit_in_one():
    paths = (f"{n}/index.html" for n in range(50_000))
    assert len(list(sitemap(paths, base_url=BASE, release=RELEASE))) == 1


def test_robots_read_real_figures():
    told = robots_txt(BASE, fictional=False).content.decode()
    assert told == (
        "User-agent: *\nAllow: /zicht/\n\nSitemap: https://example.org/zicht/sitemap.xml\n"
    )


@pytest.mark.parametrize(("base", "root"), [(BASE, "/zicht/"), ("https://example.org", "/")])
def test_robots_stay_away_from_invented_figures(base, root):
    assert robots_txt(base, fictional=True).content.decode() == f"User-agent: *\nDisallow: {root}\n"


def test_security_txt_ends_within_a_year_of_the_release():
    file = security_txt(RELEASE, BASE)
    told = dict(line.split(": ", 1) for line in file.content.decode().splitlines())
    assert file.path == ".well-known/security.txt"
    assert told["Expires"] == "2025-02-27T00:00:00Z"
    assert told["Canonical"] == f"{BASE}.well-known/security.txt"
    assert told["Contact"].startswith("https://")


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2024, 2, 29), None),
        (date(2024, 12, 29), None),
        (date(2024, 12, 30), "in 59 days"),
        (date(2025, 2, 27), "in 0 days"),
        (date(2025, 2, 28), "ended on 2025-02-27"),
        (date(2024, 2, 27), "more than a year"),
    ],
)
def test_who_publishes_hears_that_security_txt_ends(tmp_path, today, told):
    file = security_txt(RELEASE, BASE)
    (tmp_path / file.path).parent.mkdir()
    (tmp_path / file.path).write_bytes(file.content)
    found = list(security_doubts(tmp_path, today=today))
    assert [told in each.what for each in found] == ([] if told is None else [True])
    assert not any(each.blocks for each in found)


def test_security_txt_ends_when_it_is_told_to():
    told = security_txt(RELEASE, BASE, until=date(2026, 1, 31)).content.decode()
    assert "\nExpires: 2026-01-31T00:00:00Z\n" in told
