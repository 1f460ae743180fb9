"""The addresses in files for machines: lists of pages, the feed, the catalogue, what hosts read."""

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from zicht.audit.links.fault import Fault
from zicht.audit.links.ground import Ground, aim

_KINDS = (".xml", ".txt", ".ttl", ".jsonld", "openapi.json", "csv-metadata.json")
_BESIDE = re.compile(r"\"url\":\s?\"([^\":]*)\"")
"""Of tables with columns in the words of the W3C: a file in the same folder."""
_NEEDED = ("robots.txt", "sitemap.xml", "uitgaven.xml", "favicon.ico", "404.html")
_REDIRECTS, _MANIFEST = "_redirects", "manifest.json"


def file_faults(dist: Path, ground: Ground) -> Iterator[Fault]:
    """Yield the addresses in files other than pages that lead nowhere, and files that lack.

    Errors: none.
    """
    for path in _NEEDED:
        if path not in ground.files:
            todo = "Build the site again: machines ask for it at this address."
            yield Fault(path, "the site", f"{path} is not there.", todo)
    for path in sorted(ground.files):
        if path.endswith(_KINDS):
            yield from _absolute(path, (dist / path).read_text("utf-8", "replace"), ground)
    if _REDIRECTS in ground.files:
        yield from _redirected((dist / _REDIRECTS).read_text("utf-8", "replace"), ground)
    if _MANIFEST in ground.files:
        yield from _listed((dist / _MANIFEST).read_bytes(), ground)


def _absolute(path: str, text: str, ground: Ground) -> Iterator[Fault]:
    """Yield the addresses of this site in a file, and of tables beside it, that lead nowhere."""
    found = set[str]()
    if ground.base:
        found |= set(re.findall(rf"{re.escape(ground.base)}[^\"'<>\s\\]*", text))
    if path.endswith("csv-metadata.json"):
        found |= set(_BESIDE.findall(text))
    for address in sorted(found):
        to = aim(address, start=path, ground=ground)
        if to is not None and to.wrong and "{" not in address:
            yield Fault(path, "an address", f'The address "{address}" {to.wrong}.', to.todo)


def _redirected(text: str, ground: Ground) -> Iterator[Fault]:
    """Yield where an old address leads to one that is not there, or hides one that is."""
    for line in text.splitlines():
        old, new, *_ = (*line.split(), "", "")
        to = aim(new.lstrip("/") or "./", start="", ground=ground)
        if line and to is not None and to.wrong:
            yield Fault(_REDIRECTS, old, f'The address "{new}" {to.wrong}.', to.todo)
        if line and posixpath.join(unquote(old).strip("/"), "index.html") in ground.files:
            todo = "Take the line or the page away."
            yield Fault(_REDIRECTS, old, f"{old} leads away from a page that is there.", todo)


def _listed(content: bytes, ground: Ground) -> Iterator[Fault]:
    """Yield the files that the manifest lists and that are not there, and the other way round."""
    try:
        told = json.loads(content)
        listed = set(told["files"])
    except (ValueError, KeyError, TypeError):
        yield Fault(_MANIFEST, "files", "It cannot be read.", "Build the site again.")
        return
    for path in sorted(listed ^ (set(ground.files) - {_MANIFEST})):
        what = f"{path} is {'listed and not there' if path in listed else 'there and not listed'}."
        yield Fault(_MANIFEST, "files", what, "Build the site again; nobody edits a built site.")
