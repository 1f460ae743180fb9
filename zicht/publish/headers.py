"""The headers that every host sends with the site: one table, written in each host's own words."""

from collections.abc import Iterator, Mapping
from itertools import chain

from zicht.model.page import OutputFile


def _policy(framed_by: str, *, base: str = "'none'") -> str:
    """Return a content security policy: our own files only, no inline code, framed by these.

    `base` is where the links of a page may start from.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            f"base-uri {base}",
            "form-action 'self'",
            f"frame-ancestors {framed_by}",
        )
    )


_POWERS = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)

_SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""For files that any other site may fetch and read."""

RULES: tuple[tuple[str, Mapping[str, str]], ...] = (
    (
        "/*",
        {
            "Content-Security-Policy": _policy("'none'"),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": ", ".join(f"{power}=()" for power in _POWERS),
            "Cache-Control": "no-cache",
        },
    ),
    ("/assets/*", {"Cache-Control": "public, max-age=31536000, immutable"}),
    ("/data/*", {"Cache-Control": "public, max-age=3600", **_SHARED}),
    ("/manifest.json", _SHARED),
    ("/embed/*", {"Content-Security-Policy": _policy("https:", base="'self'")}),
)
"""Headers by the start of an address; a later rule replaces what an earlier one said."""


def headers_for(path: str) -> Mapping[str, str]:
    """Return the headers of an address, "/data/all.parquet"."""
    told = (headers for pattern, headers in RULES if path.startswith(pattern.removesuffix("*")))
    return dict(chain.from_iterable(headers.items() for headers in told))


def headers_files() -> tuple[OutputFile, ...]:
    """Return the headers and redirects as hosts read them: Cloudflare's files and nginx's.

    `_redirects` is empty: no address has moved yet.
    """
    return (
        OutputFile("_headers", "".join(_cloudflare()).encode()),
        OutputFile("_nginx.conf", "".join(_nginx()).encode()),
        OutputFile("_redirects", b""),
    )


def _cloudflare() -> Iterator[str]:
    """Yield `_headers`. There rules add up, so what a rule replaces is first detached with "!"."""
    for place, (pattern, headers) in enumerate(RULES):
        wider = (told for around, told in RULES[:place] if pattern.startswith(around[:-1]))
        said = set(chain.from_iterable(wider))
        yield f"{pattern}\n"
        for name, value in headers.items():
            yield f"  ! {name}\n" * (name in said)
            yield f"  {name}: {value}\n"


def _nginx() -> Iterator[str]:
    """Yield an include for a `server` block.

    A location inherits no `add_header` once it has its own, so each tells all. Cache-Control
    goes without `always`: a missing asset must not be kept for a year.
    """
    yield "# Include in the server block of the site, beside `root`.\n"
    yield "index index.html;\ncharset utf-8;\nerror_page 403 404 =404 /404.html;\n"
    for pattern, _ in RULES:
        start = pattern.removesuffix("*")
        yield f"location {'^~ ' * (start != '/')}{start} {{\n"
        for name, value in headers_for(start).items():
            always = "" if name == "Cache-Control" else " always"
            yield f'    add_header {name} "{value}"{always};\n'
        yield "}\n"
