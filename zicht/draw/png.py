"""PNG made small: sixteen tones of one colour, and nothing in the file but the picture."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TONES = 16
_NONE, _SUB, _UP = 0, 1, 2
"""How a row is told: as it is, as what it adds to the pixel before it, or to the one above."""

Colour = tuple[int, int, int]


def png(svg: str, *, tones: Sequence[str]) -> bytes:
    """Return a picture as PNG with a palette of sixteen tones.

    `tones` are the colours of the picture, in hexadecimals, from least to most red: all that it
    mixes at its edges lies between two of them. No text in it is drawn: fonts differ by machine.
    Errors: ValueError for a picture with text, or when vl-convert packs in a way of its own.
    """
    if "<text" in svg:
        msg = "A picture with text would differ from machine to machine."
        raise ValueError(msg)
    import vl_convert  # noqa: PLC0415  # a worker that draws charts alone needs it not

    red = _red(vl_convert.svg_to_png(svg))
    palette = list(_palette([_colour(tone) for tone in tones]))
    reds = np.array([colour[0] for colour in palette])
    nearest = np.abs(reds[None, :] - np.arange(256)[:, None]).argmin(axis=1).astype(np.uint8)
    return _packed(nearest[red], palette)


def _colour(tone: str) -> Colour:
    red, green, blue = bytes.fromhex(tone.removeprefix("#"))
    return red, green, blue


def _palette(tones: Sequence[Colour]) -> Iterator[Colour]:
    """Yield sixteen colours, the tones among them: the others are as far apart as can be."""
    steps = [high[0] - low[0] for low, high in pairwise(tones)]
    between = [0] * len(steps)
    for _ in range(_TONES - len(tones)):
        widest = max(range(len(steps)), key=lambda at: steps[at] / (between[at] + 1))
        between[widest] += 1
    for (low, high), count in zip(pairwise(tones), between, strict=True):
        for step in range(count + 1):
            part = step / (count + 1)
            mixed = [round(a + (b - a) * part) for a, b in zip(low, high, strict=True)]
            yield mixed[0], mixed[1], mixed[2]
    yield tones[-1]


def _red(told: bytes) -> npt.NDArray[np.uint8]:
    """Return the red of each pixel of a PNG of opaque colours, as vl-convert packs it."""
    chunks = dict[bytes, bytes]()
    at = len(_SIGNATURE)
    while at < len(told):
        size, kind = struct.unpack(">I4s", told[at : at + 8])
        chunks[kind] = chunks.get(kind, b"") + told[at + 8 : at + 8 + size]
        at += 12 + size
    wide, high, depth, kind_of_colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(high, -1)
    if (depth, kind_of_colour) != (8, 6) or not {*rows[:, 0].tolist()} <= {_NONE, _SUB, _UP}:
        msg = "vl-convert packs its pictures in another way than it did."
        raise ValueError(msg)
    red = rows[:, 1:].reshape(high, wide, 4)[:, :, 0].copy()
    for row, how in enumerate(rows[:, 0].tolist()):
        if how == _SUB:
            np.cumsum(red[row], out=red[row], dtype=np.uint8)
        elif how == _UP and row:
            red[row] += red[row - 1]
    return red


def _packed(indices: npt.NDArray[np.uint8], palette: Sequence[Colour]) -> bytes:
    high, wide = indices.shape
    even = np.pad(indices, ((0, 0), (0, wide % 2)))
    halves = (even[:, ::2] << 4) | even[:, 1::2]
    rows = np.pad(halves, ((0, 0), (1, 0)))
    head = struct.pack(">IIBBBBB", wide, high, 4, 3, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"PLTE", bytes(part for colour in palette for part in colour)),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    told = kind + content
    return struct.pack(">I", len(content)) + told + struct.pack(">I", zlib.crc32(told))
