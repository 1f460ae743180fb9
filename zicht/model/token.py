"""A word of the style: a colour by day and by night, with what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A colour that every part of the style names, such as "--here".

    Unit: colours as "#1d3b73".
    """

    name: str
    day: str
    night: str
    meaning: str
