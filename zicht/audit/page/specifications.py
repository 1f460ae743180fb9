"""The charts of a page as data: every field of every row against the published figures."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from zicht.audit.page.charts import Drawn
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import Found
from zicht.audit.page.rows import differing

Json: TypeAlias = "str | float | bool | Sequence[Json] | Mapping[str, Json] | None"

_TOP = {"$schema", "config", "datasets", "resolve", "title", "usermeta", "vconcat"}
_SHAPE = {"geometry", "id", "type"}
_GEOMETRY = {"type", "coordinates"}
_FIELD = "a field of a chart's data differs from the published figures"
_UNKNOWN = "a chart's file holds something that no chart of this page needs"
_UNLIKE = "a chart is specified otherwise than such charts are on other pages"


def fixed_parts(document: Mapping[str, Json]) -> Iterator[str]:
    """Yield the parts of a document that are alike on every page, each as JSON text."""
    for name in ("$schema", "config", "resolve"):
        yield f"{name}: {_text(document.get(name))}"
    meta = document.get("usermeta")
    kept = {k: v for k, v in meta.items() if k != "kinds"} if isinstance(meta, Mapping) else meta
    yield f"usermeta: {_text(kept)}"
    units = document.get("vconcat")
    for unit in units if isinstance(units, list) else ():
        yield _nameless(unit)


def specification_findings(
    document: Mapping[str, Json],
    charts: Sequence[Drawn],
    facts: Facts,
    *,
    title: str,
    alike: frozenset[str],
) -> Iterator[Found]:
    """Yield what the file of the charts of a page tells beyond the published figures.

    Shape:  `title` is that of the page; `alike` the fixed parts of other pages (`fixed_parts`).
    """
    for name in sorted(document.keys() - _TOP):
        yield Found("a part that is unknown", name, _UNKNOWN)
    for part in fixed_parts(document):
        if part not in alike:
            yield Found("its specification", part[:40], _UNLIKE)
    if document.get("title") != title:
        yield Found("the title of the file", "title", _FIELD)
    yield from _named(document, charts)
    datasets = document.get("datasets")
    if isinstance(datasets, Mapping):
        yield from _datasets(datasets, charts, facts)


def _named(document: Mapping[str, Json], charts: Sequence[Drawn]) -> Iterator[Found]:
    """Yield names and titles in the document that are not those of the page."""
    titles = {chart.name: chart.said for chart in charts}
    meta, units = document.get("usermeta"), document.get("vconcat")
    kinds = meta.get("kinds") if isinstance(meta, Mapping) else None
    if kinds != {chart.name: chart.kind for chart in charts}:
        yield Found("names of charts", "usermeta/kinds", _UNKNOWN)
    for unit in units if isinstance(units, list) else ():
        name = unit.get("name") if isinstance(unit, Mapping) else None
        if not isinstance(unit, Mapping) or titles.get(str(name)) != unit.get("title"):
            yield Found("the title of a chart", f"vconcat/{name}/title", _FIELD)


def _datasets(
    datasets: Mapping[str, Json], charts: Sequence[Drawn], facts: Facts
) -> Iterator[Found]:
    by_name = {chart.name: chart for chart in charts}
    for name, rows in datasets.items():
        place = f"datasets/{name}"
        if name == "shapes":
            yield from _shapes(rows, facts)
        elif name not in by_name or not by_name[name].key or not isinstance(rows, list):
            yield Found("data without a chart", place, _UNKNOWN)
        else:
            told = [dict(row) for row in rows if isinstance(row, Mapping)]
            for at, fields in differing(by_name[name], told, facts):
                yield Found(
                    f"{by_name[name].about.code} ({by_name[name].key})",
                    f"{place}/{at}/{fields}",
                    _FIELD,
                )


def _shapes(rows: Json, facts: Facts) -> Iterator[Found]:
    """Yield outlines that hold more than a geometry and a code."""
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        if not isinstance(row, Mapping):
            yield Found("an outline", f"datasets/shapes/{at}", _UNKNOWN)
            continue
        geometry = row.get("geometry")
        known = isinstance(geometry, Mapping) and geometry.keys() == _GEOMETRY
        if row.keys() != _SHAPE or not known or row.get("id") not in facts.division.row:
            yield Found("an outline", f"datasets/shapes/{at}", _UNKNOWN)


def _nameless(unit: Json) -> str:
    """Return a chart as text without its name, its title and the name of its data."""
    if not isinstance(unit, Mapping):
        return _text(unit)
    name = unit.get("name")
    kept = {key: value for key, value in unit.items() if key not in {"name", "title"}}
    return _text(kept).replace(f'"name":{_text(name)}', '"name":""')


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
