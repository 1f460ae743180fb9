"""All figures of a gemeente as JSON, for who makes something of their own."""

from collections.abc import Iterator, Mapping

from zicht.model.address import EVERYONE
from zicht.model.area import Area
from zicht.model.atlas import Atlas
from zicht.model.figure import Category, Figures, Grid
from zicht.model.page import OutputFile
from zicht.model.theme import Breakdown, Form, Indicator
from zicht.render.about import about
from zicht.render.cells import JsonCell, compact, delivered, json_cells

_Split = dict[str, dict[str, dict[str, list[JsonCell]]]]


def gemeente_json(atlas: Atlas, code: str) -> OutputFile:
    """Return all figures of a gemeente, its wijken and its buurten: data/gemeente/gm0363.json.

    Shape:  `regions` by code, Nederland and the provincie first; per indicator a cell a year, in
            the order of `years`: a number, or {"state": "withheld"}; what was delivered in no year
            is left out. `parts` has the categories,
            by indicator, breakdown and category, where any was delivered for the region; a
            breakdown whose key ends in ".allen" has what a profile is held against.
    Units:  as told per indicator; `counts` are the counts behind a rate. The `values` of a
            category are percentages of the whole.
    Errors: none.
    """
    content = {
        **about(atlas.delivery),
        "indicators": {key: indicator_facts(figures) for key, figures in atlas.figures.items()},
        "regions": {area.code: _region(atlas, area) for area in around_and_inside(atlas, code)},
    }
    return OutputFile(f"data/gemeente/{code.lower()}.json", compact(content))


def around_and_inside(atlas: Atlas, code: str) -> Iterator[Area]:
    """Yield the regions of a gemeente's files: those around it, itself, wijken and buurten."""
    yield from atlas.division.parents(code)
    yield atlas.division[code]
    for wijk in atlas.division.children(code):
        yield wijk
        yield from atlas.division.children(wijk.code)


def indicator_facts(figures: Figures) -> dict[str, object]:
    """Return what a program must know of an indicator before it reckons with it."""
    indicator, grid = figures.indicator, figures.values
    return {
        "title": indicator.title,
        "theme": indicator.theme,
        "unit": indicator.unit,
        "decimals": indicator.decimals,
        "years": list(grid.years),
        "provisional": [y for y, p in zip(grid.years, grid.provisional, strict=True) if p],
        "counts": indicator.series.counts.value,
        "counted": indicator.series.unit,
        "adds_up": indicator.series.rules.adds_up,
        "zero": indicator.series.rules.zero.value,
        "protected_by_source": indicator.series.protected_by_source,
        "breakdowns": _breakdowns(indicator, figures),
    }


def _breakdowns(indicator: Indicator, figures: Figures) -> dict[str, object]:
    return {
        breakdown.key: {
            "title": breakdown.title,
            "form": breakdown.form.value,
            "parts": {key: part.title for key, part in figures.parts[breakdown.key].items()},
            **_nested(breakdown),
            **_everyone(breakdown),
        }
        for breakdown in indicator.breakdowns
    }


def _nested(breakdown: Breakdown) -> dict[str, object]:
    """Return of a hierarchy what the source calls each category, and in which one it lies."""
    if breakdown.form is not Form.HIERARCHY:
        return {}
    keys = [part.key.rpartition(".")[2] for part in breakdown.parts]
    around = zip(keys, breakdown.under, strict=False)
    return {
        "codes": dict(zip(keys, breakdown.codes, strict=True)),
        "under": {key: keys[place] for key, place in around if place >= 0},
    }


def _everyone(breakdown: Breakdown) -> dict[str, object]:
    if breakdown.everyone is None:
        return {}
    title, unit = breakdown.everyone.title, breakdown.everyone.parts[0].unit
    return {"everyone": {"title": title, "unit": unit}}


def _region(atlas: Atlas, area: Area) -> dict[str, object]:
    row = atlas.division.row[area.code]
    values = {
        key: json_cells(figures.values, row)
        for key, figures in atlas.figures.items()
        if delivered(figures.values, row)
    }
    counts = {
        key: json_cells(figures.counts, row)
        for key, figures in atlas.figures.items()
        if figures.counts is not None and delivered(figures.counts, row)
    }
    parts = {key: _split(figures, row) for key, figures in atlas.figures.items()}
    return {
        "name": area.name,
        "level": area.level.name.lower(),
        "parent": area.parent,
        "values": values,
        "counts": counts,
        "parts": {key: split for key, split in parts.items() if split},
    }


def _split(figures: Figures, row: int) -> _Split:
    return {
        breakdown: {
            key: {"counts": json_cells(counts, row), "values": json_cells(shares, row)}
            for key, (counts, shares) in parts.items()
        }
        for breakdown, parts in _grids(figures.parts)
        if any(delivered(counts, row) for counts, _ in parts.values())
    }


def _grids(
    parts: Mapping[str, Mapping[str, Category]],
) -> Iterator[tuple[str, Mapping[str, tuple[Grid, Grid]]]]:
    """Yield the counts and shares of each breakdown, and of everyone that it is held against."""
    for breakdown, categories in parts.items():
        yield breakdown, {key: (part.counts, part.shares) for key, part in categories.items()}
        every = {key: part.everyone for key, part in categories.items()}
        told = {key: (one.counts, one.shares) for key, one in every.items() if one is not None}
        if told:
            yield f"{breakdown}{EVERYONE}", told
