import pytest

from zicht.publish import headers_files, headers_for
from zicht.publish.headers import RULES

PATHS = [
    "/",
    "/gemeente/gm0363-amsterdam/",
    "/assets/site.0.css",
    "/data/x.json",
    "/manifest.json",
    "/embed/x/",
]
CSP = "Content-Security-Policy"
FILES = {file.path: file.content.decode() for file in headers_files()}


def as_cloudflare_reads(text, path):
    """The headers of a path: rules add up, and "! Name" takes away what earlier rules said."""
    found: dict[str, list[str]] = {}
    matches = False
    for line in text.splitlines():
        if not line.startswith(" "):
            matches = path.startswith(line.removesuffix("*"))
        elif matches and line.startswith("  ! "):
            found.pop(line.removeprefix("  ! "), None)
        elif matches:
            name, value = line.strip().split(": ", 1)
            found.setdefault(name, []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}


def as_nginx_reads(text, path):
    """The headers of the location with the longest prefix of the path."""
    places = {}
    for block in text.split("location ")[1:]:
        start, body = block.removeprefix("^~ ").split(" {", 1)
        rows = [line.strip() for line in body.splitlines() if "add_header" in line]
        places[start] = {
            row.split()[1]: row.split('"')[1] for row in rows if row.endswith(('";', "always;"))
        }
    return places[max((start for start in places if path.startswith(start)), key=len)]


@pytest.mark.parametrize("path", PATHS)
def test_every_host_sends_the_same(path):
    assert as_cloudflare_reads(FILES["_headers"], path) == headers_for(path)
    assert as_nginx_reads(FILES["_nginx.conf"], path) == headers_for(path)


@pytest.mark.parametrize("path", PATHS)
def test_no_page_runs_inline_code_or_sends_where_it_came_from(path):
    headers = headers_for(path)
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize(
    ("path", "cache", "framed_by", "shared"),
    [
        ("/", "no-cache", "'none'", None),
        ("/assets/x.js", "public, max-age=31536000, immutable", "'none'", None),
        ("/data/all.parquet", "public, max-age=3600", "'none'", "*"),
        ("/manifest.json", "no-cache", "'none'", "*"),
        ("/embed/x/", "no-cache", "https:", None),
        ("/database/", "no-cache", "'none'", None),
    ],
)
def test_who_may_keep_frame_and_fetch(path, cache, framed_by, shared):
    headers = headers_for(path)
    assert headers["Cache-Control"] == cache
    assert headers["Content-Security-Policy"].endswith(f"frame-ancestors {framed_by}")
    assert headers.get("Access-Control-Allow-Origin") == shared
    assert headers.get("Cross-Origin-Resource-Policy") == (shared and "cross-origin")


def test_links_of_a_bare_page_alone_may_start_from_another_page():
    started = [path for path in PATHS if "base-uri 'none'" not in headers_for(path)[CSP]]
    assert started == ["/embed/x/"]
    assert "; base-uri 'self'; " in headers_for("/embed/x/")[CSP]


def test_the_limits_of_the_host_are_kept():
    assert len(RULES) <= 100
    assert max(map(len, FILES["_headers"].splitlines())) <= 2000
    assert FILES["_redirects"] == ""
