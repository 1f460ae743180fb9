"""A picture to go with the address of a page: its title, and where a gemeente lies; no figures."""

import re
from collections.abc import Iterable

from zicht.draw.letters import lines_of, width_px, written
from zicht.draw.png import png
from zicht.draw.style import CLASSES, HERE, PAPER

WIDTH_PX, HEIGHT_PX = 1200, 630
"""What sites that show a link ask for: https://ogp.me and the larger card of others."""
TONES = (HERE, *CLASSES[3:0:-1], PAPER)
"""The colours of pictures, from dark to light."""
_EDGE, _COLUMN, _HIGH = 64, 544, 280
_MAP = (618, 40, 0.55)
"""Where the square of 1,000 stands: left, above, and its scale."""
_SIZES = (96, 80, 66, 54, 44, 36)
_MOST_LINES = 4
_LEADING, _MIDDLE = 1.15, 310
_SMALL = 40
"""In the square: an outline that is smaller gets a ring around it."""
_NUMBER = re.compile(r"-?\d+")


def picture(
    title: str, *, below: str, country: Iterable[str], here: str = "", notice: str = ""
) -> bytes:
    """Return the picture as PNG: a title, a line below it, the country, and in it one outline.

    Shape:  `country` and `here` are paths in a square of 1,000 by 1,000; all texts become
            outlines, so that no machine draws them otherwise. `notice` has a frame of its own.
    Source: decisions/0020-found.md
    """
    svg = _svg(title, below=below, country=country, here=here, notice=notice)
    return png(svg, tones=TONES)


def _svg(
    title: str, *, below: str, country: Iterable[str], here: str = "", notice: str = ""
) -> str:
    left, above, scale = _MAP
    land = f'<path fill="{CLASSES[3]}" d="{"".join(country)}"/>'
    own = f'<path fill="{PAPER}" d="{here}"/>{_ring(here)}' if here else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH_PX}" height="{HEIGHT_PX}">'
        f'<rect width="{WIDTH_PX}" height="{HEIGHT_PX}" fill="{HERE}"/>'
        f'<g transform="translate({left} {above}) scale({scale})">{land}{own}</g>'
        f'<g fill="{PAPER}">{_brand()}{_titled(title, below)}{_notice(notice)}</g></svg>'
    )


def _ring(path: str) -> str:
    """Return a circle around an outline that is hard to find."""
    numbers = [int(one) for one in _NUMBER.findall(path)]
    xs, ys = numbers[::2], numbers[1::2]
    if max(max(xs) - min(xs), max(ys) - min(ys)) >= _SMALL:
        return ""
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return f'<circle cx="{x:g}" cy="{y:g}" r="44" fill="none" stroke="{PAPER}" stroke-width="7"/>'


def _brand() -> str:
    dots = ((0, 8, CLASSES[2]), (26, 8, CLASSES[1]), (54, 12, PAPER))
    marks = (
        f'<circle cx="{_EDGE + 8 + x}" cy="78" r="{r}" fill="{colour}"/>' for x, r, colour in dots
    )
    name = written("Zicht op Ondermijning", x=_EDGE + 96, y=90, size_px=34)
    return f"{''.join(marks)}{name}"


def _titled(title: str, below: str) -> str:
    """Return a title as large as it fits, with the line below it."""
    size, lines = _fitted(title)
    step = size * _LEADING
    top = _MIDDLE - len(lines) * step / 2 + size * 0.8
    marks = [
        written(line, x=_EDGE, y=top + nth * step, size_px=size) for nth, line in enumerate(lines)
    ]
    under = top + (len(lines) - 1) * step + 56
    marks += [
        written(line, x=_EDGE, y=under + nth * 42, size_px=30)
        for nth, line in enumerate(lines_of(below, size_px=30, most_px=_COLUMN)[:2])
    ]
    return "".join(marks)


def _fitted(title: str) -> tuple[float, tuple[str, ...]]:
    """Return the size of a title and its lines; one long word makes all of it small."""
    for size in _SIZES:
        lines = lines_of(title, size_px=size, most_px=_COLUMN)
        wide = max((width_px(line, size_px=size) for line in lines), default=0)
        if wide <= _COLUMN and len(lines) * size * _LEADING <= _HIGH:
            return size, lines
    return _SIZES[-1] * min(1, _COLUMN / max(wide, 1)), lines[:_MOST_LINES]


def _notice(text: str) -> str:
    if not text:
        return ""
    wide = width_px(text, size_px=30) + 40
    frame = (
        f'<rect x="{_EDGE}" y="528" width="{wide:.1f}" height="54" fill="none" '
        f'stroke="{PAPER}" stroke-width="3"/>'
    )
    return f"{frame}{written(text, x=_EDGE + 20, y=566, size_px=30)}"
