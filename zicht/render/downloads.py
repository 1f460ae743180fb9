"""Figures to take along: JSON per gemeente, CSV per indicator, everything as Parquet."""

import io
import json

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.figure import Figures, Grid, State
from zicht.model.page import OutputFile
from zicht.model.theme import Delivery

NOTICE = "Deze cijfers zijn verzonnen en dienen alleen als voorbeeld."
_STATES = np.array([state.key for state in State])
_LEVELS = {
    Level.NEDERLAND: "nederland",
    Level.PROVINCIE: "provincie",
    Level.GEMEENTE: "gemeente",
    Level.WIJK: "wijk",
    Level.BUURT: "buurt",
}


def notice_of(delivery: Delivery) -> str | None:
    """Return what every file of a fictional delivery says; None where the figures are real."""
    return NOTICE if delivery.fictional else None


def gemeente_json(atlas: Atlas, code: str) -> OutputFile:
    """Return all figures of a gemeente, its wijken and its buurten: data/gemeente/gm0363.json.

    Shape:  `regions` by code, Nederland and the provincie first; per indicator a cell a year, in
            the order of `years`: a number, or {"state": "withheld"}.
    Units:  as told per indicator; `counts` are the counts behind a rate.
    Errors: none.
    """
    inside = [*atlas.division.parents(code), atlas.division[code]]
    for wijk in atlas.division.children(code):
        inside += [wijk, *atlas.division.children(wijk.code)]
    content = {
        **_about(atlas.delivery),
        "indicators": {key: _indicator(figures) for key, figures in atlas.figures.items()},
        "regions": {area.code: _region(atlas, area) for area in inside},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(f"data/gemeente/{code.lower()}.json", text.encode())


def _about(delivery: Delivery) -> dict[str, object]:
    about: dict[str, object] = {
        "release": delivery.release.isoformat(),
        "source": delivery.source,
        "licence": delivery.licence,
        "fictional": delivery.fictional,
    }
    notice = notice_of(delivery)
    return about if notice is None else {**about, "notice": notice}


def _indicator(figures: Figures) -> dict[str, object]:
    indicator, grid = figures.indicator, figures.values
    return {
        "title": indicator.title,
        "theme": indicator.theme,
        "unit": indicator.unit,
        "decimals": indicator.decimals,
        "years": list(grid.years),
        "provisional": [y for y, p in zip(grid.years, grid.provisional, strict=True) if p],
    }


def _region(atlas: Atlas, area: Area) -> dict[str, object]:
    row = atlas.division.row[area.code]
    values = {key: _cells(figures.values, row) for key, figures in atlas.figures.items()}
    counts = {
        key: _cells(figures.counts, row)
        for key, figures in atlas.figures.items()
        if figures.counts is not None
    }
    level = _LEVELS[area.level]
    return {
        "name": area.name,
        "level": level,
        "parent": area.parent,
        "values": values,
        "counts": counts,
    }


def _cells(grid: Grid, row: int) -> list[object]:
    values, states = grid.values[row].tolist(), grid.states[row].tolist()
    return [
        _plain(value) if state == State.SHOWN else {"state": State(state).key}
        for value, state in zip(values, states, strict=True)
    ]


def _plain(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def indicator_csv(atlas: Atlas, figures: Figures) -> OutputFile:
    """Return one indicator for all regions and years: data/indicator/<key>.csv.

    Shape:  a row a region and year, in the Dutch dialect: `;` between columns, decimal comma,
            UTF-8 with a byte order mark, as spreadsheets here expect. A cell without a number is
            empty and its column `…_toestand` says why.
    Units:  `waarde` as the column `eenheid` says; `aantal` is the count behind it.
    Errors: none.
    """
    table = _long(atlas, figures)
    text = table.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
    path = f"data/indicator/{figures.indicator.key}.csv"
    return OutputFile(path, b"\xef\xbb\xbf" + text.encode())


def all_parquet(atlas: Atlas) -> OutputFile:
    """Return every indicator, region and year as one Parquet file: data/all.parquet.

    Shape:  as the CSV of an indicator, with its key in front; a cell without a number is null.
    Units:  as the CSV.
    Errors: none.
    """
    parts = [_long(atlas, figures).assign(indicator=key) for key, figures in atlas.figures.items()]
    table = pa.Table.from_pandas(pd.concat(parts, ignore_index=True), preserve_index=False)
    texts = [field.name for field in table.schema if pa.types.is_large_string(field.type)]
    for name in texts:
        at = table.schema.get_field_index(name)
        table = table.set_column(at, name, table.column(name).dictionary_encode())
    about = {key: str(told) for key, told in _about(atlas.delivery).items()}
    table = table.replace_schema_metadata(about)
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return OutputFile("data/all.parquet", sink.getvalue())


def _long(atlas: Atlas, figures: Figures) -> pd.DataFrame:
    indicator, grid, areas = figures.indicator, figures.values, atlas.division.areas
    years = len(grid.years)
    columns: dict[str, object] = {
        "regiocode": np.repeat([area.code for area in areas], years),
        "regionaam": np.repeat([area.name for area in areas], years),
        "niveau": np.repeat([_LEVELS[area.level] for area in areas], years),
        "jaar": np.tile(grid.years, len(areas)),
        "waarde": pd.array(grid.values.ravel(), dtype="Float64"),
        "waarde_toestand": _STATES[grid.states.ravel()],
    }
    if figures.counts is not None:
        columns["aantal"] = pd.array(figures.counts.values.ravel(), dtype="Float64").astype("Int64")
        columns["aantal_toestand"] = _STATES[figures.counts.states.ravel()]
    columns["voorlopig"] = np.where(np.tile(grid.provisional, len(areas)), "ja", "nee")
    columns["eenheid"] = indicator.unit
    if atlas.delivery.fictional:
        columns["let_op"] = NOTICE
    return pd.DataFrame(columns)
