"""The colours of every chart, in one place; the CSS of the site maps them when it is dark."""

from dataclasses import dataclass
from typing import Final

from zicht.model.chart import Role

HERE: Final = "#1d3b73"
SIMILAR: Final = "#7a869c"
COUNTRY: Final = "#4b5563"
OTHER: Final = "#8a94a6"
GRID: Final = "#dfe3ea"
PAPER: Final = "#ffffff"
TEXT: Final = "#4b5563"
"""7.6:1 on white: grey enough to step back, dark enough to read."""

CLASSES: Final = ("#dce6f4", "#a9c1e3", "#6f95cc", "#3d67a8", "#1d3b73")
EDGE_DARK: Final = "#596984"
"""Around the two light classes, at 3:1 or more; the three dark ones have an edge of paper."""
WITHHELD: Final = "url(#hatch) #eef0f3"
"""The page defines the pattern; a browser without it falls back on the grey."""
MISSING_EDGE: Final = "#7a869c"

INK: Final = "#16202e"
"""On light fills; PAPER on the two dark ones."""
PARTS: Final = (
    *("#1d3b73", "#3d67a8", "#6f95cc", "#a9c1e3", "#dce6f4"),
    *("#4b5563", "#8a94a6", "#dfe3ea"),
)
"""Of the parts of a whole: neighbours differ in lightness, and paper lies between them."""
PARTS_DARK: Final = (0, 1, 5)
"""Those on which a text is white."""

FONT: Final = "system-ui, sans-serif"
FONT_PX: Final = 12
"""At a width of 360; a column of 328 makes it 10.9 px and one of 560 makes it 18.7 px."""


@dataclass(frozen=True, slots=True)
class Look:
    """A line: its colour, and dashes and width that tell it apart without the colour."""

    colour: str
    dash: tuple[int, ...]
    width_px: float


LOOKS: Final = {
    Role.HERE: Look(HERE, (1, 0), 2.5),
    Role.SIMILAR: Look(SIMILAR, (5, 3), 1.5),
    Role.COUNTRY: Look(COUNTRY, (2, 2), 1.5),
}

DUTCH: Final = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
}
"""The number locale of Vega, for the labels of axes."""
