"""Kinds of places: where people live, work or neither."""

from enum import IntEnum


class Kind(IntEnum):
    """What a wijk or buurt mostly is. It decides its name and how many people live there."""

    WONEN = 0
    CENTRUM = 1
    WERKEN = 2
    BUITEN = 3
