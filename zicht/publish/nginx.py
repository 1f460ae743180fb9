"""The headers, types and redirects of a site as nginx reads them: an include for its server."""

from collections.abc import Iterator, Mapping

from zicht.publish.headers import Rules, headers_for
from zicht.publish.media import TYPES, shrinks
from zicht.publish.redirects import STATUS, redirects

_HEAD = """\
# Include in the server block of the site, beside `root`. TLS, and the way from http to https, are
# the server's own. Where nginx has the module of brotli, add `brotli_static on;` beside this.
index index.html;
absolute_redirect off;
server_tokens off;
gzip on;
gzip_static on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1024;
charset utf-8;
default_type application/octet-stream;
"""
_CHARSET = "; charset=utf-8"
_OWN = ("/_headers", "/_redirects", "/_nginx.conf")
"""What the site tells its host is for nobody else, as at hosts that read the first two."""
_FILE = r'"\.(?!html$)[^./]+$"'
"""An address with an ending is a file and no page: our folders have none."""
_GONE = {"Cache-Control": "no-store"}
"""A missing asset must not be kept for a year."""


def nginx_include(rules: Rules) -> str:
    """Return the include. A missing page is the page that says so; a missing file has no HTML.

    Shape:  a location with headers tells all of them, for it inherits none once it has its own.
    """
    return "".join((_HEAD, *_types(), *_locations(rules)))


def _types() -> Iterator[str]:
    """Yield the media types: ours, for those of the machine differ from one to the next."""
    ends: dict[str, list[str]] = {}
    for end, told in TYPES.items():
        if end:
            ends.setdefault(told.removesuffix(_CHARSET), []).append(end.removeprefix("."))
    spoken = sorted({told.removesuffix(_CHARSET) for told in TYPES.values() if _CHARSET in told})
    yield "types {\n"
    for kind in sorted(ends):
        yield f"    {kind} {' '.join(ends[kind])};\n"
    yield "}\n"
    yield f"charset_types {' '.join(k for k in spoken if k != 'text/html')};\n"
    yield f"gzip_types {' '.join(k for k in sorted(ends) if shrinks(k) and k != 'text/html')};\n"


def _locations(rules: Rules) -> Iterator[str]:
    everywhere = headers_for("/", rules)
    yield from _added(everywhere)
    yield "error_page 403 404 =404 /404.html;\n"
    yield "location = /404.html {\n    internal;\n"
    yield from _added({**everywhere, **_GONE}, kept=True)
    yield "}\nlocation @nothing {\n    types { }\n    default_type text/plain;\n"
    yield from _added({**everywhere, **_GONE}, kept=True)
    yield '    return 404 "404\\n";\n}\n'
    for path in _OWN:
        yield f"location = {path} {{\n    return 404;\n}}\n"
    for old, new in redirects():
        yield f"location = {old} {{\n    return {STATUS} {new};\n}}\n"
    for pattern, _ in rules:
        yield from _location(pattern.removesuffix("*"), rules)


def _location(start: str, rules: Rules) -> Iterator[str]:
    """Yield the location of all addresses that start like this, and that of files among them."""
    folder = start.endswith("/")
    yield f"location {'' if folder else '= '}{start} {{\n"
    if start != "/":
        yield from _added(headers_for(start, rules))
    missing = "error_page 403 404 =404 @nothing;"
    yield (
        f"    location ~ {_FILE} {{\n        {missing}\n    }}\n" if folder else f"    {missing}\n"
    )
    yield "}\n"


def _added(headers: Mapping[str, str], *, kept: bool = False) -> Iterator[str]:
    """Yield the headers; what a browser may keep is said of all answers only where `kept`."""
    for name, value in headers.items():
        always = "" if name == "Cache-Control" and not kept else " always"
        yield f'    add_header {name} "{value}"{always};\n'
