"""Which indicators stand for all where there is no room for each: one a theme."""

from collections.abc import Iterator

from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.figure import Figures


def headlines(atlas: Atlas, level: Level) -> tuple[Figures, ...]:
    """Return the first indicator of each theme that may be set beside others at this level.

    Shape:  in the order of the themes; a theme that is not ranked, or of which the level has no
            such figure in any year, has none.
    Errors: none.
    """
    return tuple(_headlines(atlas, level))


def _headlines(atlas: Atlas, level: Level) -> Iterator[Figures]:
    for theme in atlas.themes:
        every = (atlas.figures[indicator.key] for indicator in theme.indicators)
        placed = (each for each in every if theme.ranked and each.indicator.placed)
        first = next((each for each in placed if each.latest(level) is not None), None)
        if first is not None:
            yield first
