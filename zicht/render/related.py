"""What else a reader of an indicator may want to see."""

from collections.abc import Iterator
from dataclasses import dataclass

from zicht.model.address import indicator_folder
from zicht.model.area import NEDERLAND
from zicht.model.atlas import Atlas
from zicht.model.figure import Cell, Figures
from zicht.model.theme import Flow, Indicator
from zicht.render.view import cell_of


def related_of(atlas: Atlas, indicator: Indicator | Flow) -> Iterator[tuple[Indicator | Flow, str]]:
    """Yield what is related, in the order of the theme file, with the folder of its page."""
    known: dict[str, Indicator | Flow] = {}
    for theme in atlas.themes:
        known |= {one.key: one for one in theme.indicators}
        known |= {one.key: one for one in theme.flows}
    for key in indicator.related:
        other = known[key]
        yield other, indicator_folder(other.theme, other.key)


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure that is never ranked, to read another one beside: here, and in Nederland."""

    indicator: Indicator
    year: int
    here: Cell
    country: Cell


def context_of(atlas: Atlas, figures: Figures, code: str) -> Iterator[Beside]:
    """Yield what a figure of a region is to be read beside, in the order of the theme file.

    Shape:  the related indicators that are never ranked and have a figure at this level.
    """
    level = atlas.division[code].level
    for key in figures.indicator.related:
        other = atlas.figures.get(key)
        year = None if other is None or other.indicator.ranked else other.latest(level)
        if other is not None and year is not None:
            here, country = (cell_of(atlas, other, each, year) for each in (code, NEDERLAND))
            yield Beside(other.indicator, year, here, country)
