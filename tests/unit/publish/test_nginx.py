"""The include, in a real nginx: headers, types, what is kept, what is compressed, what is not."""

import gzip
import hashlib

import brotli
import pytest

from tests.nginx import get, nginx
from tests.unit.publish.conftest import build
from zicht.model.page import OutputFile
from zicht.publish import headers_files, headers_for, publish_site, rules_of
from zicht.publish.media import media_type

FRAMERS = ("https://*.gemeente.example",)
RULES = rules_of(FRAMERS)
LONG = b"<p>Zicht op Ondermijning</p>\n" * 100
PAGES = {
    "/": "index.html",
    "/gemeente/gm0363-amsterdam/": "gemeente/gm0363-amsterdam/index.html",
    "/embed/thema/drugs/": "embed/thema/drugs/index.html",
}
OTHERS = (
    "assets/site.0123456789.css",
    "assets/site.0123456789.js",
    "assets/icon.0123456789.svg",
    "assets/zicht.0123456789.webmanifest",
    "assets/icon.0123456789.png",
    "assets/icon.0123456789.ico",
    "beeld/gemeente/gm0363.png",
    "data/all.parquet",
    "data/catalogus.jsonld",
    "data/catalogus.ttl",
    "data/gebieden/gm0363.geojson",
    "data/gemeente/gm0363.csv",
    "data/gemeente/gm0363.json",
    "data/gemeente/gm0363.xlsx",
    "data/thema/drugs.zip",
    "embed/hoogte.js",
    "gemeente/gm0363-amsterdam/grafieken.json",
    "robots.txt",
    "sitemap.xml",
    ".well-known/security.txt",
)
ADDRESSES = {**PAGES, **{f"/{path}": path for path in OTHERS}, "/manifest.json": "manifest.json"}


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """A site with every kind of file, published with compressed twins."""
    folder = tmp_path_factory.mktemp("nginx")
    paths = (*PAGES.values(), *OTHERS)
    files = [OutputFile(path, path.encode() + b"\n" + LONG) for path in paths]
    missing = OutputFile("404.html", b"<h1>niet gevonden</h1>")
    build(folder / "dist", [*files, missing, *headers_files(FRAMERS)])
    publish_site(folder / "dist", folder / "www", allow_fictional=False, compress=True)
    return folder / "www"


@pytest.fixture(scope="module", params=[True, False], ids=["brotli", "plain"])
def has_brotli(request):
    """Whether nginx has the module that sends brotli: the include is the same."""
    return request.param


@pytest.fixture(scope="module")
def host(has_brotli, target, tmp_path_factory):
    with nginx(target, tmp_path_factory.mktemp("own") / "nginx", brotli=has_brotli) as host:
        yield host


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_comes_with_its_type_and_with_its_headers_once(host, target, address):
    status, headers, body = get(host, address)
    path = ADDRESSES[address]
    assert (status, headers["Content-Type"]) == (200, media_type(path))
    assert body == (target / path).read_bytes()
    assert headers["Content-Encoding"] is None
    for name, value in headers_for(address, RULES).items():
        assert headers.get_all(name) == [value]
    told = headers_for(address, RULES)
    assert [name for name in headers_for("/", RULES) if headers[name] and name not in told] == []


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("coding", ["gzip", "br", "gzip, deflate, br"])
def test_a_text_comes_compressed_to_who_asks(host, has_brotli, target, address, coding):
    path = ADDRESSES[address]
    told = "br" if has_brotli and "br" in coding else "gzip" if "gzip" in coding else None
    if path.endswith((".parquet", ".xlsx", ".zip", ".png", ".ico")):
        told = None
    status, headers, body = get(host, address, accept_encoding=coding)
    assert (status, headers["Content-Encoding"]) == (200, told)
    assert headers["Content-Type"] == media_type(path)
    assert headers["Cache-Control"] == headers_for(address, RULES)["Cache-Control"]
    if told is None:
        assert body == (target / path).read_bytes()
        return
    assert headers["Vary"] == "Accept-Encoding"
    assert body == (target / f"{path}.{told.removesuffix('ip')}").read_bytes()
    decode = {"br": brotli.decompress, "gzip": gzip.decompress}[told]
    assert decode(body) == (target / path).read_bytes()


