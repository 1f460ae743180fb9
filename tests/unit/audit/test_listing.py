"""Numbers in files that have no reason to tell any, and files that no site has."""

import hashlib
import json

import pytest


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
