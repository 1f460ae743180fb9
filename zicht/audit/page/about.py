"""Which page a file is: its family, and the region, theme and indicator it is about."""

import re
from dataclasses import dataclass
from enum import Enum

from zicht.audit.knots import BRANCHES
from zicht.audit.page.embeds import page_folder
from zicht.audit.page.facts import Facts
from zicht.model.area import NEDERLAND, Area, Level

_REGION = re.compile(r"(?:gemeente|wijk)/((?:gm|wk)\w+?)(?:-[^/]*)?/(?:([^/]+)/)?$")


class Family(Enum):
    """What kind of page it is: pages of one family are built alike."""

    START = "start"
    GEMEENTEN = "gemeenten"
    GEMEENTE = "gemeente"
    GEMEENTE_THEMA = "gemeente and thema"
    WIJK = "wijk"
    THEMA = "thema"
    INDICATOR = "indicator"
    FLOW = "flow"
    SEARCHES = "zoekgebieden"
    SEARCH = "zoekgebied"
    COMPARE = "vergelijken"
    BRANCHES = "branches"
    BRANCHE = "branche"
    PROSE = "prose"


_ONLY = {
    "": Family.START,
    "gemeente/": Family.GEMEENTEN,
    "vergelijk/": Family.COMPARE,
    BRANCHES: Family.BRANCHES,
}
"""Families of one page, by folder."""


@dataclass(frozen=True, slots=True)
class About:
    """What a page is about: `code` is Nederland for a page of no region in particular.

    `folder` is where its links start from; `key` is the indicator, or on the page of a branche its
    code.
    """

    path: str
    folder: str
    family: Family
    code: str = NEDERLAND
    theme: str = ""
    key: str = ""

    @property
    def below(self) -> Level:
        """Return the level of the regions that the page lists and draws."""
        return {"GM": Level.WIJK, "WK": Level.BUURT}.get(self.code[:2], Level.GEMEENTE)

    def listed(self, facts: Facts) -> tuple[Area, ...]:
        """Return the regions that the page lists and draws, by code."""
        division = facts.division
        if self.code == NEDERLAND:
            return division.of(Level.GEMEENTE)
        return division.children(self.code)


def about_of(path: str, facts: Facts) -> About:
    """Return what the page at this path ("gemeente/gm0363-amsterdam/index.html") is about.

    A page that belongs to no family is taken for prose: there no region may have a number.
    """
    folder = page_folder(path.rpartition("/")[0] + "/" if "/" in path else "")
    family = _ONLY.get(folder)
    if family is not None and path.endswith("index.html"):
        return About(path, folder, family)
    branche = next((k.code for k in facts.branches.values() if k.folder == folder), "")
    if branche:
        return About(path, folder, Family.BRANCHE, key=branche)
    region = _REGION.match(folder)
    if region and region[1].upper() in facts.division:
        return _of_region(path, folder, region[1].upper(), region[2] or "")
    first, _, rest = folder.rstrip("/").partition("/")
    theme, _, key = rest.partition("/")
    if first == "thema" and (key in facts.wording or key in facts.published.flows):
        family = Family.INDICATOR if key in facts.wording else Family.FLOW
        return About(path, folder, family, theme=theme, key=key)
    if first == "thema" and any(each.theme == theme for each in facts.wording.values()):
        return About(path, folder, Family.THEMA, theme=theme)
    return _of_search(path, folder, facts)


def _of_search(path: str, folder: str, facts: Facts) -> About:
    """Return what a page about zoekgebieden is about; any other is taken for prose."""
    first, _, key = folder.rstrip("/").partition("/")
    if first == "zoekgebied" and facts.sought and not key:
        return About(path, folder, Family.SEARCHES)
    if first == "zoekgebied" and any(each.key == key for each in facts.sought):
        return About(path, folder, Family.SEARCH, key=key)
    return About(path, folder, Family.PROSE)


def _of_region(path: str, folder: str, code: str, theme: str) -> About:
    if code.startswith("WK"):
        return About(path, folder, Family.WIJK, code)
    family = Family.GEMEENTE_THEMA if theme else Family.GEMEENTE
    return About(path, folder, family, code, theme)
