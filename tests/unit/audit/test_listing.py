"""Numbers in files that have no reason to tell any, and files that no site has."""

import hashlib
import json
import struct
import zlib

import pytest

from zicht.draw import icons, picture


@pytest.mark.parametrize(
    "path",
    [
        "data/all.parquet.bak",
        "data/gemeente/gm0014.json~",
        "data/indicator/other.csv",
        "data/archive/2023.json",
        "data/all.arrow",
        ".DS_Store",
        ".git/config",
        "assets/site.css.map",
        "assets/site.css",
        "assets/site.0123456789.css",
        "gemeente/gm0014-groningen-7/index.html",
        "gemeente/gm0014-groningen/drugs/index.html.orig",
        "gemeente/gm0014-groningen/other/index.html",
        "thema/drugs/other/index.html",
        "wijk/wk001401-oud-zuid/data.json",
        "wijk/wk001401-oud-zuid/grafieken.json",
        "index.html.gz",
        "embed/gemeente/gm0014-groningen/drugs/grafieken.json",
        "embed/gemeente/gm0014-groningen/other/index.html",
    ],
)
def test_a_file_that_no_site_has(site, path):
    site.write(path, "7")
    assert "No file of a site has this address" in site.leaks(path)


@pytest.mark.parametrize(
    "path",
    ["embed/gemeente/gm0014-groningen/index.html", "embed/wijk/wk001401-oud-zuid/index.html"],
)
def test_a_file_that_a_site_may_have(site, path):
    site.write(path, "{}")
    assert site.audit() == []


def test_an_asset_is_named_after_what_is_in_it(site):
    content = b"let a = 1;"
    site.write(f"assets/other.{hashlib.sha256(content).hexdigest()[:10]}.js", content)
    assert site.audit() == []


def test_a_folder_without_files(site):
    (site / "data/gm0014-heeft-7").mkdir()
    assert "A folder without files" in site.leaks("data/gm0014-heeft-7")


def test_a_link_to_a_file_elsewhere(site):
    (site / "data/gemeente/gm0037.json").rename(site.dist.parent / "other.json")
    (site / "data/gemeente/gm0037.json").symlink_to(site.dist.parent / "other.json")
    assert "no plain file" in "".join(map(str, site.audit()))


@pytest.mark.parametrize(
    "path", ["robots.txt", "_headers", "_nginx.conf", "_redirects", ".well-known/security.txt"]
)
@pytest.mark.parametrize(
    "leak",
    [
        "# GM0014: 7777",
        "# gm0014 heeft 7777",
        '{"BU00140000":7777}',
        "# Groningen 7777",
        "# Bilgaard & Havankpark = 7777",
    ],
)
def test_a_number_behind_a_region(site, path, leak):
    content = (site / path).read_text()
    site.write(path, f"{content}{leak}\n")
    assert "a number follows it" in site.leaks(path)


@pytest.mark.parametrize("suffix", ["css", "js", "svg"])
def test_a_number_behind_a_region_in_an_asset(site, suffix):
    (old,) = (site / "assets").glob(f"*.{suffix}")
    content = old.read_bytes() + b"/* BU00140000 7777 */"
    old.unlink()
    path = f"assets/site.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
    site.write(path, content)
    assert "BU00140000: a number follows it" in site.leaks(path)


def spoiled(site, how):
    """Return what is found after the manifest itself was changed."""
    told = json.loads((site / "manifest.json").read_bytes())
    how(told)
    site.write("manifest.json", json.dumps(told, indent=1) + "\n")
    found = site.audit(relisted=False)
    assert {one.path for one in found} == {"manifest.json"}
    return "\n".join(map(str, found))


@pytest.mark.parametrize(
    "how",
    [
        lambda told: told["files"]["robots.txt"].update(bytes=7777),
        lambda told: told["files"]["robots.txt"].update(sha256="7777"),
        lambda told: told["files"]["robots.txt"].update(type="text/plain; n=7777"),
        lambda told: told["files"]["robots.txt"].update(figures=7777),
        lambda told: told["files"].pop("robots.txt"),
        lambda told: told["files"].update(other={"sha256": "", "bytes": 7777, "type": ""}),
        lambda told: told["files"].update({"robots.txt": told["files"].pop("robots.txt")}),
        lambda told: told.update(figures=7777),
        lambda told: told.update(generator="zicht 0.1.0 7777"),
        lambda told: told.update(release="7777"),
    ],
)
def test_a_manifest_that_says_another_thing_than_the_bytes(site, how):
    assert spoiled(site, how)


