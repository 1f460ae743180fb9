"""Which gemeenten a page calls similar, worked out from what the pages say of each."""

import re
from collections.abc import Mapping, Sequence
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


def read_peers(dist: Path, division: Division) -> Mapping[str, Sequence[str]]:
    """Return the similar gemeenten by code: of the same stedelijkheid and size, or size alone.

    Shape:  a gemeente whose page does not tell both is absent.
    Errors: none; a page that is not there tells nothing.
    """
    kinds: dict[str, tuple[int, int]] = {}
    for area in division.of(Level.GEMEENTE):
        page = dist / area_folder(area) / "index.html"
        kind = _kind(page) if page.is_file() else None
        if kind is not None:
            kinds[area.code] = kind
    return {code: _peers(code, kinds) for code in kinds}


def _kind(page: Path) -> tuple[int, int] | None:
    with page.open("rb") as file:
        found = _FACTS.search(file.read(_HEAD).decode("utf-8", "replace"))
    told = unescape(found[1]).split(" · ") if found else []
    people = next((int(m[1].replace(".", "")) for t in told if (m := _PEOPLE.fullmatch(t))), None)
    degree = next((_DEGREES.index(t) for t in told if t in _DEGREES), None)
    if people is None or degree is None:
        return None
    return degree, sum(people >= bound for bound in _SIZES)


def _peers(code: str, kinds: Mapping[str, tuple[int, int]]) -> Sequence[str]:
    own = kinds[code]
    others = [other for other in kinds if other != code]
    alike = [other for other in others if kinds[other] == own]
    return alike if len(alike) >= _FEWEST else [o for o in others if kinds[o][1] == own[1]]
