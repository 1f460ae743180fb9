"""A look at a built site, with the headers that a host sends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path, PurePosixPath
from socket import socket
from socketserver import BaseServer
from threading import Thread
from typing import BinaryIO
from urllib.parse import unquote

from zicht.model.errors import BuildError, Problem
from zicht.publish.cloudflare import Hosted, read_hosted
from zicht.publish.media import media_type


class _Handler(SimpleHTTPRequestHandler):
    """Serves files as a static host does: index.html for a folder, 404.html for what is not.

    Headers and redirects are those that the site itself asks for, so what is looked at is what
    will be published.
    """

    protocol_version = "HTTP/1.1"

    path = "/"  # until a request is read, for the answer to one that cannot be
    _status = 0

    def __init__(
        self,
        request: socket | tuple[bytes, socket],
        client_address: tuple[str, int],
        server: BaseServer,
        *,
        directory: str,
        hosted: Hosted,
    ) -> None:
        self._hosted = hosted
        super().__init__(request, client_address, server, directory=directory)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send an address on that has moved; else answer with its file."""
        if (moved := self._hosted.redirects.get(self._address())) is None:
            return super().send_head()
        status, new = moved
        self.send_response(status)
        self.send_header("Location", new)
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def _address(self) -> str:
        return unquote(self.path.partition("?")[0])

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember how the request ended."""
        self._status = int(code)
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Add the headers of the address; what is not there may not be kept by a browser."""
        headers = dict(self._hosted.headers(self._address()))
        if self._status == HTTPStatus.NOT_FOUND:
            headers["Cache-Control"] = "no-store"
        for name, value in headers.items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Return the media type that the manifest gives."""
        return media_type(os.fspath(path))

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Answer 404: no host of ours lists a folder, so `path` is not told."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a page that is not there with the page of the site, and a file without HTML."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        is_file = PurePosixPath(self._address()).suffix not in {"", ".html"}
        told = b"404\n" if is_file else page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", media_type("404.txt" if is_file else "404.html"))
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(told)

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        """Send a file; a reader who left is no fault."""
        try:
            super().copyfile(source, outputfile)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing: a page of a hundred requests is no news."""


def serve(folder: Path, port: int) -> None:
    """Serve a built site on this machine alone, until interrupted.

    Errors: BuildError when there is no site, or the port is not to be had.
    """
    with _server(folder, port) as server:
        sys.stderr.write(f"{folder}: http://127.0.0.1:{server.server_port}/ (Ctrl-C stops)\n")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Serve a built site while the context lasts; give its base URL, ending in a slash."""
    with _server(folder, 0) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def _server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of the folder that listens."""
    if not (folder / "index.html").is_file():
        todo = "Build it first, or give its folder with --out."
        raise BuildError(Problem("There is no site here.", str(folder), todo))
    try:
        handler = partial(_Handler, directory=str(folder), hosted=read_hosted(folder))
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        todo = "Choose another with --port; 0 takes any that is free."
        raise BuildError(Problem(f"No server: {error}.", f"port {port}", todo)) from error
