"""The sign of the site for those who ask no SVG: old browsers, archives, the start of a phone."""

import struct
from collections.abc import Mapping, Sequence

from zicht.draw.picture import TONES
from zicht.draw.png import png

_SIZES_PX = (16, 32, 48)
_TOUCH_PX = 180


def icons(svg: str) -> Mapping[str, bytes]:
    """Return the files at the addresses that are asked for, made from the sign as SVG.

    Errors: ValueError for a sign with a text, or without `<svg ` to size.
    """
    small = [_sized(svg, size) for size in _SIZES_PX]
    return {"favicon.ico": _ico(small), "apple-touch-icon.png": _sized(svg, _TOUCH_PX)}


def _sized(svg: str, size_px: int) -> bytes:
    if "<svg " not in svg:
        msg = "The sign of the site is no SVG."
        raise ValueError(msg)
    return png(svg.replace("<svg ", f'<svg width="{size_px}" height="{size_px}" ', 1), tones=TONES)


def _ico(images: Sequence[bytes]) -> bytes:
    """Return PNGs of the known sizes as one icon."""
    at, entries = 6 + 16 * len(images), b""
    for size, image in zip(_SIZES_PX, images, strict=True):
        entries += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 4, len(image), at)
        at += len(image)
    return struct.pack("<HHH", 0, 1, len(images)) + entries + b"".join(images)
