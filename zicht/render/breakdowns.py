"""The table of a breakdown: how many in each category, and what share of the whole."""

from collections.abc import Collection
from dataclasses import dataclass

from zicht.model.atlas import Atlas
from zicht.model.figure import SHARE_DECIMALS, Category, Cell, Figures, State
from zicht.model.theme import Form


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the table: a category, its count and its share."""

    title: str
    count: Cell
    share: Cell


@dataclass(frozen=True, slots=True)
class Divided:
    """A table of one breakdown in one year: "Naar leeftijd in 2024"."""

    title: str
    head: str
    rows: tuple[Told, ...]
    decimals: int = SHARE_DECIMALS


def divided(atlas: Atlas, figures: Figures, code: str) -> tuple[Divided, ...]:
    """Return a table for each breakdown of an indicator, for one region, but for hierarchies.

    Shape:  rows in the order of the theme, in the newest year in which the level has a count; a
            breakdown is left out where nothing was delivered for this region in that year.
    Units:  counts, and shares in percent.
    Errors: none.
    """
    row, tables = atlas.division.row[code], []
    rows = atlas.division.rows(atlas.division[code].level)
    flat = (each for each in figures.indicator.breakdowns if each.form is not Form.HIERARCHY)
    for breakdown in flat:
        categories = figures.parts[breakdown.key].values()
        year = _newest(categories, rows)
        told = () if year is None else tuple(_told(each, row, year) for each in categories)
        if any(line.count.state is not State.MISSING for line in told):
            title = f"Naar {breakdown.title.lower()} in {year}"
            tables.append(Divided(title, breakdown.title, told))
    return tuple(tables)


def _newest(categories: Collection[Category], rows: slice) -> int | None:
    """Return the newest year in which any of these rows has a count of any category."""
    years = (
        year
        for category in categories
        for at, year in enumerate(category.counts.years)
        if (category.counts.states[rows, at] == State.SHOWN).any()
    )
    return max(years, default=None)


def _told(category: Category, row: int, year: int) -> Told:
    return Told(category.title, category.counts.cell(row, year), category.shares.cell(row, year))
