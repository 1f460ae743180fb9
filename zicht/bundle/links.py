"""Links that hold without a server: to files of the bundle by name, to all else on the internet."""

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit, urlunsplit

from zicht.model.address import relative

_PAGE = "index.html"


@dataclass(frozen=True, slots=True)
class Links:
    """What links lead to: the `paths` in the bundle, else the site at `base_url`.

    `instead` has, by folder of a page that the bundle lacks, what it has about the same: a path
    with a fragment.
    """

    paths: Collection[str]
    base_url: str
    instead: Mapping[str, str] = field(default_factory=dict)

    def lead(self, address: str, folder: str) -> tuple[str, bool]:
        """Return where a link of a page in `folder` leads, and whether that is outside.

        A folder is named with its page: a disk would list its files.
        """
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return address, parts.scheme in {"", "http", "https"}
        if not parts.path and not parts.query:
            return address, False
        path = _resolved(unquote(parts.path), folder)
        fragment = parts.fragment
        if path in self.instead and not fragment:
            path, _, fragment = self.instead[path].partition("#")
        named = f"{path}{_PAGE}" if path.endswith("/") or not path else path
        if named not in self.paths or parts.query:
            outside = urlsplit(f"{self.base_url}{path}")
            return urlunsplit((*outside[:3], parts.query, fragment)), True
        return urlunsplit(("", "", relative(named, base=folder), "", fragment)), False


def _resolved(path: str, folder: str) -> str:
    """Return the path in the site that a relative path leads to; "" is its start."""
    target = posixpath.normpath(posixpath.join(folder, path))
    if target == ".":
        return ""
    is_folder = path.endswith(("/", "/.", "/..")) or path in {"", ".", ".."}
    return f"{target}/" if is_folder else target


def standing(folder: str, base: str) -> str:
    """Return the folder from which links count, in a page of `folder` with this base."""
    return _resolved(base, folder)
