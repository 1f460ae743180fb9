"""All regions that have figures, the gemeenten that ended included, and how they add up."""

from dataclasses import dataclass
from itertools import compress

import numpy as np
import numpy.typing as npt

from zicht.demo.changes import Piece
from zicht.demo.country import Country
from zicht.demo.numbers import Ints, Numbers
from zicht.demo.people import YEARS, People

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Regions:
    """The rows of every table: Nederland, provincies, gemeenten, wijken, buurten, each by code.

    `owners[i]` tells for each buurt (row) and year (column) in which row of the table its number
    counts at level i, or -1 for nowhere; `exists` is false for the years before or after the
    region was one.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    owners: tuple[Ints, ...]
    exists: Flags

    def add_up(self, buurten: Numbers) -> Ints:
        """Return the whole sums of all regions. Shape: in, a row a buurt; out, a row a region."""
        sums = np.zeros(self.exists.shape, dtype=np.int64)
        for owner in self.owners:
            for year in range(len(YEARS)):
                known = owner[:, year] >= 0
                rows, numbers = owner[known, year], buurten[known, year]
                sums[:, year] += _sums(rows, numbers, size=len(sums))
        return sums

    def of(self, *prefixes: str) -> Flags:
        """Return which rows are of the levels with these prefixes."""
        return np.array([code.startswith(prefixes) for code in self.codes])

    def like(self, some: Flags) -> Flags:
        """Return which rows are of the levels of some rows."""
        return self.of(*{code[:2] for code in compress(self.codes, some)})


def _sums(rows: Ints, numbers: Numbers, *, size: int) -> Ints:
    """Return the sum of the numbers of each row. Exact: a float holds whole numbers to 2^53."""
    return np.bincount(rows, numbers, minlength=size).astype(np.int64)


def gather(country: Country, pieces: tuple[Piece, ...], people: People) -> Regions:
    """Return the regions. A year stands on the division of 31 December of that year.

    Before a change the figures of a wijk that moved count for the old gemeente; the wijk and its
    buurten themselves have none then, for they did not exist.
    """
    provincies = {g.provinciecode: g.provincie for g in country.gemeenten}
    gemeenten = {g.code: g.naam for g in country.gemeenten}
    gemeenten |= {piece.old: piece.naam for piece in pieces}
    known = (
        {"NL01": "Nederland"} | dict(sorted(provincies.items())) | dict(sorted(gemeenten.items()))
    )
    rows = {code: row for row, code in enumerate(known)}
    gemeente = _gemeente_rows(country, pieces, people, rows)
    own = np.array([rows[g.code] for g in country.gemeenten])[country.wijk_gemeente]
    moved = gemeente != own[:, None]
    wijk = np.where(moved, -1, len(rows) + np.arange(len(moved))[:, None])[country.buurt_wijk]
    size = len(rows) + len(moved)
    buurt = np.where(wijk < 0, -1, size + np.arange(len(wijk))[:, None])
    home = np.array([rows[g.provinciecode] for g in country.gemeenten])[country.buurt_gemeente]
    owners = (
        np.zeros_like(buurt),
        np.repeat(home[:, None], len(YEARS), axis=1),
        gemeente[country.buurt_wijk],
        wijk,
        buurt,
    )
    return Regions(
        codes=(*known, *country.wijk_codes, *country.buurt_codes),
        names=(*known.values(), *country.wijk_names, *country.buurt_names),
        owners=owners,
        exists=_exists(owners, size + len(buurt)),
    )


def _exists(owners: tuple[Ints, ...], size: int) -> Flags:
    exists = np.zeros((size, len(YEARS)), dtype=np.bool_)
    for owner in owners:
        for year in range(len(YEARS)):
            exists[owner[owner[:, year] >= 0, year], year] = True
    return exists


def _gemeente_rows(
    country: Country, pieces: tuple[Piece, ...], people: People, rows: dict[str, int]
) -> Ints:
    """Return the row of the gemeente of each wijk in each year."""
    inwoners = _sums(country.buurt_wijk, people.inwoners[:, -1], size=len(country.wijk_codes))
    found = np.repeat(country.wijk_gemeente[:, None], len(YEARS), axis=1)
    found = np.array([rows[g.code] for g in country.gemeenten])[found]
    for row, gemeente in enumerate(country.gemeenten):
        came = [piece for piece in pieces if piece.new == gemeente.code]
        if came:
            here = np.flatnonzero(country.wijk_gemeente == row)
            before = np.flatnonzero(np.array(YEARS) < came[0].day.year)
            parts = _parts(gemeente.code, gemeente.inwoners, came)
            old = _shared_out(parts, inwoners[here])
            found[np.ix_(here, before)] = np.array([rows[code] for code in old])[:, None]
    return found


def _parts(code: str, inwoners: int, came: list[Piece]) -> dict[str, int]:
    """Return the gemeenten that stood here before, and their inhabitants."""
    old = {piece.old: piece.inwoners for piece in came}
    return old if came[0].kind == "merged" else {code: inwoners - sum(old.values()), **old}


def _shared_out(parts: dict[str, int], inwoners: Ints) -> list[str]:
    """Return for each wijk to which part it belongs: in order, by inhabitants, at least one."""
    ends = np.cumsum(list(parts.values())) / sum(parts.values())
    cuts = np.searchsorted(np.cumsum(inwoners) / inwoners.sum(), ends[:-1])
    room = np.arange(1, len(parts))
    cuts = np.clip(cuts, room, len(inwoners) - len(parts) + room)
    cuts = np.maximum.accumulate(cuts - room) + room
    sizes = np.diff([0, *cuts, len(inwoners)])
    return [code for code, size in zip(parts, sizes, strict=True) for _ in range(size)]
