import pytest

from zicht.read.unfit import why_unfit


@pytest.mark.parametrize(
    "text",
    [
        "'s-Gravenhage",
        "<script>alert(1)</script>",
        "]]> {{ 7 * 7 }} &lt; \\ \"' </title>",
        "Wijk 1 🌷 שלום مرحبا",
        "👩‍👩‍👧",
        "5 - 4 = 1",
        "twee\nregels\tmet een tab",
        "x" * 10_000,
        "",
    ],
)
def test_this_is_shown(text):
    assert why_unfit(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Goes\u202egp.exe", "U+202E, which turns"),
        ("\u2067Goes", "U+2067, which turns"),
        ("Go\x00es", "U+0000, which is no letter"),
        ("Go\x1bes", "U+001B, which is no letter"),
        ("Go\x85es", "U+0085, which is no letter"),
        ("Go\ud800es", "U+D800, which is no letter"),
        ("Go\uffffes", "U+FFFF, which is no letter"),
        ("=cmd|' /C calc'!A0", "begins with =, which a spreadsheet"),
        ("+31", "begins with +"),
        ("-1", "begins with -"),
        ("@SUM(1)", "begins with @"),
        ("＝1+1", "begins with ＝"),  # noqa: RUF001  as wide as a Chinese letter
    ],
)
def test_this_is_not(text, why):
    assert why in why_unfit(text)


def test_a_line_of_a_list_is_no_formula():
    assert why_unfit("- eerst", table=False) is None
    assert why_unfit("- eer\x00st", table=False) is not None
