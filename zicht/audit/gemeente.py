"""The JSON of a gemeente: its regions, how they nest, and the cells of data/all.parquet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from zicht.audit.exact import differences, is_exact, mapping, parsed
from zicht.audit.parquet import ABOUT
from zicht.audit.told import Key, Told
from zicht.model.area import Area, Division, Level
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError, Problem
from zicht.model.figure import Grid, State

FOLDER = "data/gemeente"
ADDS = "adds_up"
SOURCE, KIND, BREAKDOWNS = "protected_by_source", "counts", "breakdowns"
FACTS = (
    *("title", "theme", "unit", "decimals", "years", "provisional", KIND, "counted", ADDS, "zero"),
)
_TODO = "Give the folder of a whole site."

Cells = list[list[object]]
"""A list for each region of its cells, one a year: a number, or its state in an object."""


@dataclass(frozen=True, slots=True)
class Dossiers:
    """What the files say besides cells: how regions nest, what indicators are, whose it is."""

    areas: Mapping[str, Area]
    indicators: Mapping[str, Mapping[str, object]]
    about: Mapping[str, object]


def read_dossiers(dist: Path) -> Dossiers:
    """Return what the JSON of all gemeenten says of regions, and of indicators the first.

    Errors: BuildError where there are none, or where they are no JSON of that kind.
    """
    paths = sorted((dist / FOLDER).glob("gm*.json"))
    if not paths:
        raise BuildError(Problem("There is no gemeente.", str(dist / FOLDER), _TODO))
    areas: dict[str, Area] = {}
    for path in paths:
        told = mapping(parsed(path.read_bytes(), str(path)), str(path))
        for code, region in mapping(told.get("regions"), str(path)).items():
            facts = mapping(region, str(path))
            parent = facts.get("parent")
            known = Area(code, str(facts.get("name")), None if parent is None else str(parent))
            areas.setdefault(code, known)
    told = mapping(parsed(paths[0].read_bytes(), str(paths[0])), str(paths[0]))
    indicators = mapping(told.get("indicators"), str(paths[0]))
    return Dossiers(
        areas,
        {key: mapping(one, str(paths[0])) for key, one in indicators.items()},
        {key: value for key, value in told.items() if key in ABOUT},
    )


def dossier_disclosures(
    dist: Path, dossiers: Dossiers, series: Mapping[Key, Told], division: Division
) -> Iterator[Disclosure]:
    """Yield where a file says another thing than the canonical cells, or anything beside them.

    Errors: BuildError for a file that is no JSON.
    """
    values = {key: cells_of(told.values) for key, told in series.items()}
    counts = {key: cells_of(told.counts) for key, told in series.items() if told.counts is not None}
    indicators = {key: facts_of(key, dossiers, series) for key in dossiers.indicators}
    for area in division.of(Level.GEMEENTE):
        path = f"{FOLDER}/{area.code.lower()}.json"
        if not (dist / path).is_file():
            continue
        content = (dist / path).read_bytes()
        told = parsed(content, path)
        right = {
            **dossiers.about,
            "indicators": indicators,
            "regions": {
                one.code: _region(one, division.row[one.code], values=values, counts=counts)
                for one in inside(area.code, division)
            },
        }
        for place, how in differences(told, right):
            yield Disclosure(_what(place, indicators), path, place, how)
        if not is_exact(content, told):
            how = "It says a thing twice, or a number in more signs than it needs."
            yield Disclosure("The text may tell more than it says.", path, "somewhere", how)


def nested(said: Mapping[str, object]) -> Mapping[str, Mapping[str, str]]:
    """Return what an indicator says of categories that lie in others, by breakdown."""
    found: dict[str, dict[str, str]] = {}
    breakdowns = said.get(BREAKDOWNS)
    for key, facts in breakdowns.items() if isinstance(breakdowns, dict) else ():
        under = facts.get("under") if isinstance(facts, dict) else None
        if isinstance(under, dict):
            found[str(key)] = {str(part): str(around) for part, around in under.items()}
    return found


def _what(place: str, indicators: Mapping[str, Mapping[str, object]]) -> str:
    """Return which cell a place is about, as far as it is one: /regions/GM0014/values/key/2."""
    match place.strip("/").split("/"):
        case ["regions", code, "values" | "counts", key, column, *_]:
            words = key
        case ["regions", code, "parts", key, breakdown, part, _, column, *_]:
            words = f"{key} {breakdown} {part}"
        case _:
            return "The file tells what the rows do not."
    years = indicators[key]["years"]
    year = years[int(column)] if isinstance(years, list) else ""
    return f"{code}, {words}, {year}: more is told than may be."


def inside(code: str, division: Division) -> Iterator[Area]:
    """Yield the regions of the files of a gemeente: around it, itself, and in it."""
    yield from division.parents(code)
    yield division[code]
    for wijk in division.children(code):
        yield wijk
        yield from division.children(wijk.code)


def cells_of(grid: Grid) -> Cells:
    """Return the cells as JSON has them: a list for each region."""
    states = {int(state): {"state": state.key} for state in State}
    return [
        [
            value if state == State.SHOWN else states[state]
            for value, state in zip(values, kinds, strict=True)
        ]
        for values, kinds in zip(grid.values.tolist(), grid.states.tolist(), strict=True)
    ]


def facts_of(key: str, dossiers: Dossiers, series: Mapping[Key, Told]) -> Mapping[str, object]:
    """Return what may be said of an indicator: its words as the first file has them."""
    said, whole = dossiers.indicators[key], series.get((key, "", ""))
    if whole is None:
        return {}
    grid = whole.values
    kept = {name: said[name] for name in (*FACTS, SOURCE, BREAKDOWNS) if name in said}
    early = [year for year, some in zip(grid.years, grid.provisional, strict=True) if some]
    return {**kept, "years": list(grid.years), "provisional": early}


def _region(
    area: Area, row: int, *, values: Mapping[Key, Cells], counts: Mapping[Key, Cells]
) -> Mapping[str, object]:
    found: dict[str, object] = {
        "name": area.name,
        "level": area.level.name.lower(),
        "parent": area.parent,
        "values": _wholes(row, values),
        "counts": _wholes(row, counts),
        "parts": _parts(row, values=values, counts=counts),
    }
    return found


def _wholes(row: int, cells: Mapping[Key, Cells]) -> Mapping[str, object]:
    """Return the cells of each indicator of which anything was delivered for the region."""
    missing = {"state": State.MISSING.key}
    return {
        key[0]: each[row]
        for key, each in cells.items()
        if not key[1] and any(cell != missing for cell in each[row])
    }


def _parts(
    row: int, *, values: Mapping[Key, Cells], counts: Mapping[Key, Cells]
) -> Mapping[str, object]:
    """Return the cells of each breakdown of which anything was delivered for the region."""
    missing = {"state": State.MISSING.key}
    found: dict[str, dict[str, dict[str, dict[str, list[object]]]]] = {}
    for (indicator, breakdown, part), cells in counts.items():
        if breakdown:
            both = {"counts": cells[row], "values": values[indicator, breakdown, part][row]}
            found.setdefault(indicator, {}).setdefault(breakdown, {})[part] = both
    return {
        indicator: kept
        for indicator, breakdowns in found.items()
        if (
            kept := {
                breakdown: parts
                for breakdown, parts in breakdowns.items()
                if any(cell != missing for part in parts.values() for cell in part["counts"])
            }
        )
    }
