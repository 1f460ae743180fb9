"""The breakdowns of an indicator on a page, each as its form asks."""

from collections.abc import Iterator
from typing import TypeAlias

from zicht.model.atlas import Atlas
from zicht.model.figure import Figures
from zicht.model.theme import Form
from zicht.render.profile import Profiled, profile_of
from zicht.render.shares import Divided, shares_of

Told: TypeAlias = Divided | Profiled


def divided(atlas: Atlas, figures: Figures, code: str) -> tuple[Told, ...]:
    """Return what is told of the breakdowns of an indicator, for one region.

    Shape:  in the order of the theme; all profiles are one, in the place of the first. A
            hierarchy is told elsewhere; what was not delivered for this region is left out.
    Errors: none.
    """
    return tuple(_told(atlas, figures, code))


def _told(atlas: Atlas, figures: Figures, code: str) -> Iterator[Told]:
    profiles = [each for each in figures.indicator.breakdowns if each.form is Form.PROFILE]
    for breakdown in figures.indicator.breakdowns:
        told: Told | None = None
        if breakdown.form in {Form.COMPOSITION, Form.AGES}:
            told = shares_of(atlas, figures, breakdown, code)
        elif profiles and breakdown is profiles[0]:
            told = profile_of(atlas, figures, profiles, code)
        if told is not None:
            yield told
