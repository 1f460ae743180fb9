"""Figures to take along: CSV per indicator and per gemeente, everything as Parquet."""

import io
from itertools import chain

import pyarrow.parquet as pq

from zicht.model.atlas import Atlas
from zicht.model.figure import Figures
from zicht.model.page import OutputFile
from zicht.render.about import about
from zicht.render.dossier import around_and_inside
from zicht.render.lines import DUTCH, PLAIN, Dialect, csv_bytes
from zicht.render.longtable import long_tables
from zicht.render.runs import runs_of


def indicator_csv(atlas: Atlas, figures: Figures) -> OutputFile:
    """Return one indicator for all regions and years: data/indicator/<key>.csv.

    Shape:  the whole and then each category, as in `long_tables` but for the key in front; in the
            Dutch dialect: `;` between columns, decimal comma, UTF-8 with a byte order mark, as
            spreadsheets here expect. A null is an empty field.
    Units:  those of `long_tables`.
    Errors: none.
    """
    return OutputFile(
        f"data/indicator/{figures.indicator.key}.csv", _indicator(atlas, figures, DUTCH)
    )


def indicator_plain_csv(atlas: Atlas, figures: Figures) -> OutputFile:
    """Return the same for programs: data/indicator/<key>.plain.csv.

    Shape:  the same rows and columns; `,` between columns, decimal point, UTF-8 without a mark.
    Errors: none.
    """
    return OutputFile(
        f"data/indicator/{figures.indicator.key}.plain.csv", _indicator(atlas, figures, PLAIN)
    )


def _indicator(atlas: Atlas, figures: Figures, dialect: Dialect) -> bytes:
    return csv_bytes(atlas, runs_of(figures), dialect=dialect)


def gemeente_csv(atlas: Atlas, code: str) -> OutputFile:
    """Return all figures of a gemeente as a table: data/gemeente/gm0363.csv.

    Shape:  the rows of data/all.parquet for the regions of its JSON, but for what was delivered
            in no year; in the Dutch dialect.
    Units:  those of `long_tables`.
    Errors: none.
    """
    return OutputFile(f"data/gemeente/{code.lower()}.csv", _gemeente(atlas, code, DUTCH))


def gemeente_plain_csv(atlas: Atlas, code: str) -> OutputFile:
    """Return the same for programs: data/gemeente/gm0363.plain.csv."""
    return OutputFile(f"data/gemeente/{code.lower()}.plain.csv", _gemeente(atlas, code, PLAIN))


def _gemeente(atlas: Atlas, code: str, dialect: Dialect) -> bytes:
    rows = sorted(atlas.division.row[area.code] for area in around_and_inside(atlas, code))
    runs = (run for each in atlas.figures.values() for run in runs_of(each))
    return csv_bytes(atlas, runs, dialect=dialect, rows=rows)


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
