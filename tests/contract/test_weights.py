"""What comes over the line before a reader does anything is little, on every kind of page."""

import pytest

from bench.weights import BEFORE_BYTES, STYLE_BYTES, beside, heaviest, pressed, template_of


@pytest.fixture(scope="module")
def weights(zeeland_site):
    return heaviest(zeeland_site)


def test_every_kind_of_page_is_light(weights):
    assert {kind: told for kind, told in weights.items() if told.before > BEFORE_BYTES} == {}
    kinds = {"start", "gemeente/*", "gemeente/*/*", "wijk/*", "thema/*", "thema/*/*"}
    assert kinds | {"embed/gemeente/*/*", "embed/thema/*/*", "vergelijk", "combineer"} <= set(
        weights
    )


def test_a_page_is_weighed_with_its_style_and_its_scripts(zeeland_site, weights):
    told = {
        path.name.partition(".")[0] for path in beside(zeeland_site, zeeland_site / "index.html")
    }
    assert told >= {"site"}
    modules = beside(zeeland_site, zeeland_site / "combineer/index.html")
    assert len(modules) > 20
    assert all(path.is_file() for path in modules)
    assert weights["combineer"].beside > weights["start"].beside


def test_the_style_is_light(zeeland_site):
    (style,) = (zeeland_site / "assets").glob("site.*.css")
    assert len(pressed(style)) <= STYLE_BYTES
    assert style in beside(zeeland_site, zeeland_site / "index.html")
    assert style in beside(zeeland_site, next(zeeland_site.glob("embed/*/*/index.html")))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "start"),
        ("404.html", "404.html"),
        ("gemeente/gm0654-borsele/drugs/index.html", "gemeente/*/*"),
        ("embed/wijk/wk065400-a/index.html", "embed/wijk/*"),
        ("vergelijk/index.html", "vergelijk"),
    ],
)
def test_the_kind_of_a_page_follows_from_its_address(path, kind):
    assert template_of(path) == kind
