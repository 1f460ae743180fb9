"""Everything of one gemeente in a zip: nothing in it leads to what is not there."""

import io
import os
import shutil
import zipfile
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html

from tests.conftest import ROOT
from zicht.bundle import gemeente_bundle
from zicht.model.errors import BuildError

LEFT_OUT = "//header|//form[@role='search']|//script[@type='module']|//link[@rel='modulepreload']"
TEMPLATES = ROOT / "templates"
BASE = "https://zicht-op-ondermijning.example/"


@pytest.fixture(scope="module")
def place(build, zeeland_site, tmp_path_factory):
    place = tmp_path_factory.mktemp("bundle") / "goes.zip"
    build("bundle", "gm0664", "--dist", zeeland_site, "--out", place)
    return place


@pytest.fixture(scope="module")
def files(place):
    with zipfile.ZipFile(place) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name) for name in bundle.namelist()}


def pages_of(files):
    return {path: html.fromstring(files[path]) for path in files if path.endswith(".html")}


def test_all_of_the_gemeente_is_there_and_no_other(files, zeeland_site):
    expected = {
        path.relative_to(zeeland_site).as_posix()
        for pattern in ("**/gm0664*/**/*", "**/wk0664*/**/*", "**/gm0664*", "uitleg/**/*")
        for path in zeeland_site.glob(pattern)
        if path.is_file()
    }
    assert expected <= files.keys()
    assert sum(path.startswith("wijk/") and path.endswith(".html") for path in files) >= 9
    assert [path for path in files if "/gm" in path and "gm0664" not in path] == []
    assert [path for path in files if "/wk" in path and "wk0664" not in path] == []


def test_every_link_leads_to_a_file_of_the_bundle_or_to_the_internet(files):
    known = {path: set(page.xpath("//@id")) for path, page in pages_of(files).items()}
    dead, outside = [], 0
    for path, page in pages_of(files).items():
        base = page.xpath("string(//base/@href)")
        at = normpath(join(path, "..", base)) if base else path
        for address in page.xpath("//*[local-name()!='base']/@href|//@src"):
            parts = urlsplit(address)
            if parts.scheme:
                outside += address.startswith(BASE)
                continue
            target = normpath(join(at, "..", unquote(parts.path))) if parts.path else at
            lacks = parts.fragment and parts.fragment not in known.get(target, ())
            if target not in files or parts.query or (lacks and target != path):
                dead.append((path, address))
    assert dead == []
    assert outside > 500


def test_links_that_lead_outside_say_so_and_none_are_in_a_header(files):
    for path, page in pages_of(files).items():
        for link in page.xpath("//a[starts-with(@href, 'https:')]"):
            assert "external" in link.get("rel", ""), (path, link.get("href"))
        assert page.xpath("//header//a[starts-with(@href, 'https:')]") == [], path
        assert page.xpath("//form[@role='search']") == [], path


def test_the_start_leads_to_the_gemeente_its_themes_and_its_wijken(files):
    start = pages_of(files)["index.html"]
    leads = start.xpath("//main//a/@href")
    assert leads[0] == "gemeente/gm0664-goes/index.html"
    assert "gemeente/gm0664-goes/drugs/index.html" in leads
    assert sum(lead.startswith("wijk/wk0664") for lead in leads) >= 9
    readme = files["LEESMIJ.txt"].decode()
    assert "Uitgave van 1 november 2026\r\n" in readme
    assert "Bron: " in readme
    assert "Licentie: CC0 1.0" in readme


def test_pages_differ_from_those_of_the_site_in_their_links_alone(files, zeeland_site):
    for path, page in pages_of(files).items():
        if path == "index.html":
            continue
        whole = html.fromstring((zeeland_site / path).read_bytes())
        for tree in (page, whole):
            for part in tree.xpath(LEFT_OUT):
                part.getparent().remove(part)
            for part in tree.iter():
                for name in ("href", "src", "rel"):
                    part.attrib.pop(name, None)
        told, built = (
            etree.tostring(tree, method="text", encoding="unicode") for tree in (page, whole)
        )
        if '"href"' not in built:
            assert told.split() == built.split(), path
        assert len(page.xpath("//*")) == len(whole.xpath("//*")), path


def test_other_files_are_those_of_the_site(files, zeeland_site):
    same = [path for path in files if not path.endswith((".html", "grafieken.json", "LEESMIJ.txt"))]
    assert len(same) > 60
    for path in same:
        if path != "data/gemeente/csv-metadata.json":
            assert files[path] == (zeeland_site / path).read_bytes(), path
    assert b"gm0654" not in files["data/gemeente/csv-metadata.json"]
    assert b"gm0664.csv" in files["data/gemeente/csv-metadata.json"]


def test_the_same_site_gives_the_same_bytes(place, build, zeeland_site, tmp_path):
    again = tmp_path / "again.zip"
    build("bundle", "GM0664", "--dist", zeeland_site, "--out", again, seed="7")
    assert again.read_bytes() == place.read_bytes()
    names = zipfile.ZipFile(io.BytesIO(place.read_bytes())).namelist()
    assert names == sorted(names)


def test_a_gemeente_that_the_site_has_not_is_refused(build, zeeland_site, tmp_path):
    out = tmp_path / "x.zip"
    done = build("bundle", "GM0363", "--dist", zeeland_site, "--out", out, check=False)
    assert done.returncode == 1
    assert "GM0363 is no gemeente of this site" in done.stderr
    assert not out.exists()


@pytest.mark.parametrize("code", ["GM9999", "WK066400", "PV29", "amsterdam", "../x", ""])
def test_what_is_no_code_of_a_gemeente_is_refused(code, zeeland_site):
    with pytest.raises(BuildError, match="is no gemeente of this site"):
        gemeente_bundle(zeeland_site, code, templates=TEMPLATES)


def test_every_file_that_is_not_as_it_was_built_is_told(zeeland_site, tmp_path):
    shutil.copytree(zeeland_site, tmp_path / "site", copy_function=os.link)
    gone = tmp_path / "site/gemeente/gm0664-goes/index.html"
    other = tmp_path / "site/data/gemeente/gm0664.csv"
    gone.unlink()
    other.unlink()
    other.write_text("edited")
    with pytest.raises(BuildError) as told:
        gemeente_bundle(tmp_path / "site", "GM0664", templates=TEMPLATES)
    assert {problem.where for problem in told.value.problems} == {str(gone), str(other)}


def test_a_folder_without_a_site_is_refused(tmp_path):
    with pytest.raises(BuildError, match="This is no site"):
        gemeente_bundle(tmp_path, "GM0664", templates=TEMPLATES)
