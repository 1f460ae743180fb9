"""All charts of a page as one Vega-Lite document: for a reader, and for the browser."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from zicht.draw.kinds import Kinds
from zicht.model.chart import Chart

Json: TypeAlias = "str | float | bool | Sequence[Json] | Mapping[str, Json] | None"

_TOP: Final = frozenset({"$schema", "autosize", "config", "padding", "usermeta"})
"""What Vega-Lite allows once in a document, and not in each of its charts."""
_SHAPES: Final = "shapes"


def page_specification(
    charts: Sequence[Chart], *, kinds: Kinds, title: str, notice: str | None
) -> str:
    """Return one Vega-Lite document with every chart of a page under its key.

    `datasets` holds the rows of each chart by its key, so that a chart can be found, and the
    outlines once. Opens in any editor for Vega-Lite; hatching needs its SVG renderer.
    """
    lite = {kind: json.loads(text) for kind, text in kinds.lite.items()}
    first = lite[charts[0].kind] if charts else lite["line"]
    document: dict[str, Json] = {
        "$schema": first["$schema"],
        "config": first["config"],
        "datasets": _datasets(charts),
        "resolve": {"scale": {"color": "independent"}},
        "title": title,
        "usermeta": _usermeta(charts, notice),
        "vconcat": [_unit(chart, lite[chart.kind]) for chart in charts],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _usermeta(charts: Sequence[Chart], notice: str | None) -> Json:
    kinds = {chart.key: chart.kind for chart in charts}
    meta: dict[str, Json] = {"embedOptions": {"renderer": "svg"}, "kinds": kinds}
    return meta if notice is None else {**meta, "notice": notice}


def _datasets(charts: Sequence[Chart]) -> dict[str, Json]:
    """Return the rows by key, and the outlines of all maps together, each region once."""
    found: dict[str, Json] = {chart.key: json.loads(chart.datasets["rows"]) for chart in charts}
    texts = dict.fromkeys(chart.datasets.get(_SHAPES, "[]") for chart in charts)
    shapes = {row["id"]: row for text in texts for row in json.loads(text)}
    if shapes:
        found[_SHAPES] = [shapes[code] for code in sorted(shapes)]
    return found


def _unit(chart: Chart, lite: Mapping[str, Json]) -> Json:
    """Return the chart as part of a document: its own rows, its own name."""
    unit = {name: value for name, value in lite.items() if name not in _TOP}
    named = _renamed(unit, key=chart.key)
    if not isinstance(named, Mapping):
        msg = f"{chart.kind} is not a specification"
        raise TypeError(msg)
    return {**named, "name": chart.key, "title": chart.title}


def _renamed(value: Json, *, key: str) -> Json:
    """Return a specification that reads the rows `key`, without names of layers."""
    if isinstance(value, Mapping):
        return {name: _renamed(inner, key=key) for name, inner in _members(value, key=key)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_renamed(inner, key=key) for inner in value]
    return value


def _members(value: Mapping[str, Json], *, key: str) -> Iterator[tuple[str, Json]]:
    for name, inner in value.items():
        if name == "data" and inner == {"name": "rows"}:
            yield name, {"name": key}
        elif not (name == "name" and inner == "hit"):
            yield name, inner
