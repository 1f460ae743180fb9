import pytest

from zicht.publish import headers_files, rules_of
from zicht.publish import headers_for as rules_for
from zicht.publish.cloudflare import read_hosted

PATHS = [
    "/",
    "/gemeente/gm0363-amsterdam/",
    "/assets/site.0.css",
    "/data/x.json",
    "/manifest.json",
    "/embed/x/",
    "/beeld/gemeente/gm0363.png",
]
CSP = "Content-Security-Policy"
FRAMERS = ("https://*.gemeente.example", "https://intranet.example:8443")
RULES = rules_of(FRAMERS)
FILES = {file.path: file.content.decode() for file in headers_files(FRAMERS)}


def headers_for(path):
    return rules_for(path, RULES)


@pytest.mark.parametrize("path", PATHS)
def test_what_is_written_is_what_the_table_says(path, tmp_path):
    (tmp_path / "_headers").write_text(FILES["_headers"])
    assert read_hosted(tmp_path).headers(path) == headers_for(path)


@pytest.mark.parametrize("path", PATHS)
def test_no_page_runs_inline_code_or_sends_where_it_came_from(path):
    headers = headers_for(path)
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "data:" not in headers["Content-Security-Policy"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize(
    ("path", "cache", "framed_by", "read_by"),
    [
        ("/", "no-cache", "'none'", None),
        ("/assets/x.js", "public, max-age=31536000, immutable", "'none'", "*"),
        ("/data/all.parquet", "public, max-age=3600", "'none'", "*"),
        ("/manifest.json", "no-cache", "'none'", "*"),
        ("/beeld/zicht.png", "public, max-age=86400", "'none'", None),
        ("/embed/x/", "no-cache", f"'self' {' '.join(FRAMERS)}", None),
        ("/embed/zicht.js", "public, max-age=3600", f"'self' {' '.join(FRAMERS)}", "*"),
        ("/database/", "no-cache", "'none'", None),
    ],
)
def test_who_may_keep_frame_and_read(path, cache, framed_by, read_by):
    headers = headers_for(path)
    assert headers["Cache-Control"] == cache
    assert headers[CSP].endswith(f"frame-ancestors {framed_by}")
    assert headers.get("X-Frame-Options") == (None if path.startswith("/embed/") else "DENY")
    assert headers.get("Access-Control-Allow-Origin") == read_by


@pytest.mark.parametrize("path", PATHS)
def test_what_others_may_show_says_so_and_nothing_else(path):
    shown = path.startswith(("/assets/", "/data/", "/beeld/", "/embed/", "/manifest.json"))
    told = headers_for(path)["Cross-Origin-Resource-Policy"]
    assert told == ("cross-origin" if shown else "same-origin")


def test_without_a_list_only_the_site_itself_frames():
    assert rules_for("/embed/x/", rules_of())[CSP].endswith("; frame-ancestors 'self'")


def test_links_of_a_bare_page_alone_may_start_from_another_page():
    started = [path for path in PATHS if "base-uri 'none'" not in headers_for(path)[CSP]]
    assert started == ["/embed/x/"]
    assert "; base-uri 'self'; " in headers_for("/embed/x/")[CSP]


def test_an_address_that_moved_is_told_with_and_without_a_slash():
    told = [line.split() for line in FILES["_redirects"].splitlines()]
    assert told[:2] == [
        ["/toegankelijkheid/", "/uitleg/toegankelijkheid/", "301"],
        ["/toegankelijkheid", "/uitleg/toegankelijkheid/", "301"],
    ]
    for old, new, _ in told:
        _, _, body = FILES["_nginx.conf"].partition(f"location = {old} {{")
        assert f"return 301 {new};" in body.partition("}")[0]
