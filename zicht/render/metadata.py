"""Metadata of tables (CSV on the Web): what a program must know to read each, folder by folder.

Source: https://www.w3.org/TR/tabular-metadata/
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.figure import State
from zicht.model.page import OutputFile
from zicht.render.about import notice_of
from zicht.render.cells import compact
from zicht.render.flow_file import HEAD as FLOW_HEAD
from zicht.render.table_columns import COLUMNS

METADATA = "csv-metadata.json"
"""Where the standard looks for metadata, beside a table."""


def metadata_files(atlas: Atlas) -> Iterator[OutputFile]:
    """Yield csv-metadata.json of each folder with tables.

    Shape:  a group of tables; those of one dialect share a schema, which stands beside them. In
            data/zoekgebied/ each has its own, for each has a column for each of its signals.
    Errors: none.
    """
    gemeenten = {area.code.lower(): area.name for area in atlas.division.of(Level.GEMEENTE)}
    yield from indicator_metadata(atlas, atlas.figures)
    yield from _tables_of_figures(atlas, "data/gemeente/", gemeenten, names=_names(atlas))
    yield from flow_metadata(atlas, atlas.flows)
    if atlas.search:
        yield _searched(atlas)


def indicator_metadata(
    atlas: Atlas, keys: Iterable[str], *, plain: bool = True
) -> Iterator[OutputFile]:
    """Yield the metadata of the tables of some indicators, without `plain` of one dialect only."""
    titles = {key: atlas.figures[key].indicator.title for key in keys}
    names = _names(atlas)[1:]
    yield from _tables_of_figures(atlas, "data/indicator/", titles, names=names, plain=plain)


def flow_metadata(atlas: Atlas, keys: Iterable[str]) -> Iterator[OutputFile]:
    """Yield the metadata of the tables of some flows; nothing without any."""
    titles = {key: atlas.flows[key].flow.title for key in keys}
    if titles:
        names = (*FLOW_HEAD, *(["let_op"] if notice_of(atlas.delivery) else []))
        yield _schema("data/stroom/kolommen.json", map(_plain_column, names))
        yield _json(f"data/stroom/{METADATA}", _group(atlas, _tables(titles, plain=False)))


def _names(atlas: Atlas) -> Sequence[str]:
    return [name for name in COLUMNS if name != "let_op" or notice_of(atlas.delivery)]


def _tables_of_figures(
    atlas: Atlas,
    folder: str,
    titles: Mapping[str, str],
    *,
    names: Sequence[str],
    plain: bool = True,
) -> Iterator[OutputFile]:
    """Yield the schemas of the dialects, and the metadata of the tables."""
    yield _schema(f"{folder}kolommen.json", (_column(name, ",") for name in names))
    if plain:
        yield _schema(f"{folder}kolommen.plain.json", (_column(name, ".") for name in names))
    yield _json(f"{folder}{METADATA}", _group(atlas, _tables(titles, plain=plain)))


def _searched(atlas: Atlas) -> OutputFile:
    """Return the metadata of tables with a column for each signal of their own."""
    tables = []
    fixed = ("regiocode", "regionaam", "niveau", "gemeentecode", *_COUNTED, "zoekgebied")
    last = ["let_op"] if notice_of(atlas.delivery) else []
    for key, search in atlas.search.items():
        signals = [signal.indicator for signal in search.combination.signals]
        columns = [_plain_column(name) for name in (*fixed, *signals, *last)]
        table = _table(f"{key}.csv", search.combination.title, _DUTCH)
        tables.append({**table, "tableSchema": {"columns": columns}})
    return _json(f"data/zoekgebied/{METADATA}", _group(atlas, tables))


_COUNTED = ("signalen", "gehaald", "onbekend")
_DUTCH = {"delimiter": ";", "lineTerminators": ["\r\n"], "header": True, "encoding": "utf-8"}
_PLAIN = {"delimiter": ",", "lineTerminators": ["\n"], "header": True, "encoding": "utf-8"}


def _tables(titles: Mapping[str, str], *, plain: bool) -> Iterator[Mapping[str, object]]:
    for key, title in titles.items():
        yield {**_table(f"{key}.csv", title, _DUTCH), "tableSchema": "kolommen.json"}
        if plain:
            told = _table(f"{key}.plain.csv", title, _PLAIN)
            yield {**told, "tableSchema": "kolommen.plain.json"}


def _table(url: str, title: str, dialect: Mapping[str, object]) -> dict[str, object]:
    return {"url": url, "dc:title": title, "dialect": dialect}


def _group(atlas: Atlas, tables: Iterable[Mapping[str, object]]) -> Mapping[str, object]:
    notice = notice_of(atlas.delivery)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": atlas.delivery.title,
        "dc:issued": atlas.delivery.release.isoformat(),
        "dc:source": atlas.delivery.source,
        "dc:license": atlas.delivery.licence,
        **({} if notice is None else {"dc:description": notice}),
        "tables": list(tables),
    }


def _column(name: str, decimal: str) -> Mapping[str, object]:
    """Return what a column of figures holds."""
    kind, meaning = COLUMNS[name]
    told = _plain_column(name, kind)
    if name == "waarde":
        told |= {"datatype": {"base": "decimal", "format": {"decimalChar": decimal}}}
    return {**told, "dc:description": meaning}


def _plain_column(name: str, kind: str = "string") -> dict[str, object]:
    """Return what a column holds, from its name."""
    if name == "jaar":
        kind = "gYear"
    elif name in {"aantal", *_COUNTED}:
        kind = "integer"
    words = next((words for ending, words in _WORDS.items() if name.endswith(ending)), None)
    datatype = kind if words is None else {"base": "string", "format": "|".join(words)}
    return {"name": name, "titles": name, "datatype": datatype}


_WORDS = {
    "toestand": [state.key for state in State],
    "niveau": [level.name.lower() for level in Level],
    "voorlopig": ["ja", "nee"],
}
"""The words that a column may hold, by the end of its name."""


def _schema(path: str, columns: Iterable[Mapping[str, object]]) -> OutputFile:
    told = {"@context": "http://www.w3.org/ns/csvw", "null": "", "columns": list(columns)}
    return _json(path, told)


def _json(path: str, told: Mapping[str, object]) -> OutputFile:
    return OutputFile(path, compact(told))
