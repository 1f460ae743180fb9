"""Where things stand in the site. Addresses are promises: see the contract tests."""

import re
import unicodedata

from zicht.model.area import Area, Level

EVERYONE = ".allen"
"""Ends the key of a breakdown in the files where its categories are those of everyone."""

_LONGEST = 200
"""Letters of a name in an address: a disk takes 255 bytes, and nobody reads more."""

_FOLDER = {Level.GEMEENTE: "gemeente", Level.WIJK: "wijk"}


def slug(text: str) -> str:
    """Return a text as part of an address: slug("'s-Gravenhage") is "s-gravenhage"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")


def area_folder(area: Area) -> str:
    """Return the folder of a region's page: "gemeente/gm0363-amsterdam/".

    Errors: KeyError for a level without pages.
    """
    name = slug(area.name)
    return f"{_FOLDER[area.level]}/{area.code.lower()}{'-' if name else ''}{name}/"


def theme_folder(theme: str) -> str:
    """Return the folder of a theme: "thema/drugs/"."""
    return f"thema/{theme}/"


def indicator_folder(theme: str, indicator: str) -> str:
    """Return the folder of an indicator: "thema/drugs/hennepkwekerijen/"."""
    return f"{theme_folder(theme)}{indicator}/"


def branche_folder(code: str, title: str) -> str:
    """Return the folder of a branche of the SBI: "branche/i-horeca/"."""
    return f"branche/{slug(f'{code} {title}')}/"


def search_folder(combination: str = "") -> str:
    """Return the folder of a combination of signals, or of all: "zoekgebied/witwassen/"."""
    return f"zoekgebied/{combination}{'/' if combination else ''}"


SITE_PICTURE = "beeld/zicht.png"
"""Goes with the address of a page that is about no gemeente or theme."""


def gemeente_picture(code: str) -> str:
    """Return the picture that goes with pages of a gemeente: "beeld/gemeente/gm0363.png"."""
    return f"beeld/gemeente/{code.lower()}.png"


def theme_picture(theme: str) -> str:
    """Return the picture that goes with pages of a theme: "beeld/thema/drugs.png"."""
    return f"beeld/thema/{theme}.png"


def embed_folder(folder: str) -> str:
    """Return the folder of the bare twin of a page: "embed/thema/drugs/hennepkwekerijen/"."""
    return f"embed/{folder}"


def oembed_path(folder: str) -> str:
    """Return the file in which a page tells how to frame it: "embed/thema/drugs/oembed.json"."""
    return f"{embed_folder(folder)}oembed.json"


def relative(target: str, *, base: str) -> str:
    """Return a link from the page in folder `base` ("" or "a/b/") to a path of the site.

    relative("wijk/x/", base="gemeente/y/") is "../../wijk/x/"; a link to its own folder is "./".
    """
    here, there = base.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def root_of(base_url: str) -> str:
    """Return where a site stands, ending in a slash: root_of("https://a/b") is "https://a/b/"."""
    return base_url if base_url.endswith("/") else f"{base_url}/"
