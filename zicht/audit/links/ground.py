"""The files that there are, and to which of them an address leads."""

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from zicht.audit.sitemap import base_of

NOT_FOUND = "404.html"
"""Served at any address: its links start from the root."""
_ROOTED = "starts from the root, and the site may stand in a folder"
_ONE_DEPTH = "works at one depth only, and this page is shown at any address"
_MAKE = "Make the file, or take the link away."


@dataclass(frozen=True, slots=True)
class Ground:
    """A site as a ground to walk on.

    base    where it stands, "https://example.org/zicht/"; empty where no list of pages says so
    folded  the address of each file, by the same in small letters
    """

    base: str
    files: Collection[str]
    folded: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Aim:
    """Where an address leads: a file and a place in it; or else what is wrong, and what to do."""

    path: str = ""
    anchor: str = ""
    wrong: str = ""
    todo: str = ""


def read_ground(dist: Path) -> Ground:
    """Return the files of a built site."""
    files = sorted(p.relative_to(dist).as_posix() for p in dist.rglob("*") if p.is_file())
    return Ground(base_of(dist), frozenset(files), {path.lower(): path for path in files})


def aim(address: str, *, start: str, ground: Ground, rooted: bool = False) -> Aim | None:
    """Return where an address leads that stands in a page at `start` ("gemeente/x/index.html").

    None for an address elsewhere: another site, or a letter to write. `rooted` is a page that is
    served anywhere, of which a link must start from the root.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        if not ground.base or not address.startswith(ground.base):
            return None
        path = parts.path[len(urlsplit(ground.base).path) :]
        return _found(path, parts.fragment, folder="", ground=ground)
    if not parts.path:
        return Aim(start, unquote(parts.fragment))
    if rooted:
        return _rooted(parts, ground)
    if parts.path.startswith("/"):
        return Aim(wrong=_ROOTED, todo="Write it as the way from the page itself.")
    return _found(parts.path, parts.fragment, folder=posixpath.dirname(start), ground=ground)


def _rooted(parts: SplitResult, ground: Ground) -> Aim:
    """Return where a link of a page leads that is shown at any address."""
    root = urlsplit(ground.base).path or "/"
    if not parts.path.startswith(root):
        return Aim(wrong=_ONE_DEPTH, todo=f"Let it start with {root}.")
    return _found(parts.path[len(root) :], parts.fragment, folder="", ground=ground)


def _found(path: str, anchor: str, *, folder: str, ground: Ground) -> Aim:
    """Return the file at a way from a folder, or why there is none."""
    way = posixpath.normpath(posixpath.join(folder, unquote(path) or "."))
    if way.startswith(".."):
        return Aim(wrong="leads out of the site", todo="Take a step up out of it.")
    way = "" if way == "." else way
    opened = not path or path.endswith("/") or path.rpartition("/")[2] in {".", ".."}
    whole = posixpath.join(way, "index.html") if opened else way
    if whole in ground.files:
        return Aim(whole, unquote(anchor))
    if whole.lower() in ground.folded:
        there = ground.folded[whole.lower()]
        return Aim(wrong=f"differs by case from {there}", todo="Write it in the same letters.")
    if not opened and posixpath.join(way, "index.html") in ground.files:
        return Aim(wrong="lacks the slash at its end", todo="Write a slash at its end.")
    return Aim(wrong=f"leads to {whole}, which is not there", todo=_MAKE)
