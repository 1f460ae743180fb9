"""The headers that every host sends with the site: one table."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

Headers = Mapping[str, str | None]
"""Headers by name; None takes away what a wider rule says."""
Rules = tuple[tuple[str, Headers], ...]


def _policy(framed_by: Iterable[str], *, base: str = "'none'", frames: str = "'none'") -> str:
    """Return a content security policy: our own files only, no inline code, framed by these.

    `base` is where the links of a page may start from, `frames` what it may frame. A picture
    may also be a `blob:`, which only a script of ours can make: a chart becomes a file through one.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            f"frame-src {frames}",
            f"base-uri {base}",
            "form-action 'self'",
            f"frame-ancestors {' '.join(framed_by)}",
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

_NOBODY = ("'none'",)
_YEAR = 31_536_000
"""Seconds: what internet.nl asks of HSTS, and how long a file with its checksum may be kept."""

_SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""For files that any other site may fetch and read."""

_SHOWN = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""For files that any other site may show."""

HOST_SCRIPT = "/embed/zicht.js"
"""What a page that frames ours may load, to make the frame as high as what is in it."""


def rules_of(framers: Sequence[str] = ()) -> Rules:
    """Return the headers by the start of an address; a later rule replaces what an earlier said.

    `framers` are the origins that may frame what stands under `/embed/`, beside the site itself.
    Assets are shared because a frame that its host has sandboxed has no origin of its own.
    """
    return (
        (
            "/*",
            {
                "Content-Security-Policy": _policy(_NOBODY),
                "Strict-Transport-Security": f"max-age={_YEAR}",
                "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY",
                "Referrer-Policy": "no-referrer",
                "Permissions-Policy": ", ".join(f"{power}=()" for power in _POWERS),
                "Cross-Origin-Opener-Policy": "same-origin",
                "Cross-Origin-Resource-Policy": "same-origin",
                "Cache-Control": "no-cache",
            },
        ),
        ("/assets/*", {"Cache-Control": f"public, max-age={_YEAR}, immutable", **_SHARED}),
        ("/data/*", {"Cache-Control": "public, max-age=3600", **_SHARED}),
        ("/beeld/*", {"Cache-Control": "public, max-age=86400", **_SHOWN}),
        ("/manifest.json", _SHARED),
        ("/uitleg/insluiten/*", {"Content-Security-Policy": _policy(_NOBODY, frames="'self'")}),
        (
            "/embed/*",
            {
                "Content-Security-Policy": _policy(["'self'", *framers], base="'self'"),
                "X-Frame-Options": None,
                **_SHOWN,
            },
        ),
        (HOST_SCRIPT, {"Cache-Control": "public, max-age=3600", **_SHARED}),
    )


def headers_for(path: str, rules: Rules) -> Mapping[str, str]:
    """Return the headers of an address, "/data/all.parquet"."""
    told = (headers for pattern, headers in rules if path.startswith(pattern.removesuffix("*")))
    all_told = dict(chain.from_iterable(headers.items() for headers in told))
    return {name: value for name, value in all_told.items() if value is not None}
