"""The charts of a page: which indicator, regions and year each is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from zicht.audit.page.about import About, Family
from zicht.audit.page.facts import Facts
from zicht.model.area import Area, Level

_GEMEENTEN = {"strip", "dots"}
_KINDS = {
    "lijn": "line",
    "strook": "strip",
    "staaf": "bar",
    "kaart": "map",
    "zoek": "map",
    "buren": "dots",
    "t": "spark",
    "profiel": "profile",
    "verdeling": "composition",
    "jaren": "ages",
    "boom": "tree",
}
_FLOW = re.compile(r"(staaf|stroom)-(uit|in|nederland)-(.+)")
_KEY = re.compile(
    r"(lijn|strook|staaf|kaart-nederland|kaart|boom|buren|t|zoek|profiel|verdeling|jaren)-(.+)"
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart that stands on a page. `key` is empty where the page does not say what it draws.

    `breakdown` is what it divides its indicator by, if it does.
    `side` is of a flow: "uit", "in" or "nederland".
    """

    name: str
    kind: str
    key: str
    svg: HtmlElement
    about: About
    breakdown: str = ""
    side: str = ""

    @property
    def place(self) -> str:
        """Return where the drawing stands."""
        return f"line {self.svg.sourceline}, chart {self.name}"

    @property
    def said(self) -> str:
        """Return the title that a screen reader speaks."""
        found = self.svg.find("title")
        return "" if found is None else found.text_content()

    def level(self) -> Level:
        """Return the level of the regions in it."""
        return Level.GEMEENTE if self.kind in _GEMEENTEN else self.about.below

    def areas(self, facts: Facts) -> Sequence[Area]:
        """Return the regions that it may draw, by code."""
        if self.kind == "strip":
            return facts.division.of(Level.GEMEENTE)
        return self.about.listed(facts)


def charts_of(page: HtmlElement, about: About, facts: Facts) -> Iterator[Drawn]:
    """Yield every chart of a page, those without an indicator that we know too."""
    for svg in page.iter("svg"):
        classes = svg.get("class", "").split()
        if "chart" not in classes:
            continue
        name = svg.get("aria-labelledby", "").split(" ")[0].removesuffix("-t")
        flow = _FLOW.fullmatch(name)
        if flow is not None and flow[3] in facts.published.flows:
            kind = {"staaf": "bar", "stroom": "flow"}[flow[1]]
            kind = kind if f"chart-{kind}" in classes else ""
            yield Drawn(name, kind, flow[3], svg, about, side=flow[2])
            continue
        found = _KEY.fullmatch(name)
        key, breakdown = _divided(found[2], facts) if found else ("", "")
        if key not in facts.wording:
            key = mapped(svg, facts) if about.family in _MAPPED else ""
        if found and found[1] == "zoek":
            key = name if any(each.key == found[2] for each in facts.sought) else ""
        kind = _KINDS.get(found[1].partition("-")[0], "") if found else ""
        if f"chart-{kind}" not in classes:
            kind = ""
        yield Drawn(name, kind, key, svg, about, breakdown)


def _divided(name: str, facts: Facts) -> tuple[str, str]:
    """Return which indicator a name is about, and which of its breakdowns if it says one."""
    for key, each in facts.wording.items():
        for breakdown in each.parts:
            if name == f"{breakdown}-{key}":
                return key, breakdown
    return name, ""


_MAPPED = {Family.GEMEENTE, Family.WIJK}


def mapped(element: HtmlElement, facts: Facts) -> str:
    """Return the indicator that the heading in the section around an element names."""
    titles = {each.title: key for key, each in facts.wording.items()}
    for section in element.iterancestors("section"):
        for heading in section.iter("h2", "h3"):
            key = titles.get((heading.text or "").strip())
            if key is not None:
                return key
    return ""
