"""The pages of one column of a Parquet file: nothing but the values of its rows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from zicht.audit.thrift import GarbledError, Reader, Struct

_BYTES = 6
_TYPES = {1: "<i4", 2: "<i8", 4: "<f4", 5: "<f8"}
_CODECS = {0: None, 1: "snappy", 6: "zstd"}
_PLAIN, _DICTIONARIES = 0, (2, 8)
_DATA_PAGE, _DICTIONARY_PAGE = 0, 2
_NULLS = 3
_UNSEEN = "Its pages are packed in a way that this audit cannot look into."


@dataclass(frozen=True, slots=True)
class Chunk:
    """One column in one row group: what the footer says of it, and the values of its rows.

    `optional` tells whether a row may be without a value; `cells` are plain values, no codes.
    """

    meta: Struct
    optional: bool
    cells: pa.Array


def chunk_faults(content: bytes, chunk: Chunk) -> Iterator[str]:
    """Yield what the bytes of a column hold that its rows do not tell, never the thing itself.

    Page by page the levels, the codes, the values and the dictionary must end where their number
    says, their padding be zero, every entry of the dictionary stand in some row, and every
    statistic be that of the rows. What a compressed page holds beside its own content (zstd lets
    a frame be skipped) is not looked at.

    Errors: GarbledError for bytes that are no pages.
    """
    meta, row, size, kinds = chunk.meta, 0, 0, Counter[tuple[int, int]]()
    at = meta.number(11) or meta.number(9)
    end = at + meta.number(7)
    while at < end:
        reader = Reader(content, at)
        head = reader.struct()
        packed = reader.take(head.number(3))
        size += reader.at - at - head.number(3) + head.number(2)
        at, kind = reader.at, head.number(1)
        about = head.struct(7 if kind == _DICTIONARY_PAGE else 5)
        kinds[kind, about.number(2)] += 1
        page = _unpacked(packed, size=head.number(2), codec=meta.number(4))
        if kind == _DICTIONARY_PAGE:
            yield from _dictionary_faults(page, about, chunk)
        elif kind == _DATA_PAGE:
            yield from _page_faults(page, about, chunk=chunk, row=row)
            row += about.number(1)
        else:
            yield _UNSEEN
    told = Counter({(s.number(1), s.number(2)): s.number(3) for s in meta.structs(13)})
    if (at, row, size, kinds) != (end, len(chunk.cells), meta.number(6), told or kinds):
        yield "Its pages are not those that the footer tells of."


def statistic_faults(told: Struct, chunk: Chunk, cells: pa.Array) -> Iterator[str]:
    """Yield where a least, a greatest or a number of nulls is not that of these rows."""
    ends = pc.min_max(cells).as_py()
    for field, end in {1: "max", 2: "min", 5: "max", 6: "min"}.items():
        raw = told.octets(field)
        if raw is not None and _values(raw, chunk, one=True) != [ends[end]]:
            yield f"Its {end} is not that of its rows."
    if _NULLS in told.fields and told.number(_NULLS) != cells.null_count:
        yield "Its number of nulls is not that of its rows."


def _unpacked(packed: bytes, *, size: int, codec: int) -> bytes:
    if codec not in _CODECS:
        raise GarbledError(_UNSEEN)
    name = _CODECS[codec]
    if name is None:
        return packed
    try:
        page = pa.Codec(name).decompress(packed, decompressed_size=size)
    except OSError as error:
        raise GarbledError(name) from error
    return bytes(page)


def _dictionary_faults(page: bytes, about: Struct, chunk: Chunk) -> Iterator[str]:
    entries = _values(page, chunk)
    known = set(pc.unique(chunk.cells).drop_null().to_pylist())
    if len(entries) != about.number(1) or len(set(entries)) != len(entries):
        yield "Its dictionary holds an entry twice, or more than it says."
    if not known.issuperset(entries):
        yield "Its dictionary holds an entry that no row uses."


def _page_faults(page: bytes, about: Struct, *, chunk: Chunk, row: int) -> Iterator[str]:
    rows, at, encoding = about.number(1), 0, about.number(2)
    cells = chunk.cells.slice(row, rows)
    given = rows - cells.null_count
    if chunk.optional:
        at = 4 + int.from_bytes(page[:4], "little")
        if _ones(page[4:at], width=1, values=rows) != given:
            yield "The levels of a page tell of other rows than there are."
    if encoding == _PLAIN:
        exact = len(_values(page[at:], chunk)) == given
    elif encoding in _DICTIONARIES:
        exact = _ones(page[at + 1 :], width=[*page[at:], 0][0], values=given) is not None
    else:
        yield _UNSEEN
        return
    if not exact:
        yield "A page holds more values than its rows: a number under a null."
    yield from statistic_faults(about.struct(5), chunk, cells)


def _ones(packed: bytes, *, width: int, values: int) -> int | None:
    """Return how many bits are set in runs of so many values; None when anything else is there."""
    reader, ones = Reader(packed), 0
    while reader.at < len(packed) and values > 0:
        length, grouped = divmod(reader.varint(), 2)
        size, count = (length * width, 8 * length) if grouped else (-(-width // 8), length)
        bits = int.from_bytes(reader.take(size), "little")
        used = min(count, values) if grouped else 1
        if bits >> used * width or count - values >= (8 if grouped else 1):
            return None
        ones += bits.bit_count() * (1 if grouped else count)
        values -= count
    return ones if values <= 0 and reader.at == len(packed) else None


def _values(raw: bytes, chunk: Chunk, *, one: bool = False) -> list[object]:
    """Return values as they stand one after another; a text that stands alone tells no length.

    Errors: GarbledError where the bytes end in the middle of a value.
    """
    kind = chunk.meta.number(1)
    if kind != _BYTES:
        try:
            return list(np.frombuffer(raw, _TYPES[kind]).tolist())
        except (KeyError, ValueError) as error:
            raise GarbledError(_UNSEEN) from error
    reader, found = Reader(raw), list[object]()
    while reader.at < len(raw):
        size = len(raw) if one else int.from_bytes(reader.take(4), "little")
        found.append(reader.take(size).decode())
    return found
