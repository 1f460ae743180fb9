"""Texts and attributes of a page that hold a number, each with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from zicht.audit.page.about import About, Family
from zicht.audit.page.charts import mapped
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import numeric, telling

_BLOCKS: Final = frozenset(
    {"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "caption", "summary", "th", "td", "title"}
    | {"desc", "text", "figcaption", "option", "button", "label"}
)
_SEEN: Final = frozenset({"td", "text"})
"""What others read: cells of tables, and the texts of a drawing."""
_NAMES: Final = frozenset({"id", "for", "aria-labelledby", "aria-describedby", "data-chart"})
_WORDED: Final = frozenset({"title", "aria-label", "alt", "content"})
_LINKS: Final = frozenset(
    {"href", "src", "data-charts", "data-vega", "data-kinds", "data-search", "data-share"}
    | {"data-embed"}
)
_GROWING: Final = frozenset(
    {f"chart-{kind}" for kind in ("bar", "profile", "composition", "ages", "tree")}
)
"""Charts that are as high as they have rows."""
_SPOKEN: Final = frozenset({"title", "desc"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A text, or the value of an attribute, that counts or compares; `name` is of an attribute."""

    element: HtmlElement
    name: str
    text: str

    @property
    def key(self) -> str:
        """Return what is the same for the same text on another page."""
        return f"{self.element.tag} {self.name} {self.text}"


def units_of(page: HtmlElement) -> Iterator[Unit]:
    """Yield every text and attribute that counts or compares, but those read as part of a whole.

    Cells of tables and marks of charts are left to who knows what should stand there.
    """
    seen: set[HtmlElement] = set()
    for element in _walk(page):
        for name, value in element.attrib.items():
            told = telling(value) if name in _WORDED else numeric(value)
            if told and not _read(element, name, value):
                yield Unit(element, name, value)
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            if text is None or holder is None or holder.tag == "script" or not telling(text):
                continue
            block = _block(holder)
            if block not in seen and not _told(block):
                seen.add(block)
                yield Unit(block, "", " ".join(block.text_content().split()))


def _walk(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and all inside it, but of a chart only what is spoken."""
    ahead = [element]
    while ahead:
        element = ahead.pop()
        yield element
        chart = element.tag == "svg" and "chart" in element.get("class", "").split()
        inside = element.iterchildren(etree.Element, reversed=True)
        ahead += [child for child in inside if not chart or child.tag in _SPOKEN]


def _block(element: HtmlElement) -> HtmlElement:
    """Return the element that holds a whole sentence."""
    around = (each for each in (element, *element.iterancestors()) if each.tag in _BLOCKS)
    return next(around, element)


def _told(block: HtmlElement) -> bool:
    """Tell whether a block is read with its table or drawing."""
    row = block.tag == "th" and next(block.iterancestors("tbody"), None) is not None
    return row or block.tag in _SEEN


def _read(element: HtmlElement, name: str, value: str) -> bool:
    """Tell whether an attribute is read with its table or its legend, or only sizes a drawing."""
    if element.tag == "td":
        return name == "data-v"
    if _GROWING & {*element.get("class", "").split()} and name.lower() == "viewbox":
        return True
    if name == "class":
        place = element.getparent()
        if value.startswith("vijf v"):
            return next(element.iterancestors("td"), None) is not None
        nth = 0 if place is None else len(list(place.itersiblings("li", preceding=True))) + 1
        return element.tag == "i" and value == f"k{nth}"
    return False


def section_key(element: HtmlElement, about: About, facts: Facts) -> str:
    """Return the indicator of the section, row or chart around an element; empty if it is none."""
    if about.family is Family.INDICATOR:
        return about.key
    for around in (element, *element.iterancestors()):
        for name in (around.get("aria-labelledby", ""), around.get("data-chart", "")):
            found = facts.key_in(name.split(" ")[0].removesuffix("-t")) if name else ""
            if found:
                return found
    return mapped(element, facts)


def plain_name(unit: Unit, facts: Facts) -> bool:
    """Tell whether an attribute names a part of the page, by codes and keys that are known."""
    if unit.name not in _NAMES:
        return False
    text = unit.text
    for key in sorted(facts.wording, key=len, reverse=True):
        text = text.replace(key, "")
    words = (word for word in text.split(" "))
    return all(word.upper() in facts.division or not numeric(word) for word in words)


def is_link(unit: Unit) -> bool:
    """Tell whether an attribute is the address of a file."""
    return unit.name in _LINKS


def is_meta_of_card(element: HtmlElement) -> bool:
    """Tell whether an element says what other sites show of the page."""
    name = element.get("property") or element.get("name") or ""
    return element.tag == "meta" and name.startswith(("og:", "twitter:"))


def is_in_card(element: HtmlElement) -> bool:
    """Tell whether an element is held against the whole page, wherever it has a number."""
    canonical = element.tag == "link" and element.get("rel") == "canonical"
    return canonical or is_meta_of_card(element)
