"""What a figure is read beside."""

from dataclasses import replace

from zicht.model.figure import State
from zicht.render.related import context_of, related_of


def test_what_is_related_comes_with_its_page(atlas, split):
    indicator = replace(split.indicator, related=("mensen",))
    ((other, folder),) = related_of(atlas, indicator)
    assert (other.key, folder) == ("mensen", "thema/t/mensen/")


def test_only_what_is_never_ranked_stands_beside_a_figure(atlas, split, plain):
    own = replace(split, indicator=replace(split.indicator, related=("mensen",)))
    assert list(context_of(atlas, own, "GM0001")) == []
    never = replace(plain.indicator, ranked=False)
    beside = replace(plain, indicator=never, rankings=split.rankings)
    with_context = replace(atlas, figures={"zaken": own, "mensen": beside})
    (told,) = context_of(with_context, own, "GM0001")
    assert (told.indicator.key, told.year) == ("mensen", 2024)
    assert (told.here.state, told.country.value) == (State.WITHHELD, 8)
    assert list(context_of(with_context, own, "WK000100")) == []
