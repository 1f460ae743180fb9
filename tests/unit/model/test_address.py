import pytest

from zicht.model.address import area_folder, relative, slug
from zicht.model.area import Area


@pytest.mark.parametrize(
    ("target", "base", "link"),
    [
        ("wijk/x/", "gemeente/y/", "../../wijk/x/"),
        ("gemeente/y/", "gemeente/y/", "./"),
        ("gemeente/y/drugs/", "gemeente/y/", "drugs/"),
        ("gemeente/y/", "gemeente/y/drugs/", "../"),
        ("", "gemeente/y/", "../../"),
        ("", "", "./"),
        ("assets/a.css", "", "assets/a.css"),
        ("gemeente/", "gemeente/y/", "../"),
    ],
)
def test_links_are_relative(target, base, link):
    assert relative(target, base=base) == link


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("'s-Gravenhage", "gemeente/gm0518-s-gravenhage/"),
        ("Súdwest-Fryslân", "gemeente/gm0518-sudwest-fryslan/"),
        ("Bergen (NH.)", "gemeente/gm0518-bergen-nh/"),
        ("東京", "gemeente/gm0518/"),
    ],
)
def test_a_folder_has_the_code_and_a_plain_name(name, folder):
    assert area_folder(Area("GM0518", name, "PV28")) == folder


def test_a_slug_is_safe_in_an_address():
    assert slug('<script>alert("x")</script>') == "script-alert-x-script"
