"""Figures of all regions to take along: CSV per indicator, everything as Parquet."""

import io
from itertools import chain

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from zicht.model.atlas import Atlas
from zicht.model.figure import Figures
from zicht.model.page import OutputFile
from zicht.render.about import about
from zicht.render.longtable import long_tables

_NULLABLE = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype()}


def indicator_csv(atlas: Atlas, figures: Figures) -> OutputFile:
    """Return one indicator for all regions and years: data/indicator/<key>.csv.

    Shape:  the whole and then each category, as in `long_tables` but for the key in front; in the
            Dutch dialect: `;` between columns, decimal comma, UTF-8 with a byte order mark, as
            spreadsheets here expect. A null is an empty field.
    Units:  those of `long_tables`.
    Errors: none.
    """
    texts: list[str] = []
    for table in long_tables(atlas, figures):
        frame = table.drop_columns("indicator").to_pandas(types_mapper=_NULLABLE.get)
        texts.append(
            frame.to_csv(sep=";", decimal=",", index=False, header=not texts, lineterminator="\r\n")
        )
    path = f"data/indicator/{figures.indicator.key}.csv"
    return OutputFile(path, b"\xef\xbb\xbf" + "".join(texts).encode())


def all_parquet(atlas: Atlas) -> OutputFile:
    """Return every indicator, region and year as one Parquet file: data/all.parquet.

    Shape:  as in `long_tables`; a row group for each indicator and each category, whose
            dictionaries and statistics know only its own rows.
    Units:  those of `long_tables`.
    Errors: none.
    """
    told = {key: str(value) for key, value in about(atlas.delivery).items()}
    tables = (table for figures in atlas.figures.values() for table in long_tables(atlas, figures))
    first = next(tables)
    sink = io.BytesIO()
    with pq.ParquetWriter(sink, first.schema.with_metadata(told), compression="zstd") as writer:
        for table in chain([first], tables):
            writer.write_table(table, row_group_size=len(table))
    return OutputFile("data/all.parquet", sink.getvalue())
