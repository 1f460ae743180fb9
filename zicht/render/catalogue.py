"""All indicators with the years of their figures, as JSON: what a reader can choose from."""

import numpy as np

from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.figure import Figures, State
from zicht.model.page import OutputFile
from zicht.model.theme import Theme
from zicht.render.about import about
from zicht.render.cells import compact

CATALOGUE = "data/indicatoren.json"


def indicators_json(atlas: Atlas) -> OutputFile:
    """Return the themes and their indicators: data/indicatoren.json.

    Shape:  in the order of the themes, without those of flows alone; `years` has for gemeenten
            and wijken the years in which any of them has a figure, and lacks a level without.
            `placed` tells whether regions of unlike size may be set in order of the figure.
    Errors: none.
    """
    themes = [_theme(atlas, theme) for theme in atlas.themes if theme.indicators]
    return OutputFile(CATALOGUE, compact({**about(atlas.delivery), "themes": themes}))


def _theme(atlas: Atlas, theme: Theme) -> dict[str, object]:
    found = (atlas.figures[indicator.key] for indicator in theme.indicators)
    return {
        "key": theme.key,
        "title": theme.title,
        "ranked": theme.ranked,
        "indicators": [_indicator(atlas, figures) for figures in found],
    }


def _indicator(atlas: Atlas, figures: Figures) -> dict[str, object]:
    indicator = figures.indicator
    levels = (Level.GEMEENTE, Level.WIJK)
    years = {level.name.lower(): _years(atlas, figures, level) for level in levels}
    return {
        "key": indicator.key,
        "title": indicator.title,
        "unit": indicator.unit,
        "decimals": indicator.decimals,
        "meaning": indicator.meaning,
        "placed": indicator.placed,
        "years": {level: told for level, told in years.items() if told},
    }


def _years(atlas: Atlas, figures: Figures, level: Level) -> list[int]:
    grid = figures.values
    shown = (grid.states[atlas.division.rows(level)] == State.SHOWN).any(axis=0)
    return [grid.years[column] for column in np.flatnonzero(shown).tolist()]
