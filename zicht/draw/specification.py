"""All charts of a page as one Vega-Lite document: for a reader, and for the browser.

Rows and specifications are JSON text already, so a document is put together as text: parsing and
writing them again took a third of a millisecond a chart, under a profiler.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from zicht.draw.kinds import Kinds
from zicht.model.chart import Chart

Json: TypeAlias = "str | float | bool | Sequence[Json] | Mapping[str, Json] | None"

_TOP: Final = frozenset({"$schema", "autosize", "config", "padding", "usermeta"})
"""What Vega-Lite allows once in a document, and not in each of its charts."""
_SHAPES: Final = "shapes"
_KEY, _TITLE = "\ue000key", "\ue000title"
"""Stand in a kind for what differs by chart: no text of ours holds these characters."""


def page_specification(
    charts: Sequence[Chart], *, kinds: Kinds, title: str, notice: str | None
) -> str:
    """Return one Vega-Lite document with every chart of a page under its key.

    `datasets` holds the rows of each chart by its key, so that a chart can be found, and the
    outlines once. Opens in any editor for Vega-Lite; hatching needs its SVG renderer.
    Shape:  minified JSON, keys sorted.
    """
    units = (_unit(chart, kinds.lite[chart.kind]) for chart in charts)
    return _object(
        {
            **_head(kinds.lite[charts[0].kind if charts else "line"]),
            "datasets": _object(_datasets(charts)),
            "resolve": _text({"scale": {"color": "independent"}}),
            "title": _text(title),
            "usermeta": _text(_usermeta(charts, notice)),
            "vconcat": f"[{','.join(units)}]",
        }
    )


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _object(members: Mapping[str, str]) -> str:
    """Return texts of JSON as an object, by name."""
    return f"{{{','.join(f'{_text(name)}:{members[name]}' for name in sorted(members))}}}"


@lru_cache(maxsize=16)
def _head(lite: str) -> Mapping[str, str]:
    told = json.loads(lite)
    return {name: _text(told[name]) for name in ("$schema", "config")}


def _usermeta(charts: Sequence[Chart], notice: str | None) -> Json:
    kinds = {chart.key: chart.kind for chart in charts}
    meta: dict[str, Json] = {"embedOptions": {"renderer": "svg"}, "kinds": kinds}
    return meta if notice is None else {**meta, "notice": notice}


def _datasets(charts: Sequence[Chart]) -> Mapping[str, str]:
    """Return the rows by key, and the outlines of all maps together, each region once."""
    found = {chart.key: chart.datasets["rows"] for chart in charts}
    texts = {chart.datasets[_SHAPES] for chart in charts if _SHAPES in chart.datasets}
    if len(texts) == 1:
        return {**found, _SHAPES: texts.pop()}
    shapes = {row["id"]: row for text in sorted(texts) for row in json.loads(text)}
    return {**found, _SHAPES: _text([shapes[code] for code in sorted(shapes)])} if shapes else found


def _unit(chart: Chart, lite: str) -> str:
    """Return the chart as part of a document: its own rows, its own name."""
    unit = _nameless(lite).replace(f'"{_KEY}"', _text(chart.key))
    return unit.replace(f'"{_TITLE}"', _text(chart.title))


@lru_cache(maxsize=16)
def _nameless(lite: str) -> str:
    """Return a kind as part of a document, with stand-ins for what differs by chart."""
    unit = {name: value for name, value in json.loads(lite).items() if name not in _TOP}
    named = _renamed({**unit, "title": _TITLE})
    return _text({**named, "name": _KEY} if isinstance(named, dict) else named)


def _renamed(value: Json) -> Json:
    """Return a specification that reads the rows of its chart, without names of layers."""
    if isinstance(value, Mapping):
        return {name: _renamed(inner) for name, inner in _members(value)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_renamed(inner) for inner in value]
    return value


def _members(value: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    for name, inner in value.items():
        if name == "data" and isinstance(inner, Mapping) and inner.get("name") == "rows":
            yield name, {**inner, "name": _KEY}
        elif not (name == "name" and inner == "hit"):
            yield name, inner
