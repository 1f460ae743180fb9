"""A host for the bench: a built site with the headers it asks for, compressed as hosts do."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

from bench.weights import pressed
from zicht.publish.cloudflare import read_hosted
from zicht.publish.media import media_type, shrinks

_hosted = cache(read_hosted)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given: object, folder: Path) -> None:
        self.folder = folder
        super().__init__(*given)

    def do_GET(self) -> None:
        """Answer with a file, or with the page that says that there is none."""
        address = unquote(self.path.partition("?")[0])
        path = self.folder / address.lstrip("/")
        path = path / "index.html" if address.endswith("/") else path
        found = path.is_file()
        path = path if found else self.folder / "404.html"
        small = shrinks(media_type(path.name))
        content = pressed(path) if small else path.read_bytes()
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", media_type(path.name))
        self.send_header("Content-Length", str(len(content)))
        if small:
            self.send_header("Content-Encoding", "br")
        for name, value in _hosted(self.folder).headers(address).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """Serve a built site while the context lasts; give its base URL, ending in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder=folder)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
