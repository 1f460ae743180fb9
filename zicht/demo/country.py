"""The wijken and buurten: how many, their codes, names and kinds."""

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from string import ascii_uppercase, digits

import numpy as np

from zicht.demo.chance import Stream, stream
from zicht.demo.changes import Piece
from zicht.demo.gemeenten import Gemeente
from zicht.demo.kinds import Kind
from zicht.demo.names import Names
from zicht.demo.numbers import Ints

WIJKEN, BUURTEN = 3_400, 14_500
SIZE_POWER = 0.8  # gives Amsterdam 107 wijken and the smallest gemeenten one
OUTSIDE_SHARE = (0.01, 0.03, 0.07, 0.13, 0.22)  # by stedelijkheid
WORK_SHARE = 0.07
MOST_OUTSIDE = 4  # buurten: a larger wijk has people living in it


@dataclass(frozen=True)
class Country:
    """All regions in columns: rows by code, a parent is a row of the level above."""

    gemeenten: tuple[Gemeente, ...]
    wijk_codes: tuple[str, ...]
    wijk_names: tuple[str, ...]
    wijk_gemeente: Ints
    buurt_codes: tuple[str, ...]
    buurt_names: tuple[str, ...]
    buurt_wijk: Ints
    buurt_kind: Ints

    @cached_property
    def buurt_gemeente(self) -> Ints:
        """Return the row of the gemeente of each buurt."""
        return self.wijk_gemeente[self.buurt_wijk]

    @cached_property
    def stedelijkheid(self) -> Ints:
        """Return the class, 1 to 5, of each gemeente."""
        return np.array([gemeente.stedelijkheid for gemeente in self.gemeenten])


def lay_out(gemeenten: tuple[Gemeente, ...], pieces: tuple[Piece, ...], *, scale: float) -> Country:
    """Return the regions: about 3,400 wijken and 14,500 buurten times `scale`.

    Every gemeente keeps at least one wijk, and one more for each piece that went up in it.
    """
    sizes = np.array([gemeente.inwoners for gemeente in gemeenten]) ** SIZE_POWER
    shares = scale * sizes / sizes.sum()
    least = np.array([1 + sum(p.new == gemeente.code for p in pieces) for gemeente in gemeenten])
    most = len(NUMBERS)
    wijken = np.clip(np.rint(WIJKEN * shares), least, most).astype(np.int64)
    buurten = np.maximum(np.rint(BUURTEN * shares).astype(np.int64), wijken)
    rows = [
        _gemeente(gemeente, row, wijken=int(wijken[row]), buurten=int(buurten[row]))
        for row, gemeente in enumerate(gemeenten)
    ]
    return _join(gemeenten, [wijk for wijken_of in rows for wijk in wijken_of])


@dataclass(frozen=True, slots=True)
class _Wijk:
    code: str
    name: str
    gemeente: int
    buurten: tuple[tuple[str, str, Kind], ...]


def _numbers() -> tuple[str, ...]:
    """Return the two places of a wijk or buurt: 00 to 99, then with letters, as CBS writes them."""
    plain = ["".join(pair) for pair in product(digits, digits)]
    letters = ["".join(pair) for pair in product(ascii_uppercase, ascii_uppercase)]
    mixed = ["".join(pair) for pair in product(ascii_uppercase, digits)]
    return (*plain, *letters, *mixed)


NUMBERS = _numbers()


def _gemeente(gemeente: Gemeente, row: int, *, wijken: int, buurten: int) -> list[_Wijk]:
    chance = stream(Stream.WIJKEN, part=row)
    weights = chance.gamma(1.5, size=wijken)
    sizes = 1 + chance.multinomial(buurten - wijken, weights / weights.sum())
    outside = OUTSIDE_SHARE[gemeente.stedelijkheid - 1]
    kinds = _kinds(chance, wijken, outside=outside)
    kinds[sizes > MOST_OUTSIDE] = Kind.WONEN
    kinds[0] = Kind.CENTRUM
    names = Names(stream(Stream.NAMES, part=2 * row))
    inner = Names(stream(Stream.NAMES, part=2 * row + 1))
    found = []
    for number, kind, size in zip(NUMBERS, kinds, sizes, strict=False):
        of = _kinds(chance, min(int(size), len(NUMBERS)), outside=outside / 2)
        of[0] = kind
        code, same = gemeente.code[2:] + number, kind in {Kind.WERKEN, Kind.BUITEN}
        buurten_of = _buurten(code, np.full_like(of, kind) if same else of, inner)
        found.append(_Wijk(f"WK{code}", names.name(Kind(kind)), row, buurten_of))
    return found


def _buurten(code: str, kinds: Ints, names: Names) -> tuple[tuple[str, str, Kind], ...]:
    return tuple(
        (f"BU{code}{number}", names.name(Kind(kind)), Kind(kind))
        for number, kind in zip(NUMBERS, kinds, strict=False)
    )


def _kinds(chance: np.random.Generator, size: int, *, outside: float) -> Ints:
    draws = chance.random(size)
    kinds = np.where(draws < outside, Kind.BUITEN, Kind.WONEN)
    return np.where(draws > 1 - WORK_SHARE, Kind.WERKEN, kinds).astype(np.int64)


def _join(gemeenten: tuple[Gemeente, ...], wijken: list[_Wijk]) -> Country:
    buurten = [(row, *buurt) for row, wijk in enumerate(wijken) for buurt in wijk.buurten]
    return Country(
        gemeenten=gemeenten,
        wijk_codes=tuple(wijk.code for wijk in wijken),
        wijk_names=tuple(wijk.name for wijk in wijken),
        wijk_gemeente=np.array([wijk.gemeente for wijk in wijken]),
        buurt_codes=tuple(code for _, code, _, _ in buurten),
        buurt_names=tuple(name for _, _, name, _ in buurten),
        buurt_wijk=np.array([row for row, _, _, _ in buurten]),
        buurt_kind=np.array([int(kind) for _, _, _, kind in buurten]),
    )
