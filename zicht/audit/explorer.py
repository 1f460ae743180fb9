"""The files that pages to explore with read: choices, registers, columns of figures."""

from zicht.model.area import Level
from zicht.model.published import Published

CATALOGUE = "data/indicatoren.json"
REGISTER = "data/regio/gemeenten.json"
WIJKEN = "data/regio/wijken.json"
POINTS = "data/gebieden/punten.json"
FILES = {Level.GEMEENTE: "gemeenten", Level.WIJK: "wijken"}


def column_path(key: str, level: Level) -> str:
    """Return where the column of an indicator stands."""
    return f"data/indicator/{key}/{FILES[level]}.json"


def explorer_paths(published: Published) -> frozenset[str]:
    """Return the addresses of these files, whatever they tell."""
    columns = {column_path(key, level) for key in published.series for level in FILES}
    return frozenset({CATALOGUE, REGISTER, WIJKEN, POINTS, *columns})
