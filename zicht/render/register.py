"""The regions themselves as JSON: names, what lies around and beside each, where each lies."""

from collections.abc import Mapping

from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.page import OutputFile
from zicht.render.about import about
from zicht.render.cells import compact
from zicht.render.column_file import AROUND
from zicht.render.facts import inhabitants

Point = tuple[float, float]


def gemeenten_json(atlas: Atlas) -> OutputFile:
    """Return all gemeenten: data/regio/gemeenten.json.

    Shape:  `regions` in the order of the division, each with its inhabitants (null where its page
            does not tell them), the codes of its neighbours and of similar gemeenten, and the
            years from which it has another area; `around` has Nederland and the provincies.
    Errors: none.
    """
    around = [_named(area) for level in AROUND for area in atlas.division.of(level)]
    regions = [_gemeente(atlas, area) for area in atlas.division.of(Level.GEMEENTE)]
    content = {**about(atlas.delivery), "around": around, "regions": regions}
    return OutputFile("data/regio/gemeenten.json", compact(content))


def wijken_json(atlas: Atlas) -> OutputFile:
    """Return all wijken with the code of their gemeente: data/regio/wijken.json."""
    regions = [{**_named(area), "parent": area.parent} for area in atlas.division.of(Level.WIJK)]
    content = {**about(atlas.delivery), "regions": regions}
    return OutputFile("data/regio/wijken.json", compact(content))


def points_json(atlas: Atlas, points: Mapping[str, Point]) -> OutputFile:
    """Return a point inside each region, by code: data/gebieden/punten.json.

    Units:  degrees WGS84, longitude first.
    """
    content = {**about(atlas.delivery), "points": dict(points)}
    return OutputFile("data/gebieden/punten.json", compact(content))


def _named(area: Area) -> dict[str, object]:
    return {"code": area.code, "name": area.name}


def _gemeente(atlas: Atlas, area: Area) -> dict[str, object]:
    peers = atlas.peers.get(area.code)
    return {
        **_named(area),
        "parent": area.parent,
        "inhabitants": inhabitants(atlas, area.code),
        "neighbours": list(atlas.neighbours.get(area.code, ())),
        "similar": [] if peers is None else list(peers.codes),
        "breaks": sorted(atlas.breaks.get(area.code, {})),
    }
