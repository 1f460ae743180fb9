"""Invented postcodes: each gemeente has some that follow each other, dealt out over its wijken."""

from collections.abc import Iterator

import numpy as np

from zicht.demo.country import Country
from zicht.demo.gemeenten import Gemeente, read_gemeenten

FIRST = 1011
INWONERS = 4_400
"""So many inhabitants share a postcode, which gives the country about as many as it has."""


def postcodes_text(country: Country) -> str:
    """Return `postcodes.csv`: a row for each wijk that a postcode lies in.

    Nothing of it is real but the form: postcodes are dealt out by code of the gemeente, and the
    same gemeente has the same whichever provincies are made.
    """
    starts = _starts()
    codes = np.array(country.wijk_codes)
    rows = [
        (postcode, wijk)
        for row, gemeente in enumerate(country.gemeenten)
        for postcode, wijk in _dealt(
            starts[gemeente.code], _count(gemeente), codes[country.wijk_gemeente == row].tolist()
        )
    ]
    return "postcode;code\n" + "".join(f"{postcode};{wijk}\n" for postcode, wijk in sorted(rows))


def _starts() -> dict[str, int]:
    """Return the first postcode of each gemeente of the country."""
    gemeenten = read_gemeenten()
    before = np.cumsum([0, *(_count(gemeente) for gemeente in gemeenten)])
    return {g.code: FIRST + int(n) for g, n in zip(gemeenten, before[:-1], strict=True)}


def _count(gemeente: Gemeente) -> int:
    return max(1, round(gemeente.inwoners / INWONERS))


def _dealt(first: int, count: int, wijken: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each postcode with its wijk: of whichever there are fewer, one goes to several."""
    most = max(count, len(wijken))
    for at in range(most if wijken else 0):
        yield first + at * count // most, wijken[at * len(wijken) // most]