def test_a_file_changed_after_it_was_listed(site):
    site.write("404.html", "<p>GM0014 heeft 7777")
    assert "/files/404.html/sha256" in "".join(map(str, site.audit(relisted=False)))


def test_a_site_without_a_manifest(site):
    (site / "manifest.json").unlink()
    assert "absent" in "".join(map(str, site.audit(relisted=False)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024-11-01", "7777-11-01"),
        ("</urlset>", "<!-- 7777 --></urlset>"),
        ("/uitleg/privacy/", "/uitleg/7777/"),
        ("<lastmod>", "<priority>0.7777</priority><lastmod>"),
        ('encoding="UTF-8"', 'encoding="UTF-8" n="7777"'),
    ],
)
def test_a_list_of_pages_that_tells_more(site, old, new):
    site.replace("sitemap.xml", old, new)
    assert site.leaks("sitemap.xml")


def test_a_list_of_pages_in_an_order_of_its_own(site):
    lines = (site / "sitemap.xml").read_text().splitlines(keepends=True)
    lines[3], lines[4] = lines[4], lines[3]
    site.write("sitemap.xml", "".join(lines))
    assert "an order of its own" in site.leaks("sitemap.xml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Fri, 01 Nov 2024 00:00:00 GMT", "Fri, 01 Nov 2024 07:07:07 GMT"),
        ("Uitgave van 1 november", "Uitgave van 7 november"),
        ("van 3 gemeenten", "van 7 gemeenten"),
        ("van 3 gemeenten", "van 3 gemeenten en meer"),
        ("<category>Drugs</category>", "<category>Drugs 7</category>"),
        ("uitleg/colofon/", "uitleg/7777/"),
        ("#2024-11-01", "#7777"),
        ("</channel>", "<!-- 7777 --></channel>"),
    ],
)
def test_a_feed_that_tells_more(site, old, new):
    site.replace("uitgaven.xml", old, new, count=-1)
    assert "The feed may tell anything" in site.leaks("uitgaven.xml")


def test_a_site_without_a_feed(site):
    (site / "uitgaven.xml").unlink()
    assert "It is absent" in site.leaks("uitgaven.xml")


PICTURE = "beeld/gemeente/gm0014.png"


@pytest.fixture(scope="module")
def drawn():
    return picture("Groningen", below="Gemeente in Groningen", country=["M0 0L9 0L9 9Z"])


def test_pictures_and_icons_as_they_are_drawn(site, drawn):
    site.write(PICTURE, drawn)
    for path, content in icons(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>'
    ).items():
        site.write(path, content)
    assert site.audit() == []


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (lambda told: told.replace(b"PLTE", b"tEXt", 1), "not whole"),
        (lambda told: told + b"7777", "bytes after its end"),
        (lambda told: told[:33] + chunk(b"tEXt", b"n\x007777") + told[33:], "another chunk"),
        (lambda told: told[:-12] + chunk(b"IEND", b"7777"), "another chunk"),
        (lambda told: told[8:], "no PNG"),
        (lambda told: told[:8] + chunk(b"IHDR", head(1200, 631)) + told[33:], "not 1200 by 630"),
        (lambda told: told[:8] + chunk(b"IHDR", head(1201, 630)) + told[33:], "not 1200 by 630"),
        (lambda told: rowed(told, lambda rows: rows + b"7"), "rows are not all"),
        (lambda told: rowed(told, lambda rows: b"\1" + rows[1:]), "rows are not all"),
    ],
)
def test_a_picture_that_holds_more(site, drawn, how, told):
    site.write(PICTURE, how(drawn))
    assert told in site.leaks(PICTURE)


def test_an_icon_that_holds_more(site):
    icon = icons('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>')["favicon.ico"]
    for wrong in (icon + b"7", icon[:8] + b"7" + icon[9:], b"7777", icon[:20]):
        site.write("favicon.ico", wrong)
        assert site.leaks("favicon.ico")


def chunk(kind, content):
    told = kind + content
    return struct.pack(">I", len(content)) + told + struct.pack(">I", zlib.crc32(told))


def head(wide, high):
    return struct.pack(">IIBBBBB", wide, high, 4, 3, 0, 0, 0)


def rowed(told, change):
    """Return a picture with other rows."""
    at = told.index(b"IDAT")
    size = int.from_bytes(told[at - 4 : at], "big")
    rows = change(zlib.decompress(told[at + 4 : at + 4 + size]))
    return told[: at - 4] + chunk(b"IDAT", zlib.compress(rows)) + told[at + 8 + size :]
