"""A zip, read byte by byte: nothing stands in it beside its members."""

import struct
import zlib
from collections.abc import Mapping

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_MOMENT = 33
"""The first of January 1980: the only date that an archive may tell."""
_MODE = 0o644 << 16
_DEFLATED, _UTF8 = 8, 0x800


def members_of(content: bytes) -> Mapping[str, bytes]:
    """Return the members of a zip by name, in their order.

    Errors: ValueError where a byte belongs to no member, and for a member that tells more of
            itself than its name.
    """
    try:
        mark, *numbers, size, start, comment = _END.unpack(content[-_END.size :])
    except struct.error as error:
        raise ValueError from error
    count = numbers[2]
    whole = (mark, numbers, comment) == (b"PK\5\6", [0, 0, count, count], 0)
    if not whole or start + size != len(content) - _END.size:
        raise ValueError
    found: dict[str, bytes] = {}
    place, at = 0, start
    for _ in range(count):
        name, told, length = _entry(content, at, place)
        found[name], place = told
        at += length
    if place != start or at != start + size or len(found) != count:
        raise ValueError
    return found


def _entry(content: bytes, at: int, place: int) -> tuple[str, tuple[bytes, int], int]:
    """Return the name of an entry, its bytes, where they end, and how long the entry is."""
    try:
        head = _ENTRY.unpack_from(content, at)
        local = _LOCAL.unpack_from(content, place)
    except struct.error as error:
        raise ValueError from error
    packed, size, length = head[8:11]
    name = content[at + _ENTRY.size : at + _ENTRY.size + length]
    flags = 0 if name.isascii() else _UTF8
    shared = (20, flags, _DEFLATED, 0, _MOMENT, head[7], packed, size, length)
    first = place + _LOCAL.size
    right = (b"PK\1\2", 3 << 8 | 20, *shared, 0, 0, 0, 0, _MODE, place)
    same = content[first : first + length] == name
    if head != right or local != (b"PK\3\4", *shared, 0) or not same:
        raise ValueError
    begin = first + length
    data = _inflated(content[begin : begin + packed])
    if len(data) != size or zlib.crc32(data) != head[7]:
        raise ValueError
    return name.decode(), (data, begin + packed), _ENTRY.size + length


def _inflated(packed: bytes) -> bytes:
    reader = zlib.decompressobj(-15)
    try:
        data = reader.decompress(packed)
    except zlib.error as error:
        raise ValueError from error
    if not reader.eof or reader.unused_data:
        raise ValueError
    return data
