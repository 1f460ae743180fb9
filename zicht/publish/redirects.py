"""Addresses that have moved, or that people try: one table."""

from collections.abc import Iterator, Mapping

MOVED: Mapping[str, str] = {
    "/toegankelijkheid/": "/uitleg/toegankelijkheid/",
}
"""A page, and where it is now: for good. The law has people look for the first at that address."""

STATUS = 301


def redirects() -> Iterator[tuple[str, str]]:
    """Yield each address that is sent on, with its end slash and without, and where to."""
    for old, new in MOVED.items():
        yield old, new
        yield old.removesuffix("/"), new
