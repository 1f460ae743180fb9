"""Texts as outlines: a picture of a text is the same on a machine with other fonts.

`letters.json` has the outlines of DejaVu Sans Condensed Bold, see `letters.txt`.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_EM: int = 2048
"""The size of a letter in the units of its outline."""


@cache
def _letters() -> Mapping[str, tuple[int, str]]:
    """Return how wide each letter is, and its outline as a path of SVG."""
    told = json.loads(Path(__file__).with_name("letters.json").read_bytes())
    return {sign: (int(wide), str(path)) for sign, (wide, path) in told.items()}


def width_px(text: str, *, size_px: float) -> float:
    """Return how wide a text is when it is written."""
    return sum(_letters()[sign][0] for sign in _known(text)) * size_px / _EM


def written(text: str, *, x: float, y: float, size_px: float) -> str:
    """Return a text as SVG, from left to right, on the line `y`.

    Shape:  a sign without an outline becomes the letter that it is made from, or is left out.
    """
    at, marks = 0, []
    for sign in _known(text):
        wide, path = _letters()[sign]
        if path:
            marks.append(f'<path transform="translate({at} 0)" d="{path}"/>')
        at += wide
    place = f"translate({x:g} {y:g}) scale({size_px / _EM:.5f})"
    return f'<g transform="{place}">{"".join(marks)}</g>'


def lines_of(text: str, *, size_px: float, most_px: float) -> tuple[str, ...]:
    """Return a text in lines that are no wider than `most_px`, unless one word is."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_px(longer, size_px=size_px) <= most_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _known(text: str) -> Iterator[str]:
    """Yield the signs of a text that have an outline."""
    for sign in text:
        base = (sign, *unicodedata.normalize("NFKD", sign))
        yield from [one for one in base[:1] if one in _letters()] or [
            one for one in base[1:] if one in _letters()
        ]