@pytest.mark.parametrize("address", ["/", "/assets/site.0123456789.js", "/data/all.parquet"])
def test_what_a_browser_has_is_not_sent_again(host, address):
    _, headers, _ = get(host, address, accept_encoding="gzip")
    etag = headers["ETag"]
    status, again, body = get(host, address, accept_encoding="gzip", if_none_match=etag)
    assert (status, body, again["ETag"]) == (304, b"", etag)
    assert again["Cache-Control"] == headers["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    ["/weg/", "/weg", "/gemeente/", "/embed/weg/", "/data/", "/assets/", "/weg.html", "/404.html",
     "/_headers", "/_redirects", "/_nginx.conf"],
)  # fmt: skip
def test_a_page_that_is_not_there_is_the_page_that_says_so(host, address):
    status, headers, body = get(host, address)
    assert (status, body) == (404, b"<h1>niet gevonden</h1>")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers.get_all("Cache-Control") == ["no-store"]
    assert headers["Content-Security-Policy"] == headers_for("/", RULES)["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address",
    ["/assets/site.9999999999.css", "/assets/draw-line.9999999999.js", "/data/weg.json",
     "/embed/weg.js", "/beeld/gemeente/weg.png", "/favicon.ico", "/weg/grafieken.json",
     "/.well-known/weg.txt", "/.git/config.txt", "/assets/..%2fdata%2fweg.txt"],
)  # fmt: skip
def test_a_file_that_is_not_there_has_no_html_and_is_not_kept(host, address):
    status, headers, body = get(host, address, accept_encoding="br, gzip")
    assert (status, body) == (404, b"404\n")
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert headers["Content-Encoding"] is None
    assert headers.get_all("Cache-Control") == ["no-store"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_folder_without_slash_is_sent_on_at_its_own_host(host):
    status, headers, _ = get(host, "/gemeente/gm0363-amsterdam?jaar=2024")
    assert (status, headers["Location"]) == (301, "/gemeente/gm0363-amsterdam/?jaar=2024")
    assert headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("address", ["/toegankelijkheid", "/toegankelijkheid/"])
def test_what_moved_is_sent_on(host, address):
    status, headers, _ = get(host, address)
    assert (status, headers["Location"]) == (301, "/uitleg/toegankelijkheid/")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ["/", "/weg/", "/assets/weg.js", "/gemeente"])
def test_the_server_does_not_tell_its_version(host, address):
    _, headers, body = get(host, address)
    assert headers["Server"] == "nginx"
    assert b"nginx/" not in body


def test_nobody_writes(host):
    assert {get(host, "/data/weg.json", method=each)[0] for each in ("PUT", "DELETE")} == {405}
    assert get(host, "/", method="POST")[0] == 405


def test_no_way_leads_out_of_the_site(host):
    status, headers, body = get(host, "/assets/..%2f..%2f..%2fetc/passwd")
    assert status == 400
    assert headers["Server"] == "nginx"
    assert b"nginx/" not in body
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_without_twins_a_text_is_compressed_on_its_way(target, tmp_path):
    publish_site(target, tmp_path / "www", allow_fictional=False)
    with nginx(tmp_path / "www", tmp_path / "own", brotli=False) as host:
        _, headers, body = get(host, "/data/gemeente/gm0363.csv", accept_encoding="gzip")
    assert (headers["Content-Encoding"], headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(body) == (target / "data/gemeente/gm0363.csv").read_bytes()


def test_twins_are_the_same_every_time(target, tmp_path):
    for way in ("a", "b"):
        publish_site(target, tmp_path / way, allow_fictional=False, compress=True)
    sums = [
        {
            path.relative_to(tmp_path / way): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in (tmp_path / way).rglob("*")
            if path.is_file()
        }
        for way in ("a", "b")
    ]
    assert sums[0] == sums[1]
