"""A real nginx on this machine, with the include that a site brings, as whoever runs the tests."""

import subprocess
import time
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from socket import create_connection, create_server

import pytest

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Of Debian's libnginx-mod-http-brotli-static."""

_SERVER = """
{module}
daemon off;
master_process off;
pid {own}/pid;
error_log {own}/error.log;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {own}/body;
    proxy_temp_path {own}/proxy;
    fastcgi_temp_path {own}/fastcgi;
    uwsgi_temp_path {own}/uwsgi;
    scgi_temp_path {own}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        {brotli}
        include {include};
    }}
}}
"""


@contextmanager
def nginx(site, own, *, brotli):
    """Serve a folder while the context lasts; give its address without a slash at its end."""
    own.mkdir()
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    told = {"module": f"load_module {BROTLI};", "brotli": "brotli_static on;"} if brotli else {}
    text = {"module": "", "brotli": "", **told, "own": own, "site": site, "port": port}
    (own / "nginx.conf").write_text(_SERVER.format(**text, include=site / "_nginx.conf"))
    command = ["/usr/sbin/nginx", "-p", own, "-c", own / "nginx.conf", "-e", own / "error.log"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        try:
            _wait(running, port)
            yield f"127.0.0.1:{port}"
        finally:
            running.terminate()


def _wait(running, port):
    """Return when the server answers; tell what it said when it ended instead."""
    for _ in range(200):
        if running.poll() is not None:
            pytest.fail(running.stderr.read().decode())
        with suppress(ConnectionRefusedError), create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    pytest.fail("nginx does not answer")


def get(host, path, *, method="GET", **headers):
    """Return the status, headers and body of an answer; `accept_encoding` is Accept-Encoding."""
    with closing(HTTPConnection(host)) as line:
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, headers=asked)
        answer = line.getresponse()
        return answer.status, answer.headers, answer.read()
