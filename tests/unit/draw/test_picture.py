"""Pictures that go with an address: small, the same everywhere, with words as outlines."""

import hashlib
import os
import struct
import subprocess
import sys
import zlib

import pytest

from zicht.draw import icons, picture
from zicht.draw.letters import lines_of, width_px, written
from zicht.draw.png import png

COUNTRY = ["M0 0L900 0L900 900L0 900Z"]
TONES = ("#000000", "#ffffff")


def made(**more):
    told = {"below": "Gemeente in Zeeland", "country": COUNTRY}
    return picture(**{"title": "Goes", **told, **more})


def pixels(content):
    """Return the rows of a picture, two pixels a byte."""
    at = content.index(b"IDAT")
    rows = zlib.decompress(content[at + 4 : at + 4 + int.from_bytes(content[at - 4 : at], "big")])
    return [rows[start + 1 : start + 601] for start in range(0, len(rows), 601)]


def test_a_picture_has_the_size_that_sites_ask_for_and_is_light():
    content = made(here="M100 100L400 100L400 400Z", notice="Verzonnen cijfers")
    assert struct.unpack(">II", content[16:24]) == (1200, 630)
    assert len(content) < 25_000


@pytest.mark.parametrize(
    "more",
    [
        {"title": "Veere"},
        {"below": "Gemeente in Drenthe"},
        {"here": "M100 100L400 100L400 400Z"},
        {"notice": "Verzonnen cijfers"},
        {"country": ["M0 0L900 0L900 900Z"]},
    ],
)
def test_whatever_a_picture_tells_is_seen_in_it(more):
    assert pixels(made()) != pixels(made(**more))


def test_a_small_gemeente_has_a_ring_around_it():
    far = "M500 500L510 500L510 510Z"
    changed = [a != b for a, b in zip(pixels(made()), pixels(made(here=far)), strict=True)]
    assert sum(changed) > 40


def test_a_long_name_stays_beside_the_map():
    long = "Sint-Michielsgestel-aan-den-Oever en de Zeventien Wijken van Bergen op Zoom"
    rows = pixels(made(title=long, country=[]))
    paper = rows[0][0]
    assert all(set(row[310:]) == {paper} for row in rows)


def test_a_name_without_letters_that_we_know_makes_a_picture():
    assert pixels(made(title="\u0645\u0631\u062d\u0628\u0627 \U0001f600"))


def test_letters_of_other_languages_become_letters_that_we_know():
    assert written("\u1e0cam", x=0, y=0, size_px=9) == written("Dam", x=0, y=0, size_px=9)
    assert width_px("\U0001f600", size_px=9) == 0


def test_lines_are_no_wider_than_they_may_be():
    text = "Nuenen, Gerwen en Nederwetten"
    lines = lines_of(text, size_px=60, most_px=500)
    assert " ".join(lines) == text
    assert all(width_px(line, size_px=60) <= 500 for line in lines)
    assert len(lines) < len(text.split())


def test_fonts_of_the_machine_change_no_byte(tmp_path):
    told = (
        "import hashlib, sys; from zicht.draw import picture;"
        "print(hashlib.sha256(picture('Goes', below='Gemeente in Zeeland',"
        f" country={COUNTRY!r})).hexdigest())"
    )
    (tmp_path / "fonts.conf").write_text("<fontconfig><dir>/none</dir></fontconfig>")
    alone = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", told], env=alone, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(made()).hexdigest()


def test_text_is_never_left_to_the_fonts_of_a_machine():
    with pytest.raises(ValueError, match="machine to machine"):
        png('<svg width="9" height="9"><text>9</text></svg>', tones=TONES)


def test_a_picture_keeps_its_colours():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2">{}</svg>'
    rect = '<rect width="4" height="2"/><rect x="2" width="2" height="2" fill="#fff"/>'
    content = png(svg.format(rect), tones=TONES)
    at = content.index(b"IDAT")
    rows = zlib.decompress(content[at + 4 :])
    assert rows == b"\0\x00\xff" * 2


def test_icons_have_the_sizes_that_are_asked_for():
    made_icons = icons('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>')
    assert struct.unpack(">II", made_icons["apple-touch-icon.png"][16:24]) == (180, 180)
    icon = made_icons["favicon.ico"]
    assert struct.unpack("<HHH", icon[:6]) == (0, 1, 3)
    for entry in (icon[6 + 16 * n : 22 + 16 * n] for n in range(3)):
        size, at = struct.unpack("<II", entry[8:])
        assert struct.unpack(">II", icon[at + 16 : at + 24]) == (entry[0], entry[1])
        assert icon[at : at + size].endswith(b"IEND\xaeB`\x82")
