"""Pictures: of the size they should be, with nothing in the file that no viewer shows."""

import struct
import zlib
from collections.abc import Iterator

from zicht.model.disclosure import Disclosure

_FOLDER = "beeld/"
_TOUCH = "apple-touch-icon.png"
_ICON = "favicon.ico"
_SIZE_PX, _TOUCH_PX = (1200, 630), (180, 180)
_ICON_HEAD, _ICON_ENTRY = 6, 16
"""Bytes."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_HEAD = (4, 3, 0, 0, 0)
"""Sixteen colours of a palette, packed and filtered in the one way there is."""
_WHAT = "The picture may tell anything."


def picture_disclosures(path: str, content: bytes) -> Iterator[Disclosure]:
    """Yield how a picture or an icon holds more than the picture that it should be.

    What it shows no program reads; the words and the outlines in it are drawn from no figures.
    Errors: none.
    """
    if path.startswith(_FOLDER):
        wrong = _wrong(content, _SIZE_PX)
    elif path == _TOUCH:
        wrong = _wrong(content, _TOUCH_PX)
    elif path == _ICON:
        wrong = _wrong_icon(content)
    else:
        return
    if wrong:
        yield Disclosure(_WHAT, path, "its bytes", wrong)


def _wrong(content: bytes, size: tuple[int, int]) -> str:
    """Return what is wrong with a PNG: it has four chunks, each whole, and every row is there."""
    if not content.startswith(_SIGNATURE):
        return "It is no PNG."
    at, chunks = len(_SIGNATURE), list[tuple[bytes, bytes]]()
    while at + 12 <= len(content):
        long, kind = struct.unpack(">I4s", content[at : at + 8])
        chunk = content[at + 4 : at + 8 + long]
        if content[at + 8 + long : at + 12 + long] != struct.pack(">I", zlib.crc32(chunk)):
            return "A chunk of it is not whole."
        chunks.append((kind, chunk[4:]))
        at += 12 + long
    if tuple(kind for kind, _ in chunks) != _CHUNKS or at != len(content) or chunks[3][1]:
        return "It has another chunk than a picture needs, or bytes after its end."
    told = dict(chunks)
    if told[b"IHDR"] != struct.pack(">II5B", *size, *_HEAD) or len(told[b"PLTE"]) != 16 * 3:
        return f"It is not {size[0]} by {size[1]} in sixteen colours."
    return _wrong_rows(told[b"IDAT"], size)


def _wrong_rows(packed: bytes, size: tuple[int, int]) -> str:
    reader = zlib.decompressobj()
    try:
        rows = reader.decompress(packed, 2_000_000)
    except zlib.error:
        return "Its rows cannot be read."
    wide = (size[0] + 1) // 2 + 1
    plain = len(rows) == wide * size[1] and not any(rows[::wide])
    return "" if plain and reader.eof and not reader.unused_data else "Its rows are not all."


def _wrong_icon(content: bytes) -> str:
    """Return what is wrong with an icon: a list of PNGs, one after another."""
    if len(content) < _ICON_HEAD or content[:4] != b"\0\0\1\0":
        return "It is no icon."
    count = int.from_bytes(content[4:6], "little")
    end = _ICON_HEAD + _ICON_ENTRY * count
    for nth in range(count):
        entry = content[_ICON_HEAD + _ICON_ENTRY * nth :][:_ICON_ENTRY]
        if len(entry) < _ICON_ENTRY:
            return "It ends before its list does."
        wide, high, long, at = entry[0], entry[1], *struct.unpack("<II", entry[8:])
        if (
            at != end
            or entry[2:8] != b"\0\0\1\0\4\0"
            or _wrong(content[at : at + long], (wide, high))
        ):
            return "It is no list of pictures."
        end += long
    return "" if end == len(content) else "It has bytes after its end."
