"""The description of the data files: addresses, patterns and a day, and no figures."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from zicht.audit.exact import is_exact, mapping, parsed
from zicht.audit.page.found import numeric
from zicht.audit.sitemap import base_of
from zicht.audit.wording import COLOPHON, is_there, keys_of, wording_of
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError
from zicht.model.published import Published

OPENAPI = "data/openapi.json"
_WHAT = "The description of the files may tell anything."
_PATTERNS = frozenset(
    {
        "^([a-z0-9]+(-[a-z0-9]+)*)$",
        "^(gm[0-9]{4})$",
        "^(NL|PV|GM|WK|BU)[0-9A-Z]{2,8}$",
        "^[0-9a-f]{64}$",
    }
)
_ANSWERS = frozenset({"200", "404"})
_WORDS = frozenset({"sha256", "3.1.0"})
_NAMES = ("UTF-8", "WGS 84")
_LICENCE = re.compile(r"https://creativecommons\.org/(licenses|publicdomain)/[a-z-]+/\d\.\d/")


def openapi_disclosures(
    dist: Path, published: Published, *, about: Mapping[str, object]
) -> Iterator[Disclosure]:
    """Yield the numbers of the description that are no pattern, address, day or licence.

    Errors: none; a file that cannot be read is told as a disclosure.
    """
    place = dist / OPENAPI
    if not place.is_file():
        return
    content = place.read_bytes()
    try:
        told = mapping(parsed(content, OPENAPI), OPENAPI)
    except BuildError:
        yield Disclosure(_WHAT, OPENAPI, "the file", "It is no JSON.")
        return
    if not is_exact(content, told, indent=1):
        yield Disclosure(_WHAT, OPENAPI, "somewhere", "It says a thing twice.")
    known = {str(about.get(key)) for key in ("release", "licence", "notice")}
    codes = {area.code.lower() for area in published.division.areas}
    known |= {*_PATTERNS, *_WORDS, *codes, *published.series, *published.flows, *keys_of(dist)}
    base, words = base_of(dist), wording_of(dist, [COLOPHON])
    for name, text in _said(told, ""):
        plain = text
        for each in _NAMES:
            plain = plain.replace(each, "")
        if not numeric(plain) or text in known:
            continue
        there = text.startswith(base) and is_there(dist, text.removeprefix(base))
        said = name in {"title", "name"} and text.removesuffix(": bestanden").lower() in words
        if not (there or said or (name == "url" and _LICENCE.fullmatch(text))):
            yield Disclosure(_WHAT, OPENAPI, name, "A number that no file or pattern explains.")


def _said(told: object, name: str) -> Iterator[tuple[str, str]]:
    """Yield every text, number and name of the description with the name it is said of."""
    if isinstance(told, dict):
        for key, value in told.items():
            if not (name == "responses" and key in _ANSWERS):
                yield "a name", str(key)
            yield from _said(value, str(key))
    elif isinstance(told, list):
        for value in told:
            yield from _said(value, name)
    else:
        yield name, str(told)
