"""The style as it is written in theme/style, and how it is put together."""

import re
from pathlib import Path

import brotli
import pytest

from zicht.draw import style as drawn
from zicht.model.token import Token
from zicht.publish.style import PARTS, styled, tokens_of

STYLE = Path(__file__).parents[3] / "theme" / "style"
OURS = {path.name: path.read_bytes() for path in STYLE.glob("*.css")}
TOKENS = {token.name: token for token in tokens_of(OURS["tokens.css"])}
EACH = {f"{part}.css": f"/* {part} */\n\n.{part} {{\n  top: 0;\n}}\n".encode() for part in PARTS}
TWO = b""":root {
  color-scheme: light dark;
  --ink: light-dark(#000000, #eeeeee); /* tekst */
  --step: .5rem; /* een halve regel */
}
"""


def test_parts_are_one_sheet_in_their_order_without_what_only_we_read():
    told = styled({**EACH, "tokens.css": TWO}).decode()
    assert told.startswith(
        ":root {\ncolor-scheme: light;\n--ink: #000000;\n--step: .5rem;\n}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        ':root:where(:not([data-kleur="licht"])) {\ncolor-scheme: dark;\n--ink: #eeeeee;\n}\n}\n'
        '@media screen {\n:root:where([data-kleur="donker"]) {\ncolor-scheme: dark;\n'
        "--ink: #eeeeee;\n}\n}\n.base {\ntop: 0;\n}\n"
    )
    assert tuple(re.findall(r"^\.(\w+) \{$", told, re.MULTILINE)) == PARTS[1:]


@pytest.mark.parametrize("name", ["print.css", "strange.css"])
def test_every_part_has_a_place_and_every_place_a_part(name):
    parts = {key: EACH[key] for key in EACH if key != name}
    with pytest.raises(ValueError, match=name):
        styled(parts if name in EACH else parts | {name: b""})


def test_what_is_named_is_known_with_what_it_is_for():
    ink = Token("--ink", "#000000", "#eeeeee", "tekst")
    assert tokens_of(TWO) == (ink, Token("--step", ".5rem", "", "een halve regel"))
    assert all(token.meaning for token in TOKENS.values())


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours; Source: WCAG 2.2, relative luminance."""
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_reckoned_as_the_guidelines_say():
    assert _contrast("#ffffff", "#000000") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


TEXTS = ("--ink", "--mild", "--here")
GROUNDS = ("--soft", "--here-soft", "--warn")
OBJECTS = ("--here", "--warn-line", "--edge", "--others", "--mild", "--k5", "--q1", "--q3")
PAIRS = [
    *((text, "--paper", 7.0) for text in TEXTS),
    *((text, ground, 4.5) for text in TEXTS for ground in GROUNDS),
    ("--on-here", "--here", 7.0),
    ("--paper", "--ink", 7.0),
    *((mark, "--paper", 3.0) for mark in OBJECTS),
    *(("--edge", light, 3.0) for light in ("--k1", "--k2", "--soft", "--warn", "--here-soft")),
    *((strong, "--paper", 3.0) for strong in ("--k4", "--k5")),
]
"""What must be told apart, and how far: in words 4.5 is asked and 7 is our own measure."""


@pytest.mark.parametrize("when", ["day", "night"])
@pytest.mark.parametrize(("one", "other", "least"), PAIRS)
def test_what_must_be_told_apart_is(one, other, least, when):
    ours = _contrast(getattr(TOKENS[one], when), getattr(TOKENS[other], when))
    assert ours >= least


@pytest.mark.parametrize("when", ["day", "night"])
def test_each_class_of_a_map_is_told_from_the_next(when):
    told = {name: getattr(token, when) for name, token in TOKENS.items()}
    order = [_luminance(told[f"--k{at}"]) for at in range(1, 6)]
    assert order == sorted(order, reverse=when == "day")
    steps = [_contrast(told[f"--k{at}"], told[f"--k{at + 1}"]) for at in range(1, 5)]
    assert min(steps) > 1.4


def test_what_the_build_draws_is_the_day():
    assert [TOKENS[f"--k{at}"].day for at in range(1, 6)] == list(drawn.CLASSES)
    assert (TOKENS["--here"].day, TOKENS["--mild"].day) == (drawn.HERE, drawn.COUNTRY)
    assert (TOKENS["--others"].day, TOKENS["--edge"].day) == (drawn.SIMILAR, drawn.EDGE_DARK)
    assert (TOKENS["--ink"].day, TOKENS["--paper"].day) == (drawn.INK, drawn.PAPER)


def test_the_sheet_is_light_to_carry_and_needs_nothing_else():
    told = styled(OURS)
    assert len(brotli.compress(told)) <= 15_000
    assert b"@import" not in told
    assert b"url(http" not in told
    assert b"url(//" not in told


@pytest.mark.parametrize("name", sorted(set(OURS) - {"tokens.css"}))
def test_a_part_names_tokens_and_no_colours_or_sizes_of_its_own(name):
    told = re.sub(r"\[[^\]]*\]|/\*.*?\*/", "", OURS[name].decode(), flags=re.DOTALL)
    assert re.findall(r"#[0-9a-f]{3,8}\b(?=[^{}]*;)|\brgba?\(|\bhsl", told) == []
    sizes = re.findall(r"font-size: ([^;]+);", told)
    own = [size for size in sizes if not re.search(r"^var\(--type|^inherit|(?<!r)em$|pt$", size)]
    assert [size for size in own if not size.startswith("clamp(")] == []
    assert not re.search(r"animation|transition|scroll-behavior: smooth", told), "nothing moves"
    urgent = [line for line in OURS[name].decode().splitlines() if "!important" in line]
    assert [line for line in urgent if "/*" not in line] == [], "say why, on its line"
