"""The provincies: from a file of their own, or from what the gemeenten say of theirs."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from zicht.model.area import Level
from zicht.read.region import Region

PROVINCIES = {
    "PV20": "Groningen",
    "PV21": "Fryslân",
    "PV22": "Drenthe",
    "PV23": "Overijssel",
    "PV24": "Flevoland",
    "PV25": "Gelderland",
    "PV26": "Utrecht",
    "PV27": "Noord-Holland",
    "PV28": "Zuid-Holland",
    "PV29": "Zeeland",
    "PV30": "Noord-Brabant",
    "PV31": "Limburg",
}
"""CBS' codes: for files that give a name without a code, or without its hyphen."""


def named_by(gemeenten: Sequence[Region]) -> Mapping[str, str]:
    """Return the names of the provincies that the gemeenten name, by code.

    A name that differs from CBS' only in hyphens and spaces is spelled as CBS does.
    """
    return {
        code: _spelled(code, gemeente.parent_name)
        for gemeente in gemeenten
        if (code := _code(gemeente))
    }


def around(gemeenten: Sequence[Region], provincies: Sequence[Region]) -> Mapping[str, str]:
    """Return the provincie of each gemeente that has one, by code.

    What a gemeente says of itself counts; else the provincie whose outline holds a point that
    lies inside the gemeente.
    """
    told = {gemeente.code: code for gemeente in gemeenten if (code := _code(gemeente))}
    silent = [gemeente for gemeente in gemeenten if gemeente.code not in told]
    tree = shapely.STRtree(np.array([one.shape for one in provincies], dtype=np.object_))
    points = shapely.point_on_surface(np.array([one.shape for one in silent], dtype=np.object_))
    for which, holder in tree.query(points, predicate="within").T.tolist():
        told.setdefault(silent[which].code, provincies[holder].code)
    return told


def _code(gemeente: Region) -> str:
    """Return the code of the provincie that a gemeente names, "" when it names none."""
    if gemeente.parent.startswith(Level.PROVINCIE.value):
        return gemeente.parent
    named = {_letters(name): code for code, name in PROVINCIES.items()}
    return named.get(_letters(gemeente.parent_name), "")


def _spelled(code: str, name: str) -> str:
    official = PROVINCIES.get(code, code)
    return official if _letters(name) in {"", _letters(official)} else name


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalpha())
