"""The bytes of data/all.parquet: every one of them is accounted for by a row that is told."""

import base64
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from zicht.audit.chunks import Chunk, chunk_faults, statistic_faults
from zicht.audit.thrift import Reader, Struct
from zicht.model.disclosure import Disclosure

PATH = "data/all.parquet"
ABOUT = ("release", "source", "licence", "fictional", "notice")
_ARROW = "ARROW:schema"
_MAGIC = b"PAR1"
_MAKER = re.compile(rb"parquet-cpp-arrow version \d+\.\d+\.\d+")

_Known = Mapping[int, "_Known | None"]

_STATISTICS: _Known = dict.fromkeys((1, 2, 3, 5, 6, 7, 8))
_COLUMN: _Known = {
    **dict.fromkeys((1, 2, 3, 4, 5, 6, 7, 9, 11)),
    12: _STATISTICS,
    13: dict.fromkeys((1, 2, 3)),
    16: dict.fromkeys((1, 2, 3)),
}
_SCHEMA: _Known = {
    **dict.fromkeys((1, 3, 4, 5, 6)),
    10: {1: {}, 10: dict.fromkeys((1, 2)), 11: {}},
}
_GROUP: _Known = {**dict.fromkeys((2, 3, 5, 6, 7)), 1: {2: None, 3: _COLUMN}}
_FOOTER: _Known = {
    **dict.fromkeys((1, 3, 6)),
    2: _SCHEMA,
    4: _GROUP,
    5: dict.fromkeys((1, 2)),
    7: {1: {}},
}
"""Fields of Parquet's structs that are looked at, by number; any other could hold anything.

Source: https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
"""


def byte_disclosures(dist: Path) -> Iterator[Disclosure]:
    """Yield what the bytes of data/all.parquet hold beside the rows that a reader is shown.

    Errors: none; bytes that cannot be followed are told as a disclosure.
    """
    content = (dist / PATH).read_bytes()
    try:
        yield from (_told(place, how) for place, how in _faults(content))
    except ValueError:
        yield _told("somewhere", "Its bytes cannot be followed from beginning to end.")


def _told(place: str, how: str) -> Disclosure:
    return Disclosure("The file may hold numbers that no row shows.", PATH, place, how)


def _faults(content: bytes) -> Iterator[tuple[str, str]]:
    size = int.from_bytes(content[-8:-4], "little")
    reader = Reader(content[-8 - size : -8])
    footer = reader.struct()
    if (content[:4], content[-4:], reader.at) != (_MAGIC, _MAGIC, size):
        yield "the footer", "It is longer than what it tells."
    yield from ((f"the footer, {name}", _UNKNOWN) for name in _unknown(footer, _FOOTER))
    if not _MAKER.fullmatch(footer.octets(6) or b""):
        yield "the footer", "It names another maker than is known."
    yield from _key_faults(footer)
    yield from _column_faults(content, footer, end=len(content) - 8 - size)


_UNKNOWN = "It has a field that this audit does not know."


def _unknown(struct: Struct, known: _Known) -> Iterator[str]:
    """Yield the numbers of the fields that are not known, "4.1.8"."""
    for field, value in struct.fields.items():
        inside = known.get(field)
        if field not in known:
            yield f"field {field}"
        if inside is None:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Struct):
                yield from (f"field {field}, {deeper}" for deeper in _unknown(one, inside))


def _key_faults(footer: Struct) -> Iterator[tuple[str, str]]:
    told = {(one.octets(1) or b"").decode(): one.octets(2) or b"" for one in footer.structs(5)}
    if len(told) < len(footer.structs(5)) or not {*ABOUT, _ARROW}.issuperset(told):
        yield "the footer, its keys", "It has a key twice, or one that is not known."
    if _ARROW in told and not _is_plain(told[_ARROW]):
        yield f"the footer, {_ARROW}", "It says more than the names and types of the columns."


def _is_plain(schema: bytes) -> bool:
    """Tell whether Arrow's own schema holds nothing but columns and the keys that are known."""
    raw = pa.BufferReader(base64.b64decode(schema))
    read = pa.ipc.read_schema(raw)
    keys = {key.decode() for key in read.metadata or {}}
    bare = all(field.metadata is None for field in read)
    return keys <= set(ABOUT) and bare and raw.tell() == raw.size()


def _column_faults(content: bytes, footer: Struct, *, end: int) -> Iterator[tuple[str, str]]:
    """Yield the faults of each column of each row group, and the bytes between them."""
    file, at = pq.ParquetFile(pa.BufferReader(content)), len(_MAGIC)
    optional = [one.number(3) == 1 for one in footer.structs(2)[1:]]
    for number, group in enumerate(footer.structs(4)):
        rows, first, packed, size = file.read_row_group(number), at, 0, 0
        for name, may, column in zip(file.schema.names, optional, group.structs(1), strict=True):
            meta, place = column.struct(3), f"row group {number + 1}, column {name}"
            start = meta.number(11) or meta.number(9)
            if (start, column.number(2)) != (at, 0):
                yield place, "There are bytes before it that belong to no column."
            cells = _plain(rows.column(name))
            chunk = Chunk(meta, optional=may, cells=cells)
            yield from ((place, how) for how in _told_of(chunk, group))
            yield from ((place, how) for how in chunk_faults(content, chunk))
            at = start + meta.number(7)
            packed, size = packed + meta.number(7), size + meta.number(6)
        told = (group.number(5), group.number(6), group.number(2), group.fields.get(7, number))
        if told != (first, packed, size, number):
            yield f"row group {number + 1}", "Its sizes are not those of its columns."
    if at != end or sum(group.number(3) for group in footer.structs(4)) != footer.number(3):
        yield "before the footer", "There are bytes or rows that belong to no column."


def _plain(column: pa.ChunkedArray) -> pa.Array:
    """Return the values themselves where the column holds codes of a dictionary."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.cast(kind.value_type)
    return column.combine_chunks()


def _told_of(chunk: Chunk, group: Struct) -> Iterator[str]:
    """Yield where the footer says of a column what its rows do not."""
    meta, cells = chunk.meta, chunk.cells
    yield from statistic_faults(meta.struct(12), chunk, cells)
    if not meta.number(5) == group.number(3) == len(cells):
        yield "Its number of values is not its number of rows."
    levels = meta.struct(16).fields.get(3, ())
    if levels and levels != (cells.null_count, len(cells) - cells.null_count):
        yield "Its histogram of levels is not that of its rows."
