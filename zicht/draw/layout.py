"""Where things stand in a chart, in pixels: shared by rows and specifications."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot of `width` by `height` with fixed white around it: nothing is measured, ever."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int

    @property
    def padding(self) -> dict[str, int]:
        """Return the white around the plot as Vega wants it."""
        return {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom}


LINE: Final = Frame(width=264, height=158, left=0, right=96, top=28, bottom=24)
LINE_START: Final = 52
"""The first year stands clear of the labels of the vertical axis."""
LINE_LABEL: Final = 88
"""Room for the name at the end of a line."""
LINE_PITCH: Final = 14
"""From one label to the next: 12 px of text and air."""

SPARK: Final = Frame(width=88, height=16, left=4, right=4, top=4, bottom=4)

BAR_ROW: Final = 20
BAR_NAME: Final = 132
BAR_START: Final = 140
BAR_END: Final = 290
BAR: Final = Frame(width=360, height=BAR_ROW, left=0, right=0, top=2, bottom=2)

TREE_ROW: Final = 20
TREE_NAME: Final = 150
"""Room for a name at the top; each level deeper has so much less as it is set in."""
TREE_INDENT: Final = 10
TREE_START: Final = 164
TREE_END: Final = 302
TREE: Final = Frame(width=360, height=TREE_ROW, left=0, right=0, top=2, bottom=2)

STRIP: Final = Frame(width=344, height=64, left=8, right=8, top=0, bottom=0)
STRIP_BASE: Final = 42
STRIP_COLUMN: Final = 2.5
"""Marks nearer than this become one: at most 138 of them."""
STRIP_LABEL: Final = 11
STRIP_HEAD: Final = 22

DOTS: Final = Frame(width=344, height=96, left=8, right=8, top=0, bottom=0)
DOTS_BASE: Final = 56
DOTS_PITCH: Final = 9
"""From one dot to the next beside it, or above it: there are three rows of them."""
DOTS_ROWS: Final = 3
DOTS_RULE: Final = 30
"""Where the rule of the reference begins; it ends a little under the axis, above its label."""
DOTS_LABEL: Final = 74
DOTS_AXIS: Final = 78
PROFILE_ROW: Final = 40
PROFILE_START: Final = 46
PROFILE_END: Final = 308
"""Beside the ends of the scale there is room for a share: "45,2%"."""
PROFILE: Final = Frame(width=360, height=PROFILE_ROW, left=0, right=0, top=0, bottom=2)

COMPOSITION_ROW: Final = 24
COMPOSITION_START: Final = 44
COMPOSITION_TEXT: Final = 30
"""A share is written in a part that is at least so wide."""
COMPOSITION: Final = Frame(width=360, height=COMPOSITION_ROW, left=0, right=0, top=0, bottom=2)

AGES_ROW: Final = 26
AGES_START: Final = 142
AGES_TEXT: Final = 27
"""A share is written in a cell that is at least so wide."""
AGES_YEAR: Final = 32
"""A year is written in full over a column that is at least so wide."""
AGES: Final = Frame(width=360, height=AGES_ROW, left=0, right=0, top=0, bottom=2)

MAP: Final = Frame(width=352, height=312, left=4, right=4, top=4, bottom=4)
