"""The compressed twins of a file, for hosts that send those to browsers that ask for them."""

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path

import brotli

from zicht.publish.media import media_type, shrinks

_FEWEST_BYTES = 1024
"""A smaller file fits in one packet, compressed or not."""

_BEST, _GOOD = 11, 9
"""Of brotli. The best takes a second for each megabyte: for what every page shares, and no more."""


def is_worth_twins(file: Path) -> bool:
    """Tell whether a file shrinks enough: a text of some length."""
    return shrinks(media_type(file.name)) and file.stat().st_size >= _FEWEST_BYTES


def _gzip(_: Path, content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


def _brotli(file: Path, content: bytes) -> bytes:
    quality = _BEST if file.parent.name == "assets" else _GOOD
    return bytes(brotli.compress(content, quality=quality))


TWINS: Mapping[str, Callable[[Path, bytes], bytes]] = {".gz": _gzip, ".br": _brotli}
"""How a twin is made, by what follows the name of the file; the same bytes every time."""
