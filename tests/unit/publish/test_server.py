import socket
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from zicht.model.errors import BuildError
from zicht.publish import headers_files, headers_for, rules_of, running, serve

RULES = rules_of(["https://*.gemeente.example"])


def get(url, *, method="GET"):
    place = urlsplit(url)
    with closing(HTTPConnection(place.hostname, place.port)) as line:
        line.request(method, url.removeprefix(f"http://{place.netloc}"))
        answer = line.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.fixture
def base(site):
    for file in headers_files(["https://*.gemeente.example"]):
        (site / file.path).write_bytes(file.content)
    with running(site) as base:
        yield base


@pytest.mark.parametrize(
    ("path", "kind", "content"),
    [
        ("", "text/html; charset=utf-8", b"<h1>start</h1>"),
        ("?thema=drugs", "text/html; charset=utf-8", b"<h1>start</h1>"),
        ("gemeente/gm0363-amsterdam/", "text/html; charset=utf-8", b"<h1>Amsterdam</h1>"),
        ("embed/gemeente/gm0363/", "text/html; charset=utf-8", b"<h1>los</h1>"),
        ("data/gemeente/gm0363.json", "application/json", b"{}"),
    ],
)
def test_a_file_comes_with_its_type_and_headers(base, path, kind, content):
    status, headers, body = get(base + path)
    assert (status, headers["Content-Type"], body) == (200, kind, content)
    for name, value in headers_for("/" + path, RULES).items():
        assert headers.get_all(name) == [value]


@pytest.mark.parametrize("path", ["weg/", "gemeente/", "../etc/passwd", "weg.html"])
def test_what_is_not_there_is_the_page_that_says_so_and_is_not_kept(base, path):
    status, headers, body = get(base + path)
    assert (status, body) == (404, b"<h1>niet gevonden</h1>")
    assert headers.get_all("Cache-Control") == ["no-store"]
    assert headers["Content-Security-Policy"]
    assert get(base + path, method="HEAD")[2] == b""


def test_a_file_that_is_not_there_has_no_html(base):
    status, headers, body = get(base + "assets/weg.0.js")
    assert (status, headers["Content-Type"], body) == (404, "text/plain; charset=utf-8", b"404\n")
    assert headers.get_all("Cache-Control") == ["no-store"]


def test_a_folder_without_slash_is_sent_on(base):
    status, headers, _ = get(base + "gemeente/gm0363-amsterdam")
    assert (status, headers["Location"]) == (301, "/gemeente/gm0363-amsterdam/")


@pytest.mark.parametrize("path", ["toegankelijkheid", "toegankelijkheid/", "toegankelijkheid/?a=b"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_address_that_moved_is_sent_on(base, path, method):
    status, headers, body = get(base + path, method=method)
    assert (status, headers["Location"], body) == (301, "/uitleg/toegankelijkheid/", b"")
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_sent_is_what_the_site_says(site):
    (site / "_headers").write_text("/*\n  X-Eigen: ja\n/embed/*\n  ! X-Eigen\n")
    with running(site) as base:
        assert get(base)[1]["X-Eigen"] == "ja"
        told = get(base + "embed/gemeente/gm0363/")[1]
    assert told["X-Eigen"] is None
    assert told["Content-Security-Policy"] is None


def test_a_request_that_cannot_be_read_is_answered(base):
    port = int(base.rsplit(":", 1)[1].strip("/"))
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(b"nonsense\r\n\r\n")
        assert b"400" in line.recv(1000)


def test_without_a_site_there_is_nothing_to_serve(tmp_path):
    with pytest.raises(BuildError, match="no site"):
        serve(tmp_path, 0)


def test_a_port_that_is_taken_is_told(site):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BuildError, match=f"port {port}"):
            serve(site, port)


def test_a_port_that_is_none_is_told(site):
    with pytest.raises(BuildError, match="port 70000"):
        serve(site, 70_000)
