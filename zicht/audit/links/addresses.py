"""The addresses and the names in the text of a page, found without parsing it: pages are many.

The audit of pages holds their markup to one way of writing, see `zicht.audit.page.markup`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_ATTRIBUTE = re.compile(
    r"\s(href|src|srcset|action|poster|content|(?:xlink:)?href|data-[a-z-]+)=\"([^\"<>]*)\""
)
_TAG = re.compile(r"<([a-zA-Z][\w-]*)")
_ID = re.compile(r"\sid=\"([^\"<>]*)\"")
_NAMED = re.compile(r"\s(aria-[a-z]+|for|headers|list)=\"([^\"<>]*)\"")
_NAMING = frozenset(
    {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"}
    | {"aria-activedescendant", "aria-errormessage", "aria-flowto", "for", "headers", "list"}
)
_PAINT = re.compile(r"=\"url\(#([^)\"]*)\)[^\"]*\"")
_ROW = re.compile(r"\"href\":\s?\"((?:[^\"\\]|\\.)*)\"")
_BETWEEN = re.compile(r">[^<>]+<")
_BASE = re.compile(r"<base\s[^<>]*?href=\"([^\"<>]*)\"")
_WAY = re.compile(r"(?:\.{0,2}/\S*|[\w./-]+/|[\w./-]+\.(?:css|csv|ico|js|json|png|svg|xml|zip))")
_LOADED = frozenset({"img", "script", "iframe", "source", "video", "audio", "embed", "object"})
"""Elements that a browser loads what they name for."""
_LOADING = frozenset({"stylesheet", "icon", "apple-touch-icon", "modulepreload", "preload"})
_REL = re.compile(r"\srel=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it stands: in which element and attribute, and whether a browser loads it."""

    element: str
    attribute: str
    text: str
    loaded: bool = False

    @property
    def place(self) -> str:
        """Return what holds it: "a href"."""
        return f"{self.element} {self.attribute}"


def addresses(text: str) -> Iterator[Address]:
    """Yield the addresses in the markup of a page, each as often as it stands there."""
    for found in _ATTRIBUTE.finditer(text):
        name, value = found[1], unescape(found[2])
        opening = text.rfind("<", 0, found.start())
        tag = _TAG.match(text, opening)
        element = tag[1] if tag else ""
        if element == "base" or not _is_address(element, name, value):
            continue
        rel = _REL.search(text, opening, text.find(">", opening)) if element == "link" else None
        loaded = element in _LOADED or bool(rel and _LOADING & {*rel[1].split()})
        for one in _each(name, value):
            yield Address(element, name, one, loaded)


def markup(text: str) -> str:
    """Return the tags of a page: a text that shows how to write a link is none."""
    return _BETWEEN.sub("><", text)


def rows(text: str) -> Iterator[Address]:
    """Yield the addresses in the data of charts."""
    for row in set(_ROW.findall(text)):
        yield Address("chart", "href", _plain(row))


def _plain(row: str) -> str:
    return row.replace("\\/", "/").replace('\\"', '"')


def _is_address(element: str, name: str, value: str) -> bool:
    """Tell whether an attribute holds an address: of `content` and data only what looks like it."""
    if name == "content":
        return element == "meta" and value.startswith(("http://", "https://"))
    return not name.startswith("data-") or bool(_WAY.fullmatch(value))


def _each(name: str, value: str) -> Iterator[str]:
    """Yield the addresses in a value: of a `srcset` there are more, each with its size."""
    if name != "srcset":
        yield value
        return
    yield from (one.split()[0] for one in value.split(",") if one.strip())


def start_of(text: str) -> str:
    """Return the address from which the links of a page start; empty for its own."""
    found = _BASE.search(text)
    return unescape(found[1]) if found else ""


def names(text: str) -> list[str]:
    """Return the names of the places in a page, each as often as it is given."""
    return [unescape(one) for one in _ID.findall(text)]


def named(text: str) -> Iterator[tuple[str, str]]:
    """Yield the places that a page names itself, each with the attribute that does."""
    for name, value in set(_NAMED.findall(text)):
        if name in _NAMING:
            yield from ((name, one) for one in unescape(value).split())
    yield from (("url", one) for one in set(_PAINT.findall(text)))
