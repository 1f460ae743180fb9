"""What there is to choose from, as the figures and the pages of the site tell it."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path

import numpy as np

from zicht.model.address import indicator_folder, theme_folder
from zicht.model.area import Level
from zicht.model.figure import State
from zicht.model.published import Published
from zicht.model.theme import Counts

CATALOGUE = "data/indicatoren.json"
_TITLE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_LEAD = re.compile(r'<p class="lead">(.*?)</p>', re.DOTALL)
_TABLE = re.compile(r'<section aria-labelledby="tabel">.*?</thead>', re.DOTALL)
_PLACE = ">Positie</th>"
_LEVELS = (Level.GEMEENTE, Level.WIJK)


def catalogue_of(
    dist: Path,
    told: object,
    published: Published,
    *,
    words: Mapping[str, Mapping[str, object]],
) -> Mapping[str, object]:
    """Return what the file should tell besides whose it is, given what it tells.

    Titles and meanings are those of the pages. Only of a theme without anything that could be
    ranked does the file itself say whether it is.
    """
    themes = list(dict.fromkeys(str(one.get("theme")) for one in words.values()))
    ranked = _ranked(told)
    return {
        "themes": [
            _theme(dist, theme, published, words=words, ranked=ranked.get(theme, False))
            for theme in themes
        ]
    }


def _ranked(told: object) -> Mapping[str, bool]:
    """Return what a file says of themes: whether they are ranked."""
    themes = told.get("themes") if isinstance(told, dict) else None
    known = [one for one in themes if isinstance(one, dict)] if isinstance(themes, list) else []
    return {str(one.get("key")): one.get("ranked") is True for one in known}


def _theme(
    dist: Path,
    theme: str,
    published: Published,
    *,
    words: Mapping[str, Mapping[str, object]],
    ranked: bool,
) -> Mapping[str, object]:
    keys = [key for key, one in words.items() if str(one.get("theme")) == theme]
    pages = {key: _text(dist, indicator_folder(theme, key)) for key in keys}
    places = [_placed(pages[key], words[key]) for key in keys if _comparable(words[key])]
    known = [place for place in places if place is not None]
    ranked = all(known) if known else ranked
    return {
        "key": theme,
        "title": _said(_TITLE, _text(dist, theme_folder(theme))),
        "ranked": ranked,
        "indicators": [
            {
                "key": key,
                "title": words[key].get("title"),
                "unit": words[key].get("unit"),
                "decimals": words[key].get("decimals"),
                "meaning": _said(_LEAD, pages[key]),
                "placed": ranked and _comparable(words[key]),
                "years": _years(published, key),
            }
            for key in keys
        ],
    }


def _comparable(words: Mapping[str, object]) -> bool:
    """Tell whether regions of unlike size may be set beside each other: a rate, or computed."""
    return words.get("unit") != words.get("counted") or words.get("counts") == Counts.COMPUTED.value


def _placed(page: str, words: Mapping[str, object]) -> bool | None:
    """Tell whether the page gives gemeenten a place; None for a page without their table."""
    found = _TABLE.search(page)
    return None if found is None else _PLACE in found[0] and _comparable(words)


def _years(published: Published, key: str) -> Mapping[str, Sequence[int]]:
    """Return by level the years in which it has a figure; a level without is absent."""
    grid, found = published.series[key].compared, {}
    for level in _LEVELS:
        shown = (grid.states[published.division.rows(level)] == State.SHOWN).any(axis=0)
        if shown.any():
            found[level.name.lower()] = [grid.years[at] for at in np.flatnonzero(shown).tolist()]
    return found


def _text(dist: Path, folder: str) -> str:
    page = dist / folder / "index.html"
    return page.read_text("utf-8", errors="replace") if page.is_file() else ""


def _said(pattern: re.Pattern[str], page: str) -> str | None:
    found = pattern.search(page)
    return None if found is None else unescape(found[1])
