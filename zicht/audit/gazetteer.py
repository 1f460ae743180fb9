"""The index of names: every name and code in it is one of the site, and no number is beside it."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from zicht.audit.exact import differences, mapping, parsed, written
from zicht.audit.knots import branches_of
from zicht.audit.names import PATH, REGIONS, name_faults
from zicht.audit.page.found import numeric
from zicht.audit.search import Sought
from zicht.model.address import theme_folder
from zicht.model.area import Division, Level
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError
from zicht.model.published import Published

_WHAT = "The index of names may tell more than names."
_H1 = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?) \u2013 Zicht op Ondermijning</title>", re.DOTALL)
_PROSE = re.compile(r"uitleg/([a-z0-9-]+/)*")
_FORMER = re.compile(r"\d{4}")
_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?", re.ASCII)
_LOW, _HIGH = 1000, 9999

Told = Mapping[str, object]


def gazetteer_disclosures(
    dist: Path,
    published: Published,
    *,
    about: Told,
    words: Mapping[str, Told],
    sought: Sequence[Sought],
) -> Iterator[Disclosure]:
    """Yield what the index of names tells besides the names and codes of the site.

    Regions, themes, indicators, branches and pages must be those that there are, in their order.
    What no other file knows has a form that holds no figure: postcodes are ranges of four digits
    that ascend, other and old names have no number in them, an old code is of no region now.

    `about` is what every file says of the release, `words` what is said of each indicator.
    Errors: none; an index that cannot be read is told as a disclosure.
    """
    if not (dist / PATH).is_file():
        return
    content = (dist / PATH).read_bytes()
    try:
        told = mapping(parsed(content, PATH), PATH)
        right = {
            **about,
            **{key: told[key] for key in REGIONS},
            **_others(told, published.division),
            "themes": _themes(dist, told, published, words),
            "branches": [[one.code, one.title] for one in branches_of(words).values()],
            "combinations": [[one.key, one.title] for one in sought],
            "pages": _pages(dist, told),
        }
        faults = [*differences(told, right), *name_faults(told, published.division)]
    except (BuildError, KeyError):
        faults = [("somewhere", "It is no index of names.")]
    if not faults and content != written(told):
        faults = [("somewhere", "It says a thing twice, or in other signs than it needs.")]
    for place, how in faults:
        yield Disclosure(_WHAT, PATH, place, how)


def _others(told: Told, division: Division) -> Told:
    """Return the postcodes, the old names and the other names, as far as they may be told."""
    postcodes = _rows(told["postcodes"], 2)
    gemeenten = division.of(Level.GEMEENTE) if postcodes else ()
    aliases = [row for row in _rows(told["aliases"], 2) if row[0] in division]
    former = [row for row in _rows(told["former"], 3) if _is_former(row, division)]
    return {
        "postcodes": [
            _dealt(row, len(division.children(area.code)))
            for row, area in zip(postcodes, gemeenten, strict=False)
        ],
        "former": sorted(former, key=lambda row: str(row[0])),
        "aliases": sorted(row for row in aliases if not numeric(str(row[1]))),
    }


def _dealt(row: Sequence[object], wijken: int) -> object:
    """Return the postcodes of a gemeente and its wijken as they are written; None for others.

    They are ranges of four digits that ascend and do not touch, counted from the lowest.
    """
    lowest, parts = row[0], str(row[1]).split(";")
    if row == [0, ""]:
        return row
    found = [list(_ends(part)) for part in parts]
    every = [end for some in found for ends in some for end in ends]
    if not isinstance(lowest, int) or not every or min(every) or len(parts) > 1 + wijken:
        return None
    postcodes = lowest >= _LOW and lowest + max(every) <= _HIGH
    ordered = all(low <= high for some in found for low, high in some)
    apart = all(a + 1 < b for some in found for (_, a), (b, _) in pairwise(some))
    plain = ";".join(" ".join(f"{a}-{b}" if a < b else f"{a}" for a, b in some) for some in found)
    return [lowest, plain.rstrip(";")] if postcodes and ordered and apart else None


def _ends(part: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each range that is one."""
    for found in map(_RANGE.fullmatch, part.split(" ")):
        if found:
            yield int(found[1]), int(found[2] or found[1])


def _is_former(row: Sequence[object], division: Division) -> bool:
    """Tell whether this is a code that is no more, a name, and gemeenten that there are."""
    digits, name, now = str(row[0]), str(row[1]), row[2]
    codes = [f"GM{one}" for one in now] if isinstance(now, list) else []
    known = bool(codes) and codes == sorted(set(codes)) and all(one in division for one in codes)
    old = bool(_FORMER.fullmatch(digits)) and f"GM{digits}" not in division
    return known and old and not numeric(name)


def _themes(dist: Path, told: Told, published: Published, words: Mapping[str, Told]) -> object:
    """Return each theme with the titles of its indicators and then its flows, as pages say them."""
    order = [key for row in _rows(told["themes"], 3) for key, _ in _rows(row[2], 2)]
    flows = sorted(
        published.flows.values(), key=lambda one: order.index(one.key) if one.key in order else -1
    )
    return [
        [
            theme,
            _said(_H1, dist / theme_folder(theme) / "index.html"),
            [
                *(
                    [key, one.get("title")]
                    for key, one in words.items()
                    if one.get("theme") == theme
                ),
                *([flow.key, flow.title] for flow in flows if flow.theme == theme),
            ],
        ]
        for theme in dict.fromkeys(str(one.get("theme")) for one in words.values())
    ]


def _pages(dist: Path, told: Told) -> object:
    """Return the pages of explanation that there are among those in the index, by address."""
    folders = sorted({str(row[0]) for row in _rows(told["pages"], 2)}, key=lambda at: f"{at}index")
    pages = {folder: dist / folder / "index.html" for folder in folders if _PROSE.fullmatch(folder)}
    return [[folder, _said(_TITLE, page)] for folder, page in pages.items() if page.is_file()]


def _said(what: re.Pattern[str], page: Path) -> str | None:
    """Return the text that a page has here; None without."""
    found = what.search(page.read_text("utf-8", errors="replace")) if page.is_file() else None
    return html.unescape(found[1]) if found else None


def _rows(told: object, size: int) -> list[list[object]]:
    rows = told if isinstance(told, list) else []
    return [row for row in rows if isinstance(row, list) and len(row) == size]
