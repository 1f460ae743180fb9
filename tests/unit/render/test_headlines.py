from dataclasses import replace

from zicht.model.area import Level
from zicht.render.headlines import headlines


def test_a_theme_has_the_first_indicator_that_may_be_placed_and_has_a_figure(atlas, split):
    (theme,) = atlas.themes
    unplaced_first = replace(theme, indicators=tuple(reversed(theme.indicators)))
    assert headlines(replace(atlas, themes=(unplaced_first,)), Level.GEMEENTE) == (split,)


def test_a_level_without_figures_and_a_theme_without_ranks_have_none(atlas):
    assert headlines(atlas, Level.BUURT) == ()
    context = replace(atlas.themes[0], ranked=False)
    assert headlines(replace(atlas, themes=(context,)), Level.GEMEENTE) == ()
