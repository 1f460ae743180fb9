"""Certificates as files that another program can check."""

import io
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from zicht.model.area import Division
from zicht.model.page import OutputFile
from zicht.model.system import Ints
from zicht.protect.proof import Certificate

CELL = {"series": pa.string(), "region": pa.string(), "year": pa.int64()}


def certificate_files(
    certificates: Iterable[Certificate], *, division: Division
) -> Iterator[OutputFile]:
    """Yield the certificates of a site: base.parquet, moves.parquet and claims.parquet.

    Shape:  a row for each withheld cell (a number that fits), each change in a witness, and each
            claim: two witnesses, or -1 for the base, between which a cell moves far enough.
    Units:  whole numbers, none of them the truth.
    Errors: none.
    """
    base, moves, claims, first = [], [], [], 0
    codes = np.array([area.code for area in division.areas], dtype=object)
    for each in certificates:
        base.append(_table(each, each.cells, codes, {"number": each.base}))
        witness, cell, change = each.moves.T
        found = _table(each, cell, codes, {"witness": witness + first, "change": change})
        moves.append(found.select(["witness", *CELL, "change"]))
        cell, low, high = each.claims.T
        numbers = {"low": _after(low, first), "high": _after(high, first)}
        claims.append(_table(each, cell, codes, numbers))
        first += int(witness.max(initial=-1)) + 1
    for name, parts in (("base", base), ("moves", moves), ("claims", claims)):
        yield OutputFile(f"{name}.parquet", _bytes(parts))


def _after(witness: Ints, first: int) -> Ints:
    return np.where(witness < 0, witness, witness + first)


def _table(
    certificate: Certificate,
    cells: Ints,
    codes: np.ndarray[tuple[int, ...], np.dtype[np.object_]],
    numbers: dict[str, Ints],
) -> pa.Table:
    place, row = np.divmod(cells, len(codes))
    keys = np.array(certificate.keys, dtype=object)
    year = np.full(len(cells), certificate.year)
    columns = {
        "series": pa.array(keys[place], pa.string()),
        "region": pa.array(codes[row], pa.string()),
        "year": pa.array(year, pa.int64()),
        **{name: pa.array(number, pa.int64()) for name, number in numbers.items()},
    }
    return pa.table(columns)


def _bytes(parts: Sequence[pa.Table]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.concat_tables(parts), sink, compression="zstd")
    return sink.getvalue()
