"""Which gemeenten a page calls similar, worked out from what the pages say of each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from zicht.model.address import area_folder
from zicht.model.area import Division, Level

_FACTS = re.compile(r'<p class="facts">(.*?)</p>', re.DOTALL)
_PEOPLE = re.compile(r"([\d.]+) inwoners")
_DEGREES = (
    "zeer sterk stedelijk",
    "sterk stedelijk",
    "matig stedelijk",
    "weinig stedelijk",
    "niet stedelijk",
)
_SIZES = (20_000, 50_000, 100_000, 250_000)
_FEWEST = 3
_HEAD = 16_384
"""The facts stand under the title, in the first part of a page."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What pages say by which gemeenten are alike: the similar ones of each, and its inhabitants.

    Both by code; a gemeente whose page does not tell what it takes is absent.
    """

    peers: Mapping[str, Sequence[str]]
    people: Mapping[str, int]


def read_likeness(dist: Path, division: Division) -> Likeness:
    """Return the similar gemeenten: of the same stedelijkheid and size, or size alone.

    Errors: none; a page that is not there tells nothing.
    """
    kinds: dict[str, tuple[int, int]] = {}
    counts: dict[str, int] = {}
    for area in division.of(Level.GEMEENTE):
        page = dist / area_folder(area) / "index.html"
        degree, people = _told(page) if page.is_file() else (None, None)
        if people is not None:
            counts[area.code] = people
        if degree is not None and people is not None:
            kinds[area.code] = (degree, sum(people >= bound for bound in _SIZES))
    return Likeness({code: _peers(code, kinds) for code in kinds}, counts)


def _told(page: Path) -> tuple[int | None, int | None]:
    """Return the stedelijkheid and the inhabitants that a page tells."""
    with page.open("rb") as file:
        found = _FACTS.search(file.read(_HEAD).decode("utf-8", "replace"))
    told = unescape(found[1]).split(" · ") if found else []
    people = next((int(m[1].replace(".", "")) for t in told if (m := _PEOPLE.fullmatch(t))), None)
    return next((_DEGREES.index(t) for t in told if t in _DEGREES), None), people


def _peers(code: str, kinds: Mapping[str, tuple[int, int]]) -> Sequence[str]:
    own = kinds[code]
    others = [other for other in kinds if other != code]
    alike = [other for other in others if kinds[other] == own]
    return alike if len(alike) >= _FEWEST else [o for o in others if kinds[o][1] == own[1]]
