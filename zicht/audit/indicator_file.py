"""The JSON of an indicator: its cells are those of data/all.parquet, its words those elsewhere."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from zicht.audit.exact import differences, is_exact, parsed
from zicht.audit.gemeente import Cells, Dossiers, cells_of, facts_of
from zicht.audit.told import Key, Told
from zicht.model.address import EVERYONE
from zicht.model.area import Division
from zicht.model.disclosure import Disclosure
from zicht.model.figure import State

_LACKING = {"state": State.MISSING.key}
_WHAT = "The file tells what the rows do not."


def indicator_disclosures(
    dist: Path, dossiers: Dossiers, series: Mapping[Key, Told], division: Division
) -> Iterator[Disclosure]:
    """Yield where a file says another thing than the canonical cells, or anything beside them.

    Errors: BuildError for a file that is no JSON.
    """
    for key in dossiers.indicators:
        path = f"data/indicator/{key}.json"
        if not (dist / path).is_file():
            continue
        content = (dist / path).read_bytes()
        own = {names[1:]: told for names, told in series.items() if names[0] == key}
        facts = facts_of(key, dossiers, series)
        right = {**dossiers.about, "key": key, **facts, "regions": _regions(own, division)}
        told = parsed(content, path)
        for place, how in differences(told, right):
            yield Disclosure(_WHAT, path, place, how)
        if not is_exact(content, told):
            how = "It says a thing twice, or in other signs than it needs."
            yield Disclosure(_WHAT, path, "somewhere", how)


def _regions(
    series: Mapping[tuple[str, str], Told], division: Division
) -> Mapping[str, dict[str, object]]:
    """Return by code what is told of each region of which anything was delivered."""
    cells = {key: _both(told) for key, told in series.items()}
    breakdowns = dict.fromkeys(key[0] for key in series if key[0])
    found: dict[str, dict[str, object]] = {}
    for row, area in enumerate(division.areas):
        told: dict[str, object] = {}
        if _is_told(cells["", ""], row):
            told = _at(cells["", ""], row)
        parts = {
            name: {key[1]: _at(each, row) for key, each in cells.items() if key[0] == name}
            for name in breakdowns
            if _any_told(cells, name.removesuffix(EVERYONE), row)
        }
        if told or parts:
            named = {"name": area.name, "level": area.level.name.lower(), "parent": area.parent}
            found[area.code] = {**named, **told, **({"parts": parts} if parts else {})}
    return found


def _both(told: Told) -> Mapping[str, Cells]:
    """Return the cells of a series, and those of its counts where it has any."""
    counts = {} if told.counts is None else {"counts": cells_of(told.counts)}
    return {"values": cells_of(told.values), **counts}


def _at(cells: Mapping[str, Cells], row: int) -> dict[str, object]:
    return {name: each[row] for name, each in cells.items()}


def _is_told(cells: Mapping[str, Cells], row: int) -> bool:
    return any(cell != _LACKING for each in cells.values() for cell in each[row])


def _any_told(cells: Mapping[tuple[str, str], Mapping[str, Cells]], name: str, row: int) -> bool:
    """Tell whether the counts of any category of a breakdown were delivered for a region."""
    counts = (each["counts"][row] for key, each in cells.items() if key[0] == name)
    return any(cell != _LACKING for told in counts for cell in told)
