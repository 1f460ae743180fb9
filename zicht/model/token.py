"""A word of the style: a colour by day and by night, or a size, with what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """What every part of the style names, such as "--here"; a size has no night.

    Unit: colours as "#1d3b73", sizes as in CSS.
    """

    name: str
    day: str
    night: str
    meaning: str
